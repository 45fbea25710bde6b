import type { Person } from '../../sandbox/people/person.ts';
import type { Random } from '../../sandbox/people/random.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Whoever a part of a page names, as it writes them. */
export type Named = { readonly number: string; readonly name: string; readonly born: string };

const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** How a page may write this person. */
export function named({ nhsNumber, familyName, givenNames, title, birthDate }: Person, random: Random): Named {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const short = MONTHS[Number(month) - 1] ?? '';
  const given = givenNames.join(' ');
  const grouped = nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
  return {
    number: random.pick([grouped, nhsNumber, grouped.replaceAll(' ', '-')]),
    name: text(
      random.pick([`${familyName.toUpperCase()}, ${given} (${title})`, `${familyName.toUpperCase()}, ${given}`]),
    ),
    born: random.pick([`${day}-${short}-${year}`, `${day}/${month}/${year}`, `${Number(day)} ${short} ${year}`]),
  };
}

/** The same with a check digit that is wrong. */
export function withWrongCheck(one: Named): Named {
  const last = Number(one.number.at(-1));
  return { ...one, number: one.number.slice(0, -1) + ((last + 1) % 10) };
}

/** One way of writing somebody at the head of a record; `data-field` is for changes of one field after the other. */
type Written = (one: Named) => string;

const field = (name: keyof Named, one: Named) => `<span data-field="${name}">${one[name]}</span>`;

const WAYS: readonly Written[] = [
  (one) => `<header class="patient-banner"><strong>${field('name', one)}</strong> <span>Born</span>
    <b>${field('born', one)}</b> <span>NHS No.</span> <b>${field('number', one)}</b></header>`,
  (one) => `<section aria-label="Patient"><h2>${field('name', one)}</h2><dl><dt>Date of birth</dt>
    <dd>${field('born', one)}</dd><dt>NHS number</dt><dd>${field('number', one)}</dd></dl></section>`,
  (one) => `<div class="demographics"><div><label>Name</label> ${field('name', one)}</div>
    <div><label>DOB:</label> ${field('born', one)}</div><div><label>NHS number:</label> ${field('number', one)}</div></div>`,
  (one) => `<table><tbody><tr><th>Name</th><td>${field('name', one)}</td></tr>
    <tr><th>Date of birth</th><td>${field('born', one)}</td></tr>
    <tr><th>NHS No.</th><td>${field('number', one)}</td></tr></tbody></table>`,
];

/** Somebody at the head of a record, in one of the ways in which systems write it. */
export function banner(one: Named, random: Random): string {
  return random.pick(WAYS)(one);
}
