import { byId, make } from './dom.js';
import { send } from './requests.js';

/** Notes begun and not saved, per patient, so that changing patients loses and mixes nothing. */
const drafts = new Map();

function area(id, label, rows, text) {
  const box = make('textarea', { id, rows });
  box.value = text;
  return [make('label', { for: id }, label), box];
}

/** The note editor of the open patient; `saved` is told the entry that the server has written. */
export function consultationEditor(nhsNumber, saved) {
  const draft = drafts.get(nhsNumber) ?? { history: '', plan: '' };
  const form = make('form', { id: 'note-editor', class: 'panel' }, make('h2', {}, 'New consultation'));
  form.append(...area('note-history', 'History and examination', '5', draft.history));
  form.append(...area('note-plan', 'Plan', '2', draft.plan));
  const told = make('span', { class: 'told', role: 'status' });
  form.append(make('p', { class: 'editor-foot' }, make('button', { class: 'primary' }, 'Save consultation'), told));
  const texts = () => ({ history: byId('note-history').value, plan: byId('note-plan').value });
  form.addEventListener('input', () => drafts.set(nhsNumber, texts()));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const entry = await send(`/api/patients/${nhsNumber}/consultations`, texts());
      drafts.delete(nhsNumber);
      saved(entry);
    } catch (cause) {
      told.textContent = cause.message === 'empty' ? 'Write something first.' : 'Not saved. Try again.';
    }
  });
  return form;
}
