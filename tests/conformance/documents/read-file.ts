import { readFile } from 'node:fs/promises';
import { readDocument } from '../../../utils/plan/reader/read-document.ts';
import { knownTitles } from '../known-titles.ts';

/** What the product's reader made of one file. */
export type FileOutcome = {
  readonly outcome: 'read' | 'refused' | 'crash';
  /**
   * `refused`: the refusal by name, or `notJson`. `read`: titles of what could not be read, or nothing. `crash`: the
   * name of the error.
   */
  readonly reason: string;
};

/** Reads one file as a plan document, whosever it is. Whatever goes wrong is an outcome. */
export async function readDocumentFile(path: string): Promise<FileOutcome> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    return { outcome: 'refused', reason: 'notJson' };
  }
  return readDocumentBytes(bytes);
}

/** The same for what is in memory. */
export function readDocumentBytes(bytes: Uint8Array): FileOutcome {
  let raw: unknown;
  try {
    // FHIR is UTF-8; a byte order mark is taken off.
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { outcome: 'refused', reason: 'notJson' };
  }
  try {
    const read = readDocument(raw, null);
    return read.ok
      ? { outcome: 'read', reason: knownTitles(read.plan.unreadable).join(', ') }
      : { outcome: 'refused', reason: read.why };
  } catch (error) {
    return { outcome: 'crash', reason: error instanceof Error ? error.name : 'unknown' };
  }
}
