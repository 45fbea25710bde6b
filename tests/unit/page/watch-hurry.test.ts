// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { pageIndex } from '../../../utils/page/page-index.ts';
import type { Reading, Sighting } from '../../../utils/page/sighting.ts';
import { watchPage } from '../../../utils/page/watch.ts';

afterEach(() => vi.useRealTimers());

const patient = (nhsNumber: string, familyName: string, birthDate: string): Reading => {
  return { kind: 'patient', identity: { nhsNumber, birthDate, familyName, givenNames: 'Ann' } };
};

test('S1: a look that answers a change has no more time than any, only one that nothing waits for: that before showing among them', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] });
  const banner = document.body.appendChild(document.createElement('div'));
  const said: Sighting[] = [];
  let unhurried: boolean[] = [];
  let reading = patient('9991045120', 'REED', '1938-07-14');
  const watch = watchPage({
    document,
    index: pageIndex(document, () => {}),
    look(isUnhurried) {
      unhurried.push(isUnhurried);
      return { reading, restsOn: [banner] };
    },
    say: (sighting) => said.push(sighting),
    note: () => {},
    onMutations: () => {},
    onUntold: () => {},
    tellAbove: () => {},
  });
  watch.lookNow();
  await vi.advanceTimersByTimeAsync(50);
  expect(said.at(-1)).toEqual(reading);
  unhurried = [];
  reading = patient('9992607939', 'DOYLE', '1940-12-27');
  banner.setAttribute('data-now', 'another');
  await Promise.resolve();
  expect(unhurried).toEqual([false]);
  expect(said.at(-1)).toEqual({ kind: 'unsettled' });
  await vi.advanceTimersByTimeAsync(50);
  expect(said.at(-1)).toEqual(reading);
  expect(new Set(unhurried.slice(1))).toEqual(new Set([true]));
  unhurried = [];
  expect(watch.isStillTrue()).toBe(true);
  expect(unhurried).toEqual([true]);
  watch.stop();
});
