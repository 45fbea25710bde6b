import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { targets } from './commands/build.ts';
import { npmSbom } from './packages/npm-sbom.ts';
import { layOut, packIn, unzipped } from './packages/pack-elsewhere.ts';
import type { PartsList } from './packages/parts-list.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const PACKAGES = path.join(ROOT, '.output', 'packages');
const { version, dependencies } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
const packed = (rest: string) => path.join(PACKAGES, `planside-${version}-${rest}`);

/** Licences under which code may be handed on inside something that is MIT as a whole. */
const COMPATIBLE = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0'];

let checksums = '';

beforeAll(async () => {
  checksums = await packIn(ROOT, { TZ: 'Pacific/Kiritimati', LANG: 'cy_GB.UTF-8' });
}, 180_000);

describe('what npm run zip makes', () => {
  it('is a zip and a parts list for each browser, the sources, a folder for Safari, and the checksum of each', async () => {
    const zips = ['chrome.zip', 'edge.zip', 'firefox.zip', 'sources.zip'];
    const wanted = [...zips, 'safari', ...targets.map((target) => `${target}.cdx.json`)];
    const named = wanted.map((rest) => `planside-${version}-${rest}`);
    expect((await readdir(PACKAGES)).sort()).toEqual(['checksums.txt', ...named].sort());
    for (const name of named.filter((each) => !each.endsWith('safari'))) expect(checksums).toContain(`  ${name}\n`);
    expect(checksums).toContain(`  planside-${version}-safari/manifest.json\n`);
  });

  it('is the same, byte for byte, when the sources are packed elsewhere', { timeout: 240_000 }, async () => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'planside-sources-'));
    afterAll(() => rm(elsewhere, { recursive: true, force: true }));
    await layOut(packed('sources.zip'), elsewhere, ROOT);
    expect(await packIn(elsewhere, { TZ: 'America/Los_Angeles', LANG: 'C' })).toBe(checksums);
  });

  it.each(['chrome', 'edge', 'firefox'])('the zip for %s has its manifest on top and no key in it', async (target) => {
    const files = await unzipped(packed(`${target}.zip`));
    const names = files.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(expect.arrayContaining(['manifest.json', 'licences.txt', 'background.js', 'icon/128.png']));
    const manifest = JSON.parse(files.find(({ name }) => name === 'manifest.json')?.content.toString() ?? '');
    expect(manifest).toMatchObject({ version });
    expect(manifest).not.toHaveProperty('key');
  });

  it('the sources hold no hidden file, no private key, and nothing that was built', async () => {
    const files = await unzipped(packed('sources.zip'));
    const names = files.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', 'LICENSE', 'README.md']));
    expect(names.filter((name) => /(?:^|\/)\.|\.(?:pem|key|p12|pfx|crx)$|node_modules/.test(name))).toEqual([]);
    expect(files.filter(({ content }) => /BEGIN [A-Z ]*PRIVATE KEY/.test(content.toString('latin1')))).toEqual([]);
  });
});

describe.each(targets)('the parts list for %s', (target) => {
  let list: PartsList;

  beforeAll(async () => {
    list = JSON.parse(await readFile(packed(`${target}.cdx.json`), 'utf8'));
  });

  it('names every package the product asks for, with its version', () => {
    const versions = Object.fromEntries(list.components.map((part) => [part.name, part.version]));
    expect(versions).toMatchObject(dependencies);
    expect(list.metadata.component).toMatchObject({ name: 'planside', version });
  });

  it('names for each a licence under which it may be handed on with MIT', () => {
    const named = list.components.map(({ name, licenses }) => [
      name,
      licenses
        .map((each) => ('license' in each ? each.license.id : each.expression))
        .filter((id) => COMPATIBLE.includes(id)).length,
    ]);
    expect(named).toEqual(list.components.map(({ name }) => [name, 1]));
  });

  it('says of each what npm says', async () => {
    const npm = await npmSbom(ROOT);
    for (const part of list.components) {
      const { 'bom-ref': ref, name, version: its, purl, licenses, hashes } = part;
      expect(npm.get(ref)).toEqual({ 'bom-ref': ref, name, version: its, purl, licenses, hashes });
    }
  });
});

it('licences.txt holds the licence of Planside and of every part', async () => {
  const text = await readFile(path.join(packed('safari'), 'licences.txt'), 'utf8');
  const list: PartsList = JSON.parse(await readFile(packed('safari.cdx.json'), 'utf8'));
  expect(text).toContain(await readFile(path.join(ROOT, 'LICENSE'), 'utf8').then((own) => own.trim()));
  for (const { name, version: its } of list.components) expect(text).toContain(`\n${name} ${its} (`);
});
