import type { Hit } from './scan-files.ts';

const PLACES = { file: '', unpacked: ' (unpacked)', path: ' (in its name)' } as const;

/**
 * What was found, a line for each marker, encoding and file: how often, and where first. Names what was found by its
 * label and never by its text, so that a report may be shown to anybody.
 */
export function describeHits(hits: readonly Hit[]): readonly string[] {
  const groups = Map.groupBy(hits, ({ of, encoding, file, where }) => `${of}: ${encoding} in ${file}${PLACES[where]}`);
  return [...groups].map(([what, all]) => {
    const first = Math.min(...all.map(({ offset }) => offset));
    return `${what} at ${first}${all.length > 1 ? `, ${all.length} times` : ''}`;
  });
}
