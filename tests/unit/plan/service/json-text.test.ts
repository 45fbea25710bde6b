import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonShape } from '../../../../utils/plan/service/json-text.ts';

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

test('JSON is as deep as it is, and closed, with or without spaces', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 7 }), fc.constantFrom(undefined, 2), (value, spaces) => {
      expect(jsonShape(JSON.stringify(value, null, spaces))).toEqual({ depth: depthOf(value), open: false });
    }),
  );
});

test('a list or an object cut off anywhere is open', () => {
  const anObject = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));
  fc.assert(
    fc.property(fc.oneof(anObject, fc.array(anObject)), fc.double({ min: 0, max: 1, noNaN: true }), (value, where) => {
      const whole = JSON.stringify(value);
      const cut = whole.slice(0, Math.max(1, Math.floor(where * (whole.length - 1))));
      expect(jsonShape(cut).open).toBe(true);
    }),
  );
});

test.each<[string, number, boolean]>([
  ['', 0, false],
  ['"{[\\"{"', 0, false],
  ['{"a":"\\\\"}', 1, false],
  ['{"a":"\\\\', 1, true],
  [']]]', 0, false],
])('%s', (text, depth, open) => expect(jsonShape(text)).toEqual({ depth, open }));

test('a million levels exhaust nothing', () => {
  expect(jsonShape('['.repeat(1_000_000))).toEqual({ depth: 1_000_000, open: true });
});
