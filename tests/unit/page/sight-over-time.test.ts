import { describe, expect, it } from 'vitest';
import type { Look } from '../../../utils/page/sidebar-sight.ts';
import { IN_SIGHT, lookOnce, type SightOverTime } from '../../../utils/page/sight-over-time.ts';

/** Looks at these times (milliseconds) and says what was told after each, and when it was put right. */
function play(looks: readonly (readonly [number, Look])[]) {
  let state: SightOverTime = IN_SIGHT;
  const mended: number[] = [];
  const told = looks.map(([at, sight]) => {
    const { next, mend } = lookOnce(state, sight, at);
    state = next;
    if (mend) mended.push(at);
    return next.told;
  });
  return { told, mended };
}
const every = (ms: number, from: number, to: number, sight: Look) =>
  Array.from({ length: (to - from) / ms }, (_, at) => [from + at * ms, sight] as const);

describe('the sidebar, looked at again and again', () => {
  it('H14: hidden once and then seen is nothing, and it is put right at once', () => {
    expect(play([[0, 'hidden'], ...every(1_000, 1_000, 4_000, 'inSight')])).toEqual({
      told: ['inSight', 'inSight', 'inSight', 'inSight'],
      mended: [0],
    });
  });

  it('H14: hidden for a second, by two looks, is hidden', () => {
    const { told } = play(every(250, 0, 1_500, 'hidden'));
    expect(told).toEqual(['inSight', 'inSight', 'inSight', 'inSight', 'hidden', 'hidden']);
  });

  it('H14: nobody gets away by showing it between two looks', () => {
    const { told } = play(every(250, 0, 3_000, 'hidden').map(([at, sight]) => [at, at % 500 ? 'inSight' : sight]));
    expect(told.at(-1)).toBe('hidden');
  });

  it('H14: is put right ever more seldom, and never not at all', () => {
    const { mended } = play(every(250, 0, 60_000, 'hidden'));
    const gaps = mended.slice(1).map((at, index) => at - (mended[index] ?? 0));
    expect([gaps[0], gaps.at(-1), Math.max(...gaps)]).toEqual([250, 2_000, 2_000]);
  });

  it('H14: is back within three seconds, later each time, and at once again after a quiet time', () => {
    const once = (from: number) => [
      ...every(250, from, from + 2_000, 'hidden'),
      ...every(250, from + 2_000, from + 6_000, 'inSight'),
    ];
    const backAfter = (from: number, looks: readonly (readonly [number, Look])[]) => {
      const { told } = play(looks);
      const at = looks.findIndex(([time], index) => time >= from + 2_000 && told[index] === 'inSight');
      return (looks[at]?.[0] ?? 0) - from - 2_000;
    };
    const four = [0, 6_000, 12_000, 18_000].flatMap(once);
    expect([0, 6_000, 12_000, 18_000].map((from) => backAfter(from, four))).toEqual([750, 1_750, 2_750, 2_750]);
    const rested = [...once(0), ...every(1_000, 6_000, 20_000, 'inSight'), ...once(20_000)];
    expect(backAfter(20_000, rested)).toBe(750);
  });

  it('S12: a menu or a dialog before it is no attack, and nothing is put right meanwhile', () => {
    const { told, mended } = play([...every(1_000, 0, 20_000, 'behind'), ...every(1_000, 20_000, 23_000, 'inSight')]);
    expect([new Set(told.slice(0, 20)), told.at(-1), mended]).toEqual([new Set(['behind']), 'inSight', []]);
  });

  it('S12: beside a dialog that leaves it legible it stays, however long that one stands there', () => {
    const { told, mended } = play([
      ...every(1_000, 0, 600_000, 'dimmed'),
      ...every(1_000, 600_000, 603_000, 'inSight'),
    ]);
    expect([new Set(told.slice(0, 600)), told.at(-1), mended]).toEqual([new Set(['behind']), 'inSight', []]);
  });

  it('H14: no such dialog makes it forget that it is hidden', () => {
    const { told } = play([...every(250, 0, 1_500, 'hidden'), [1_500, 'dimmed'], [1_750, 'dimmed'], [6_000, 'dimmed']]);
    expect(told.slice(-3)).toEqual(['hidden', 'hidden', 'behind']);
  });

  it('H14: what passes has passed after half a minute', () => {
    expect(play(every(1_000, 0, 40_000, 'behind')).told.at(-1)).toBe('hidden');
  });
});
