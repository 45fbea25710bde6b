import { readFile, stat } from 'node:fs/promises';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { expectedManifest } from '../../builds/expected-manifest.ts';
import { targets } from '../../commands/build.ts';

const ROOT = new URL('../../../', import.meta.url);
const textOf = (file: string) => readFile(new URL(file, ROOT), 'utf8');
const LANGUAGES = ['en', 'cy'] as const;

/** What stands below a heading of the listing. */
async function field(language: (typeof LANGUAGES)[number], heading: string): Promise<string> {
  return below(await textOf(`docs/store/listing.${language}.md`), heading);
}

function below(text: string, heading: string): string {
  const [, after = ''] = text.split(new RegExp(`^## ${heading}\n`, 'm'));
  return (after.split(/^## /m)[0] ?? '').trim();
}

/** The rows of a table by what stands in backquotes in the first cell. */
function rows(text: string): Map<string, string> {
  const found = [...text.matchAll(/^\| `([^`]+)`[^|]*\| (.+) \|$/gm)];
  return new Map(found.map(([, name = '', why = '']) => [name, why]));
}

describe.each(LANGUAGES)('the store listing, %s', (language) => {
  it('keeps to the limits of stores', async () => {
    const { name, description } = JSON.parse(await textOf(`public/_locales/${language}/messages.json`));
    expect(await field(language, 'Name')).toBe(name.message);
    // The Chrome Web Store takes it from the package.
    expect(await field(language, 'Short description')).toBe(description.message);
    expect(description.message.length).toBeLessThanOrEqual(132);
    expect((await field(language, 'Summary for Firefox')).length).toBeLessThanOrEqual(250);
    const long = await field(language, 'Long description');
    expect(long.length).toBeGreaterThan(250);
    expect(long.length).toBeLessThan(10_000);
  });

  it('has pictures as stores want them, and small', async () => {
    const named = [...(await field(language, 'Pictures')).matchAll(/\((pictures\/[^)]+\.png)\)/g)];
    expect(named).toHaveLength(4);
    for (const [, name = ''] of named) {
      const file = new URL(`docs/store/${name}`, ROOT);
      const { width, height } = PNG.sync.read(await readFile(file));
      expect([name, width, height]).toEqual([name, ...(name.includes('tile') ? [440, 280] : [1280, 800])]);
      expect((await stat(file)).size).toBeLessThan(150_000);
    }
  });
});

describe('what stores ask about permissions and data', () => {
  it('every permission of any manifest has its reason, and no other has', async () => {
    const asked = targets.flatMap((target) => {
      const manifest: { permissions?: string[]; optional_host_permissions?: string[] } = expectedManifest(target, '');
      return [...(manifest.permissions ?? []), ...(manifest.optional_host_permissions ?? [])];
    });
    const reasons = rows(below(await textOf('README.md'), 'Permissions'));
    expect([...reasons.keys()].sort()).toEqual([...new Set(asked)].sort());
  });

  it('says of data what the Firefox manifest says', async () => {
    const declared = JSON.stringify(expectedManifest('firefox', ''));
    const required = /"data_collection_permissions":\{"required":(\[[^\]]*\])\}/.exec(declared)?.[1] ?? '[]';
    const handled = [...(await field('en', 'Data')).matchAll(/\| yes \| `(\w+)` \|/g)].map(([, name]) => name);
    expect(handled.sort()).toEqual(JSON.parse(required).sort());
  });
});
