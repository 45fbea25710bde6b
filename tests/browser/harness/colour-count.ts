/** One picture of the screen: `channels` bytes for each pixel (red, green, blue, perhaps alpha), row by row. */
export type PixelFrame = { pixels: Uint8Array | Uint8ClampedArray; width: number; height: number; channels: 3 | 4 };

/** Part of a frame, each side as a fraction of the frame's width or height. */
export type Region = { left: number; right: number; top: number; bottom: number };

/**
 * Red is patient A, on the page and in the panel (not for CPR). Blue is patient B on the page, yellow patient B in the
 * panel (CPR statements disagree).
 */
export type Colour = 'red' | 'blue' | 'yellow' | 'neither';

/** How much of a region must have a colour for the region to count as that colour. */
const ENOUGH = 0.2;

/** 'red', 'blue' or 'yellow' for a pixel that is plainly so; text, borders and blends are neither. */
export function pixelColour(red: number, green: number, blue: number): Colour {
  if (red > 150 && green < 80 && blue < 80) return 'red';
  if (blue > 150 && red < 80 && green < 80) return 'blue';
  if (red > 220 && green > 150 && green < 210 && blue < 90) return 'yellow';
  return 'neither';
}

/** Which share of the region's pixels has each colour (0 to 1); an empty region has none. */
export function colourShares(frame: PixelFrame, region: Region): Record<Exclude<Colour, 'neither'>, number> {
  const { pixels, width, height, channels } = frame;
  const right = Math.min(width, Math.round(width * region.right));
  const bottom = Math.min(height, Math.round(height * region.bottom));
  const count = { red: 0, blue: 0, yellow: 0, neither: 0 };
  for (let y = Math.round(height * region.top); y < bottom; y++) {
    for (let x = Math.round(width * region.left); x < right; x++) {
      const at = (y * width + x) * channels;
      count[pixelColour(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)]++;
    }
  }
  const all = Math.max(1, count.red + count.blue + count.yellow + count.neither);
  return { red: count.red / all, blue: count.blue / all, yellow: count.yellow / all };
}

/** The colour that fills enough of the region; the largest one when several do. */
export function regionColour(frame: PixelFrame, region: Region, enough: number = ENOUGH): Colour {
  const { red, blue, yellow } = colourShares(frame, region);
  const most = Math.max(red, blue, yellow);
  if (most <= enough) return 'neither';
  return red === most ? 'red' : blue === most ? 'blue' : 'yellow';
}

/** The patient a colour stands for, `null` for none. */
function patientOf(colour: Colour): 'A' | 'B' | null {
  if (colour === 'neither') return null;
  return colour === 'red' ? 'A' : 'B';
}

/** How often each pair of colours was seen, such as 'red beside blue'. */
export type PairCount = { frames: number; differing: number; pairs: Record<string, number> };

/**
 * Counts frame by frame what stands in two regions, the page and the panel beside it.
 * `differing` are the frames with one patient's colour on the page and the other's in the panel.
 */
export function countPairs(page: Region, panel: Region): { add: (frame: PixelFrame) => void; count: PairCount } {
  const count: PairCount = { frames: 0, differing: 0, pairs: {} };
  const add = (frame: PixelFrame) => {
    const onPage = regionColour(frame, page);
    const inPanel = regionColour(frame, panel);
    const pair = `${onPage} beside ${inPanel}`;
    count.frames++;
    count.pairs[pair] = (count.pairs[pair] ?? 0) + 1;
    const [open, shown] = [patientOf(onPage), patientOf(inPanel)];
    if (open && shown && open !== shown) count.differing++;
  };
  return { add, count };
}
