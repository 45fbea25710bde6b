import { html } from 'hono/html';
import type { CareHome } from '../../people/person.ts';
import type { Markup } from '../shared/markup.ts';
import { ageOf, givenFirst, longDate, spacedNhsNumber } from '../shared/wording.ts';
import { page, wholeDocument } from './page.ts';
import { dailyNotes, medicinesOf } from './resident-content.ts';
import { type Home, initials, type Resident } from './residents.ts';

/** The log-in page with the choice of home; `complaint` says what was missing. */
export function loginPage(homes: readonly CareHome[], complaint?: string): Markup {
  return wholeDocument(
    'Log in – Hearthside',
    html`<main class="hs-login">
<form id="login-form" method="post" action="/login">
<p class="hs-brand">Hearthside <small>care</small></p>
${complaint ? html`<p class="complaint" role="alert">${complaint}</p>` : ''}
<label for="home">Your home</label>
<select id="home" name="home" required>${homes.map(
      ({ id, name }) => html`<option value="${id}">${name}</option>
`,
    )}</select>
<label for="username">Your name</label>
<input id="username" name="username" autocomplete="username" required autofocus>
<label for="password">PIN or password</label>
<input id="password" name="password" type="password" autocomplete="current-password">
<button class="main">Log in</button>
</form>
</main>`,
  );
}

function link({ id, person }: Resident): Markup {
  return html`<a href="/residents/${id}">${givenFirst(person)}</a>`;
}

/** The first page after log-in: a tile for each resident. */
export function boardPage(home: Home, today: Temporal.PlainDate): Markup {
  const tiles = home.residents.map(
    (resident) => html`<li class="resident-tile">
<span class="photo" aria-hidden="true">${initials(resident.person)}</span>
<div>
<p class="tile-name">${link(resident)}</p>
<p>Room ${resident.room}${resident.person.deceased ? html` · <b>Died</b>` : ''}</p>
<p>${longDate(resident.person.birthDate)} <span class="quiet">(${ageOf(resident.person, today)})</span></p>
</div>
</li>
`,
  );
  return page(
    home,
    'Residents',
    '/',
    html`<h1>Residents <small>${home.residents.length} at ${home.home.name}</small></h1>
<ul id="resident-board">
${tiles}</ul>`,
  );
}

/** The list that goes from shift to shift. */
export function handoverPage(home: Home, today: Temporal.PlainDate): Markup {
  const rows = home.residents.map(
    (resident) => html`<tr>
<td>${resident.room}</td>
<td>${link(resident)}</td>
<td class="nowrap">${longDate(resident.person.birthDate)}</td>
<td class="nowrap">${spacedNhsNumber(resident.person.nhsNumber)}</td>
<td>${dailyNotes(resident.person, today)[0]?.text ?? ''}</td>
</tr>
`,
  );
  return page(
    home,
    'Handover',
    '/handover',
    html`<h1>Handover <small>${longDate(today.toString())}</small></h1>
<table id="handover">
<thead><tr><th scope="col">Room</th><th scope="col">Resident</th><th scope="col">Date of birth</th><th scope="col">NHS number</th><th scope="col">Last note</th></tr></thead>
<tbody>${rows}</tbody>
</table>`,
  );
}

const VISITORS = ['GP round', 'District nurse', 'Podiatrist', 'Community palliative nurse'] as const;
const VISITS = 8;
const FIRST_HOUR = 9;

/** Who is visited today, and by whom. */
export function visitsPage(home: Home, today: Temporal.PlainDate): Markup {
  const rows = home.residents
    .filter(({ person }) => person.deceased === undefined)
    .slice(0, VISITS)
    .map(
      (resident, at) => html`<tr>
<td>${String(FIRST_HOUR + at).padStart(2, '0')}:00</td>
<td>${VISITORS[at % VISITORS.length]}</td>
<td>${resident.room}</td>
<td>${link(resident)}</td>
<td class="nowrap">${longDate(resident.person.birthDate)}</td>
<td class="nowrap">${spacedNhsNumber(resident.person.nhsNumber)}</td>
</tr>
`,
    );
  return page(
    home,
    'Visits',
    '/visits',
    html`<h1>Visits <small>${longDate(today.toString())}</small></h1>
<table id="visits">
<thead><tr><th scope="col">Time</th><th scope="col">Visitor</th><th scope="col">Room</th><th scope="col">Resident</th><th scope="col">Date of birth</th><th scope="col">NHS number</th></tr></thead>
<tbody>${rows}</tbody>
</table>`,
  );
}

/** What is to be given at eight in the morning. */
export function roundPage(home: Home, today: Temporal.PlainDate): Markup {
  const rows = home.residents
    .filter(({ person }) => person.deceased === undefined)
    .map((resident) => {
      const due = medicinesOf(resident.person).filter(({ times }) => times.startsWith('08:00'));
      return html`<tr>
<td>${resident.room}</td>
<td>${link(resident)}</td>
<td class="nowrap">${spacedNhsNumber(resident.person.nhsNumber)}</td>
<td>${due.length > 0 ? due.map(({ name, dose }) => html`${name}, ${dose.toLowerCase()}<br>`) : 'Nothing due'}</td>
</tr>
`;
    });
  return page(
    home,
    'Medication round',
    '/medication-round',
    html`<h1>Medication round <small>${longDate(today.toString())}, 08:00</small></h1>
<table id="medication-round">
<thead><tr><th scope="col">Room</th><th scope="col">Resident</th><th scope="col">NHS number</th><th scope="col">Due</th></tr></thead>
<tbody>${rows}</tbody>
</table>`,
  );
}

type Found = { readonly typed: string; readonly residents: readonly Resident[] };

/** The search page; one hit is a list of one, and never opens by itself. */
export function searchPage(home: Home, result?: Found): Markup {
  return page(
    home,
    'Search',
    '/search',
    html`<h1>Find a resident</h1>
<form id="resident-search" action="/search">
<label for="q">Name, date of birth or NHS number</label>
<p class="hint">For example, 485 777 3456 or 14/07/1938</p>
<input id="q" name="q" value="${result?.typed ?? ''}" autocomplete="off">
<button class="main">Search</button>
</form>
${result ? found(result) : ''}`,
  );
}

function found({ typed, residents }: Found): Markup {
  if (residents.length === 0) return html`<p class="none">No resident found for “${typed}”.</p>`;
  const rows = residents.map(
    (resident) => html`<tr>
<td>${resident.room}</td>
<td>${link(resident)}</td>
<td class="nowrap">${longDate(resident.person.birthDate)}</td>
<td class="nowrap">${spacedNhsNumber(resident.person.nhsNumber)}</td>
</tr>
`,
  );
  return html`<table id="search-results">
<caption>${residents.length === 1 ? '1 resident' : `${residents.length} residents`}</caption>
<thead><tr><th scope="col">Room</th><th scope="col">Resident</th><th scope="col">Date of birth</th><th scope="col">NHS number</th></tr></thead>
<tbody>${rows}</tbody>
</table>`;
}
