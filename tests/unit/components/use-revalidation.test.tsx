// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRevalidation } from '../../../components/use-revalidation.ts';
import { drawStory, storyOf } from './draw.tsx';

const FIVE_MINUTES = 5 * 60_000;

let visible = true;
let root: HTMLElement;
const on = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  visible = true;
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => (visible ? 'visible' : 'hidden'));
  on.mockClear();
  root = document.createElement('div');
});

afterEach(() => {
  act(() => render(null, root));
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function Panel({ fetchedAt }: { fetchedAt: number | null }): null {
  useRevalidation(fetchedAt, on);
  return null;
}

function show(fetchedAt: number | null): void {
  act(() => render(<Panel fetchedAt={fetchedAt} />, root));
}

function look(seen: boolean): void {
  visible = seen;
  document.dispatchEvent(new Event('visibilitychange'));
}

test('a plan in sight is checked every five minutes', () => {
  show(1);
  vi.advanceTimersByTime(FIVE_MINUTES - 1);
  expect(on).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(on.mock.calls).toEqual([[{ do: 'revalidate' }]]);
  vi.advanceTimersByTime(2 * FIVE_MINUTES);
  expect(on).toHaveBeenCalledTimes(3);
});

test('nothing is asked while it is out of sight, and once when it is looked at again', () => {
  show(1);
  look(false);
  vi.advanceTimersByTime(12 * FIVE_MINUTES);
  expect(on).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
  look(true);
  expect(on).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(FIVE_MINUTES);
  expect(on).toHaveBeenCalledTimes(2);
});

test('a panel drawn out of sight keeps no timer', () => {
  visible = false;
  show(1);
  expect(vi.getTimerCount()).toBe(0);
  look(true);
  expect(on).toHaveBeenCalledTimes(1);
});

test('the five minutes count from the last check', () => {
  show(1);
  vi.advanceTimersByTime(FIVE_MINUTES - 1);
  show(2);
  vi.advanceTimersByTime(FIVE_MINUTES - 1);
  expect(on).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(on).toHaveBeenCalledTimes(1);
});

test('being drawn again with the same plan changes nothing', () => {
  show(1);
  vi.advanceTimersByTime(FIVE_MINUTES - 1);
  show(1);
  vi.advanceTimersByTime(1);
  expect(on).toHaveBeenCalledTimes(1);
});

test('without a plan nothing is asked, whatever happens', () => {
  show(1);
  show(null);
  look(false);
  look(true);
  vi.advanceTimersByTime(12 * FIVE_MINUTES);
  expect(on).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('a panel that is gone asks nothing more', () => {
  show(1);
  act(() => render(null, root));
  look(true);
  vi.advanceTimersByTime(FIVE_MINUTES);
  expect(on).not.toHaveBeenCalled();
});

test('the sidebar asks while it shows a plan, and only then', () => {
  const { commands, redraw } = drawStory('plan');
  vi.advanceTimersByTime(FIVE_MINUTES);
  expect(commands).toEqual([{ do: 'revalidate' }]);
  for (const id of ['looking', 'no-plan', 'could-not-check-offline', 'several', 'signed-out']) {
    redraw(storyOf(id).view);
    vi.advanceTimersByTime(2 * FIVE_MINUTES);
    look(false);
    look(true);
  }
  expect(commands).toHaveLength(1);
});
