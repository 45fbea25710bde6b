// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { drawStory, part, press, seen, storyOf } from './draw.tsx';

const WARNING = 'It may have changed since. Check before relying on it.';
const MINUTE = 60_000;

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['notForCpr', 'Not for CPR, as of 11:22'],
  ['forCpr', 'For CPR, as of 11:22'],
  ['modifiedCpr', 'Modified CPR (child), as of 11:22'],
  ['conflicting', 'CPR statements disagree, as of 11:22'],
  ['notRecorded', 'CPR decision not recorded, as of 11:22'],
  ['unknown', 'CPR decision not understood, as of 11:22'],
  ['unreadable', 'CPR decision could not be read, as of 11:22'],
  ['inWordsOnly', 'CPR in words only, as of 11:22'],
  ['hidden', 'CPR decision hidden from your role, as of 11:22'],
])('%s of a copy says of when it is, and that it may hold no longer', (state, verdict) => {
  const { article } = drawStory(`saved-${state}`);
  expect(part(article, 'verdict')).toBe(verdict);
  const warning = article.querySelector('[data-part="answer"] > [data-part="answer-warning"]');
  expect(seen(warning)).toBe(WARNING);
  // Read before the order is followed.
  expect(warning?.nextElementSibling?.getAttribute('data-part')).toBe('order');
});

test('of yesterday: with its date, in verdict, bar and line of truth', () => {
  const { article } = drawStory('saved-yesterday');
  expect(part(article, 'verdict')).toBe('Not for CPR, as of 18:32 on 21-Nov-2026');
  expect(part(article, 'link-cause')).toBe('Saved copy from 18:32 on 21-Nov-2026');
  expect(part(article, 'truth')).toMatch(/ Saved 18:32 on 21-Nov-2026\. Not checked since\.$/);
});

test('the bar that never scrolls away, and the line of truth, do not say “checked” or “fetched”', () => {
  const { article } = drawStory('saved-forCpr');
  expect(part(article, 'link-cause')).toBe('Saved copy from 11:22 today');
  expect(part(article, 'truth')).toMatch(/ Saved 11:22 today\. Not checked since\.$/);
  expect(`${part(article, 'link-cause')} ${part(article, 'truth')}`).not.toMatch(/Checked 1|Fetched/);
});

test('the notice is a stop, stands first, and asks the service again quietly', () => {
  const { article, commands } = drawStory('saved-overdue-emergency');
  const notices = [...article.querySelectorAll<HTMLElement>('[data-part="notice"]')];
  expect(notices.map(({ dataset }) => [dataset.notice, dataset.tone])).toEqual([
    ['savedCopy', 'stop'],
    ['overdue', 'stop'],
    ['emergencyAccess', undefined],
  ]);
  press(article, '[data-notice="savedCopy"] [data-command="revalidate"]');
  expect(commands).toEqual([{ do: 'revalidate' }]);
});

test('every current plan of a copy is of its time', () => {
  const { article } = drawStory('saved-two-current');
  expect([...article.querySelectorAll('[data-part="verdict"]')].map(seen)).toEqual([
    'Not for CPR, as of 11:22',
    'Not for CPR, as of 11:22',
  ]);
  expect(article.querySelectorAll('[data-part="answer-warning"]')).toHaveLength(2);
  expect([...article.querySelectorAll('[data-part="truth"]')].map(seen).join()).not.toContain('Fetched');
});

test('of somebody who has died: the copy says so above, the plan is of its time', () => {
  const { article } = drawStory('saved-died');
  const folded = article.querySelector('[data-section="last-plan"]');
  expect(folded?.contains(article.querySelector('[data-notice="savedCopy"]'))).toBe(false);
  expect(seen(article.querySelector('[data-part="verdict"]'))).toBe('This person has died');
  expect(seen(folded?.querySelector('[data-part="verdict"]'))).toBe('Not for CPR, as of 11:22');
});

function age(article: Element): string {
  return seen(article.querySelector('[data-notice="savedCopy"] b'));
}

test('its age grows on the screen by the minute, and is not announced', () => {
  vi.useFakeTimers();
  const { article, redraw } = drawStory('saved-notForCpr');
  expect(age(article)).toBe('Saved copy, 3 hours 10 minutes old');
  const announced = article.querySelector('[role="status"]')?.firstChild;
  const said = announced?.textContent;
  for (let minute = 0; minute < 12; minute += 1) act(() => void vi.advanceTimersByTime(MINUTE));
  expect(age(article)).toBe('Saved copy, 3 hours 22 minutes old');
  expect(article.querySelector('[role="status"]')?.firstChild).toBe(announced);
  expect(announced?.textContent).toBe(said);
  redraw({ ...storyOf('saved-notForCpr').view });
  expect(age(article)).toBe('Saved copy, 3 hours 22 minutes old');
});

test('a plan that is no copy keeps no clock', () => {
  vi.useFakeTimers();
  const { redraw } = drawStory('saved-notForCpr');
  const withCopy = vi.getTimerCount();
  redraw(storyOf('plan').view);
  expect(vi.getTimerCount()).toBe(withCopy - 1);
});
