// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchSight } from '../../../entrypoints/sidebar/in-sight.ts';

type Entry = { readonly isVisible: boolean };

/** What the browser would say now to whoever begins to observe. */
let isVisible: boolean;
let isInFront: boolean;
let tell: (entries: readonly Entry[]) => void;
let observing: number;
let told: boolean[];

class Observer {
  constructor(look: (entries: readonly Entry[]) => void) {
    tell = look;
  }
  observe(): void {
    observing += 1;
    setTimeout(() => observing > 0 && tell([{ isVisible }]), 100);
  }
  disconnect(): void {
    observing = 0;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.stubGlobal('IntersectionObserverEntry', { prototype: { isVisible: true } });
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (isInFront ? 'visible' : 'hidden'),
  });
  [isVisible, isInFront, observing, told] = [true, true, 0, []];
});
afterEach(() => {
  go(false);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

let doubts: number;
const watch = () => {
  doubts = 0;
  return watchSight(
    document,
    (inSight) => told.push(inSight),
    () => {
      doubts += 1;
    },
  );
};
/** The browser says so by itself, as it does of a change. */
function changes(to: boolean): void {
  isVisible = to;
  tell([{ isVisible }]);
}
function go(toFront: boolean): void {
  isInFront = toFront;
  document.dispatchEvent(new Event('visibilitychange'));
}

test('H14: what lasts two seconds is told, and that it is over at once', () => {
  watch();
  vi.advanceTimersByTime(200);
  changes(false);
  vi.advanceTimersByTime(1_900);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(700);
  expect(told).toEqual([false]);
  changes(true);
  expect(told).toEqual([false, true]);
});

test('H14: that it is over is noticed also where the browser has not said so', () => {
  watch();
  vi.advanceTimersByTime(200);
  changes(false);
  vi.advanceTimersByTime(3_000);
  isVisible = true;
  vi.advanceTimersByTime(700);
  expect(told).toEqual([false, true]);
});

test('in a tab behind others nothing is told, whatever the browser says, and afterwards what is so then', () => {
  watch();
  vi.advanceTimersByTime(200);
  changes(false);
  go(false);
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([]);
  isVisible = true;
  go(true);
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual([]);
});

test('S12: asks to be put right before it is told, and not again and again', () => {
  watch();
  vi.advanceTimersByTime(200);
  changes(false);
  vi.advanceTimersByTime(1_300);
  expect([doubts, told]).toEqual([1, []]);
  vi.advanceTimersByTime(4_000);
  expect([doubts, told]).toEqual([1, [false]]);
});

test('H14: what covers it while nobody looks is told once somebody does', () => {
  watch();
  vi.advanceTimersByTime(200);
  go(false);
  isVisible = false;
  vi.advanceTimersByTime(60_000);
  go(true);
  vi.advanceTimersByTime(3_000);
  expect(told).toEqual([false]);
});

test('a page that makes it visible late, at first or where it stands anew, is not covering it', () => {
  isVisible = false;
  const standsAnew = watch();
  vi.advanceTimersByTime(4_500);
  changes(true);
  isVisible = false;
  standsAnew();
  vi.advanceTimersByTime(4_500);
  changes(true);
  expect(told).toEqual([]);
});

test('H14: what covers it from the first is told after five seconds', () => {
  isVisible = false;
  watch();
  vi.advanceTimersByTime(6_000);
  expect(told).toEqual([false]);
});

test('says nothing where the browser does not say what it paints', () => {
  vi.stubGlobal('IntersectionObserverEntry', { prototype: {} });
  watch()();
  vi.advanceTimersByTime(10_000);
  expect([told, observing]).toEqual([[], 0]);
});
