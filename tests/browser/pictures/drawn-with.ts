import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'puppeteer';
import * as z from 'zod';

/** Where the pictures are kept that the stories are compared with. */
export const PICTURES = fileURLToPath(new URL('../../pictures/', import.meta.url));

/** Letters look otherwise in another browser and another font; then pictures cannot be compared. */
const drawnWithSchema = z.object({ browser: z.string(), fonts: z.array(z.string()) });
export type DrawnWith = z.infer<typeof drawnWithSchema>;

const FILE = path.join(PICTURES, 'drawn-with.json');
/** What the style sheet asks for, and a script that another font has to help with. */
const ASKED = ['Arial', 'Arial:bold', 'Arial:lang=ar', 'sans-serif', 'monospace'];

async function fontFor(asked: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('fc-match', ['-f', '%{fullname} %{fontversion}', asked]);
    return `${asked} is ${stdout}`;
  } catch {
    return `${asked} is unknown`;
  }
}

/** What draws here. */
export async function drawsWith(browser: Browser): Promise<DrawnWith> {
  return { browser: await browser.version(), fonts: await Promise.all(ASKED.map(fontFor)) };
}

/** Why the kept pictures cannot be compared here: `null` if they can. */
export async function whyNotComparable(browser: Browser): Promise<string | null> {
  const text = await readFile(FILE, 'utf8').catch(() => null);
  const anew = '`npm run pictures` draws them anew; look at what changes.';
  if (text === null) return `Pictures are NOT compared: none are kept. ${anew}`;
  const [kept, here] = [drawnWithSchema.parse(JSON.parse(text)), await drawsWith(browser)];
  if (JSON.stringify(kept) === JSON.stringify(here)) return null;
  const difference = `they were drawn with ${JSON.stringify(kept)}, and here draws ${JSON.stringify(here)}`;
  return `Pictures are NOT compared: ${difference}. ${anew}`;
}

/** Writes down what the pictures are drawn with. */
export async function writeDrawnWith(browser: Browser): Promise<void> {
  await writeFile(FILE, `${JSON.stringify(await drawsWith(browser), null, 2)}\n`);
}
