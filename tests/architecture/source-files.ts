import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export type SourceFile = {
  /** From the root, with forward slashes. */
  readonly name: string;
  readonly source: string;
};

/** All files below the folders whose name ends in one of the endings, in order of their names. */
export function sourceFiles(folders: readonly string[], endings: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*`, { cwd: ROOT, withFileTypes: true }))
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort()
    .map((name) => ({ name, source: readSource(name) }));
}

/** The text of one file, from the root. Throws where there is none. */
export function readSource(name: string): string {
  return readFileSync(path.join(ROOT, name), 'utf8').replaceAll('\r\n', '\n');
}
