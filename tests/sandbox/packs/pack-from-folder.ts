import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { faultsInPack } from '../../../utils/pack/pack.ts';

/** What stands in a pack besides its entries. */
export type PackHead = { readonly id: string; readonly sequence: number; readonly issuedAt: string };

/**
 * Makes a pack of a folder, whose files are named after clinical systems: `meadow.json` holds an adapter; or `adapter`
 * and `origins`; or `switchedOff`.
 *
 * @throws what is wrong, one line for each fault
 */
export async function packFromFolder(folder: string, head: PackHead): Promise<object> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const entries = await Promise.all(files.map((file) => entryFrom(path.join(folder, file))));
  const pack = { format: 1, ...head, entries };
  const faults = faultsInPack(pack);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return pack;
}

async function entryFrom(file: string): Promise<object> {
  const system = path.basename(file, '.json');
  const content: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (typeof content !== 'object' || content === null) throw new Error(`${file} holds no object`);
  return 'adapter' in content || 'switchedOff' in content ? { system, ...content } : { system, adapter: content };
}
