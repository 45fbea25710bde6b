import { clearBanner, showBanner } from './banner.js';
import { showBook } from './book.js';
import { byId, listName, make, say } from './dom.js';
import { showTab, showTabs } from './record-tabs.js';
import { ask } from './requests.js';

/** Who is open: `identity` and, once fetched, `record`. Nobody: null. */
let open = null;
let opening = new AbortController();
const recent = [];
const workspace = byId('workspace');

export const openNow = () => open;
export const recentlyOpened = () => recent;

function leave() {
  opening.abort(new Error('another record was opened or this one closed'));
  opening = new AbortController();
  open = null;
  clearBanner();
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
  workspace.classList.remove('flat');
  workspace.style.background = '';
  delete document.body.dataset.loading;
  return opening.signal;
}

function enter(identity, record) {
  open = { identity, record };
  workspace.dataset.view = 'record';
  byId('close-record').disabled = false;
  showTabs(true);
}

function remember(identity) {
  const before = recent.findIndex(({ nhsNumber }) => nhsNumber === identity.nhsNumber);
  if (before >= 0) recent.splice(before, 1);
  recent.unshift(identity);
  recent.length = Math.min(recent.length, 8);
}

/** Opens a record: clears the old banner at once, fetches, shows. A later open or close makes this one reject. */
export async function openPatient(nhsNumber, { delay } = {}) {
  const signal = leave();
  document.body.dataset.loading = '';
  workspace.dataset.view = 'record';
  workspace.replaceChildren(make('p', { class: 'waiting' }, 'Opening record…'));
  showTabs(false);
  const path = `/api/patients/${encodeURIComponent(nhsNumber)}${delay === undefined ? '' : `?delay=${delay}`}`;
  try {
    const { identity, record } = await ask(path, { signal });
    signal.throwIfAborted();
    delete document.body.dataset.loading;
    showBanner(identity);
    enter(identity, record);
    showTab('summary', open);
    remember(identity);
    say(`Record open: ${listName(identity)}`);
  } catch (cause) {
    if (!signal.aborted) {
      closePatient();
      say('That record could not be opened.');
    }
    throw cause;
  }
}

/** Rewrites the banner in one task, for measurements; `colour` fills the whole work area. */
export function openPatientNow(person, colour) {
  const identity = { ...person, givenNames: [person.givenNames ?? []].flat() };
  opening.abort(new Error('another record was opened'));
  opening = new AbortController();
  delete document.body.dataset.loading;
  showBanner(identity);
  enter(identity, null);
  workspace.classList.toggle('flat', colour !== undefined);
  workspace.style.background = colour ?? '';
  workspace.replaceChildren(
    ...(colour === undefined ? [make('p', { class: 'waiting' }, 'Choose a tab to load the record.')] : []),
  );
}

/** Nobody is open afterwards; the appointment book is shown. */
export function closePatient() {
  leave();
  showTabs(false);
  byId('close-record').disabled = true;
  workspace.dataset.view = 'appointments';
  workspace.replaceChildren();
  showBook(workspace);
}
