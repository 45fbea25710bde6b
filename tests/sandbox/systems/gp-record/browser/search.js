import { choosePatient } from './dialogs.js';
import { byId, make, say } from './dom.js';
import { closePatient, openNow } from './open-record.js';
import { peopleTable } from './people-table.js';
import { send } from './requests.js';

let latest = 0;

function resultsTable(people, typed) {
  if (people.length === 0) return make('p', { class: 'none' }, `No patient found for “${typed}”.`);
  const caption = people.length === 1 ? '1 patient found' : `${people.length} patients found`;
  return peopleTable({ id: 'search-results', caption, people, choose: choosePatient });
}

/** Results fill the work area when nobody is open; over an open record they are a dialog. */
function showResults(people, typed) {
  const table = resultsTable(people, typed);
  const busy = openNow() !== null || document.body.dataset.loading !== undefined;
  if (busy) {
    const dialog = byId('results-dialog');
    dialog.querySelector('.dialog-body').replaceChildren(table);
    if (!dialog.open) dialog.showModal();
  } else {
    const back = make('button', { type: 'button', class: 'back' }, 'Back to appointments');
    back.addEventListener('click', closePatient);
    byId('workspace').dataset.view = 'results';
    byId('workspace').replaceChildren(make('div', { class: 'results' }, back, table));
  }
  say(people.length === 1 ? '1 patient found' : `${people.length} patients found`);
}

/** Nothing is looked up before the form is sent, and only the last search answers. */
export function wireSearch() {
  byId('patient-search').addEventListener('submit', async (event) => {
    event.preventDefault();
    const typed = byId('search-box').value;
    if (typed.trim() === '') return;
    latest += 1;
    const mine = latest;
    const people = await send('/api/search', { query: typed });
    if (mine === latest) showResults(people, typed);
  });
}
