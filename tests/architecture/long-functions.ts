import { masked } from './mask.ts';

export type LongFunction = { readonly line: number; readonly lines: number };

const NAMED = /^\s*(?:export )?(?:default )?(?:async )?(?:function\b|const \w+ = (?:async )?(?:<.*>)?\(.*=> \{$)/;
const METHOD = /^\s+(?:async )?(?!if|for|while|switch|catch|with)\w+\(.*\)(?:: .+)? \{$/;
const CALLBACK = /=> \{$/;

/**
 * Functions of more than `limit` lines, head and closing brace included, found by their indentation: the formatter puts
 * the closing brace below the first letter of the head. Named functions inside another are measured by themselves and
 * not once more as a part of it. In tests only named ones count: nobody reads the callback of a `describe` as one.
 */
export function longFunctions(source: string, limit: number, inTest: boolean): LongFunction[] {
  const lines = masked(source, 'code').split('\n');
  return lines.flatMap((line, index) => {
    const starts = isNamed(line) || (!inTest && CALLBACK.test(line));
    const length = starts ? ownLines(lines, index) : 0;
    return length > limit ? [{ line: index + 1, lines: length }] : [];
  });
}

function isNamed(line: string): boolean {
  return NAMED.test(line) || METHOD.test(line);
}

function ownLines(lines: readonly string[], start: number): number {
  const end = endOf(lines, start);
  let own = end - start + 1;
  for (let at = start + 1; at < end; at += 1) {
    if (!isNamed(lines[at] ?? '')) continue;
    const endOfInner = Math.min(endOf(lines, at), end - 1);
    own -= endOfInner - at + 1;
    at = endOfInner;
  }
  return own;
}

function endOf(lines: readonly string[], start: number): number {
  const indent = /^\s*/.exec(lines[start] ?? '')?.[0] ?? '';
  // A line such as `}: Props): JSX.Element {` ends the parameters, not the function.
  const end = lines.findIndex((line, at) => at > start && line.startsWith(`${indent}}`) && !line.endsWith('{'));
  return end === -1 ? start : end;
}
