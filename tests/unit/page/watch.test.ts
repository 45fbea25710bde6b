// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Reading, Sighting } from '../../../utils/page/sighting.ts';
import { type PageWatch, watchPage } from '../../../utils/page/watch.ts';

const patient = (nhsNumber: string, familyName: string, birthDate: string): Reading => ({
  kind: 'patient',
  identity: { nhsNumber, birthDate, familyName, givenNames: 'Ann' },
});
const reed = patient('9991045120', 'REED', '1938-07-14');
const doyle = patient('9992607939', 'DOYLE', '1940-12-27');
const nobody: Reading = { kind: 'none' };

let reading: Reading;
let said: Sighting[];
let watch: PageWatch;
let banner: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame', 'performance'],
  });
  document.body.innerHTML = '';
  banner = document.body.appendChild(document.createElement('div'));
  said = [];
  reading = reed;
  watch = watchPage(
    document,
    () => ({ reading, restsOn: reading === nobody ? [] : [banner] }),
    (sighting) => said.push(sighting),
  );
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

/** The page changes, and the observer hears of it. */
async function shows(next: Reading): Promise<void> {
  reading = next;
  banner.textContent = JSON.stringify(next);
  await vi.advanceTimersByTimeAsync(0);
}

test('believes a reading when the next frame reads the same, and says so once', async () => {
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(50);
  expect(said).toEqual([reed]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(said).toEqual([reed]);
});

test('S2: doubts in the very task in which the observer is called', async () => {
  await vi.advanceTimersByTimeAsync(50);
  await shows(doyle);
  expect(said).toEqual([reed, { kind: 'unsettled' }]);
  await vi.advanceTimersByTimeAsync(50);
  expect(said.at(-1)).toEqual(doyle);
});

test('two looks within one frame confirm nothing', async () => {
  await vi.advanceTimersByTimeAsync(50);
  await shows(doyle);
  await shows(doyle);
  watch.lookNow();
  expect(said.at(-1)).toEqual({ kind: 'unsettled' });
});

test('somebody who follows an emptied banner is read in the next frames, not when nobody would be said', async () => {
  await vi.advanceTimersByTimeAsync(50);
  await shows(nobody);
  await vi.advanceTimersByTimeAsync(50);
  expect(said.at(-1)).toEqual({ kind: 'unsettled' });
  await shows(doyle);
  await vi.advanceTimersByTimeAsync(110);
  expect(said.at(-1)).toEqual(doyle);
});

test('says that nobody is open when the banner stays empty', async () => {
  await vi.advanceTimersByTimeAsync(50);
  await shows(nobody);
  await vi.advanceTimersByTimeAsync(500);
  expect(said.at(-1)).toEqual(nobody);
});

test('the same patient drawn again in a new banner is no doubt', async () => {
  await vi.advanceTimersByTimeAsync(50);
  const fresh = document.createElement('div');
  banner.replaceWith(fresh);
  banner = fresh;
  await vi.advanceTimersByTimeAsync(200);
  expect(said).toEqual([reed]);
});
