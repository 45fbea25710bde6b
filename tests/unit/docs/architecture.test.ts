import { expect, it } from 'vitest';
import { readSource, sourceFiles } from '../../architecture/source-files.ts';

const page = readSource('docs/architecture.md');
const names = sourceFiles(['utils', 'entrypoints'], ['.ts', '.tsx']).map(({ name }) => name);

it('the map has every room of the code', () => {
  const rooms = new Set(names.flatMap((name) => /^utils\/[^/]+\//.exec(name) ?? []));
  expect(rooms.size).toBeGreaterThan(10);
  expect([...rooms].filter((room) => !page.includes(`| \`${room}\` |`))).toEqual([]);
});

it('the map has every page of the extension and every script of clinical pages', () => {
  const entries = new Set(names.flatMap((name) => /^entrypoints\/([\w-]+)/.exec(name)?.[1] ?? []));
  expect(entries.size).toBeGreaterThan(5);
  expect([...entries].filter((entry) => !new RegExp(`\\b${entry}\\b`).test(page))).toEqual([]);
});
