import { describe, expect, it } from 'vitest';
import { forbiddenImports, inCircles, reachedFrom } from '../../architecture/arrows.ts';
import { longFunctions } from '../../architecture/long-functions.ts';
import { masked } from '../../architecture/mask.ts';
import { readImports } from '../../architecture/read-imports.ts';

describe('reading imports', () => {
  it.each([
    ["import { a } from '../b/c.ts';", '../b/c.ts', true],
    ["import a, { type B } from './c.ts';", './c.ts', true],
    ["import { type A } from './c.ts';", './c.ts', true],
    ["import type { A } from './c.ts';", './c.ts', false],
    ["import type A from './c.ts';", './c.ts', false],
    ["import type from './c.ts';", './c.ts', true],
    ["import * as z from 'zod/mini';", 'zod/mini', true],
    ["import {\n  a,\n  b,\n} from './c.ts';", './c.ts', true],
    ["export { default as browser } from 'webextension-polyfill';", 'webextension-polyfill', true],
    ["export type { A } from './c.ts';", './c.ts', false],
    ["export * from './c.ts';", './c.ts', true],
    ["import './style.css';", './style.css', true],
    ["const a = await import('./c.ts');", './c.ts', true],
    ["declare const browser: typeof import('webextension-polyfill');", 'webextension-polyfill', false],
    ['const a = await import(name);', '?', true],
  ])('finds the one in %s', (source, to, atRunTime) => {
    const named = to.startsWith('.') ? new URL(to, 'file:///utils/page/').pathname.slice(1) : to;
    expect(readImports('utils/page/a.ts', source)).toEqual([{ to: named, atRunTime }]);
  });

  it.each(["// import { a } from './b.ts';", "/**\n * import './b.ts'\n */", 'const from = 1;', 'export const a = 1;'])(
    'finds none in %s',
    (source) => {
      expect(readImports('utils/a.ts', source)).toEqual([]);
    },
  );
});

describe('arrows', () => {
  const files = [
    { name: 'utils/patient/a.ts', source: "import { b } from '../plan/b.ts';" },
    { name: 'utils/plan/b.ts', source: "import { c } from '../patient/c.ts';\nimport type { V } from '../view/v.ts';" },
    { name: 'utils/patient/c.ts', source: "import 'zod';\nimport { a } from './a.ts';" },
    {
      name: 'components/D.tsx',
      source: "import type { P } from '../utils/plan/b.ts';\nimport { browser } from '../utils/browser.ts';",
    },
    {
      name: 'entrypoints/e.ts',
      source: "import { f } from '../tests/f.ts';\nimport type { Runtime } from 'webextension-polyfill';",
    },
  ];

  it('names each import that is not allowed, and no other', () => {
    expect(forbiddenImports(files)).toEqual([
      'utils/patient/a.ts → utils/plan/b.ts',
      'utils/plan/b.ts → utils/view/v.ts (type)',
      'utils/patient/c.ts → zod',
      'components/D.tsx → utils/browser.ts',
      'entrypoints/e.ts → tests/f.ts',
    ]);
  });

  it('follows what is loaded, types left out', () => {
    expect([...reachedFrom('utils/plan/b.ts', files)]).toEqual([
      'utils/plan/b.ts',
      'utils/patient/c.ts',
      'utils/patient/a.ts',
      'zod',
    ]);
  });

  it('finds circles', () => {
    expect(inCircles(files)).toEqual(['utils/patient/a.ts', 'utils/plan/b.ts', 'utils/patient/c.ts']);
  });
});

/** A template inside a template. */
const NESTED = ['`a $', '{f(`b // $', '{c}`)} /* d */`; e'].join('');

describe('blanking out', () => {
  it.each([
    ["a; // it's innerHTML", 'a;                  '],
    ['/* eval( */ b', '            b'],
    ["'// no comment'; c", "'// no comment'; c"],
    [NESTED, NESTED],
    ["/['/]/.test(a) // b", "/['/]/.test(a)     "],
    ['<p>it’s a / b</p>; // c', '<p>it’s a / b</p>;     '],
  ])('takes the comments out of %s', (source, expected) => {
    expect(masked(source, 'codeAndStrings')).toBe(expected);
  });

  it('takes strings and regular expressions out as well, and leaves the lines where they are', () => {
    expect(masked("a('b');\n/[{]/g.test(`\n{`)", 'code')).toBe('a(   );\n      .test( \n  )');
  });
});

describe('length of functions', () => {
  const body = (lines: number) => '  a();\n'.repeat(lines);

  it.each([
    [`export function f(): void {\n${body(5)}}\n`, 7],
    [`async function f({\n  a,\n}: Props): Promise<void> {\n${body(5)}}\n`, 9],
    [`const f = async (a: string) => {\n${body(5)}};\n`, 7],
    [`const f = (\n  a: string,\n) => {\n${body(5)}};\n`, 7],
    [`function f() {\n${body(4)}  const g = (a: string) => {\n    b();\n  };\n}\n`, 6],
    [`function f() {\n${body(4)}  const g = (a: string) => {\n    b();\n  };\n}\n`, 6],
    [`const o = {\n  method(a: string): void {\n${body(5)}  },\n};\n`, 7],
    [`export default defineBackground(() => {\n${body(5)}});\n`, 7],
  ])('measures %s', (source, lines) => {
    expect(longFunctions(source, 5, false).map((found) => found.lines)).toEqual([lines]);
    expect(longFunctions(source, lines, false)).toEqual([]);
  });

  it('takes the callback of a describe for no function in tests', () => {
    expect(longFunctions(`describe('a', () => {\n${body(50)}});\n`, 5, true)).toEqual([]);
  });

  it('is not taken in by braces in strings', () => {
    expect(longFunctions("function f() {\n  a('}');\n  b(`\n}`);\n  c();\n}\n", 3, false)).toEqual([
      { line: 1, lines: 6 },
    ]);
  });
});
