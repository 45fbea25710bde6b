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

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame', 'performance'],
  });
  [found, looks, said] = [NOBODY, 0, []];
  document.body.innerHTML = '';
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
  vi.restoreAllMocks();
});

test('looks again at a page with a frame, whose document changes without a word', async () => {
  document.body.append(document.createElement('frame'));
  watch.lookNow();
  await vi.advanceTimersByTimeAsync(5_000);
  found = unread;
  await vi.advanceTimersByTimeAsync(1_100);
  expect(said.at(-1)).toEqual(unread.reading);
});

test('looks no more at a page without frames where nothing changes', async () => {
  watch.lookNow();
  await vi.advanceTimersByTimeAsync(5_000);
  const before = looks;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(looks).toBe(before);
});

test('looks no more at a page with a frame while nobody sees it', async () => {
  document.body.append(document.createElement('frame'));
  watch.lookNow();
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  await vi.advanceTimersByTimeAsync(5_000);
  const before = looks;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(looks).toBe(before);
});
