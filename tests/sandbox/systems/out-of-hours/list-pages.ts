import { html } from 'hono/html';
import type { Markup } from '../shared/markup.ts';
import { ageOf, familyFirst, slashDate, spacedNhsNumber } from '../shared/wording.ts';
import { bar } from './board-pages.ts';
import { type Call, clock } from './calls.ts';
import { page } from './page.ts';

const PRIORITY = { urgent: 'Urgent', soon: 'Soon', routine: 'Routine' } as const;
const TRANSFER_LENGTH = 6;
const LINES = ['Clinician line 2', 'Palliative care nurse', 'Duty pharmacist', 'Visiting doctor, car 4'] as const;

function tabs(here: 'queue' | 'search'): Markup {
  return html`<nav class="nl-tabs" aria-label="Left panel">
<a href="/queue"${here === 'queue' ? html` aria-current="page"` : ''}>Queue</a>
<a href="/search"${here === 'search' ? html` aria-current="page"` : ''}>Search patient</a>
</nav>`;
}

/** A case link: opens the case in the frame beside. */
function caseLink(call: Call): Markup {
  return html`<a href="/case/${call.number}" target="case">${familyFirst(call.person)}</a>`;
}

/** The call queue: several callers, so nobody is open here. */
export function queuePage(queue: readonly Call[], today: Temporal.PlainDate): Markup {
  const rows = queue.map(
    (call) => html`<tr class="p-${call.priority}">
<td>${clock(call.calledAt)}</td>
<td><span class="chip">${PRIORITY[call.priority]}</span></td>
<td>${caseLink(call)}</td>
<td>${ageOf(call.person, today)}</td>
<td>${call.complaint}</td>
<td class="nhs">${spacedNhsNumber(call.person.nhsNumber)}</td>
</tr>
`,
  );
  return page({
    title: 'Call queue',
    body: 'nl-list',
    content: html`${tabs('queue')}
<table id="call-queue">
<caption>${queue.length} calls waiting</caption>
<thead><tr><th scope="col">Rang</th><th scope="col">Priority</th><th scope="col">Name</th><th scope="col">Age</th><th scope="col">Complaint</th><th scope="col">NHS number</th></tr></thead>
<tbody>${rows}</tbody>
</table>`,
  });
}

type Found = { readonly typed: string; readonly found: readonly Call[]; readonly today: Temporal.PlainDate };

/** The search box with the example beside it, and what was found once the form was sent. */
export function searchPage(example: string, result?: Found): Markup {
  return page({
    title: 'Search patient',
    body: 'nl-list',
    content: html`${tabs('search')}
<form id="patient-search" method="post" action="/search">
<label for="query">Name, date of birth or NHS number</label>
<p class="hint" id="query-hint">For example, NHS number ${spacedNhsNumber(example)} or 14/07/1938</p>
<input id="query" name="query" value="${result?.typed ?? ''}" autocomplete="off" aria-describedby="query-hint" autofocus>
<button class="go">Search</button>
</form>
${result ? results(result) : ''}`,
  });
}

function results({ typed, found, today }: Found): Markup {
  if (found.length === 0) return html`<p class="none">Nobody found for “${typed}”.</p>`;
  const rows = found.map(
    (call) => html`<tr>
<td>${caseLink(call)}</td>
<td>${slashDate(call.person.birthDate)}</td>
<td>${ageOf(call.person, today)}</td>
<td class="nhs">${spacedNhsNumber(call.person.nhsNumber)}</td>
<td>${call.queued ? 'In queue' : ''}</td>
</tr>
`,
  );
  return html`<table id="search-results">
<caption>${found.length} found</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Date of birth</th><th scope="col">Age</th><th scope="col">NHS number</th><th scope="col"></th></tr></thead>
<tbody>${rows}</tbody>
</table>`;
}

const FIRST_SLOT = 20 * 60;
const SLOT_MINUTES = 15;
const PLACES = ['Treatment centre, room 1', 'Treatment centre, room 2', 'Home visit, car 4'] as const;

/** Tonight's appointments at the treatment centre and on visits: several patients in the top window. */
export function appointmentsPage(queue: readonly Call[], user: string): Markup {
  const rows = queue.map(({ person, complaint }, at) => {
    const minutes = FIRST_SLOT + at * SLOT_MINUTES;
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    return html`<tr>
<td>${time}</td>
<td>${familyFirst(person)}</td>
<td>${slashDate(person.birthDate)}</td>
<td class="nhs">${spacedNhsNumber(person.nhsNumber)}</td>
<td>${complaint}</td>
<td>${PLACES[at % PLACES.length]}</td>
</tr>
`;
  });
  return page({
    title: 'Nightline – appointments',
    body: 'nl-page',
    content: html`${bar(user, 'appointments')}
<main>
<h1>Appointments tonight</h1>
<table id="appointments">
<thead><tr><th scope="col">Time</th><th scope="col">Name</th><th scope="col">Date of birth</th><th scope="col">NHS number</th><th scope="col">Complaint</th><th scope="col">Where</th></tr></thead>
<tbody>${rows}</tbody>
</table>
</main>`,
  });
}

/** Calls that one clinician hands to another with the patient on the line: several patients in the top window. */
export function warmTransferPage(queue: readonly Call[], user: string): Markup {
  const rows = queue.slice(0, TRANSFER_LENGTH).map(
    (call, at) => html`<tr class="p-${call.priority}">
<td>${clock(call.calledAt)}</td>
<td>${familyFirst(call.person)}</td>
<td>${slashDate(call.person.birthDate)}</td>
<td class="nhs">${spacedNhsNumber(call.person.nhsNumber)}</td>
<td>${call.complaint}</td>
<td>${LINES[at % LINES.length]}</td>
<td><a class="go" href="/?call=${call.number}">Take call</a></td>
</tr>
`,
  );
  return page({
    title: 'Nightline – warm transfer',
    body: 'nl-page',
    content: html`${bar(user, 'transfer')}
<main>
<h1>Warm transfer</h1>
<p class="quiet">Stay on the line until the receiving clinician has the patient.</p>
<table id="warm-transfer">
<thead><tr><th scope="col">Rang</th><th scope="col">Name</th><th scope="col">Date of birth</th><th scope="col">NHS number</th><th scope="col">Complaint</th><th scope="col">To</th><th scope="col"></th></tr></thead>
<tbody>${rows}</tbody>
</table>
</main>`,
  });
}
