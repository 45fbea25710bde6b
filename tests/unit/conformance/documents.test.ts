import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentLines, readFolder } from '../../conformance/documents/read-folder.ts';
import { documentOf, flag, snomed } from '../plan/documents.ts';

const GOOD = documentOf([{ title: 'CPR decision', entries: [flag(snomed('450476008'))] }]);
const NO_NUMBER = JSON.stringify(GOOD).replace('https://fhir.nhs.uk/Id/nhs-number', 'https://elsewhere.example');
const STRANGE = documentOf([
  { title: 'Medicines', entries: [{ resourceType: 'Flag', status: 'active' }] },
  { title: 'About Mr John Smith', section: { entry: [{ reference: 'urn:uuid:nothing' }] } },
]);

let folder = '';
const put = async (name: string, content: string | Uint8Array) => {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'planside-documents-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('documents of a folder', () => {
  it('are read or refused by name, at any depth, in the order of their names', async () => {
    await put('b/c/d/good.json', JSON.stringify(GOOD));
    await put('b/bom.json', `\ufeff${JSON.stringify(GOOD)}`);
    await put('b/notes.txt', 'no');
    await put('a/number.JSON', NO_NUMBER);
    await put('a/draft.json', JSON.stringify(documentOf([], [], { status: 'entered-in-error' })));
    await put('a/cut.json', JSON.stringify(GOOD).slice(0, 100));
    await put('a/patient.json', '{"resourceType":"Patient"}');
    await put('a/empty.json', '');
    await put('a/latin.json', Buffer.from('{"a":"\xe9"}', 'latin1'));
    await put('a/strange.json', JSON.stringify(STRANGE));
    await mkdir(path.join(folder, 'a/folder.json'));
    const { documents } = await readFolder(folder);
    expect(documents.map(({ file, outcome, reason }) => [file, outcome, reason])).toEqual([
      ['a/cut.json', 'refused', 'notJson'],
      ['a/draft.json', 'refused', 'enteredInError'],
      ['a/empty.json', 'refused', 'notJson'],
      ['a/latin.json', 'refused', 'notJson'],
      ['a/number.JSON', 'refused', 'noNhsNumber'],
      ['a/patient.json', 'refused', 'notADocument'],
      ['a/strange.json', 'read', 'Medicines, other sections (1)'],
      ['b/bom.json', 'read', ''],
      ['b/c/d/good.json', 'read', ''],
    ]);
    expect(documentLines({ documents }).at(-1)).toBe('9 files, 0 crashes');
  });

  it('are large, deep and wide without a crash', async () => {
    const words = 'word '.repeat(1_000_000);
    await put(
      'large/words.json',
      JSON.stringify(documentOf([{ title: 'Other', section: { text: { div: `<p>${words}</p>` } } }])),
    );
    await put('large/deep.json', `${'['.repeat(2_500_000)}${']'.repeat(2_500_000)}`);
    await put(
      'large/deep-document.json',
      JSON.stringify(GOOD).replace(
        '"status":"active"',
        `"status":"active","x":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
      ),
    );
    await put(
      'large/wide.json',
      JSON.stringify(
        documentOf(
          [],
          Array.from({ length: 20_000 }, () => flag(snomed('1'))),
        ),
      ),
    );
    const { documents } = await readFolder(path.join(folder, 'large'));
    expect(documents.map(({ file, outcome, reason }) => `${file} ${outcome} ${reason}`)).toEqual([
      'deep-document.json refused notADocument',
      'deep.json refused notADocument',
      expect.stringMatching(/^wide.json (read|refused)/),
      expect.stringMatching(/^words.json read/),
    ]);
  });

  it('are none in a folder that is not there', () =>
    expect(readFolder(path.join(folder, 'nowhere'))).rejects.toThrow());
});

/** Real FHIR of standards bodies, beside the repository; not part of it. */
const shared = fileURLToPath(new URL('../../../../shared/fhir', import.meta.url));

describe.skipIf(!existsSync(shared))('S6: the collection of real FHIR', () => {
  it('is read or refused by name, and crashes nothing', async () => {
    const { documents } = await readFolder(shared);
    expect(documents.length).toBeGreaterThan(400);
    expect(documents.filter(({ outcome }) => outcome === 'crash')).toEqual([]);
    expect(new Set(documents.map(({ outcome }) => outcome))).toContain('refused');
  });
});
