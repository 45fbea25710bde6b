import { cuiDate, genderWord, listName, make, spaced } from './dom.js';

/** A list of several people; `before` and `after` are further columns as `[heading, person => text]`. */
export function peopleTable({ id, caption, people, before = [], after = [], choose }) {
  const columns = [
    ...before,
    ['Name', (person) => nameButton(person, choose)],
    ['Born', (person) => cuiDate(person.birthDate)],
    ['Gender', (person) => genderWord(person.gender)],
    ['NHS No.', (person) => spaced(person.nhsNumber)],
    ...after,
  ];
  const head = make('tr', {}, ...columns.map(([heading]) => make('th', { scope: 'col' }, heading)));
  const rows = people.map((person) => make('tr', {}, ...columns.map(([, cell]) => make('td', {}, cell(person)))));
  return make(
    'table',
    { id, class: 'list' },
    make('caption', {}, caption),
    make('thead', {}, head),
    make('tbody', {}, ...rows),
  );
}

function nameButton(person, choose) {
  const button = make('button', { type: 'button', class: 'open-patient' }, listName(person));
  if (person.deceased) button.append(make('span', { class: 'tag' }, 'Deceased'));
  if (person.restricted) button.append(make('span', { class: 'tag' }, 'Restricted'));
  button.addEventListener('click', () => choose(person));
  return button;
}
