// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Look } from '../../../utils/page/look.ts';
import { pageIndex } from '../../../utils/page/page-index.ts';
import type { Reading, Sighting } from '../../../utils/page/sighting.ts';
import { type Watching, watchPage } from '../../../utils/page/watch.ts';
import { pretendLayout } from './layout.ts';

beforeAll(() => pretendLayout(window));

const patient = (nhsNumber: string, familyName: string, birthDate: string): Reading => ({
  kind: 'patient',
  identity: { nhsNumber, birthDate, familyName, givenNames: 'Ann' },
});
const reed = patient('9991045120', 'REED', '1938-07-14');
const doyle = patient('9992607939', 'DOYLE', '1940-12-27');
const nobody: Reading = { kind: 'none' };
const doubt: Sighting = { kind: 'unsettled' };

let reading: Reading;
/** What looks answer from now on, instead of `reading`. */
let answer: (() => Look | null) | null;
let looks: number;
let said: Sighting[];
let heard: MutationRecord[];
let noted: (readonly string[])[];
let watch: Watching;
let banner: HTMLElement;

function look(): Look | null {
  looks += 1;
  return answer ? answer() : { reading, restsOn: reading === nobody ? [] : [banner] };
}

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame', 'performance'],
  });
  document.body.innerHTML = '';
  banner = document.body.appendChild(document.createElement('div'));
  [said, heard, noted, looks, answer] = [[], [], [], 0, null];
  reading = reed;
  watch = watchPage({
    document,
    index: pageIndex(document, (root) => watch.observe(root)),
    look,
    say: (sighting) => said.push(sighting),
    note: (unread) => noted.push(unread),
    onMutations: (records) => heard.push(...records),
    onUntold: () => {},
    tellAbove: () => {},
  });
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

/** The first look, which the caller makes, and the one that confirms it. */
async function begin(): Promise<void> {
  watch.lookNow();
  await vi.advanceTimersByTimeAsync(50);
}

/** The page changes, and the observer hears of it. */
async function shows(next: Reading): Promise<void> {
  reading = next;
  banner.textContent = JSON.stringify(next);
  await vi.advanceTimersByTimeAsync(0);
}

test('looks at nothing before it is told to', async () => {
  await vi.advanceTimersByTimeAsync(2_000);
  expect([looks, said]).toEqual([0, []]);
});

test('believes a reading when the next frame reads the same, and says so once', async () => {
  watch.lookNow();
  // Somebody may stand here, which is doubt until it is sure.
  expect(said).toEqual([doubt]);
  await vi.advanceTimersByTimeAsync(50);
  expect(said).toEqual([doubt, reed]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(said).toEqual([doubt, reed]);
});

test('S2: doubts in the very task in which the observer is called', async () => {
  await begin();
  await shows(doyle);
  expect(said).toEqual([doubt, reed, doubt]);
  await vi.advanceTimersByTimeAsync(50);
  expect(said.at(-1)).toEqual(doyle);
});

test('two looks within one frame confirm nothing', async () => {
  await begin();
  await shows(doyle);
  await shows(doyle);
  watch.lookNow();
  expect(said.at(-1)).toEqual(doubt);
});

test('somebody who follows an emptied banner is read in the next frames, not when nobody would be said', async () => {
  await begin();
  await shows(nobody);
  await vi.advanceTimersByTimeAsync(50);
  expect(said.at(-1)).toEqual(doubt);
  await shows(doyle);
  await vi.advanceTimersByTimeAsync(110);
  expect(said.at(-1)).toEqual(doyle);
});

test('says that nobody is open when the banner stays empty', async () => {
  await begin();
  await shows(nobody);
  await vi.advanceTimersByTimeAsync(500);
  expect(said.at(-1)).toEqual(nobody);
});

test('the same patient drawn again in a new banner is no doubt', async () => {
  await begin();
  const fresh = document.createElement('div');
  banner.replaceWith(fresh);
  banner = fresh;
  await vi.advanceTimersByTimeAsync(200);
  expect(said).toEqual([doubt, reed]);
});

test('a look that took too long says nothing new, and is made again', async () => {
  await begin();
  answer = () => null;
  reading = doyle;
  await vi.advanceTimersByTimeAsync(1_100);
  expect(said).toEqual([doubt, reed]);
  answer = null;
  await vi.advanceTimersByTimeAsync(300);
  expect(said.at(-1)).toEqual(doyle);
});

test('S2: a look that took too long is doubt where what the claim rests on was touched', async () => {
  await begin();
  answer = () => null;
  await shows(doyle);
  expect(said).toEqual([doubt, reed, doubt]);
  answer = null;
  await vi.advanceTimersByTimeAsync(300);
  expect(said.at(-1)).toEqual(doyle);
});

test('S2: a look asked for at the moment of showing that took too long is doubt', async () => {
  await begin();
  expect(watch.isStillTrue()).toBe(true);
  answer = () => null;
  expect(watch.isStillTrue()).toBe(false);
  expect(said).toEqual([doubt, reed, doubt]);
});

test('S2: what was read before a look that took too long confirms nothing after it', async () => {
  await begin();
  answer = () => null;
  watch.lookNow();
  answer = null;
  expect(watch.isStillTrue()).toBe(false);
  await vi.advanceTimersByTimeAsync(50);
  expect(said).toEqual([doubt, reed, doubt, reed]);
});

test('hears of every batch of mutations before it reads the page', async () => {
  await begin();
  const before = looks;
  let looksWhenHeard = -1;
  heard.push = (...records) => {
    looksWhenHeard = looks;
    return records.length;
  };
  await shows(doyle);
  expect(looksWhenHeard).toBe(before);
  expect(looks).toBeGreaterThan(before);
});

test('a change that touches nothing read is read later, and at once where an NHS number comes', async () => {
  await begin();
  const before = looks;
  document.body.appendChild(document.createElement('p')).textContent = 'Weather';
  await vi.advanceTimersByTimeAsync(0);
  expect(looks).toBe(before);
  await vi.advanceTimersByTimeAsync(200);
  expect(looks).toBe(before + 1);
  document.body.appendChild(document.createElement('p')).textContent = 'NHS number';
  await vi.advanceTimersByTimeAsync(0);
  expect(looks).toBe(before + 2);
});

test('S2: an attribute of what stands around a claim touches it', async () => {
  await begin();
  reading = nobody;
  document.body.toggleAttribute('inert', true);
  await vi.advanceTimersByTimeAsync(0);
  expect(said.at(-1)).toEqual(doubt);
  document.body.toggleAttribute('inert', false);
});

test('S2: sees a change in a shadow root that it was told to observe', async () => {
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  await begin();
  watch.observe(root);
  banner = root.appendChild(document.createElement('div'));
  await vi.advanceTimersByTimeAsync(300);
  expect(said).toEqual([doubt, reed]);
  reading = doyle;
  banner.textContent = 'somebody else';
  await vi.advanceTimersByTimeAsync(0);
  expect(said).toEqual([doubt, reed, doubt]);
});

test('S2: sees that the value of a field it rests on has changed, which no observer tells', async () => {
  const field = document.body.appendChild(document.createElement('input'));
  field.value = '999 104 5120';
  answer = () => ({ reading, restsOn: [banner], fields: [field] });
  await begin();
  expect(said).toEqual([doubt, reed]);
  field.value = '999 260 7939';
  reading = doyle;
  await vi.advanceTimersByTimeAsync(20);
  expect(said[2]).toEqual(doubt);
  await vi.advanceTimersByTimeAsync(60);
  expect(said.at(-1)).toEqual(doyle);
});

test('notes which frames nobody can read, whenever that has changed', async () => {
  const hosts = (...unread: readonly string[]) => {
    answer = () => ({ reading, restsOn: [banner], unread });
    watch.lookNow();
  };
  await begin();
  expect(noted).toEqual([]);
  for (const unread of [['a'], ['a'], ['a', 'b'], []]) hosts(...unread);
  expect(noted).toEqual([['a'], ['a', 'b'], []]);
});

test('looks no more once it has been stopped', async () => {
  await begin();
  watch.stop();
  const before = looks;
  await shows(doyle);
  document.body.click();
  await vi.advanceTimersByTimeAsync(5_000);
  expect([looks, said]).toEqual([before, [doubt, reed]]);
});
