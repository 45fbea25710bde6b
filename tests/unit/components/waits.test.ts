import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heardStage, nextStageAt, stageOf, waitIn } from '../../../components/waits.ts';
import { stories } from '../../sandbox/stories/stories.ts';

const WAIT = { since: 1_000_000, until: 1_018_500 };
const at = (ms: number) => stageOf(WAIT, WAIT.since + ms);
const left = (ms: number) => {
  const stage = at(ms);
  return stage.kind === 'late' ? stage.secondsLeft : stage.kind;
};

test('a wait is not spoken of for 300 ms, then is, and after five seconds with the time that is left', () => {
  expect([-1, 0, 299, 300, 4_999, 5_000].map(left)).toEqual(['early', 'early', 'early', 'said', 'said', 12]);
});

test('the seconds are counted down in steps of three, and never more than are left', () => {
  expect([6_500, 6_501, 9_501, 12_501, 15_500, 15_501, 18_500, 60_000].map(left)).toEqual([12, 9, 6, 3, 3, 0, 0, 0]);
});

test('a wait that only a person ends has no seconds', () => {
  expect(stageOf({ since: 0, until: null }, 60_000)).toEqual({ kind: 'late', secondsLeft: null });
  expect(nextStageAt({ since: 0, until: null }, 60_000)).toBeNull();
});

describe('whatever the wait', () => {
  const waits = fc.record({ since: fc.nat(1e6), lasts: fc.nat(60_000), ms: fc.nat(90_000) });
  const drawn = ({ since, lasts }: { since: number; lasts: number }) => ({ since, until: since + lasts });

  test('nothing else is said before it is said when that will be, and then something else is', () => {
    fc.assert(
      fc.property(waits, fc.double({ min: 0, max: 1, noNaN: true }), (one, part) => {
        const [wait, now] = [drawn(one), one.since + one.ms];
        const next = nextStageAt(wait, now);
        const between = next === null ? now + 1e6 * part : Math.floor(now + (next - 1 - now) * part);
        expect(stageOf(wait, between)).toEqual(stageOf(wait, now));
        if (next !== null) expect(next).toBeGreaterThan(now);
        if (next !== null) expect(stageOf(wait, next)).not.toEqual(stageOf(wait, now));
      }),
    );
  });

  test('it is never said to last longer than it does', () => {
    fc.assert(
      fc.property(waits, (one) => {
        const [wait, now] = [drawn(one), one.since + one.ms];
        const stage = stageOf(wait, now);
        if (stage.kind !== 'late') return;
        expect((stage.secondsLeft ?? 0) * 1000).toBeLessThanOrEqual(Math.max(0, wait.until - now));
      }),
    );
  });

  test('the ear hears of it when it is first said, and then every fifteen seconds at most', () => {
    fc.assert(
      fc.property(waits, (one) => {
        const [wait, late] = [drawn(one), one.since + 5_000];
        expect(heardStage(wait, late)).toEqual(stageOf(wait, late));
        expect(heardStage(wait, late + (one.ms % 15_000))).toEqual(stageOf(wait, late));
        expect(heardStage(wait, late + 15_000)).toEqual(stageOf(wait, late + 15_000));
      }),
    );
  });
});

test('only in front of these views somebody waits', () => {
  const kinds = stories.filter(({ view }) => waitIn(view)).map(({ view }) => view.kind);
  expect(new Set(kinds)).toEqual(new Set(['looking', 'signingIn', 'birthDateNeeded', 'reasonNeeded']));
});
