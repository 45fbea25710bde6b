import { html } from 'hono/html';
import type { People, Person } from '../../people/person.ts';
import type { Markup } from '../shared/markup.ts';
import { doctorFor, registrationNumber } from '../shared/staff.ts';
import { ageOf, givenFirst, longDate, spacedNhsNumber } from '../shared/wording.ts';
import { page } from './page.ts';
import { careNeeds, dailyNotes, medicinesOf, relativesOf } from './resident-content.ts';
import { type Home, initials, type Note, type Resident } from './residents.ts';

export type Section = 'overview' | 'notes' | 'care-plan' | 'medication' | 'contacts';

export type ResidentView = {
  readonly home: Home;
  readonly resident: Resident;
  readonly practice: People['practice'];
  /** Notes written since the sandbox started, newest first. */
  readonly notes: readonly Note[];
  readonly today: Temporal.PlainDate;
};

const SECTIONS: Readonly<
  Record<Section, { readonly label: string; readonly content: (view: ResidentView) => Markup }>
> = {
  overview: { label: 'Overview', content: overview },
  notes: { label: 'Daily notes', content: notes },
  'care-plan': { label: 'Care plan summary', content: carePlan },
  medication: { label: 'Medication', content: medication },
  contacts: { label: 'Contacts', content: contacts },
};

/** One section of one resident's record, under the identity card that every section has. */
export function residentPage(view: ResidentView, section: Section): Markup {
  const { id, person } = view.resident;
  const tabs = Object.entries(SECTIONS).map(
    ([name, { label }]) =>
      html`<a href="/residents/${id}${name === 'overview' ? '' : `/${name}`}"${name === section ? html` aria-current="page"` : ''}>${label}</a>
`,
  );
  return page(
    view.home,
    `${givenFirst(person)}, ${SECTIONS[section].label}`,
    '/',
    html`<article id="resident">
${identityCard(view)}
<nav id="resident-tabs" aria-label="Resident">${tabs}</nav>
${SECTIONS[section].content(view)}
</article>`,
  );
}

function identityCard({ resident, practice, today }: ResidentView): Markup {
  const { person, room } = resident;
  const died = person.deceased === true ? 'Date not known' : person.deceased && longDate(person.deceased);
  const rows: readonly (readonly [field: string, label: string, value: string | undefined])[] = [
    ['name', 'Name', givenFirst(person)],
    ['known-as', 'Likes to be called', person.preferredName],
    ['dob', 'Date of birth', longDate(person.birthDate)],
    ['age', 'Age', person.deceased ? undefined : String(ageOf(person, today))],
    ['died', 'Died', died],
    ['nhs', 'NHS number', spacedNhsNumber(person.nhsNumber)],
    ['room', 'Room', room],
    ['gp', 'GP', `${practice.name}, ${practice.phone}`],
  ];
  return html`<section id="resident-card" class="identity-card" aria-label="Resident">
<span class="photo" aria-hidden="true">${initials(person)}</span>
<dl>
${rows
  .filter(([, , value]) => value !== undefined)
  .map(
    ([field, label, value]) => html`<div><dt>${label}</dt><dd class="rc-${field}">${value}</dd></div>
`,
  )}</dl>
</section>`;
}

function noteList(list: readonly Note[]): Markup {
  return html`<ul class="notes">${list.map(
    ({ date, by, text }) => html`<li><p class="quiet">${longDate(date)} · ${by}</p><p>${text}</p></li>
`,
  )}</ul>`;
}

function allNotes({ resident, notes: written, today }: ResidentView): readonly Note[] {
  return [...written, ...dailyNotes(resident.person, today)];
}

function overview(view: ResidentView): Markup {
  const { person } = view.resident;
  const [first] = relativesOf(person);
  return html`<div class="two">
<section class="sheet"><h2>Latest notes</h2>${noteList(allNotes(view).slice(0, 3))}</section>
<section class="sheet"><h2>At a glance</h2>${needList(person, 4)}
${first ? html`<h2>Ring first</h2><p>${first.name} (${first.relation.toLowerCase()}), ${first.phone}</p>` : ''}</section>
</div>`;
}

function notes(view: ResidentView): Markup {
  return html`<div class="two">
<section class="sheet"><h2>Daily notes</h2>${noteList(allNotes(view))}</section>
<section class="sheet"><h2>Add a note</h2>
<form id="note-form" method="post" action="/residents/${view.resident.id}/notes">
<label for="note">What happened?</label>
<textarea id="note" name="note" rows="5" required></textarea>
<button class="main">Save note</button>
</form></section>
</div>`;
}

function needList(person: Person, most: number): Markup {
  const needs = careNeeds(person).slice(0, most);
  return html`<dl class="needs">${needs.map(
    ([heading, text]) => html`<div><dt>${heading}</dt><dd>${text}</dd></div>
`,
  )}</dl>`;
}

function carePlan({ home, resident, today }: ResidentView): Markup {
  const reviewed = today.subtract({ days: 20 }).toString();
  return html`<section class="sheet"><h2>Care plan summary</h2>
${needList(resident.person, Number.POSITIVE_INFINITY)}
<p class="quiet">Reviewed ${longDate(reviewed)} by the nurse in charge of ${home.home.name}, registration ${registrationNumber(home.home.id)}</p>
</section>`;
}

function medication({ resident }: ResidentView): Markup {
  const doctor = doctorFor(resident.person.nhsNumber);
  const rows = medicinesOf(resident.person).map(
    ({ name, dose, times }) => html`<tr><td>${name}</td><td>${dose}</td><td>${times}</td></tr>
`,
  );
  return html`<section class="sheet"><h2>Medication</h2>
<table class="medicines"><thead><tr><th scope="col">Medicine</th><th scope="col">Dose</th><th scope="col">Times</th></tr></thead>
<tbody>${rows}</tbody></table>
<p class="quiet">Prescriber ${doctor.name}, registration ${doctor.registration}</p>
</section>`;
}

function contacts({ resident, practice }: ResidentView): Markup {
  const doctor = doctorFor(resident.person.nhsNumber);
  const people = relativesOf(resident.person).map(
    ({ name, relation, birthDate, phone, first }) => html`<li>
<h3>${name}${first ? html` <small>ring first</small>` : ''}</h3>
<dl><div><dt>Relation</dt><dd>${relation}</dd></div><div><dt>Date of birth</dt><dd>${longDate(birthDate)}</dd></div><div><dt>Telephone</dt><dd>${phone}</dd></div></dl>
</li>
`,
  );
  return html`<section class="sheet"><h2>Family and friends</h2><ul id="contacts">${people}</ul></section>
<section class="sheet"><h2>Professionals</h2>
<p>${doctor.name}, ${practice.name}, ${practice.phone}. Registration ${doctor.registration}</p></section>`;
}
