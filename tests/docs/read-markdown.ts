import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSource } from '../architecture/source-files.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export type Page = { readonly name: string; readonly text: string };
export type Link = { readonly page: string; readonly to: string };

const LINK = /\[[^\]]*\]\(([^()\s]+)\)/g;
const CODE = /`([^`\n]+)`/g;
/** A file or folder from the root. */
const PATH = /^(?:utils|components|entrypoints|tests|docs|public)\/[\w./{},-]*$/;
/** Tests, as documents name them: below `tests/`, and without the ending. */
const TESTS = /^(?:unit|browser)\/[\w/-]+$/;

/** Everything written for people: each page without what stands in its blocks of code. */
export function allPages(): Page[] {
  return ['*.md', 'docs/**/*.md', 'components/**/*.md', 'tests/**/*.md']
    .flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
    .map((name) => name.replaceAll(path.sep, '/'))
    .sort()
    .map((name) => ({ name, text: withoutBlocks(readSource(name)) }));
}

function withoutBlocks(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```$/gm, '');
}

export function linksOf({ name, text }: Page): Link[] {
  return [...text.replaceAll(CODE, '').matchAll(LINK)].map(([, to = '']) => ({ page: name, to }));
}

/** What a page calls by its name without linking it: files, folders, tests. */
export function namedIn({ name, text }: Page): Link[] {
  const words = [...text.matchAll(CODE)].map(([, word = '']) => word);
  const files = words.filter((word) => PATH.test(word)).flatMap(eachOf);
  const tests = words.filter((word) => TESTS.test(word)).map((word) => `tests/${word}`);
  return [...files, ...tests].map((to) => ({ page: name, to }));
}

/** `a/{b,c}.ts` as `a/b.ts` and `a/c.ts`. */
function eachOf(word: string): string[] {
  const [whole = '', parts = ''] = /\{([^}]*)\}/.exec(word) ?? [];
  return whole === '' ? [word] : parts.split(',').flatMap((part) => eachOf(word.replace(whole, part)));
}

/** Whether a file, a folder, or a test of that name is there. */
export function isThere(name: string): boolean {
  return ['', '.test.ts', '.test.tsx'].some((ending) => existsSync(path.join(ROOT, name + ending)));
}

/** Whether a link within the project leads somewhere: to a file, and in a page to one of its headings. */
export function holds({ page, to }: Link, pages: readonly Page[]): boolean {
  const [file = '', anchor] = to.split('#');
  const name = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
  if (name.startsWith('..') || !existsSync(path.join(ROOT, name))) return false;
  const target = pages.find((one) => one.name === name);
  return anchor === undefined || (target !== undefined && anchorsOf(target.text).includes(anchor));
}

/** Headings as GitHub names them; the second of a name has `-1` behind it. */
function anchorsOf(text: string): string[] {
  const names = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((other) => other === name).length;
    return before === 0 ? name : `${name}-${before}`;
  });
}

function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replaceAll(' ', '-');
}
