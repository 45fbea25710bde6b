import fc from 'fast-check';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { coloursOf, inColours, type Picture, smallPng } from '../../../browser/pictures/small-png.ts';

/** Up to 7 × 5 pixels of up to thirty greys: more than half a byte can name, and widths that fill no byte. */
const picture = fc
  .record({ width: fc.integer({ min: 1, max: 7 }), height: fc.integer({ min: 1, max: 5 }) })
  .chain(({ width, height }) => {
    const all = fc.array(fc.integer({ min: 0, max: 29 }), { minLength: width * height, maxLength: width * height });
    return all.map(
      (greys): Picture => ({ width, height, data: Uint8Array.from(greys.flatMap((grey) => [grey, grey, grey, 255])) }),
    );
  });

it('what is kept is the picture in its commonest colours, whatever its width and however few they are', () => {
  fc.assert(
    fc.property(picture, fc.integer({ min: 2, max: 40 }), (drawn, colours) => {
      const kept = PNG.sync.read(smallPng(drawn, colours));
      expect([kept.width, kept.height]).toEqual([drawn.width, drawn.height]);
      expect([...kept.data]).toEqual([...inColours(drawn, coloursOf(drawn, colours)).data]);
    }),
  );
});
