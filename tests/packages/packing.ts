import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { licenceTexts } from './licence-texts.ts';
import { readLock } from './lock-file.ts';
import { partsList } from './parts-list.ts';

/** All that `npm ci && npm run zip` needs: what reviewers of a store get as sources. No hidden files, so no keys. */
export const sourceFiles: readonly string[] = [
  'components/**',
  'entrypoints/**',
  'public/**',
  'utils/**',
  'tests/browser/harness/redirect-uris.ts',
  'tests/commands/build*.ts',
  'tests/commands/install.*',
  'tests/commands/zip.ts',
  'tests/packages/**',
  'tests/sandbox/host-permissions.ts',
  'docs/packages.md',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'wxt.config.ts',
];

/** Puts the licences of what is in a build into it, and its parts list beside it (`chrome-mv3.cdx.json`). */
export async function writeParts(root: string, outDir: string, places: Iterable<string>): Promise<void> {
  const lock = readLock(await readFile(path.join(root, 'package-lock.json'), 'utf8'));
  await writeFile(path.join(outDir, 'licences.txt'), await licenceTexts(root, lock, places));
  await writeFile(`${outDir}.cdx.json`, `${JSON.stringify(partsList(lock, places), null, 1)}\n`);
}
