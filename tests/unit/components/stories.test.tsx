// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { cprAnswer } from '../../../components/cpr-across-plans.ts';
import { FIRST_PLACE } from '../../../utils/page/place.ts';
import type { View } from '../../../utils/view/view.ts';
import { FULL_PLAN } from '../../sandbox/stories/plans.ts';
import { stories } from '../../sandbox/stories/stories.ts';
import { draw, drawStory, part } from './draw.tsx';

/** Complete by its type: a new kind of view needs a line here and a story. */
const KINDS: Record<View['kind'], true> = {
  noPatient: true,
  hubAway: true,
  unsettled: true,
  several: true,
  unreadable: true,
  notConfigured: true,
  signedOut: true,
  signingIn: true,
  birthDateNeeded: true,
  looking: true,
  plan: true,
  noPlanFound: true,
  noCurrentPlan: true,
  disagree: true,
  birthDateDiffers: true,
  couldNotCheck: true,
  accessRefused: true,
  reasonNeeded: true,
  locked: true,
  roleNeeded: true,
  hidden: true,
  notHere: true,
  switchedOff: true,
};

const IN_THE_PLAN = [
  'Advanced heart failure',
  'Kitchen cupboard',
  'Helen Reed',
  '01632 960123',
  'Bramble',
  'Lorazepam',
];

test('there is a story for every kind of view, and each has its own name', () => {
  expect(new Set(stories.map(({ view }) => view.kind))).toEqual(new Set(Object.keys(KINDS)));
  expect(new Set(stories.map(({ id }) => id)).size).toBe(stories.length);
});

test('the plan of the stories holds what is searched for below', () => {
  for (const words of IN_THE_PLAN) expect(JSON.stringify(FULL_PLAN)).toContain(words);
});

test('every NHS number of the stories is in the test range and passes modulus 11', () => {
  const numbers = new Set(
    JSON.stringify(stories)
      .match(/"nhsNumber":"\d+"/g)
      ?.map((found) => found.slice(13, -1)),
  );
  expect(numbers.size).toBeGreaterThan(10);
  for (const number of numbers) {
    const sum = [...number].reduce((total, digit, at) => total + Number(digit) * (at < 9 ? 10 - at : 1), 0);
    expect(number).toMatch(/^999\d{7}$/);
    expect(sum % 11, number).toBe(0);
  }
});

describe.each(stories)('$id', ({ id, view }) => {
  test('is drawn, with its kind, and not empty', () => {
    const { article } = drawStory(id);
    expect(article.dataset.view).toBe(view.kind);
    expect(part(article, 'link').length).toBeGreaterThan(5);
    // What is over at once is not spoken of.
    if (id !== 'looking-early') expect(article.querySelector('.body')?.textContent?.length).toBeGreaterThan(20);
    const headings = [...article.querySelectorAll('h1:not(.unseen)')];
    expect(headings.filter((heading) => !heading.closest('.sheet'))).toHaveLength(1);
    expect(article.textContent).not.toMatch(/undefined|\bnull\b|NaN|\[object/);
  });

  test('says nothing of a plan unless it is a plan', () => {
    const { article } = drawStory(id);
    if (view.kind === 'plan') return;
    for (const words of IN_THE_PLAN) expect(article.textContent).not.toContain(words);
    expect(
      article.querySelector('[data-kind="for-cpr"], [data-kind="not-for-cpr"], [data-kind="modified"]'),
    ).toBeNull();
    expect(article.querySelector('.glance, .truth')).toBeNull();
  });

  test('says “For CPR” only of a plan that says so', () => {
    const { article } = drawStory(id);
    const answer = view.kind === 'plan' ? cprAnswer(view.plan, view.alsoCurrent) : null;
    const isForCpr = answer?.kind === 'one' && answer.decision.state === 'forCpr';
    const verdicts = [...article.querySelectorAll('[data-part="verdict"]')].map(({ textContent }) => textContent);
    const forCpr = verdicts.filter((verdict) => verdict?.replace(/, as of .*$/, '') === 'For CPR');
    expect(forCpr.length > 0).toBe(isForCpr);
    expect(article.querySelector('[data-kind="for-cpr"]') !== null).toBe(isForCpr);
    if (!isForCpr) expect(article.textContent).not.toContain('If the heart stops, attempt CPR');
  });

  test('says of a saved copy, and of nothing else, how old each answer is and that it may have changed', () => {
    const { article } = drawStory(id);
    const isSaved = view.kind === 'plan' && view.saved;
    const answers = [...article.querySelectorAll('[data-part="answer"]')].filter(
      (answer) => part(answer, 'verdict') !== 'This person has died',
    );
    for (const answer of answers) {
      expect(/, as of \d\d:\d\d( on \d\d-[A-Z][a-z]{2}-\d{4})?$/.test(part(answer, 'verdict'))).toBe(isSaved);
      expect(answer.querySelector('[data-part="answer-warning"]') !== null).toBe(isSaved);
    }
    if (isSaved) expect(answers.length).toBeGreaterThan(0);
    const cause = article.querySelector('[data-part="link-cause"]')?.textContent ?? '';
    expect(cause.startsWith('Saved copy from ')).toBe(isSaved);
  });

  test('says “Same patient as this page” only of a plan', () => {
    const { article } = drawStory(id);
    const isCompared = view.kind === 'plan' && !view.openedBy;
    expect(part(article, 'link') === 'Same patient as this page').toBe(isCompared);
    const isByHand = view.openedBy !== undefined && view.openedBy !== 'hub';
    expect(part(article, 'link') === 'Not compared with a page').toBe(isByHand);
  });

  test('has two live regions and no more, and at most one of them speaks unless plans conflict', () => {
    const { article } = drawStory(id);
    expect(article.querySelectorAll('[role="status"]:not([data-part="came"])')).toHaveLength(1);
    expect(article.querySelectorAll('[role="alert"]')).toHaveLength(1);
    for (const came of article.querySelectorAll('[data-part="came"]')) expect(came.textContent).toBe('');
  });

  test('has no dead button: each asks for something', () => {
    const { article } = drawStory(id, { overlay: { place: FIRST_PLACE, arrange: () => {}, drawEdge: () => {} } });
    for (const button of article.querySelectorAll('button')) {
      expect(button.dataset.command, button.outerHTML).toMatch(
        /^(find|health|teach|hideNow|showAgain|signIn|signOut|lock|switchRole|chooseRole|giveReason|retry|follow|cancel|revalidate|confirmBirthDate|fold|arrange(-(move|cover|fold))?|handOver|planOrder|copySummary|copy|print|jump)$/,
      );
    }
  });
});

test.each([
  'several',
  'unreadable',
  'noPatient',
  'unsettled',
  'signedOut',
  'signingIn',
  'notConfigured',
  'locked',
  'roleNeeded',
])('%s names no patient', (kind) => {
  for (const { view, now } of stories.filter((story) => story.view.kind === kind)) {
    const { article } = draw(view, now);
    expect(article.querySelector('[data-part="identity"], [data-part="name"], .number')).toBeNull();
  }
});
