// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { View } from '../../../utils/view/view.ts';
import { NOW } from '../../sandbox/stories/story.ts';
import { type Drawn, draw, drawStory, part, press, seen, storyOf } from './draw.tsx';

const LOOKING: View = {
  ...(storyOf('looking').view as Extract<View, { kind: 'looking' }>),
  since: NOW,
  until: NOW + 18_500,
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function pass(ms: number): void {
  // Step by step, as time does: what is drawn sets the next timer.
  for (let step = 0; step < ms; step += 100) act(() => void vi.advanceTimersByTime(100));
}

function heard({ article }: Drawn): string {
  return part(article, 'status') + part(article, 'alert');
}

describe('looking', () => {
  test('for less than 300 ms the name stands there alone: nothing flickers, and nothing is heard', () => {
    const drawn = draw(LOOKING, NOW);
    pass(200);
    expect(part(drawn.article, 'name')).toBe('BAKER, Thomas');
    expect(seen(drawn.article.querySelector('.body'))).toBe('');
    expect(drawn.article.querySelector('.bones')).toBeNull();
    expect(heard(drawn)).toBe('');
    drawn.redraw(storyOf('plan').view);
    pass(10_000);
    expect(drawn.article.textContent).not.toMatch(/Looking|Asking/);
  });

  test('then it is said what is done, and for whom', () => {
    const drawn = draw(LOOKING, NOW);
    pass(300);
    expect(part(drawn.article, 'doing')).toBe('Asking Example Plan Service. No answer yet.');
    expect(heard(drawn)).toBe('Looking for a plan for BAKER, Thomas.');
    expect(drawn.article.querySelector('[data-command="cancel"]')).toBeNull();
  });

  test('after five seconds also for how long it will still be tried, counted down, with a way out', () => {
    const drawn = draw(LOOKING, NOW);
    pass(5_000);
    const says = () => part(drawn.article, 'doing');
    expect(says()).toBe('Still asking Example Plan Service. Planside will try for another 12 seconds.');
    const said = heard(drawn);
    expect(said).toBe('Still looking for a plan for BAKER, Thomas. Planside will try for another 12 seconds.');
    pass(3_000);
    expect(says()).toContain('another 9 seconds');
    pass(8_000);
    expect(says()).toContain('Planside will stop in a moment.');
    expect(heard(drawn)).toBe(said);
    press(drawn.article, '[data-command="cancel"]');
    expect(drawn.commands).toEqual([{ do: 'cancel' }]);
  });

  test('what is done is named as it is, and it stays one wait', () => {
    const drawn = draw(LOOKING, NOW);
    pass(1_000);
    drawn.redraw({ ...LOOKING, doing: 'fetching' } as View);
    expect(part(drawn.article, 'doing')).toBe('Example Plan Service has answered. Fetching the rest.');
    expect(part(drawStory('looking-late-recording').article, 'doing')).toBe(
      'Still putting on record that you look. Planside will try for another 3 seconds.',
    );
  });
});

test('stopped: not checked, no answer of any kind, and the way back', () => {
  const { article, commands } = drawStory('could-not-check-cancelled');
  expect(part(article, 'verdict')).toBe('Could not check for a plan');
  expect(part(article, 'order')).toBe(
    'Stopped at 14:32. Whether Example Plan Service holds a plan has not been checked.',
  );
  expect(part(article, 'about')).toBe('There may be a plan. Do not read this as “no plan”.');
  expect(article.textContent).not.toMatch(/for CPR|No plan found/i);
  expect(part(article, 'helpdesk-code')).toBe('For the helpdesk: PLN-CANCELLED');
  expect(seen(article.querySelector('[data-command="retry"]'))).toBe('Ask again');
  press(article, '[data-command="retry"]');
  expect(commands).toEqual([{ do: 'retry' }]);
});

describe('signing in', () => {
  test.each([
    ['signing-in', 'The window for signing in is open. If you cannot see it, look behind this one.', false],
    ['signing-in-late', /Planside waits for as long as that window is open\.$/, true],
    ['signing-in-ending', /^Ending the session before\..+ Planside will try for another 12/, true],
    ['signing-in-asking', /^Asking Example Plan Service where to sign in\. Planside will try for another 12/, true],
    ['signing-in-redeeming', 'Waiting for Example Plan Service to let you in.', false],
  ] as const)('%s', (id, says, hasWayOut) => {
    const { article, commands } = drawStory(id);
    expect(part(article, 'heading')).toBe('Signing in to Example Plan Service');
    expect(part(article, 'doing')).toMatch(says);
    expect(article.querySelector('[data-command="cancel"]') !== null).toBe(hasWayOut);
    if (hasWayOut) press(article, '[data-command="cancel"]');
    expect(commands).toEqual(hasWayOut ? [{ do: 'cancel' }] : []);
  });

  test('that was stopped says so, and that its window may still be open', () => {
    expect(part(drawStory('signed-out-stopped').article, 'error')).toBe(
      'You stopped signing in. If its window is still open, close it.',
    );
  });
});

test('a reason on its way for long says that it cannot be taken back', () => {
  const { article, commands } = drawStory('reason-sending-late');
  expect(part(article, 'doing')).toBe(
    'Still waiting for Example Plan Service to confirm your reason. It cannot be taken back. Planside will try for another 12 seconds.',
  );
  press(article, '[data-command="cancel"]');
  expect(commands).toEqual([{ do: 'cancel' }]);
});

test('a confirmed birth date that is being put on record says so', () => {
  const { article } = drawStory('birth-date-confirming');
  expect(part(article, 'doing')).toMatch(/^Putting on record that you confirm the date of birth\./);
});
