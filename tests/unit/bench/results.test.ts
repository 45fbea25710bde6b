import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultsOf } from '../../bench/results.ts';
import { median, percentile } from '../../statistics.ts';

describe('the middle', () => {
  it.each([
    [[], Number.NaN],
    [[3], 3],
    [[9, 1], 5],
    [[7, 1, 3], 3],
    [[10, 2, 4, 100], 7],
  ])('of %j is %d', (values, middle) => expect(median(values)).toBe(middle));

  it('has as many above it as below, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const middle = median(values);
        const below = values.filter((one) => one < middle).length;
        expect(below).toBe(values.filter((one) => one > middle).length);
      }),
    );
  });
});

describe('a percentile', () => {
  it.each([
    [0, 1],
    [0.5, 51],
    [0.95, 96],
    [0.99, 100],
    [1, 100],
  ])('at %d of 1 to 100 is %i', (part, value) =>
    expect(
      percentile(
        Array.from({ length: 100 }, (_, at) => 100 - at),
        part,
      ),
    ).toBe(value),
  );

  it('of nothing is no number', () => expect(percentile([], 0.5)).toBeNaN());
});

describe('what was measured', () => {
  const sample = (subject: string, round: number, ms: number) => ({ subject, round, values: { 'light pageMain': ms } });
  const results = resultsOf([
    sample('none', 0, 10),
    sample('planside', 0, 13),
    sample('planside', 1, 105),
    sample('none', 1, 100),
    sample('planside', 2, 41),
  ]);

  it('is asked by subject and name', () => {
    expect(results.of('planside', 'light pageMain')).toEqual([13, 105, 41]);
    expect(results.median('planside', 'light pageMain')).toBe(41);
    expect(results.median('planside', 'something else')).toBeNaN();
  });

  it('adds to no extension what it adds in the same round, and a round without that says nothing', () => {
    expect(results.added('planside', 'light pageMain')).toBe(4);
  });
});
