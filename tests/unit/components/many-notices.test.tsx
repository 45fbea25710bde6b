// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { inOrder } from '../../../components/notices/notice-order.ts';
import { EVERY_NOTICE } from '../../sandbox/stories/plan-age-stories.ts';
import { showing } from '../../sandbox/stories/plan-stories.ts';
import { FULL_PLAN } from '../../sandbox/stories/plans.ts';
import { NOW } from '../../sandbox/stories/story.ts';
import { draw, drawStory, part, seen } from './draw.tsx';

const IN_ORDER = [
  'savedCopy',
  'expired',
  'overdue',
  'notCheckedSince',
  'severalCurrent',
  'contradiction',
  'unreadableParts',
  'unknownSections',
  'otherKind',
  'datedInFuture',
  'clockWrong',
  'newerVersion',
  'changed',
  'givenNameDiffers',
  'draftNewer',
  'emergencyAccess',
  'restricted',
  'testPatient',
];

function kindsDrawn(article: Element): readonly (string | undefined)[] {
  return [...article.querySelectorAll<HTMLElement>('[data-part="notice"]')].map(({ dataset }) => dataset.notice);
}

test('the most dangerous first, in whatever order they come', () => {
  expect(inOrder(EVERY_NOTICE).map(({ kind }) => kind)).toEqual(IN_ORDER);
  expect(inOrder(EVERY_NOTICE.toReversed()).map(({ kind }) => kind)).toEqual(IN_ORDER);
  expect(kindsDrawn(drawStory('plan-every-notice').article)).toEqual(IN_ORDER.filter((kind) => kind !== 'testPatient'));
});

test('with three of them each keeps its heading in sight and folds its words', () => {
  const { article } = drawStory('plan-three-notices');
  const folded = [...article.querySelectorAll('details[data-part="notice"]')];
  expect(folded.map((notice) => seen(notice.querySelector('summary')))).toEqual([
    'Review overdue by 5 months',
    '1 section shown as written',
    'Changed since you last looked on 12-Nov-2026',
  ]);
});

test('with more than five the least dangerous share a list, and what they say is still there', () => {
  const { article } = drawStory('plan-every-notice');
  const more = article.querySelector('[data-part="more-notices"]');
  expect([...(more?.querySelectorAll('summary .line') ?? [])].map(seen)).toEqual([
    '2 current plans for this person',
    'Words and codes of this plan differ',
    '1 part of this plan could not be read',
    '2 sections shown as written',
    'and 9 more',
  ]);
  expect(more?.querySelectorAll('[data-part="notice"]')).toHaveLength(13);
  expect(seen(more?.querySelector('[data-notice="draftNewer"]'))).toContain('Started 19-Nov-2026 by Nurse Ana Costa.');
});

test.each([1, 2, 3, 4, 5, 6, 9, 10, 11, 17])('of %i notices none is lost', (count) => {
  const notices = EVERY_NOTICE.filter(({ kind }) => kind !== 'testPatient').slice(0, count);
  const { article } = draw(showing(FULL_PLAN, { notices }), NOW);
  expect(kindsDrawn(article)).toHaveLength(count);
});

test('what may no longer hold is in the tone of a stop, the rest is not', () => {
  const { article } = drawStory('plan-every-notice');
  const stops = [...article.querySelectorAll<HTMLElement>('[data-tone="stop"]')].map(({ dataset }) => dataset.notice);
  expect(stops).toEqual(['savedCopy', 'expired', 'overdue', 'notCheckedSince']);
});

test('trying again leaves the plan on the screen', () => {
  const { article, commands } = drawStory('plan-not-checked-since');
  act(() => article.querySelector<HTMLButtonElement>('[data-notice="notCheckedSince"] button')?.click());
  expect(commands).toEqual([{ do: 'revalidate' }]);
});

test('the age of the plan is in the bar that never scrolls away', () => {
  expect(part(drawStory('plan').article, 'link-cause')).toBe('Checked 14:32 today');
  expect(part(drawStory('plan-elsewhere').article, 'link-cause')).toBe('Checked 14:32 on 21-Nov-2026');
  expect(part(drawStory('plan-died').article, 'link-cause')).toBe('Checked 14:32 today');
  expect(part(drawStory('plan-not-checked-since').article, 'link-cause')).toBe('Not checked since 13:02 today');
});

test('kind and end of the document are said where it comes from', () => {
  expect(part(drawStory('plan-other-kind').article, 'other-kind')).toContain('sent as “Discharge summary”');
  expect(part(drawStory('plan-expired').article, 'expires')).toBe('31-Oct-2026');
  expect(drawStory('plan').article.querySelector('[data-part="expires"], [data-part="other-kind"]')).toBeNull();
});
