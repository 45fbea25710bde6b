import { choosePatient } from './dialogs.js';
import { byId, cuiDate, make, today } from './dom.js';
import { recentlyOpened } from './open-record.js';
import { peopleTable } from './people-table.js';
import { ask } from './requests.js';

let book = [];

/** Fetches today's book once; it is needed for "next patient" too. */
export async function loadBook() {
  book = await ask('/api/appointments');
}

/** The appointment after that of the open patient; the first one when nobody of the book is open. */
export function nextInBook(nhsNumber) {
  const at = book.findIndex((entry) => entry.nhsNumber === nhsNumber);
  return book[(at + 1) % book.length];
}

function bookTable() {
  return peopleTable({
    id: 'appointment-book',
    caption: `Appointments, ${cuiDate(today())}`,
    people: book,
    before: [['Time', ({ time }) => time]],
    after: [
      ['Kind', ({ kind }) => kind],
      ['Reason', ({ reason }) => reason],
      [
        'Status',
        ({ status }) => make('span', { class: `state state-${status.toLowerCase().replaceAll(' ', '-')}` }, status),
      ],
    ],
    choose: choosePatient,
  });
}

function recentList() {
  const names = recentlyOpened().map((identity) => make('li', {}, recentButton(identity)));
  const list = names.length > 0 ? make('ul', {}, ...names) : make('p', { class: 'none' }, 'Nobody yet.');
  return make('section', { id: 'recent-list', class: 'panel' }, make('h2', {}, 'Recently opened'), list);
}

export function recentButton(identity) {
  const name = `${identity.familyName.toUpperCase()}, ${identity.givenNames.join(' ')}`;
  const button = make(
    'button',
    { type: 'button', class: 'open-patient' },
    name,
    make('small', {}, cuiDate(identity.birthDate)),
  );
  button.addEventListener('click', () => choosePatient(identity));
  return button;
}

function tasks() {
  const lines = ['7 results to file', '3 documents to code', '2 prescription requests', '1 message from reception'];
  return make(
    'section',
    { class: 'panel' },
    make('h2', {}, 'Tasks'),
    make('ul', {}, ...lines.map((line) => make('li', {}, line))),
  );
}

/** The home screen: today's book beside the recently opened and the day's tasks. */
export function showBook(place) {
  place.replaceChildren(make('div', { class: 'home' }, bookTable(), make('aside', {}, recentList(), tasks())));
}

/** The book over an open record. */
export function showBookDialog() {
  const dialog = byId('book-dialog');
  dialog.querySelector('.dialog-body').replaceChildren(bookTable());
  dialog.showModal();
}
