import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Lock, lockedAt, nameAt } from './lock-file.ts';

/**
 * What goes into each package as `licences.txt`: Planside's licence, then name, version, licence and its text for every
 * package whose code is in a bundle, since their licences ask to be handed on. `root` holds LICENSE and node_modules.
 */
export async function licenceTexts(root: string, lock: Lock, places: Iterable<string>): Promise<string> {
  const own = await readFile(path.join(root, 'LICENSE'), 'utf8');
  const parts = [...new Set(places)].sort().map(async (place) => {
    const { version, license = 'no licence named' } = lockedAt(lock, place);
    return [`${nameAt(place)} ${version} (${license})`, await textIn(path.join(root, place), license)];
  });
  const [ruler, all] = ['-'.repeat(80), await Promise.all(parts)];
  return `${[['Planside', own], ...all].map(([title, text]) => `${title}\n\n${text?.trim()}`).join(`\n\n${ruler}\n`)}\n`;
}

async function textIn(folder: string, licence: string): Promise<string> {
  const file = (await readdir(folder)).sort().find((name) => /^licen[cs]e(?:\.\w+)?$/i.test(name));
  if (file === undefined) return `The package comes without a text of its own; it is published under ${licence}.`;
  const text = (await readFile(path.join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
  // Vite adds the licences of everything it was made of, none of which goes into what it makes.
  return text.split(/^# Licenses of bundled dependencies$/m)[0] ?? text;
}
