// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { isInTableOfPeople, isTableOfPeople, rowsAmong } from '../../../utils/page/rows.ts';
import { one, page, pretendLayout } from './layout.ts';

beforeAll(() => pretendLayout(window));

/** Which of the places marked with `x` are rows, and how many stand in groups of two or three alike. */
function rowsIn(body: string): { readonly rows: readonly string[]; readonly alike: readonly number[] } {
  page(body);
  const { rows, alike } = rowsAmong([...document.querySelectorAll('.x')]);
  return {
    rows: [...rows].map(({ textContent }) => textContent ?? ''),
    alike: alike.map(({ members }) => members.size),
  };
}

const repeat = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_none, at) => one(at + 1)).join('');

describe('places that stand alike', () => {
  test.each<[string, string, readonly string[]]>([
    ['four items of a list', `<ul>${repeat(4, (at) => `<li class="x">${at}</li>`)}</ul>`, ['1', '2', '3', '4']],
    [
      'four cards with the place deep in them',
      `<div>${repeat(4, (at) => `<div><h3>n</h3><div><p class="x">${at}</p></div></div>`)}</div>`,
      ['1', '2', '3', '4'],
    ],
    [
      'four cards among other things',
      `<div><h2>Found</h2>${repeat(4, (at) => `<p>…</p><div><p class="x">${at}</p></div>`)}</div>`,
      ['1', '2', '3', '4'],
    ],
    [
      'two places in each of four cards',
      `<div>${repeat(4, (at) => `<div><p class="x">${at}</p><p class="x">${at}</p></div>`)}</div>`,
      ['1', '1', '2', '2', '3', '3', '4', '4'],
    ],
    [
      'four places in one branch are four alike',
      `<div>${repeat(4, (at) => `<p class="x">${at}</p>`)}</div>`,
      ['1', '2', '3', '4'],
    ],
  ])('%s', (_name, body, rows) => {
    expect(rowsIn(body).rows).toEqual(rows);
  });

  test.each<[string, string]>([
    ['one', '<div><p class="x">1</p></div>'],
    ['none', ''],
    [
      'four in branches built otherwise',
      '<div><p class="x"></p><i class="x"></i><b class="x"></b><u class="x"></u></div>',
    ],
    [
      'four at different depths',
      '<div><p class="x"></p><div><p class="x"></p><div><p class="x"></p></div></div></div>',
    ],
    ['four right below the body', repeat(4, (at) => `<p class="x">${at}</p>`)],
  ])('%s: no rows', (_name, body) => {
    expect(rowsIn(body).rows).toEqual([]);
  });

  test('two or three are alike, and may be a list', () => {
    for (const count of [2, 3]) {
      const { rows, alike } = rowsIn(`<ul>${repeat(count, (at) => `<li class="x">${at}</li>`)}</ul>`);
      expect(rows).toEqual([]);
      expect(alike).toEqual([count]);
    }
    expect(rowsIn('<ul><li class="x">1</li></ul>').alike).toEqual([]);
  });

  test('a banner beside a list is no row', () => {
    const list = repeat(5, (at) => `<li><p class="x">${at}</p></li>`);
    expect(rowsIn(`<div><header><p class="x">banner</p></header><ul>${list}</ul></div>`).rows).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
  });
});

const HEADS = '<tr><th>Name</th><th>Born</th><th>NHS number</th></tr>';
const ROW = '<tr><td class="x">REED</td><td>1938</td><td>999</td></tr>';

describe('a table of people', () => {
  test.each<[string, string, boolean]>([
    ['with its heads in a row', `<table>${HEADS}${ROW}</table>`, true],
    ['with an empty corner', `<table><tr><td></td><th>Born</th><th>NHS number</th></tr>${ROW}</table>`, true],
    ['with a row of filters above its heads', `<table><tr><td>all</td></tr>${HEADS}${ROW}</table>`, true],
    [
      'with roles',
      `<div role="table"><div role="row">${'<i role="columnheader">a</i>'.repeat(3)}</div><div role="row"><i role="cell" class="x">b</i></div></div>`,
      true,
    ],
    ['that names the value in each row', '<table><tr><th>Name</th><td class="x">REED</td></tr></table>', false],
    ['of two columns', '<table><tr><th>Name</th><th>Born</th></tr><tr><td class="x">REED</td></tr></table>', false],
    ['without heads', `<table>${ROW}${ROW}</table>`, false],
    [
      'whose heads are those of rows',
      '<table><tr><th scope="row">Name</th><th scope="row">a</th><th scope="row" class="x">b</th></tr></table>',
      false,
    ],
  ])('%s: %s', (_name, body, expected) => {
    page(body);
    expect(isTableOfPeople(one('table, [role="table"]'))).toBe(expected);
    expect(isInTableOfPeople(one('.x'), new Map())).toBe(expected);
  });

  test('a place outside tables is in none, and a table is judged once', () => {
    page(`<p class="x"></p><table>${HEADS}<tr><td class="y">a</td></tr></table>`);
    const known = new Map<Element, boolean>();
    expect(isInTableOfPeople(one('.x'), known)).toBe(false);
    expect(known.size).toBe(0);
    expect(isInTableOfPeople(one('.y'), known)).toBe(true);
    // The second answer is the first one, whatever has become of the table.
    one('tr').remove();
    expect(isInTableOfPeople(one('.y'), known)).toBe(true);
  });
});
