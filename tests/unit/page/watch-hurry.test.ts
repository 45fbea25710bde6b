// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Look } from '../../../utils/page/look.ts';
import { pageIndex } from '../../../utils/page/page-index.ts';
import type { Reading, Sighting } from '../../../utils/page/sighting.ts';
import { type Watching, watchPage } from '../../../utils/page/watch.ts';
import { pretendLayout } from './layout.ts';

const patient = (nhsNumber: string, familyName: string, birthDate: string): Reading => {
  return { kind: 'patient', identity: { nhsNumber, birthDate, familyName, givenNames: 'Ann' } };
};
const reed = patient('9991045120', 'REED', '1938-07-14');
const doyle = patient('9992607939', 'DOYLE', '1940-12-27');
const root = document.documentElement;

let banner: HTMLElement;
/** What looks answer; `null`: they take too long. */
let reading: Reading | null;
let unhurried: boolean[];
let said: Sighting[];
let heard: (string | null)[];
let watch: Watching;

function look(isUnhurried: boolean): Look | null {
  unhurried.push(isUnhurried);
  return reading && { reading, restsOn: [banner] };
}

beforeAll(() => pretendLayout(window));
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] });
  banner = document.body.appendChild(document.createElement('div'));
  [reading, said, heard, unhurried] = [reed, [], [], []];
  watch = watchPage({
    document,
    index: pageIndex(document, () => {}),
    look,
    say: (sighting) => said.push(sighting),
    note: () => {},
    onMutations: (records) => heard.push(...records.map(({ attributeName }) => attributeName)),
    onUntold: () => {},
    tellAbove: () => {},
  });
  watch.lookNow();
  await vi.advanceTimersByTimeAsync(50);
  expect(said.at(-1)).toEqual(reed);
  [said, heard, unhurried] = [[], [], []];
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
  for (const name of ['style', 'class']) root.removeAttribute(name);
});

test('S1: a look that answers a change has no more time than any, only one that nothing waits for', async () => {
  reading = doyle;
  banner.setAttribute('data-now', 'another');
  await Promise.resolve();
  expect(unhurried).toEqual([false]);
  expect(said.at(-1)).toEqual({ kind: 'unsettled' });
  await vi.advanceTimersByTimeAsync(50);
  expect(said.at(-1)).toEqual(doyle);
  expect(new Set(unhurried.slice(1))).toEqual(new Set([true]));
});

test('nothing waits for the look right before showing', () => {
  expect(watch.isStillTrue()).toBe(true);
  expect(unhurried).toEqual([true]);
});

test('what Planside changes itself is no doubt, and what the page changes before it or amid it is heard', async () => {
  reading = null;
  watch.unheard(() => root.style.setProperty('margin-right', '360px'));
  await vi.advanceTimersByTimeAsync(50);
  expect([said, heard, new Set(unhurried)]).toEqual([[], [], new Set([true])]);
  root.style.setProperty('color', 'red');
  watch.unheard(() => root.style.removeProperty('margin-right'));
  expect(said).toEqual([{ kind: 'unsettled' }]);
  watch.unheard(() => root.setAttribute('class', 'wide'));
  expect(heard).toEqual(['style', 'class']);
});
