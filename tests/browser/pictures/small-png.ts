import { crc32, deflateSync } from 'node:zlib';

/** A drawing, four bytes a pixel, none of it transparent. */
export type Picture = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** Colours as one number each, red first. */
export type Palette = readonly number[];

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function* pixels({ data }: Picture): Generator<number> {
  for (let at = 0; at < data.length; at += 4) {
    yield ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
  }
}

/** The colours of a picture, the commonest first: those of areas are among a few, those of edges of letters are not. */
export function coloursOf(picture: Picture, most = 256): Palette {
  const counts = new Map<number, number>();
  for (const colour of pixels(picture)) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const commonest = [...counts].toSorted(([a, many], [b, few]) => few - many || a - b);
  return commonest.slice(0, most).map(([colour]) => colour);
}

function distance(one: number, other: number): number {
  const parts = [16, 8, 0].map((shift) => ((one >> shift) & 255) - ((other >> shift) & 255));
  return parts.reduce((sum, part) => sum + part * part, 0);
}

function nearest(colour: number, palette: Palette): number {
  return palette.reduce((best, one) => (distance(one, colour) < distance(best, colour) ? one : best));
}

/** The same picture in these colours, each pixel in the one that comes nearest. */
export function inColours(picture: Picture, palette: Palette): Picture {
  const known = new Map<number, number>();
  // In one order, so that of two colours as near as each other it is always the same.
  const inOrder = palette.toSorted((a, b) => a - b);
  const data = Buffer.alloc(picture.data.length, 255);
  let to = 0;
  for (const colour of pixels(picture)) {
    const shown = known.get(colour) ?? nearest(colour, inOrder);
    known.set(colour, shown);
    to = data.writeUIntBE(shown, to, 3) + 1;
  }
  return { ...picture, data };
}

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Rows of places in the palette, each behind its filter: none. Two pixels a byte where the places are few enough. */
function rowsOf(picture: Picture, palette: Palette): { readonly bits: 4 | 8; readonly rows: Buffer } {
  const { width, height } = picture;
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const bits = palette.length <= 16 ? 4 : 8;
  const length = 1 + Math.ceil((width * bits) / 8);
  const rows = Buffer.alloc(height * length);
  let at = 0;
  for (const colour of pixels(inColours(picture, palette))) {
    const [row, column] = [Math.floor(at / width), at % width];
    const byte = row * length + 1 + Math.floor((column * bits) / 8);
    const isFirstOfTwo = bits === 4 && column % 2 === 0;
    rows[byte] = (rows[byte] ?? 0) | ((places.get(colour) ?? 0) << (isFirstOfTwo ? 4 : 0));
    at += 1;
  }
  return { bits, rows };
}

/** A PNG in so many of its own colours at most, 256 unless told: small, and pngjs writes no palettes. */
export function smallPng(picture: Picture, colours = 256): Buffer {
  const palette = coloursOf(picture, colours);
  const { width, height } = picture;
  const { bits, rows } = rowsOf(picture, palette);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, 3], 8);
  const inks = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const content = deflateSync(rows, { level: 9, memLevel: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', inks),
    chunk('IDAT', content),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
