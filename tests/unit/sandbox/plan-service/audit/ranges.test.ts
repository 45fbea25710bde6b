import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutBy, gapsIn, merged, type Range, rangesIn } from '../../../../sandbox/plan-service/audit/ranges.ts';

const numbersOf = ({ from, to }: Range) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const aRange = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(8)).map(([from, more]) => ({ from, to: from + more }));

describe('numbers in a text', () => {
  it.each<[string, readonly Range[]]>([
    ['12', [{ from: 12, to: 12 }]],
    ['12-14', [{ from: 12, to: 14 }]],
    ['12 – 14', [{ from: 12, to: 14 }]],
    [
      '3, 5,9-11',
      [
        { from: 3, to: 3 },
        { from: 5, to: 5 },
        { from: 9, to: 11 },
      ],
    ],
    ['14-12', []],
    ['', []],
    ['all of them', []],
  ])('%s', (text, ranges) => {
    expect(rangesIn(text)).toEqual(ranges);
  });
});

describe('gaps', () => {
  it('are below the highest, from 1', () => {
    expect(gapsIn([])).toEqual([]);
    expect(gapsIn([1, 2, 3])).toEqual([]);
    expect(gapsIn([3, 4, 7])).toEqual([
      { from: 1, to: 2 },
      { from: 5, to: 6 },
    ]);
    expect(gapsIn([1, 1_000_000_000_000])).toEqual([{ from: 2, to: 999_999_999_999 }]);
  });
});

describe('ranges', () => {
  it('merged hold the same numbers, each once, in order and apart', () => {
    fc.assert(
      fc.property(fc.array(aRange), (ranges) => {
        const together = merged(ranges);
        const numbers = together.flatMap(numbersOf);
        expect(numbers).toEqual([...new Set(ranges.flatMap(numbersOf))].sort((a, b) => a - b));
        for (const [at, { from }] of together.entries()) {
          if (at > 0) expect(from).toBeGreaterThan((together[at - 1]?.to ?? 0) + 1);
        }
      }),
    );
  });

  it('cut by others keep every number, each with the right answer', () => {
    fc.assert(
      fc.property(aRange, fc.array(aRange), (range, others) => {
        const pieces = cutBy(range, merged(others));
        expect(pieces.flatMap(numbersOf)).toEqual(numbersOf(range));
        const inOthers = new Set(others.flatMap(numbersOf));
        for (const piece of pieces) {
          for (const number of numbersOf(piece)) expect(piece.isIn, `${number}`).toBe(inOthers.has(number));
        }
      }),
    );
  });
});
