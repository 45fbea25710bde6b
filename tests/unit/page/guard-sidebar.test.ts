// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guardSidebar } from '../../../utils/page/guard-sidebar.ts';
import { FIRST_PLACE } from '../../../utils/page/place.ts';
import type { SidebarHost } from '../../../utils/page/sidebar-host.ts';
import type { Look } from '../../../utils/page/sidebar-sight.ts';

const seen = vi.hoisted((): { sight: Look } => ({ sight: 'inSight' }));
vi.mock('../../../utils/page/sidebar-sight.ts', () => ({ sightOf: () => seen.sight }));

const element = document.createElement('div');
let told: unknown[];
let done: string[];
let stands: boolean;
let isTakenOut: boolean;
let isVisible: boolean;
let endLine: () => void;
let runtime: { id: string | undefined; connect: () => object };
/** Whose turn it is: one that was begun stays in its document. */
let current: object;
let guard: ReturnType<typeof guardSidebar>;

const host: Pick<SidebarHost, 'element' | 'arrange' | 'stance' | 'rise'> = {
  element,
  arrange: () => void done.push('arrange'),
  stance: () => ({ place: FIRST_PLACE, edge: null, tab: { width: 44, height: 320 } }),
  rise: () => void done.push('rise'),
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (look: () => void) => setTimeout(look, 16));
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  [told, done, stands, isTakenOut, isVisible, seen.sight] = [[], [], true, false, true, 'inSight'];
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (isVisible ? 'visible' : 'hidden'),
  });
  runtime = {
    id: 'planside',
    connect: () => ({
      postMessage: (said: unknown) => told.push(said),
      disconnect: () => told.push('end'),
      onDisconnect: { addListener: (ended: () => void) => (endLine = ended) },
    }),
  };
  const own = {};
  current = own;
  guard = guardSidebar(document, runtime as never, {
    host: () => (stands && current === own ? host : null),
    isTakenOut: () => isTakenOut && current === own,
  });
  guard.wake();
});
afterEach(() => {
  [stands, isTakenOut] = [false, false];
  vi.advanceTimersByTime(4_000);
  vi.useRealTimers();
});

test('says that it is in sight, once', () => {
  vi.advanceTimersByTime(10_000);
  expect([told, done]).toEqual([[{ sight: 'inSight' }], []]);
});

test('H14: says that it is hidden once that has lasted, and puts it right before', () => {
  vi.advanceTimersByTime(1_100);
  element.setAttribute('inert', '');
  seen.sight = 'hidden';
  vi.advanceTimersByTime(1_000);
  expect([told.length, done, element.hasAttribute('inert')]).toEqual([
    1,
    expect.arrayContaining(['arrange', 'rise']),
    false,
  ]);
  vi.advanceTimersByTime(1_500);
  expect(told.at(-1)).toEqual({ sight: 'hidden' });
  seen.sight = 'inSight';
  vi.advanceTimersByTime(4_000);
  expect(told.at(-1)).toEqual({ sight: 'inSight' });
});

test('a page that is not in front is not judged, however long it stays there', () => {
  vi.advanceTimersByTime(1_100);
  [isVisible, seen.sight] = [false, 'hidden'];
  vi.advanceTimersByTime(60_000);
  expect([told, done]).toEqual([[{ sight: 'inSight' }], []]);
});

test('S12: what is printed shows no sidebar, and that is none of the page’s doing', () => {
  vi.advanceTimersByTime(1_100);
  window.dispatchEvent(new Event('beforeprint'));
  seen.sight = 'hidden';
  vi.advanceTimersByTime(20_000);
  expect(told).toEqual([{ sight: 'inSight' }, { sight: 'behind' }]);
  seen.sight = 'inSight';
  window.dispatchEvent(new Event('afterprint'));
  vi.advanceTimersByTime(100);
  expect([told.at(-1), done]).toEqual([{ sight: 'inSight' }, []]);
});

test('S12: behind a dialog beside which it can be read it is never said to be hidden', () => {
  seen.sight = 'dimmed';
  vi.advanceTimersByTime(120_000);
  expect([told, done]).toEqual([[{ sight: 'behind' }], []]);
});

test('H14: one that the page takes out again and again is hidden, however often it comes back', () => {
  vi.advanceTimersByTime(1_100);
  for (let turn = 0; turn < 8; turn += 1) {
    [stands, isTakenOut] = [false, true];
    vi.advanceTimersByTime(300);
    // On its way back through the background.
    isTakenOut = false;
    vi.advanceTimersByTime(50);
    stands = true;
    vi.advanceTimersByTime(50);
  }
  expect(told.at(-1)).toEqual({ sight: 'hidden' });
  [stands, isTakenOut] = [true, false];
  vi.advanceTimersByTime(4_000);
  expect(told.at(-1)).toEqual({ sight: 'inSight' });
});

test('S12: rises above what the browser names and no press meets, and not above a menu', () => {
  guard.unseen();
  expect(done).toEqual(['rise']);
  seen.sight = 'behind';
  guard.unseen();
  expect(done).toEqual(['rise']);
});

test('tells a background that was killed meanwhile anew', () => {
  vi.advanceTimersByTime(100);
  endLine();
  vi.advanceTimersByTime(1_100);
  expect(told).toEqual([{ sight: 'inSight' }, { sight: 'inSight' }]);
});

test.each([
  ['the sidebar', () => (stands = false)],
  ['the extension', () => (runtime.id = undefined)],
])('stops with %s, and leaves no listener in the page', (_, goes) => {
  vi.advanceTimersByTime(100);
  goes();
  vi.advanceTimersByTime(4_000);
  expect([told.at(-1), vi.getTimerCount()]).toEqual(['end', 0]);
  for (const happens of ['scroll', 'resize', 'afterprint']) window.dispatchEvent(new Event(happens));
  document.dispatchEvent(new Event('close'));
  expect(vi.getTimerCount()).toBe(0);
});
