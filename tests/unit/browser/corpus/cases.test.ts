import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCases } from '../../../browser/corpus/cases.ts';
import { isClaimable } from '../../../browser/corpus/judge.ts';

let corpus = '';
beforeEach(async () => {
  corpus = await mkdtemp(path.join(tmpdir(), 'planside-corpus-'));
});
afterEach(() => rm(corpus, { recursive: true, force: true }));

const margaret = { nhsNumber: '9991045120', familyName: 'Reed', givenName: 'Margaret', dob: '1938-07-14' };

/** Puts a case into the corpus; a label that is a text is written as it is. */
async function put(name: string, label: unknown, page = 'page.html'): Promise<void> {
  const folder = path.join(corpus, name);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, page), '<!doctype html><title>Case</title>');
  if (label === undefined) return;
  await writeFile(path.join(folder, 'label.json'), typeof label === 'string' ? label : JSON.stringify(label));
}

describe('what is read', () => {
  test('an empty folder holds no case', async () => {
    expect(await readCases(corpus)).toEqual([]);
  });

  test('a label with nothing but what it must have', async () => {
    await put('app/list', { kind: 'list', expected: null });
    expect(await readCases(corpus)).toEqual([
      { name: 'app/list', kind: 'list', loaded: { expected: null, acceptable: [], why: '' }, steps: [] },
    ]);
  });

  test('a label with everything, of which what is not judged is left out', async () => {
    await put('app/record', {
      kind: 'patient-open',
      why: 'blank for a moment',
      expected: { ...margaret, sex: 'FEMALE', otherIds: { pasNumber: '3' } },
      acceptable: [null, { nhsNumber: '9991045120', name: 'Mrs M Reed' }],
      shown: ['9992607939'],
      licence: 'MIT',
      steps: [
        { do: 'closeRecord()', expected: null, why: 'nobody is left' },
        { do: 'openRecord(2)', expected: margaret, acceptable: [null] },
      ],
    });
    const [one] = await readCases(corpus);
    expect(one).toEqual({
      name: 'app/record',
      kind: 'patient-open',
      loaded: {
        expected: margaret,
        acceptable: [null, { nhsNumber: '9991045120', name: 'Mrs M Reed' }],
        why: 'blank for a moment',
      },
      steps: [
        { do: 'closeRecord()', expected: null, acceptable: [], why: 'nobody is left' },
        { do: 'openRecord(2)', expected: margaret, acceptable: [null], why: '' },
      ],
    });
    expect(one && isClaimable(one.loaded)).toBe(false);
  });

  test('cases come in the order of their names, from every depth, with a slash between folders', async () => {
    for (const name of ['beacon/two', 'alder/x/deep', 'beacon/ten', 'alder/a']) {
      await put(name, { kind: 'none', expected: null });
    }
    const names = (await readCases(corpus)).map(({ name }) => name);
    expect(names).toEqual(['alder/a', 'alder/x/deep', 'beacon/ten', 'beacon/two']);
  });

  test('frames and other pages beside a case are no cases', async () => {
    await put('app/frames', { kind: 'none', expected: null });
    await put('app/frames', undefined, 'banner.html');
    await put('app/frames/parts', undefined, 'my-page.html');
    expect((await readCases(corpus)).map(({ name }) => name)).toEqual(['app/frames']);
  });
});

describe('a label that is wrong names its case', () => {
  const fine = { kind: 'patient-open', expected: margaret };
  const step = { do: 'next()', expected: null };

  test.each<[string, unknown]>([
    ['no JSON', '{ "kind": "list", '],
    ['nothing in it', ''],
    ['no object', []],
    ['no kind', { expected: null }],
    ['nothing said about who is open', { kind: 'list' }],
    ['nobody written as nothing', { kind: 'list', expected: '' }],
    ['an NHS number with spaces', { ...fine, expected: { ...margaret, nhsNumber: '999 104 5120' } }],
    ['an NHS number of nine digits', { ...fine, expected: { ...margaret, nhsNumber: '999104512' } }],
    ['an NHS number that is a number', { ...fine, expected: { ...margaret, nhsNumber: 9991045120 } }],
    ['a person without an NHS number', { ...fine, expected: { name: 'Margaret Reed' } }],
    ['a birth date as people write it', { ...fine, expected: { ...margaret, dob: '14-Jul-1938' } }],
    ['a birth date that is no day', { ...fine, expected: { ...margaret, dob: '1939-02-29' } }],
    ['a name that is no text', { ...fine, expected: { ...margaret, name: ['Margaret', 'Reed'] } }],
    ['other answers that are no list', { ...fine, acceptable: margaret }],
    ['another answer that is nobody in particular', { ...fine, acceptable: [{}] }],
    ['steps that are no list', { ...fine, steps: step }],
    ['a step that does nothing', { ...fine, steps: [step, { expected: null }] }],
    ['a step that does not say who is open', { ...fine, steps: [{ do: 'next()' }] }],
    ['a step with a person who is wrong', { ...fine, steps: [{ ...step, expected: { nhsNumber: '1' } }] }],
  ])('%s', async (_name, label) => {
    await put('alder/right', fine);
    await put('beacon/wrong', label);
    await expect(readCases(corpus)).rejects.toThrow(/^beacon\/wrong\/label\.json: ./);
  });

  test('what is wrong with it is named too', async () => {
    await put('beacon/wrong', { ...fine, steps: [step, { ...step, expected: { nhsNumber: '1' } }] });
    await expect(readCases(corpus)).rejects.toThrow(/steps[\s\S]*nhsNumber/);
  });

  test('a page without a label is no case that is left out in silence', async () => {
    await put('alder/right', fine);
    await put('beacon/unlabelled', undefined);
    await expect(readCases(corpus)).rejects.toThrow(path.join('beacon', 'unlabelled', 'label.json'));
  });

  test('a corpus that is not there is an error, not an empty one', async () => {
    await expect(readCases(path.join(corpus, 'nowhere'))).rejects.toThrow('nowhere');
  });
});
