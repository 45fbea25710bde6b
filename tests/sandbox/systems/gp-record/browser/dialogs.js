import { byId, cuiDate, genderWord, listName, make, say, spaced } from './dom.js';
import { openPatient } from './open-record.js';

/** Opens somebody chosen from a list; for deceased and restricted people only after a question. */
export function choosePatient(person) {
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
  byId('recent-menu').hidden = true;
  byId('recent-button').setAttribute('aria-expanded', 'false');
  if (person.deceased || person.restricted) askFirst(person);
  else open(person);
}

function open({ nhsNumber }) {
  openPatient(nhsNumber).catch((cause) => say(cause.message));
}

function warning({ deceased, restricted }) {
  const died = typeof deceased === 'string' ? `This patient died on ${cuiDate(deceased)}.` : 'This patient has died.';
  return [
    deceased ? died : '',
    restricted ? 'This record is restricted. Opening it is reported to the privacy officer.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function askFirst(person) {
  const dialog = byId('confirm-dialog');
  const lines = [
    ['Name', listName(person)],
    ['Born', cuiDate(person.birthDate)],
    ['Gender', genderWord(person.gender)],
    ['NHS No.', spaced(person.nhsNumber)],
  ].map(([label, value]) => make('div', {}, make('dt', {}, label), make('dd', {}, value)));
  dialog
    .querySelector('.dialog-body')
    .replaceChildren(make('p', { class: 'warning' }, warning(person)), make('dl', {}, ...lines));
  dialog.querySelector('.confirm').onclick = () => {
    dialog.close();
    open(person);
  };
  dialog.showModal();
}

/** Every dialog has one button that only closes it; a closed one keeps nobody. */
export function wireDialogs() {
  for (const dialog of document.querySelectorAll('dialog')) {
    dialog.querySelector('.cancel').addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => {
      if (!dialog.open) dialog.querySelector('.dialog-body').replaceChildren();
    });
  }
}
