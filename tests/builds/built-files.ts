import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export type BuiltFile = {
  /** From the folder of the build, with forward slashes. */
  readonly name: string;
  readonly bytes: number;
  /** Empty for pictures. */
  readonly text: string;
};

/** Every file of an unpacked build, in order of names. */
export async function builtFiles(folder: string): Promise<BuiltFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Promise.all(
    files.sort().map(async (file) => {
      const content = await readFile(file);
      const text = file.endsWith('.png') ? '' : content.toString('utf8');
      return { name: path.relative(folder, file).replaceAll(path.sep, '/'), bytes: content.length, text };
    }),
  );
}

/** Kilobytes of 1,000 bytes, as stores count them. */
export function kilobytes(files: readonly BuiltFile[]): string {
  return `${(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000).toFixed(1)} kB`;
}
