import path from 'node:path';
import { masked } from './mask.ts';

export type Import = {
  /** A file of ours, from the root and with forward slashes, or the name of a package. */
  readonly to: string;
  /** False for `import type` and `export type`, which leave nothing behind. */
  readonly atRunTime: boolean;
};

const FROM = /^[ \t]*(?:import|export)\b(\s+type\b(?!\s*,|\s+from\b))?[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/gm;
const EFFECT_ONLY = /^[ \t]*import\s*['"]([^'"]+)['"]/gm;
const DYNAMIC = /(\btypeof\s+)?\bimport\s*\(\s*(?:['"]([^'"]+)['"])?/g;

/**
 * Every import and re-export of a TypeScript file. `import { type A }` counts as one at run time, because with
 * `verbatimModuleSyntax` the file is still loaded. A dynamic import whose name is no plain string comes out as `?`.
 *
 * @param file where the source stands, from the root
 */
export function readImports(file: string, source: string): Import[] {
  const code = masked(source, 'codeAndStrings');
  const found: Import[] = [];
  const add = (to: string, atRunTime: boolean) => found.push({ to: fromRoot(file, to), atRunTime });
  for (const [, type, to = '?'] of code.matchAll(FROM)) add(to, type === undefined);
  for (const [, to = '?'] of code.matchAll(EFFECT_ONLY)) add(to, true);
  for (const [, type, to = '?'] of code.matchAll(DYNAMIC)) add(to, type === undefined);
  return found;
}

function fromRoot(file: string, to: string): string {
  return to.startsWith('.') ? path.posix.join(path.posix.dirname(file), to) : to;
}
