import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../../architecture/source-files.ts';
import { allPages, holds, isThere, type Link, linksOf, namedIn } from '../../docs/read-markdown.ts';

const pages = allPages();
const links = pages.flatMap(linksOf);
const within = links.filter(({ to }) => !/^[a-z]+:/.test(to));
const shown = ({ page, to }: Link) => `${page}: ${to}`;

it.each([
  ['a page that is not there', { page: 'docs/a.md', to: 'nowhere.md' }],
  ['a heading that is not there', { page: 'docs/safety.md', to: '#the-rule' }],
  ['a heading of another page', { page: 'docs/safety.md', to: '../README.md#the-rules' }],
  ['a folder above the project', { page: 'docs/safety.md', to: '../../README.md' }],
])('catches a link to %s', (_, link) => {
  expect(holds(link, pages)).toBe(false);
});

it('catches a file that is not there, named with others', () => {
  const page = { name: 'docs/a.md', text: 'held by `utils/patient/{names,numbers}.ts`, shown by `unit/patient/ages`' };
  const missing = namedIn(page).filter(({ to }) => !isThere(to));
  expect(missing.map(shown)).toEqual(['docs/a.md: utils/patient/numbers.ts', 'docs/a.md: tests/unit/patient/ages']);
});

describe('the docs as one set', () => {
  it('are found at all', () => {
    expect(pages.map(({ name }) => name)).toEqual(expect.arrayContaining(['README.md', 'docs/safety.md']));
    expect(within.length).toBeGreaterThan(20);
  });

  it('have no link that leads nowhere, neither to a file nor to a heading', () => {
    expect(within.filter((link) => !holds(link, pages)).map(shown)).toEqual([]);
  });

  it('lead out of the project by https only', () => {
    const out = links.filter((link) => !within.includes(link));
    expect(out.filter(({ to }) => !to.startsWith('https://')).map(shown)).toEqual([]);
  });

  it('name no file, folder or test that is not there', () => {
    const named = pages.flatMap(namedIn);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ to }) => !isThere(to)).map(shown)).toEqual([]);
  });

  it('are what code means that names a page', () => {
    const code = sourceFiles(['utils', 'components', 'entrypoints', 'tests'], ['.ts', '.tsx', '.mjs', '.css']);
    const named = code
      .filter(({ name }) => !name.startsWith('tests/unit/docs/'))
      .flatMap(({ name, source }) =>
        (source.match(/(?<![\w/.])[\w-]+\/[\w/-]+\.md\b/g) ?? []).map((to) => ({ page: name, to })),
      );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ to }) => !isThere(to)).map(shown)).toEqual([]);
  });

  it('are all in the index of docs, which README links to', () => {
    const index = linksOf(pages.find(({ name }) => name === 'docs/README.md') ?? { name: '', text: '' });
    const listed = new Set(index.map(({ to }) => `docs/${to.split('#')[0]}`));
    const below = pages.map(({ name }) => name).filter((name) => /^docs\/(?!README)/.test(name));
    expect(below.filter((name) => !listed.has(name) && !isListedByFolder(name, listed))).toEqual([]);
    expect(
      linksOf(pages.find(({ name }) => name === 'README.md') ?? { name: '', text: '' }).map(({ to }) => to),
    ).toContain('docs/README.md');
  });
});

/** A folder of docs has an index of its own. */
function isListedByFolder(name: string, listed: ReadonlySet<string>): boolean {
  const folder = name.split('/').slice(0, 2).join('/');
  return name.split('/').length > 2 && listed.has(`${folder}/README.md`);
}
