import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Theme } from './draw-stories.ts';
import { PICTURES } from './drawn-with.ts';
import { coloursOf, inColours, type Picture, smallPng } from './small-png.ts';

/** Where what differs is put, to be looked at. */
const DIFFERENT = fileURLToPath(new URL('../../../.output/pictures/', import.meta.url));
/** A letter is more than this, and nothing that anybody sees is less. */
const PIXELS_ALLOWED = 10;
const THRESHOLD = 0.04;

/** How many colours a kept picture has: those of all areas, and some of the edges of letters. */
const COLOURS_KEPT = 8;

/** The file in which a story is kept. */
function pictureFile(id: string, theme: Theme): string {
  return path.join(PICTURES, `${id}.${theme}.png`);
}

/** Keeps a picture of a story, to be compared with from now on. */
export async function keepStory(id: string, theme: Theme, drawn: Picture): Promise<void> {
  await writeFile(pictureFile(id, theme), smallPng(drawn, COLOURS_KEPT));
}

async function putAside(name: string, picture: Picture): Promise<string> {
  await mkdir(DIFFERENT, { recursive: true });
  const file = path.join(DIFFERENT, name);
  await writeFile(file, smallPng(picture));
  return path.relative(process.cwd(), file);
}

/** What is different between a story and its kept picture, in one line, with the file to look at; `null`: nothing. */
export async function difference(id: string, theme: Theme, drawn: Picture): Promise<string | null> {
  const file = await readFile(pictureFile(id, theme)).catch(() => null);
  const name = `${id}.${theme}`;
  if (file === null)
    return `${name} has no picture yet: \`npm run pictures\`. Drawn: ${await putAside(`${name}.png`, drawn)}`;
  const kept = PNG.sync.read(file);
  const { width, height } = drawn;
  if (kept.width !== width || kept.height !== height) {
    const drawnFile = await putAside(`${name}.png`, drawn);
    return `${name} was ${kept.width} × ${kept.height} and is ${width} × ${height}: ${drawnFile}`;
  }
  const marked = new Uint8Array(drawn.data.length);
  // The kept picture has few colours; in these the new one is the same, unless something has changed.
  const asKept = inColours(drawn, coloursOf(kept));
  const pixels = pixelmatch(kept.data, asKept.data, marked, width, height, { threshold: THRESHOLD });
  if (pixels <= PIXELS_ALLOWED) return null;
  await putAside(`${name}.png`, drawn);
  return `${name} differs in ${pixels} pixels: ${await putAside(`${name}.diff.png`, { width, height, data: marked })}`;
}
