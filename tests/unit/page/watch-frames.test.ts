// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Told } from '../../../utils/page/doubt-event.ts';
import { type Look, NOBODY } from '../../../utils/page/look.ts';
import { pageIndex } from '../../../utils/page/page-index.ts';
import type { Sighting } from '../../../utils/page/sighting.ts';
import { SILENT_MS } from '../../../utils/page/silent-frames.ts';
import { type Watching, watchPage } from '../../../utils/page/watch.ts';
import { pretendLayout } from './layout.ts';

beforeAll(() => pretendLayout(window));

const reed: Look = {
  reading: {
    kind: 'patient',
    identity: { nhsNumber: '9991045120', birthDate: '1938-07-14', familyName: 'REED', givenNames: 'Ann' },
  },
  restsOn: [],
};
const unread: Look = { reading: { kind: 'unreadable', cause: 'frameNotEnabled' }, restsOn: [] };

let found: Look;
let looks: number;
let said: Sighting[];
/** What the frame above was told. */
let told: Told[];
let watch: Watching;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame', 'performance'],
  });
  [found, looks, said, told] = [NOBODY, 0, [], []];
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
    tellAbove: (what) => told.push(what),
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

describe('a frame that has not said yet whom it shows', () => {
  const UNSETTLED: Sighting = { kind: 'unsettled' };
  const settled = () => vi.advanceTimersByTimeAsync(50);

  /** A frame in the page, as big as a record. */
  function frame({ width = 800, height = 300, document: inner = document as Document | null } = {}): Element {
    const element = document.createElement('iframe');
    Object.defineProperty(element, 'contentDocument', { value: inner });
    element.setAttribute('data-box', `0 0 ${width} ${height}`);
    return document.body.appendChild(element);
  }

  /** Somebody stands in the page, and the frame in it has said what it shows. */
  async function claimedBeside(one: Element): Promise<void> {
    found = reed;
    watch.lookNow();
    watch.told(one, 'spoken');
    await settled();
    expect(said.at(-1)).toEqual(reed.reading);
  }

  test('S2: keeps the page from claiming anybody, until it has said something', async () => {
    const silent = frame();
    found = reed;
    watch.lookNow();
    await vi.advanceTimersByTimeAsync(SILENT_MS / 2);
    expect(said).toEqual([UNSETTLED]);
    watch.told(silent, 'spoken');
    await settled();
    expect(said).toEqual([UNSETTLED, reed.reading]);
  });

  test('is waited for a second, and no longer', async () => {
    frame();
    found = reed;
    watch.lookNow();
    await vi.advanceTimersByTimeAsync(SILENT_MS - 100);
    expect(said).toEqual([UNSETTLED]);
    await vi.advanceTimersByTimeAsync(150);
    expect(said).toEqual([UNSETTLED, reed.reading]);
  });

  test('S2: puts the page in doubt in the same task in which its document leaves', async () => {
    const spoken = frame();
    await claimedBeside(spoken);
    watch.told(spoken, 'silent');
    expect(said.at(-1)).toEqual(UNSETTLED);
    watch.told(spoken, 'spoken');
    await settled();
    expect(said.at(-1)).toEqual(reed.reading);
  });

  test('S2: puts the page in doubt as it comes in', async () => {
    found = reed;
    watch.lookNow();
    await settled();
    expect(said.at(-1)).toEqual(reed.reading);
    frame();
    await Promise.resolve();
    expect(said.at(-1)).toEqual(UNSETTLED);
  });

  test('S2: puts the page in doubt as it takes the place of another', async () => {
    const before = frame();
    await claimedBeside(before);
    before.remove();
    const after = frame();
    await Promise.resolve();
    expect(said.at(-1)).toEqual(UNSETTLED);
    watch.told(after, 'spoken');
    await settled();
    expect(said.at(-1)).toEqual(reed.reading);
    document.createElement('div').append(after);
    await settled();
    document.body.append(after);
    await Promise.resolve();
    expect(said.at(-1)).toEqual(UNSETTLED);
  });

  test('S2: puts the page in doubt as it is moved, which loads its document anew', async () => {
    const moved = frame();
    await claimedBeside(moved);
    document.body.append(moved);
    await Promise.resolve();
    expect(said.at(-1)).toEqual(UNSETTLED);
  });

  test('S2: is silence for the frame above, also where it comes into a page that claims nobody', async () => {
    watch.lookNow();
    await settled();
    expect(told).toEqual(['spoken']);
    const silent = frame();
    await Promise.resolve();
    expect(told).toEqual(['spoken', 'silent']);
    watch.told(silent, 'spoken');
    expect(told).toEqual(['spoken', 'silent', 'spoken']);
    watch.told(silent, 'silent');
    expect(told.at(-1)).toBe('silent');
    await vi.advanceTimersByTimeAsync(SILENT_MS + 50);
    expect(told.at(-1)).toBe('spoken');
  });

  test.each([
    ['too small for a record', { height: 60 }],
    ['of another origin, which speaks with the background alone', { document: null }],
  ])('is not waited for where it is %s', async (_, is) => {
    frame(is);
    found = reed;
    watch.lookNow();
    await settled();
    expect(said.at(-1)).toEqual(reed.reading);
  });

  test('is not waited for by a page that claims nobody', async () => {
    frame();
    watch.lookNow();
    await settled();
    expect(said).toEqual([{ kind: 'none' }]);
  });
});
