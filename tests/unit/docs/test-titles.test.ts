import { expect, it } from 'vitest';
import { titlesIn } from '../../docs/test-titles.ts';

it.each([
  ['a test', `it('reads', () => {})`, ['reads']],
  ['a group and what is in it', `describe('a page', () => { it('reads', go); })`, ['a page', 'reads']],
  ['a table', `it.each([['it', 1]])('takes %s, which is %i %%', go)`, ['takes …, which is … %']],
  ['a table of objects', `it.each([{ a: 1 }])('takes $a.b at $c', go)`, ['takes … at …']],
  ['what is put together', `it(\`takes \${MOST} lines\`, go)`, ['takes … lines']],
  ['a title over two lines', `it(\n  'takes it',\n  go,\n)`, ['takes it']],
  ['a test that runs where it can', `it.skipIf(!here)('takes it', go)`, ['takes it']],
  ['tests in a loop', `for (const one of all) describe(\`in \${one}\`, () => { it('reads', go); })`, ['in …', 'reads']],
])('finds the title of %s', (_, source, titles) => {
  expect(titlesIn(source, 'some.test.ts')).toEqual(titles);
});

it.each([
  ['a test that is skipped', `it.skip('reads', go)`],
  ['a test that is yet to be written', `it.todo('reads')`],
  ['a group without a test that runs', `describe('a page', () => { it.skip('reads', go); })`],
  ['a group that is skipped', `describe.skip('a page', () => { it('reads', go); })`],
  ['anything else with a name', `expectTitle('reads'); page.it('reads')`],
  ['a comment', `// it('reads', go)`],
])('finds none in %s', (_, source) => {
  expect(titlesIn(source, 'some.test.ts')).toEqual([]);
});
