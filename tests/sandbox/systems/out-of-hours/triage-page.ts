import { html } from 'hono/html';
import { daysBefore } from '../../people/dates.ts';
import type { Person } from '../../people/person.ts';
import { randomFrom } from '../../people/random.ts';
import type { Markup } from '../shared/markup.ts';
import { doctorFor } from '../shared/staff.ts';
import { ageOf, familyFirst, genderWord, slashDate, spacedNhsNumber } from '../shared/wording.ts';
import type { Call } from './calls.ts';
import { page } from './page.ts';

const QUESTIONS = [
  'Breathing normally',
  'Able to speak in sentences',
  'Fresh bleeding',
  'Drowsy or confused',
  'Pain, 0 to 10',
  'Drinking',
  'Passed water in the last 12 hours',
] as const;
const CONTACTS = ['Telephone advice', 'Home visit', 'Base appointment', 'Ambulance referral, not conveyed'] as const;
const OUTCOMES = [
  'Own GP to follow up',
  'Medicines supplied',
  'No further action',
  'District nurse asked to call',
] as const;

/** The innermost frame: who the patient is, and what was asked. */
export function triagePage(call: Call, today: Temporal.PlainDate): Markup {
  return page({
    title: 'Patient',
    body: 'nl-patient',
    content: html`<section id="patient-identity" aria-label="Patient">
<dl class="identity">
${identityRows(call.person, today)}
</dl>
</section>
<div class="nl-triage">
<section><h2>Triage</h2>${answers(call)}</section>
<section><h2>Earlier contacts</h2>${earlierContacts(call.person, today)}
<h2>Registered doctor</h2><p>${doctorFor(call.person.nhsNumber).name}, registration ${doctorFor(call.person.nhsNumber).registration}</p></section>
</div>`,
  });
}

function identityRows(person: Person, today: Temporal.PlainDate): Markup {
  const died = person.deceased === true ? 'Yes, date not known' : person.deceased && slashDate(person.deceased);
  const address = person.restricted ? 'Restricted' : [...person.addressLines, person.postcode].join(', ');
  const rows: readonly (readonly [field: string, label: string, value: string | undefined])[] = [
    ['name', 'Name', familyFirst(person)],
    ['known-as', 'Known as', person.preferredName],
    ['dob', 'Date of birth', slashDate(person.birthDate)],
    ['age', 'Age', `${ageOf(person, today)} years`],
    ['sex', 'Sex', genderWord(person.gender)],
    ['nhs-number', 'NHS number', spacedNhsNumber(person.nhsNumber)],
    ['deceased', 'Deceased', died],
    ['address', 'Address', address],
  ];
  return html`${rows
    .filter(([, , value]) => value !== undefined)
    .map(
      ([field, label, value]) => html`<div><dt>${label}</dt><dd data-field="${field}">${value}</dd></div>
`,
    )}`;
}

function answers(call: Call): Markup {
  if (!call.queued) return html`<p class="quiet">Not triaged tonight.</p>`;
  const random = randomFrom(1, `triage:${call.person.nhsNumber}`);
  const answer = (question: string) =>
    question.startsWith('Pain') ? String(random.integer(0, 8)) : random.pick(['Yes', 'No', 'No', 'Not asked']);
  return html`<p class="complaint">${call.complaint}</p>
<table class="answers"><tbody>${QUESTIONS.map(
    (question) => html`<tr><th scope="row">${question}</th><td>${answer(question)}</td></tr>
`,
  )}</tbody></table>`;
}

function earlierContacts(person: Person, today: Temporal.PlainDate): Markup {
  const random = randomFrom(1, `contacts:${person.nhsNumber}`);
  const count = random.integer(0, 3);
  if (count === 0) return html`<p class="quiet">None in twelve months.</p>`;
  const days = Array.from({ length: count }, () => random.integer(9, 360)).toSorted((a, b) => a - b);
  return html`<ul>${days.map(
    (
      ago,
    ) => html`<li>${slashDate(daysBefore(today.toString(), ago))} ${random.pick(CONTACTS)}: ${random.pick(OUTCOMES)}</li>
`,
  )}</ul>`;
}
