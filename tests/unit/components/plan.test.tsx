// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Plan } from '../../../utils/plan/plan.ts';
import { showing } from '../../sandbox/stories/plan-stories.ts';
import { FULL_PLAN, recorded, statedNone } from '../../sandbox/stories/plans.ts';
import { NOW } from '../../sandbox/stories/story.ts';
import { draw, drawStory, part, seen } from './draw.tsx';

function drawPlan(more: Partial<Plan>): HTMLElement {
  return draw(showing({ ...FULL_PLAN, ...more }), NOW).article;
}

function row(article: Element, name: string): Element | null {
  return article.querySelector(`[data-part="${name}"]`);
}

test('the banner of the plan’s patient', () => {
  const { article } = drawStory('plan');
  expect(part(article, 'name')).toBe('REED, Margaret (Mrs)');
  expect(part(article, 'born')).toBe('14-Jul-1938 (88)');
  expect(part(article, 'gender')).toBe('Female');
  expect(part(article, 'nhs-number')).toBe('999 104 5120');
  expect(part(article, 'preferred-name')).toBe('Peggy');
  expect(article.querySelector('[data-part="born"] .unseen')?.textContent).toBe('14 July 1938');
});

test.each([
  ['plan', 'Not for CPR', 'If the heart stops, do not attempt CPR.', 'not-for-cpr'],
  ['plan-for-cpr', 'For CPR', 'If the heart stops, attempt CPR.', 'for-cpr'],
  ['plan-modified-cpr', 'Modified CPR (child)', 'If the heart stops, do only what is written here:', 'modified'],
  [
    'plan-conflicting-cpr',
    'CPR statements disagree',
    'Two current statements say different things. Check the source before relying on either.',
    'conflict',
  ],
  [
    'plan-cpr-may-disagree',
    'CPR statements may disagree',
    'Not all current statements could be understood. Read each, and check the source before relying on any.',
    'conflict',
  ],
  [
    'plan-cpr-not-recorded',
    'CPR decision not recorded',
    'The plan does not say whether to attempt CPR.',
    'not-recorded',
  ],
  [
    'plan-unknown-cpr',
    'CPR decision not understood',
    'A CPR decision is recorded, but Planside cannot tell what it is.',
    'not-checked',
  ],
  [
    'plan-cpr-unreadable',
    'CPR decision could not be read',
    'The plan may hold a CPR decision, but Planside could not read it.',
    'not-checked',
  ],
  [
    'plan-cpr-in-words-only',
    'CPR in words only',
    'The plan holds no coded CPR decision. Read what it says:',
    'not-checked',
  ],
  [
    'plan-cpr-hidden',
    'CPR decision hidden from your role',
    'The plan may hold a CPR decision. Ask the nurse in charge or the GP.',
    'held-back',
  ],
])('%s: %s', (id, verdict, order, form) => {
  const { article } = drawStory(id);
  expect(part(article, 'verdict')).toBe(verdict);
  expect(part(article, 'order')).toBe(order);
  expect(article.querySelector<HTMLElement>('[data-part="answer"]')?.dataset.kind).toBe(form);
});

test('absence of a decision is denied in both directions', () => {
  const ids = [
    'plan-cpr-not-recorded',
    'plan-cpr-unreadable',
    'plan-empty',
    'plan-cpr-in-words-only',
    'plan-cpr-hidden',
  ];
  for (const id of ids) {
    expect(part(drawStory(id).article, 'about')).toBe(
      'This does not mean “for CPR”, and it does not mean “not for CPR”.',
    );
  }
});

test('both statements that disagree are drawn alike, with their source and number', () => {
  const { article } = drawStory('plan-conflicting-cpr');
  const claims = [...article.querySelectorAll('[data-part="claim"]')].map(seen);
  expect(claims).toEqual([
    'Says: not for CPR20-Aug-2026, Dr Owen Clarke, GP, Example Lane SurgeryDNACPR agreed with patient.01632 960150',
    'Says: for CPR01-Sep-2026, Dr Mia Sato, Example General HospitalFor full resuscitation during this admission.01632 960199',
  ]);
});

test('what was sent is said word for word where it is not understood', () => {
  expect(part(drawStory('plan-unknown-cpr').article, 'sent-as')).toBe(
    'It was sent as “Resus status – see attached letter”.',
  );
});

test('a modified decision without its words says so', () => {
  const { article } = drawStory('plan-modified-cpr-without-words');
  expect(seen(article.querySelector('[data-part="answer"]'))).toContain('What to do is not recorded.');
});

test('a decision without date and author says so', () => {
  expect(part(drawStory('plan-no-date-no-author').article, 'decided')).toBe('Date and author not recorded');
});

test('the four kinds of fact never look alike', () => {
  const facts = [
    drawPlan({ anticipatoryMedicines: statedNone() }),
    drawPlan({ anticipatoryMedicines: { state: 'notRecorded' } }),
    drawPlan({ anticipatoryMedicines: { state: 'unreadable' } }),
    drawPlan({ anticipatoryMedicines: { state: 'hidden', why: 'restricted' } }),
    drawPlan({ anticipatoryMedicines: { state: 'hidden', why: 'role' } }),
  ].map((article) => {
    const fact = row(article, 'anticipatory-medicines');
    return [fact?.querySelector<HTMLElement>('[data-fact]')?.dataset.fact, seen(fact)];
  });
  expect(facts).toEqual([
    ['statedNone', 'None, stated 03-Jun-2026'],
    ['notRecorded', 'Not recorded'],
    ['unreadable', 'Could not be read'],
    ['hidden', 'Hidden'],
    ['hidden', 'Your role does not show this section. Ask the nurse in charge or the GP.'],
  ]);
});

test('a stated “None” without a date says that it has none', () => {
  const article = drawPlan({ contacts: statedNone({}) });
  expect(part(article, 'call-first')).toBe('None, stated without a date');
});

test.each([
  ['comfort', 'Comfort, symptomatic treatment only'],
  ['home', 'Home/Hospice, treatment of reversible conditions as appropriate'],
  ['hospital', 'Hospital, treatment of reversible conditions as appropriate'],
  ['intensive', 'Intensive, full active treatment'],
] as const)('ceiling of treatment in its exact words: %s', (level, words) => {
  expect(part(drawPlan({ treatmentLevel: recorded({ level }) }), 'treatment-level')).toBe(words);
});

test('a ceiling in other words is shown as it was sent', () => {
  const article = drawPlan({ treatmentLevel: recorded({ level: 'unknown', words: 'Ward-level care' }) });
  expect(part(article, 'treatment-level')).toBe('Ward-level care');
});

test('the text of the author is drawn as it came, markup and all', () => {
  const words = '<b>0.5mg</b> &amp; “more”\n<img src=x onerror=alert(1)>';
  const article = drawPlan({
    cprDecision: { state: 'notForCpr', statement: { says: 'notForCpr', words, source: {} } },
  });
  expect(article.querySelector('[data-part="cpr-words"]')?.textContent).toBe(words);
  expect(article.querySelector('img')).toBeNull();
});

test('the first of the contacts is rung with one press, and an unclear number is no link', () => {
  const { article } = drawStory('plan');
  expect(article.querySelector('[data-part="call-first"] a')?.getAttribute('href')).toBe('tel:01632960123');
  const long = drawStory('plan-long').article;
  expect([...(row(long, 'call-first')?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))).toEqual([
    'tel:+441632960123',
    'tel:01632960145',
  ]);
});

test('a missing first contact is not passed over in silence', () => {
  const { article } = drawStory('plan-part-unreadable');
  expect(seen(row(article, 'call-first'))).toContain('Part of this could not be read');
  expect(seen(article.querySelector('[data-section="contacts"]'))).toContain('Part of this could not be read');
  expect(seen(row(article, 'treatment-level'))).not.toContain('could not be read');
});

test('status, version, review and age of the plan', () => {
  expect(part(drawStory('plan').article, 'truth')).toBe(
    'Approved plan, version 7, reviewed 03-Jun-2026 by Dr Anjali Rao, GP. Next review due 03-Dec-2026. Fetched 14:32 today.',
  );
  expect(part(drawStory('plan-empty').article, 'truth')).toBe(
    'Approved plan, date of review not recorded. Next review date not recorded. Fetched 14:32 today.',
  );
  expect(part(drawStory('plan-draft-shown').article, 'truth')).toMatch(/^Draft, not yet approved/);
});
