import { mkdir, open, readdir, rm, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserFamily } from '../../commands/find-browser.ts';
import type { Random } from '../../sandbox/people/random.ts';

/** Where a file is damaged; `locked`: nobody can open it as a file. */
export const DAMAGES = ['head', 'middle', 'tail', 'zero length', 'locked', 'gone'] as const;
export type Damage = (typeof DAMAGES)[number];

const BYTES = 64;
/** Folders of a profile in which the extension's databases lie. */
const PLACES: Readonly<Record<BrowserFamily, RegExp>> = {
  chromium: /IndexedDB[\\/]chrome-extension_[^\\/]+\.leveldb[\\/](?!LOCK$|LOG)[^\\/]+$/,
  firefox: /storage[\\/]default[\\/]moz-extension[^\\/]+[\\/]idb[\\/][^\\/]+\.sqlite$/,
};

/**
 * Damages one file of the extension's databases in a profile that no browser uses.
 *
 * @returns its name without numbers; `null`: there was none
 */
export async function damageOne(
  profile: string,
  family: BrowserFamily,
  damage: Damage,
  random: Random,
): Promise<string | null> {
  const all = (await readdir(profile, { recursive: true })).filter((name) => PLACES[family].test(name)).toSorted();
  const name = all.length === 0 ? undefined : random.pick(all);
  if (name === undefined) return null;
  await damageFile(path.join(profile, name), damage);
  return path.basename(name).replace(/\d+/g, 'N');
}

async function damageFile(file: string, damage: Damage): Promise<void> {
  if (damage === 'zero length') return truncate(file, 0);
  if (damage === 'gone' || damage === 'locked') {
    await rm(file);
    // A folder in its place: whoever runs as root may open any file.
    if (damage === 'locked') await mkdir(file);
    return;
  }
  const { size } = await stat(file);
  const last = Math.max(0, size - BYTES);
  const at = damage === 'head' ? 0 : damage === 'tail' ? last : Math.floor(last / 2);
  const handle = await open(file, 'r+');
  try {
    await handle.write(Buffer.alloc(Math.min(BYTES, size), 0xa5), 0, Math.min(BYTES, size), at);
  } finally {
    await handle.close();
  }
}
