// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Look, NOBODY } from '../../../utils/page/look.ts';
import { pageIndex } from '../../../utils/page/page-index.ts';
import type { Sighting } from '../../../utils/page/sighting.ts';
import { type Watching, watchPage } from '../../../utils/page/watch.ts';

const unread: Look = { reading: { kind: 'unreadable', cause: 'frameNotEnabled' }, restsOn: [] };

let found: Look;
let looks: number;
let said: Sighting[];
let watch: Watching;
let frame: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame', 'performance'],
  });
  [found, looks, said] = [NOBODY, 0, []];
  document.body.innerHTML = '';
  // A frame in what matters here; happy-dom loads no pages.
  frame = document.body.appendChild(document.createElement('div'));
  watch = watchPage({
    document,
    index: pageIndex(document, (root) => watch.observe(root)),
    look() {
      looks += 1;
      return found;
    },
    say: (sighting) => said.push(sighting),
    note: () => {},
    onMutations: () => {},
    onUntold: () => {},
  });
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

test('looks again when a frame of the page has got its document, though nothing else changes', async () => {
  watch.lookNow();
  await vi.advanceTimersByTimeAsync(5_000);
  const before = looks;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(looks).toBe(before);
  found = unread;
  frame.dispatchEvent(new Event('load'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(said.at(-1)).toEqual(unread.reading);
});

test('looks at most every 100 ms, however many parts of the page arrive', async () => {
  watch.lookNow();
  await vi.advanceTimersByTimeAsync(5_000);
  const before = looks;
  for (let picture = 0; picture < 50; picture += 1) {
    frame.dispatchEvent(new Event('load'));
    await vi.advanceTimersByTimeAsync(2);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks - before).toBeLessThanOrEqual(3);
});
