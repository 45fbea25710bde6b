import { loadBook, nextInBook, recentButton, showBookDialog } from './book.js';
import { choosePatient, wireDialogs } from './dialogs.js';
import { byId, make } from './dom.js';
import { closePatient, openNow, recentlyOpened } from './open-record.js';
import { wireTabs } from './record-tabs.js';
import { wireSearch } from './search.js';
import { exposeTestSwitches } from './test-switches.js';

function toggleRecent() {
  const menu = byId('recent-menu');
  const lines = recentlyOpened().map((identity) => make('li', {}, recentButton(identity)));
  menu.replaceChildren(...(lines.length > 0 ? lines : [make('li', { class: 'none' }, 'Nobody yet.')]));
  menu.hidden = !menu.hidden;
  byId('recent-button').setAttribute('aria-expanded', String(!menu.hidden));
}

function hideRecent() {
  if (!byId('recent-menu').hidden) toggleRecent();
}

function wireToolbar() {
  byId('show-book').addEventListener('click', () => (openNow() ? showBookDialog() : closePatient()));
  byId('recent-button').addEventListener('click', toggleRecent);
  byId('close-record').addEventListener('click', closePatient);
  byId('next-patient').addEventListener('click', () => {
    const next = nextInBook(openNow()?.identity.nhsNumber);
    if (next) choosePatient(next);
  });
  document.addEventListener('keydown', (event) => event.key === 'Escape' && hideRecent());
  document.addEventListener('click', (event) => {
    if (!event.target.closest('#recent-menu, #recent-button')) hideRecent();
  });
}

wireDialogs();
wireTabs();
wireSearch();
wireToolbar();
exposeTestSwitches();
await loadBook();
if (!openNow() && document.body.dataset.loading === undefined) closePatient();
