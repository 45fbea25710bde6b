import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Every file below a folder as `sha256sum` writes it (`HASH  NAME`), in order of names: `sha256sum -c` reads it back. */
export async function checksumLines(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const named = files.map((file) => ({ file, name: path.relative(folder, file).replaceAll(path.sep, '/') }));
  const lines = named.map(async ({ file, name }) => ({
    name,
    line: `${createHash('sha256')
      .update(await readFile(file))
      .digest('hex')}  ${name}`,
  }));
  return (await Promise.all(lines)).sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ line }) => line);
}
