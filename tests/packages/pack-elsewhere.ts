import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';

/** What a zip holds, file by file in its order. */
export async function unzipped(file: string): Promise<{ name: string; content: Buffer }[]> {
  const zip = await JSZip.loadAsync(await readFile(file));
  const entries = Object.values(zip.files).filter(({ dir }) => !dir);
  return Promise.all(entries.map(async (entry) => ({ name: entry.name, content: await entry.async('nodebuffer') })));
}

/** Lays the sources of a package out in a folder, with the packages of `root`, as a reviewer does with `npm ci`. */
export async function layOut(sources: string, folder: string, root: string): Promise<void> {
  for (const { name, content } of await unzipped(sources)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
}

/** `npm run zip` below `root`, in another time zone and language; answers with what checksums.txt says. */
export async function packIn(root: string, surroundings: { TZ: string; LANG: string }): Promise<string> {
  const env = { ...process.env, ...surroundings };
  await promisify(execFile)(process.execPath, [path.join(root, 'tests', 'commands', 'zip.ts')], { cwd: root, env });
  return readFile(path.join(root, '.output', 'packages', 'checksums.txt'), 'utf8');
}
