import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_PLACE, NARROWEST, type Place, WIDEST, widthMovedBy } from '../../../utils/page/place.ts';
import { placeSchema } from '../../../utils/page/place-schema.ts';

const place: fc.Arbitrary<Place> = fc.record({
  side: fc.constantFrom('left', 'right'),
  width: fc.integer({ min: NARROWEST, max: WIDEST }),
  covers: fc.boolean(),
  folded: fc.boolean(),
});

test.each([
  ['right', -16, 376],
  ['right', 16, 344],
  ['left', 16, 376],
  ['left', -16, 344],
  ['right', -1_000, WIDEST],
  ['left', -1_000, NARROWEST],
] as const)('at the %s, the edge moved by %i makes it %i wide', (side, by, width) => {
  expect(widthMovedBy({ ...FIRST_PLACE, side }, by)).toBe(width);
});

test('wherever its edge is moved, the sidebar is a whole number from 320 to 480 wide, and so can be remembered', () => {
  fc.assert(
    fc.property(place, fc.double({ noNaN: true }), (from, by) => {
      const width = widthMovedBy(from, by);
      expect(Number.isInteger(width) && width >= 320 && width <= 480).toBe(true);
      expect(placeSchema.safeParse({ ...from, width }).success).toBe(true);
    }),
  );
});

test('moved there and back it is as wide as before, unless it met an end', () => {
  fc.assert(
    fc.property(place, fc.integer({ min: -160, max: 160 }), (from, by) => {
      const width = widthMovedBy(from, by);
      fc.pre(width !== NARROWEST && width !== WIDEST);
      expect(widthMovedBy({ ...from, width }, -by)).toBe(from.width);
    }),
  );
});

test('S6: nothing else is a place', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        place.chain((sound) => fc.record({ width: fc.anything() }).map((wrong) => ({ ...sound, ...wrong }))),
      ),
      (raw) => {
        const parsed = placeSchema.safeParse(raw);
        if (parsed.success) expect(parsed.data.width >= 320 && parsed.data.width <= 480).toBe(true);
      },
    ),
  );
});
