import { describe, expect, it } from 'vitest';
import { forbiddenImports, inCircles, reachedFrom } from './architecture/arrows.ts';
import { longFunctions } from './architecture/long-functions.ts';
import { masked } from './architecture/mask.ts';
import { isIn } from './architecture/rooms.ts';
import { readSource, sourceFiles } from './architecture/source-files.ts';

const CODE = ['.ts', '.tsx', '.mts', '.mjs', '.js'];
const PRODUCT = ['entrypoints', 'components', 'utils'];
const product = sourceFiles(PRODUCT, CODE);
const all = sourceFiles([...PRODUCT, 'tests'], [...CODE, '.css']);

const MOST_LINES = 250;
const MOST_LINES_OF_A_FUNCTION = 40;
/** Files and folders that are tables: plans written out part by part. */
const TABLES = ['tests/sandbox/plans/demo/', 'tests/unit/sandbox/plan-service/small-plan.ts'];

/** Places of the product where the pattern stands in code, as `file:line: what`. */
function places(pattern: RegExp, within: (name: string) => boolean = () => true): string[] {
  return product
    .filter(({ name }) => within(name))
    .flatMap(({ name, source }) => {
      const code = masked(source, 'codeAndStrings').split('\n');
      return code.flatMap((line, index) => {
        const found = pattern.exec(line)?.[0];
        return found ? [`${name}:${index + 1}: ${found}`] : [];
      });
    });
}

describe('who imports whom', () => {
  it('finds the files at all', () => {
    expect(product.length).toBeGreaterThan(50);
  });

  it('follows the arrows of rooms.ts, and nothing reaches into the tests', () => {
    expect(forbiddenImports(product)).toEqual([]);
  });

  it('loads nothing in circles', () => {
    expect(inCircles(product)).toEqual([]);
  });

  it.each([
    ['entrypoints/page.ts', 'utils/page/watch.ts'],
    ['entrypoints/guard.ts', 'utils/page/sidebar-sight.ts'],
    ['entrypoints/reader.ts', 'utils/page/read-standard.ts'],
  ])('keeps zod, Preact, the polyfill and the messaging out of what runs in clinical pages: %s', (entry, part) => {
    const reached = reachedFrom(entry, product);
    expect(reached).toContain(part);
    const packages = [...reached].filter((name) => !name.startsWith('utils/') && !name.startsWith('entrypoints/'));
    expect(packages).toEqual(['wxt/utils/define-unlisted-script']);
  });
});

describe('what the product never does', () => {
  it('makes no markup or code from text', () => {
    const makes =
      /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|setHTMLUnsafe|\beval\s*\(|\bnew Function\s*\(|javascript:/;
    expect(places(makes)).toEqual([]);
  });

  it('hands no list of a plan service on as arguments: there may be more of it than a browser takes', () => {
    expect(places(/\.(?:push|unshift)\(\.\.\./, (name) => name.startsWith('utils/plan/'))).toEqual([]);
  });

  it('writes nothing to the console', () => {
    expect(places(/\bconsole\s*[.[]/)).toEqual([]);
  });

  it('has no field whose text a browser would keep to restore it or offer it again (S8); settings are nobody’s secret', () => {
    const fields = all
      .filter(({ name }) => name.startsWith('components/') && !isIn(name, ['components/options/']))
      .flatMap(({ name, source }) =>
        (source.match(/<(?:input|textarea|select)\b[^>]*/g) ?? []).map((tag) => ({ name, tag })),
      );
    expect(fields.length).toBeGreaterThan(3);
    const kept = fields.filter(({ tag }) => !/type="radio"|autoComplete="off"/.test(tag));
    expect(kept).toEqual([]);
  });

  it('draws with props alone: no browser API, no request, no storage in components', () => {
    const reaches =
      /\b(?:browser|chrome)\.\w|\bfetch\s*\(|XMLHttpRequest|WebSocket|localStorage|sessionStorage|indexedDB|\bcaches\./;
    expect(places(reaches, (name) => name.startsWith('components/'))).toEqual([]);
  });
});

describe('size', () => {
  it(`has no file of more than ${MOST_LINES} lines`, () => {
    const long = all
      .filter(({ name }) => !isIn(name, TABLES))
      .map(({ name, source }) => ({ name, lines: source.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > MOST_LINES);
    expect(long).toEqual([]);
  });

  it(`has no function of more than ${MOST_LINES_OF_A_FUNCTION} lines`, () => {
    const long = all
      .filter(({ name }) => !name.endsWith('.css') && !isIn(name, TABLES))
      .flatMap(({ name, source }) =>
        longFunctions(source, MOST_LINES_OF_A_FUNCTION, name.endsWith('.test.ts') || name.endsWith('.test.tsx')).map(
          ({ line, lines }) => `${name}:${line}: ${lines} lines`,
        ),
      );
    expect(long).toEqual([]);
  });
});

describe('permissions', () => {
  const config = masked(readSource('wxt.config.ts'), 'codeAndStrings');
  const asked = ['permissions', 'optional_host_permissions'].flatMap((key) => {
    const list = new RegExp(`\\b${key}: \\[([^\\]]*)\\]`).exec(config)?.[1] ?? '';
    return [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
  });

  it('finds what the extension asks for', () => {
    expect(asked).toEqual(expect.arrayContaining(['storage', 'https://*/*']));
  });

  it.each(asked)('explains `%s` in the section "Permissions" of README.md', (name) => {
    const [, section = ''] = readSource('README.md').split(/^#+ Permissions\s*$/m);
    expect(section.split(/^#+ /m)[0]).toContain(`\`${name}\``);
  });
});
