import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type FileOutcome, readDocumentFile } from './read-file.ts';

/** One file below the folder. */
export type DocumentReport = FileOutcome & {
  /** Relative to the folder, with slashes on every system. */
  readonly file: string;
};

export type DocumentsReport = { readonly documents: readonly DocumentReport[] };

/**
 * Puts every `*.json` below a folder through the product's reader, in the order of their names.
 *
 * @throws the system's error if there is no such folder
 */
export async function readFolder(folder: string): Promise<DocumentsReport> {
  const documents: DocumentReport[] = [];
  for (const file of await jsonBelow(folder)) {
    documents.push({ file, ...(await readDocumentFile(path.join(folder, file))) });
  }
  return { documents };
}

async function jsonBelow(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  const named = names.filter((name) => /\.json$/i.test(name));
  const files: string[] = [];
  for (const name of named) {
    const found = await stat(path.join(folder, name)).catch(() => null);
    if (found?.isFile()) files.push(name.split(path.sep).join('/'));
  }
  return files.sort();
}

/** The counts by outcome and reason, and every crash. */
export function documentLines({ documents }: DocumentsReport): readonly string[] {
  const rows = new Map<string, number>();
  for (const { outcome, reason } of documents) {
    const row = outcome === 'read' ? `read${reason ? ', not wholly' : ''}` : `${outcome}: ${reason}`;
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  const counts = [...rows].sort(([one], [other]) => one.localeCompare(other));
  const crashes = documents.filter(({ outcome }) => outcome === 'crash');
  return [
    ...counts.map(([row, count]) => `${String(count).padStart(6)}  ${row}`),
    ...crashes.map(({ file, reason }) => `crash  ${file}  ${reason}`),
    `${documents.length} files, ${crashes.length} crashes`,
  ];
}
