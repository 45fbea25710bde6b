import { describe, expect, it } from 'vitest';
import {
  colourShares,
  countPairs,
  type PixelFrame,
  pixelColour,
  regionColour,
} from '../../../browser/harness/colour-count.ts';

const RED = [230, 20, 20];
const BLUE = [0, 0, 255];
const GREY = [128, 128, 128];
const LEFT = { left: 0, right: 0.5, top: 0, bottom: 1 };
const RIGHT = { left: 0.5, right: 1, top: 0, bottom: 1 };

/** A frame of 10 × 10 pixels, each coloured by its place. */
function frame(colourAt: (x: number, y: number) => number[], channels: 3 | 4 = 3): PixelFrame {
  const places = Array.from({ length: 100 }, (_, at) => colourAt(at % 10, Math.floor(at / 10)));
  const bytes = places.flatMap((colour) => (channels === 4 ? [...colour, 255] : colour));
  return { pixels: Uint8Array.from(bytes), width: 10, height: 10, channels };
}

describe('colours of a frame', () => {
  it('takes only plain red and blue', () => {
    expect(pixelColour(255, 0, 0)).toBe('red');
    expect(pixelColour(0, 0, 255)).toBe('blue');
    expect(pixelColour(255, 0, 255)).toBe('neither');
    expect(pixelColour(255, 200, 200)).toBe('neither');
  });

  it('measures the share in a region only, with three channels and with four', () => {
    for (const channels of [3, 4] as const) {
      const half = frame((x, y) => (x < 5 && y < 5 ? RED : GREY), channels);
      expect(colourShares(half, LEFT)).toEqual({ red: 0.5, blue: 0, yellow: 0 });
      expect(colourShares(half, RIGHT)).toEqual({ red: 0, blue: 0, yellow: 0 });
    }
  });

  it('needs more than a fifth, unless told otherwise', () => {
    const thin = frame((_, y) => (y < 2 ? BLUE : GREY));
    expect(regionColour(thin, LEFT)).toBe('neither');
    expect(regionColour(thin, LEFT, 0.1)).toBe('blue');
  });

  it('has no colour where there is no pixel', () => {
    expect(
      regionColour(
        frame(() => RED),
        { left: 0.5, right: 0.5, top: 0, bottom: 1 },
      ),
    ).toBe('neither');
  });
});

describe('pairs', () => {
  it('counts a frame as differing only when both sides show a patient and not the same one', () => {
    const { add, count } = countPairs(LEFT, RIGHT);
    add(frame((x) => (x < 5 ? RED : RED)));
    add(frame((x) => (x < 5 ? RED : GREY)));
    add(frame((x) => (x < 5 ? RED : BLUE)));
    add(frame((x) => (x < 5 ? BLUE : RED)));
    expect(count).toEqual({
      frames: 4,
      differing: 2,
      pairs: { 'red beside red': 1, 'red beside neither': 1, 'red beside blue': 1, 'blue beside red': 1 },
    });
  });
});
