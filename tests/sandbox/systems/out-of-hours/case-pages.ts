import { html } from 'hono/html';
import type { Markup } from '../shared/markup.ts';
import { registrationNumber } from '../shared/staff.ts';
import { type Call, clock } from './calls.ts';
import { page } from './page.ts';

export type LogLine = { readonly at: string; readonly by: string; readonly text: string };

/** The case frame while nobody is open. */
export function noCasePage(): Markup {
  return page({
    title: 'Case',
    body: 'nl-case nl-empty',
    content: html`<div id="no-case"><p>No case open</p><p class="quiet">Choose a call from the queue.</p></div>`,
  });
}

/** A case: the call around the patient. Who the patient is stands in the inner frame only. */
export function casePage(call: Call, user: string, written: readonly LogLine[]): Markup {
  return page({
    title: `Case ${call.number}`,
    body: 'nl-case',
    script: 'case.js',
    content: html`${caseHeader(call, user)}
<iframe id="patient-frame" name="patient" title="Patient and triage" src="/triage/${call.number}"></iframe>
<div class="nl-desk">
<section>
<h2>Call log</h2>
<ol id="call-log">${logLines(call, written)}</ol>
</section>
<section>
<h2>Notes</h2>
<form method="post" action="/case/${call.number}/notes">
<label for="case-notes">Clinical note</label>
<textarea id="case-notes" name="note" rows="4"></textarea>
<button class="go">Add to log</button>
</form>
</section>
</div>`,
  });
}

function caseHeader(call: Call, user: string): Markup {
  return html`<header id="case-header" class="p-${call.priority}">
<p class="nl-number">Case ${call.number}</p>
<p id="case-timer" aria-label="Time on this case">00:00</p>
<p>${call.callerIs} on ${call.callerPhone}</p>
<p class="quiet">${user} · Registration ${registrationNumber(user)}</p>
<a id="close-case" href="/case">Close case</a>
</header>`;
}

function logLines(call: Call, written: readonly LogLine[]): Markup {
  const rang: LogLine[] = call.queued
    ? [
        { at: clock(call.calledAt), by: 'Telephony', text: `Call answered, ${call.callerIs.toLowerCase()} speaking` },
        { at: clock(call.calledAt), by: 'Call taker', text: call.complaint },
      ]
    : [{ at: '–', by: 'System', text: call.complaint }];
  return html`${[...rang, ...written].map(
    ({ at, by, text }) => html`<li><span class="at">${at}</span> <b>${by}</b> ${text}</li>
`,
  )}`;
}
