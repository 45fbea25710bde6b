import { masked } from '../architecture/mask.ts';
import { sourceFiles } from '../architecture/source-files.ts';

/** Capital words with hyphens between, as they are read out. */
const CODE = /(['"])([A-Z]{2,}(?:-[A-Z]+)+)\1/g;
/** The same with something put in behind, such as a status of HTTP. */
const BEGUN = /`((?:[A-Z]{2,}-)+)\$\{[^}\n]*\}`/g;
/** Names of algorithms have the same form. */
const ALGORITHMS = ['AES-GCM', 'ECDH-ES', 'SHA-…'];

/** Every code in the code, sorted, with `…` for what is put in. */
export function codesInCode(): string[] {
  const all = sourceFiles(['utils', 'components', 'entrypoints'], ['.ts', '.tsx']).flatMap(({ source }) =>
    codesIn(source),
  );
  return [...new Set(all)].sort();
}

export function codesIn(source: string): string[] {
  const code = masked(source, 'codeAndStrings');
  const whole = [...code.matchAll(CODE)].map(([, , name = '']) => name);
  const begun = [...code.matchAll(BEGUN)].map(([, name = '']) => `${name}…`);
  return [...whole, ...begun].filter((name) => !ALGORITHMS.includes(name));
}

/** Every code that has a row in a page, in its order. */
export function codesOfPage(text: string): string[] {
  const rows = [...text.matchAll(/^\| ((?:`[A-Z][A-Z-]*-[A-Z…]+` ?)+)\| \S.* \| \S.* \|$/gm)];
  return rows.flatMap(([, codes = '']) => codes.match(/[A-Z][A-Z…-]+/g) ?? []);
}
