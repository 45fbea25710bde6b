import { consultationEditor } from './consultation-editor.js';
import { byId, make, say } from './dom.js';
import { openNow, openPatient } from './open-record.js';

const TABS = { summary, consultations, medication, problems, documents };
const LABELS = {
  summary: 'Summary',
  consultations: 'Consultations',
  medication: 'Medication',
  problems: 'Problems',
  documents: 'Documents',
};

function panel(title, ...content) {
  return make('section', { class: 'panel' }, make('h2', {}, title), ...content);
}

function tableCell(text) {
  return make('td', { class: /^\d\d-\w{3}-\d{4}$/.test(text) ? 'date' : null }, text);
}

function table(headings, rows) {
  const head = make('tr', {}, ...headings.map((heading) => make('th', { scope: 'col' }, heading)));
  const body = rows.map((cells) => make('tr', {}, ...cells.map(tableCell)));
  if (rows.length === 0) return make('p', { class: 'none' }, 'Nothing recorded.');
  return make('table', { class: 'list' }, make('thead', {}, head), make('tbody', {}, ...body));
}

const problemRows = (problems) => problems.map(({ name, since, status }) => [name, since, status]);
const medicineRows = (medicines) =>
  medicines.map(({ name, dosage, quantity, lastIssued }) => [name, dosage, quantity, lastIssued]);

function entries(consultations) {
  return consultations.map(({ date, type, clinician, history, plan }) =>
    make(
      'article',
      { class: 'entry' },
      make('h3', {}, make('span', {}, date), ` ${type} · ${clinician}`),
      make('p', {}, history),
      plan ? make('p', { class: 'plan' }, `Plan: ${plan}`) : null,
    ),
  );
}

function summary({ identity, record }) {
  const doctor = identity.usualDoctor;
  const where = identity.registeredHere ? 'Registered here' : 'Not registered here: shared record';
  const active = record.problems.filter(({ status }) => status === 'Active');
  const columns = [
    [panel('Active problems', table(['Problem', 'Since', 'Status'], problemRows(active)))],
    [panel('Last consultations', ...entries(record.consultations.slice(0, 5)))],
    [
      panel(
        'Measurements',
        table(
          ['', 'Value', 'Date'],
          record.measurements.map(({ name, value, date }) => [name, value, date]),
        ),
      ),
      panel(
        'Usual doctor',
        make('p', {}, `${doctor.name}, registration no. ${doctor.registration}`),
        make('p', {}, where),
      ),
    ],
  ];
  columns[0].push(
    panel('Current medication', table(['Medicine', 'Dose', 'Quantity', 'Issued'], medicineRows(record.medication))),
  );
  return make('div', { class: 'columns' }, ...columns.map((panels) => make('div', {}, ...panels)));
}

function consultations({ identity, record }) {
  const saved = (entry) => {
    record.consultations.unshift(entry);
    if (openNow()?.identity.nhsNumber !== identity.nhsNumber) return;
    showTab('consultations', openNow());
    say('Consultation saved.');
  };
  const list = make('div', { class: 'entries' }, ...entries(record.consultations));
  return make('div', { class: 'two' }, list, consultationEditor(identity.nhsNumber, saved));
}

function medication({ record }) {
  return panel(
    'Repeat medication',
    table(['Medicine', 'Dose', 'Quantity', 'Last issued'], medicineRows(record.medication)),
  );
}

function problems({ record }) {
  return panel('Problems', table(['Problem', 'Since', 'Status'], problemRows(record.problems)));
}

function documents({ record }) {
  const rows = record.documents.map(({ date, title, from }) => [date, title, from]);
  return panel('Documents', table(['Date', 'Document', 'From'], rows));
}

/** Shows one tab of the open record; a record not yet fetched is fetched. */
export function showTab(name, { identity, record }) {
  if (record === null) {
    openPatient(identity.nhsNumber).catch(() => say('That record could not be opened.'));
    return;
  }
  for (const tab of document.querySelectorAll('#record-tabs [role="tab"]')) {
    const chosen = tab.dataset.tab === name;
    tab.setAttribute('aria-selected', String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
  }
  const content = make(
    'div',
    { class: 'record', role: 'tabpanel', 'aria-label': LABELS[name] },
    TABS[name]({ identity, record }),
  );
  byId('workspace').replaceChildren(content);
}

export function showTabs(visible) {
  byId('record-tabs').hidden = !visible;
}

/** Builds the tabs once; arrow keys move between them. */
export function wireTabs() {
  const list = byId('record-tabs').querySelector('[role="tablist"]');
  for (const [name, label] of Object.entries(LABELS)) {
    const tab = make('button', { type: 'button', role: 'tab', 'data-tab': name }, label);
    tab.addEventListener('click', () => openNow() && showTab(name, openNow()));
    list.append(tab);
  }
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const tabs = [...list.children];
    if (!step || !tabs.includes(document.activeElement)) return;
    const next = tabs.at((tabs.indexOf(document.activeElement) + step) % tabs.length);
    next.focus();
    next.click();
  });
}
