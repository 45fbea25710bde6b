// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Plan } from '../../../utils/plan/plan.ts';
import { showing } from '../../sandbox/stories/plan-stories.ts';
import { FULL_PLAN, HIDDEN_BY_ROLE, NOT_RECORDED, recorded } from '../../sandbox/stories/plans.ts';
import { NOW } from '../../sandbox/stories/story.ts';
import { draw, drawStory, part, seen } from './draw.tsx';

function details(article: Element, name: string): HTMLDetailsElement {
  const found = article.querySelector<HTMLDetailsElement>(`details[data-section="${name}"]`);
  if (!found) throw new Error(`No section to open is called ${name}`);
  return found;
}

test('the author’s own text stands below the entries, as text, in its own direction', () => {
  const symptoms = details(drawStory('plan-own-text').article, 'symptoms');
  const own = symptoms.querySelector('[data-part="own-text"]');
  expect(own?.parentElement?.lastElementChild).toBe(own);
  expect(own?.querySelector('h3')?.textContent).toBe('The author’s own text');
  const paragraphs = [...(own?.querySelectorAll('p') ?? [])];
  expect(paragraphs.map((paragraph) => [paragraph.className, paragraph.dir])).toEqual([
    ['written', 'auto'],
    ['written', 'auto'],
  ]);
});

test('markup in the author’s own text stays text', () => {
  const markup = '<img src=x onerror=alert(1)><b>bold</b>';
  const { article } = draw(showing({ ...FULL_PLAN, narratives: { contacts: [markup] } }), NOW);
  expect(part(article, 'own-text')).toBe(`The author’s own text${markup}`);
  expect(article.querySelector('img')).toBeNull();
});

test('what the author wrote on CPR stands with the answer', () => {
  const answer = drawStory('plan-own-text').article.querySelector('[data-part="answer"]');
  expect(seen(answer)).toContain('This does not hold for choking');
});

test('where nothing is coded but something written, the section is open and “not recorded” is not the last word', () => {
  const { article } = drawStory('plan-own-text');
  const medicines = details(article, 'anticipatory-medicines');
  expect(medicines.open).toBe(true);
  expect(part(medicines, 'closed-line')).toBe('Nothing is coded here. Read the author’s own text.');
  expect(seen(article.querySelector('[data-part="anticipatory-medicines"]'))).toBe(
    'Not recordedOnly in the author’s own text below',
  );
  expect(part(details(article, 'medicines'), 'closed-line')).toBe('Could not be read');
  expect(details(article, 'medicines').open).toBe(true);
});

test('a text that names an allergy which is not coded is no “Allergies not recorded”', () => {
  const plan: Plan = { ...FULL_PLAN, allergies: NOT_RECORDED, narratives: { allergies: ['Penicillin'] } };
  const allergies = details(draw(showing(plan), NOW).article, 'allergies');
  expect(part(allergies, 'closed-line')).toBe(
    'Allergies unavailable. Nothing is coded here. Read the author’s own text.',
  );
});

test('nothing is shown of a section that is kept from the role, whatever came with it', () => {
  const plan: Plan = {
    ...FULL_PLAN,
    cprDecision: { state: 'hidden' },
    contacts: HIDDEN_BY_ROLE,
    alerts: HIDDEN_BY_ROLE,
    placeOfCare: HIDDEN_BY_ROLE,
    patient: { ...FULL_PLAN.patient, language: { name: 'Polish', interpreter: 'notNeeded' } },
    narratives: { cpr: ['secret'], contacts: ['secret'], alerts: ['secret'], placeOfCare: ['secret'] },
  };
  expect(draw(showing(plan), NOW).article.textContent).not.toContain('secret');
});

test('where text and entries differ, the section says so, is open, and shows both', () => {
  const { article } = drawStory('plan-contradiction');
  for (const name of ['allergies', 'contacts', 'places']) {
    expect(details(article, name).open, name).toBe(true);
    expect(part(details(article, name), 'section-warning'), name).toBe(
      'The text and the entries of this section differ',
    );
  }
  expect(details(article, 'medicines').open).toBe(false);
  expect(seen(details(article, 'allergies'))).toContain('No known allergies, stated 03-Jun-2026');
  expect(seen(details(article, 'allergies'))).toContain('Penicillin: anaphylaxis.');
  expect(seen(article.querySelector('[data-part="call-first"]'))).toContain('Text and entries differ, see below');
});

test('a statement taken from the text says so beside the coded one', () => {
  const { article } = drawStory('plan-cpr-words-against-codes');
  const claims = [...article.querySelectorAll('[data-part="claim"]')].map(seen);
  expect(claims[0]).toMatch(/^Says: for CPR20-Aug-2026/);
  expect(claims[1]).toMatch(/^Says in words: not for CPRFrom the text of the plan03-Jun-2026/);
});

test('CPR in words only: each mention with its section, directly after the order', () => {
  const { article } = drawStory('plan-cpr-in-words-only');
  expect([...article.querySelectorAll('[data-part="mention"]')].map(seen)).toEqual([
    'We talked about resuscitation. She would not want her chest pressed, but has not signed the form yet.From: Emergency care and treatment',
    'No heroics.From: What matters to me',
  ]);
  expect(article.querySelector('[data-part="order"]')?.nextElementSibling?.className).toBe('mentions');
  expect(seen(drawStory('plan-two-current-words-only').article.querySelector('.claims'))).toContain(
    'Says: only in words, not coded',
  );
});

test('what is quoted in the answer is not drawn a second time', () => {
  const words = 'We talked about resuscitation.\nNothing is decided.';
  const plan: Plan = { ...FULL_PLAN, narratives: { cpr: words.split('\n') } };
  const inWords = draw(
    showing({ ...plan, cprDecision: { state: 'inWordsOnly', mentions: [{ section: 'CPR decision', words }] } }),
    NOW,
  ).article;
  expect(inWords.querySelector('[data-part="own-text"]')).toBeNull();
  const statements = [
    { says: 'forCpr', source: {} },
    { says: 'notForCpr', inWords: true, words, source: {} },
  ] as const;
  const against = draw(showing({ ...plan, cprDecision: { state: 'conflicting', statements } }), NOW).article;
  expect(against.querySelector('[data-part="own-text"]')).toBeNull();
  expect(seen(drawStory('plan-cpr-words-against-codes').article)).toContain('CPR decision: the author’s own text');
});

test('what has changed is marked in words, in its section, its row and the answer', () => {
  const { article } = drawStory('plan-changed');
  const marked = [...article.querySelectorAll('[data-section]')]
    .filter((section) => section.querySelector('[data-part="changed"]'))
    .map((section) => section.getAttribute('data-section'));
  expect(marked).toEqual(['allergies', 'contacts', 'alerts']);
  expect(article.querySelector('.answer [data-part="changed"]')?.textContent).toBe('Changed');
  const rows = [...article.querySelectorAll('.glance > div')].filter((row) =>
    row.querySelector('[data-part="changed"]'),
  );
  expect(rows.map((row) => seen(row.querySelector('dt')))).toEqual(['Call firstChanged']);
});

test('a section that was emptied is marked too, and an older plan beside the newest is not', () => {
  const notices = [{ kind: 'newerVersion', parts: ['Medicines'] }] as const;
  const plan = { ...FULL_PLAN, medicines: NOT_RECORDED };
  const { article } = draw(showing(plan, { notices, alsoCurrent: [FULL_PLAN] }), NOW);
  const marks = [...article.querySelectorAll('[data-section="medicines"]')].map((section) =>
    Boolean(section.querySelector('[data-part="changed"]')),
  );
  expect(marks).toEqual([true, false]);
});

test('a recorded contact is still rung where the text differs', () => {
  const plan: Plan = { ...FULL_PLAN, contacts: recorded([{ name: 'Duty line', phones: ['01632 960100'] }]) };
  const { article } = draw(showing({ ...plan, contradictions: ['whom to call'] }), NOW);
  expect(article.querySelector('[data-part="call-first"] a')?.getAttribute('href')).toBe('tel:01632960100');
  expect(seen(article.querySelector('[data-part="call-first"]'))).toContain('Text and entries differ');
});
