// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { drawStory, part, seen } from './draw.tsx';

function notices(id: string): readonly string[] {
  return [...drawStory(id).article.querySelectorAll('[data-part="notice"]')].map(seen);
}

test.each([
  [
    'plan-overdue',
    'Review overdue by 5 monthsWas due 20-Jun-2026. Last reviewed 20-Dec-2025. Wishes may have changed.',
  ],
  [
    'plan-draft-newer',
    'A newer draft exists, not yet approvedStarted 19-Nov-2026 by Nurse Ana Costa. Below: version 7, approved.',
  ],
  ['plan-partial', '3 parts of this plan could not be readAnticipatory medicines; Allergies; Medicines. Try again'],
  [
    'plan-part-unreadable',
    '3 parts of this plan could not be readWhom to call (a linked item is missing); Preferred place of death; Allergies. Try again',
  ],
  ['plan-expired', 'This plan ended on 31-Oct-2026Check before relying on it.'],
  [
    'plan-not-checked-since',
    'Not checked since 13:02Example Plan Service is not working. The plan may have changed since. Try again',
  ],
  [
    'plan-not-checked-since-yesterday',
    'Not checked since 18:32 on 21-Nov-2026Example Plan Service could not be reached: something on the network answered with a web page instead. The plan may have changed since. Try again',
  ],
  [
    'plan-contradiction',
    'Words and codes of this plan differAllergies; Whom to call; Preferred place of care. Read both before relying on either.',
  ],
  [
    'plan-unknown-sections',
    '6 sections shown as writtenAllergies and adverse reactions; Functional status; Treatment limits; Ventilator settings at home; Outside the sections; Spiritual care. Planside does not know them: read them before taking anything as not recorded.',
  ],
  [
    'plan-other-kind',
    'A kind of document Planside does not knowIt was sent as “Discharge summary”. Check what it is before relying on it.',
  ],
  [
    'plan-changed',
    'Changed since you last looked on 12-Nov-2026CPR decision; Whom to call; Allergies; Alerts and access to home. ',
  ],
  [
    'plan-changed-today',
    'Changed since you last looked at 13:32CPR decision; Whom to call; Allergies; Alerts and access to home. ',
  ],
  [
    'plan-changed-nothing',
    'Changed since you last looked on 20-Nov-2026A newer version; nothing Planside takes apart has changed.',
  ],
  [
    'plan-newer-version',
    'A newer version has just replaced this planAnticipatory medicines; Preferred place of death. ',
  ],
  ['plan-clock-fast', 'This computer’s clock is 12 minutes fastTimes and ages here may be wrong.'],
  ['plan-clock-years-slow', 'This computer’s clock is 10 years slowTimes and ages here may be wrong.'],
  [
    'plan-dated-in-future',
    'This plan holds dates that have not come yet14-Mar-2062, 01-Jan-2031. Check them before relying on them.',
  ],
  [
    'plan-given-name-differs',
    'The given name differsThis page: Peggy. The plan: Margaret. Check the name with the person.',
  ],
  [
    'plan-two-current',
    '2 current plans for this personAll are shown, the newest first. Check the source before relying on one of them.',
  ],
  ['saved-notForCpr', 'Saved copy, 3 hours 10 minutes oldOffline, so not checked since. Try again'],
  ['saved-yesterday', 'Saved copy, 20 hours oldExample Plan Service is not working, so not checked since. Try again'],
  [
    'saved-just-now',
    'Saved copy, less than 1 minute oldExample Plan Service did not answer in time, so not checked since. Try again',
  ],
  ['saved-clock-set-back', 'Saved copy, age not knownOffline, so not checked since. Try again'],
  [
    'plan-emergency-access',
    'Emergency accessThe privacy officer of Example Lane Surgery has been told. For this patient and this visit only.',
  ],
  [
    'plan-emergency-access-nobody-named',
    'Emergency accessThe plan service has been told. For this patient and this visit only.',
  ],
  [
    'plan-restricted',
    'Restricted recordAddress, phone numbers and place are hidden to protect this person. Do not ask for them or write them down.',
  ],
])('%s', (id, words) => {
  expect(notices(id)).toEqual([words.trim()]);
});

test('a test patient is said beside the name, not above the answer', () => {
  const { article } = drawStory('plan');
  expect(part(article, 'test-patient')).toBe('Test patient');
  expect(article.querySelector('[data-part="notice"]')).toBeNull();
});

test('a restricted record shows no place, neither in the rows nor in the sections', () => {
  const { article } = drawStory('plan-restricted');
  expect(part(article, 'place-of-care')).toBe('Care Hidden');
  expect(part(article, 'place-of-death')).toBe('Death Hidden');
  expect(part(article, 'kept-at')).toBe('Hidden');
  expect(part(article, 'access')).toBe('Hidden');
  expect([...article.querySelectorAll('[data-part="own-text"]')].map(seen)).toEqual([
    'The author’s own textHidden',
    'The author’s own textHidden',
  ]);
  expect(article.textContent).not.toMatch(/Own home|Kitchen cupboard|Key safe|hall table|next door|Your role/);
});

test('two current plans that agree are both drawn, and what differs is marked', () => {
  const { article } = drawStory('plan-two-current');
  expect(article.querySelectorAll('[data-part="another-plan"]')).toHaveLength(1);
  expect([...article.querySelectorAll('[data-part="verdict"]')].map(seen)).toEqual(['Not for CPR', 'Not for CPR']);
  const [newest, other] = [...article.querySelectorAll('[data-part="treatment-level"]')].map(seen);
  expect(newest).toContain('Another current plan says something else');
  expect(other).toBe('Hospital, treatment of reversible conditions as appropriate');
});

test.each(['plan-two-current-disagree', 'plan-two-current-one-silent'])('%s: no plan’s answer is drawn alone', (id) => {
  const { article } = drawStory(id);
  expect(part(article, 'verdict')).toBe('CPR statements disagree');
  expect(article.querySelectorAll('[data-part="claim"]')).toHaveLength(2);
});

test('a person who has died: that is the answer, and the plan is folded', () => {
  const { article } = drawStory('plan-died');
  expect(part(article, 'died')).toBe('19-Nov-2026');
  expect(part(article, 'age-at-death')).toBe('90');
  expect(part(article, 'born')).toBe('08-Aug-1936');
  expect(seen(article.querySelector('[data-part="verdict"]'))).toBe('This person has died');
  expect(seen(article.querySelector('[data-part="order"]'))).toBe(
    'Died 19-Nov-2026. The plan is no longer for treatment.',
  );
  const plan = article.querySelector<HTMLDetailsElement>('[data-section="last-plan"]');
  expect(plan?.open).toBe(false);
  expect(seen(plan?.querySelector('summary'))).toBe('Read the last approved plan');
  const outside = [...article.querySelectorAll('.glance, [data-kind="not-for-cpr"]')].filter(
    (element) => !plan?.contains(element),
  );
  expect(outside).toEqual([]);
});

test('died, on a day nobody knows', () => {
  const { article } = drawStory('plan-died-date-unknown');
  expect(part(article, 'died')).toBe('Date not recorded');
  expect(article.querySelector('[data-part="age-at-death"]')).toBeNull();
});

test('plans held elsewhere: none, some, and not known are three things', () => {
  const elsewhere = (id: string): string => seen(drawStory(id).article.querySelector('[data-section="elsewhere"]'));
  expect(elsewhere('plan')).toBe('Plans held elsewhereExample Plan Service knows of none.');
  expect(elsewhere('plan-elsewhere')).toContain('2 plans: ReSPECT form, paper; Hospice advance care plan');
  expect(elsewhere('plan-unreadable-everywhere')).toBe('Plans held elsewhereCould not be checked. There may be some.');
});
