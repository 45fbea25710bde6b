import { randomBytes } from 'node:crypto';
import { serialize } from 'node:v8';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { SavedCopy } from '../../../utils/offline/saved-copy.ts';
import { withCheckDigit } from '../../sandbox/people/nhs-number.ts';
import { allRecords, copyOf, NINE, newBrowser, OWNER, signedIn } from './bench.ts';
import { inSession } from './fake-session.ts';
import { type ENCODINGS, Haystack, windowsOf, windowsOfKey } from './scan.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-session.ts')).browser }));

beforeEach(newBrowser);

const PLANS = 20;

type Marked = { readonly copy: SavedCopy; readonly marks: readonly string[] };

/** Plans whose every part says something that stands nowhere else. */
function markedCopies(): readonly Marked[] {
  const numbers = [...Array(2 * PLANS).keys()].flatMap((at) => withCheckDigit(String(999_300_000 + at)) ?? []);
  return numbers.slice(0, PLANS).map((nhsNumber) => {
    const marks = [nhsNumber];
    const mark = () => {
      const made = randomBytes(12).toString('hex');
      marks.push(made);
      return made;
    };
    const section = () => ({ title: mark(), text: { div: `<div>${mark()}</div>` } });
    const documents = [0, 1].map(() => ({
      planId: `urn:plans|${mark()}`,
      version: mark(),
      document: {
        patient: { family: mark(), identifier: nhsNumber, birthDate: mark() },
        section: Array.from({ length: 15 }, section),
      },
    }));
    const [first, ...others] = documents;
    const copy = copyOf(nhsNumber, {
      ...(first ? { documents: [first, ...others] } : {}),
      newerDraft: { startedAt: mark(), by: mark() },
      elsewhere: [{ title: mark(), custodian: mark(), date: mark() }],
    });
    return { copy, marks };
  });
}

/** Everything the database holds, keys and values, as the engine of Chromium and Node writes them. */
async function atRest(): Promise<Haystack> {
  const records = await allRecords();
  const parts = records.flatMap(([key, value]) => [serialize(key), serialize(value)]);
  return new Haystack(Buffer.concat(parts));
}

function found(haystack: Haystack, windows: readonly (readonly [string, Buffer])[]): readonly string[] {
  return windows.flatMap(([encoding, window]) => (haystack.holds(window) ? [encoding] : []));
}

/** The two keys as they are in memory. */
function rawKeys(): readonly Buffer[] {
  const { data, index } = Object(inSession().copyKeys);
  return [data, index].map((key) => Buffer.from(key, 'base64url'));
}

describe('S8: nothing readable is on disk', () => {
  test(`of ${PLANS} marked plans and both keys not one window is in the database`, async () => {
    const { copies } = await signedIn();
    const marked = markedCopies();
    for (const { copy } of marked) expect(await copies.saveCopy(copy, NINE)).toEqual({ saved: true });
    const haystack = await atRest();
    expect(haystack.length).toBeGreaterThan(PLANS * 4096);
    const windows = [...marked.flatMap(({ marks }) => marks), ...Object.values(OWNER)].flatMap((mark) =>
      mark.length < 10 ? [] : windowsOf(mark),
    );
    expect(windows.length).toBeGreaterThan(PLANS * 70 * 10 * 7);
    expect(found(haystack, windows)).toEqual([]);
    const keys = rawKeys();
    expect(keys.map(({ length }) => length)).toEqual([32, 32]);
    expect(found(haystack, keys.flatMap(windowsOfKey))).toEqual([]);
    // It is all there, and can be read.
    for (const { copy } of marked) expect(await copies.readCopy(copy.nhsNumber, NINE)).toStrictEqual(copy);
  });

  test('a text that says the same a thousand times shows no pattern', async () => {
    const { copies } = await signedIn();
    const says = 'ABCDEFGH'.repeat(2000);
    await copies.saveCopy(
      copyOf('9991087109', { documents: [{ planId: 'p', version: '1', document: { says } }] }),
      NINE,
    );
    const [, stored] = (await allRecords())[0] ?? [];
    const bytes = Buffer.from(Object(stored).sealed);
    const blocks = Array.from({ length: bytes.length / 16 }, (_, at) =>
      bytes.subarray(16 * at, 16 * at + 16).toString('hex'),
    );
    expect(new Set(blocks).size).toBe(blocks.length);
  });
});

describe('the scan finds what is there', () => {
  /** The shape of our records, but in clear. */
  async function writePlain(key: string, value: unknown): Promise<void> {
    const database = await openDB('control', 1, { upgrade: (made) => void made.createObjectStore('copies') });
    await database.put('copies', value, key);
    database.close();
  }

  const inBase64 = (content: string) =>
    [0, 1, 2].map((offset) => Buffer.from('x'.repeat(offset) + content).toString('base64'));
  const inClear: Readonly<Record<keyof typeof ENCODINGS, (content: string) => unknown>> = {
    utf8: (content) => ({ sealed: new Uint8Array(Buffer.from(content)) }),
    utf16le: (content) => ({ sealed: new Uint8Array(Buffer.from(content, 'utf16le')) }),
    utf16be: (content) => ({ sealed: new Uint8Array(Buffer.from(content, 'utf16le').swap16()) }),
    hex: (content) => ({ sealed: Buffer.from(content).toString('hex') }),
    base64: inBase64,
    base64Second: inBase64,
    base64Third: inBase64,
  };

  test.each(['utf8', 'utf16le', 'utf16be', 'hex'] as const)(
    'every window of plans in clear, as %s',
    async (encoding) => {
      const marked = markedCopies();
      for (const { copy } of marked) await writePlain(copy.nhsNumber, inClear[encoding](JSON.stringify(copy)));
      const haystack = await atRest();
      const windows = marked.flatMap(({ marks }) => marks.flatMap(windowsOf)).filter(([name]) => name === encoding);
      expect(windows.length).toBeGreaterThan(PLANS * 70 * 10);
      expect(found(haystack, windows)).toHaveLength(windows.length);
    },
  );

  test('every window of plans in clear, as base64 wherever it begins', async () => {
    const marked = markedCopies();
    for (const { copy } of marked) await writePlain(copy.nhsNumber, inBase64(JSON.stringify(copy)));
    const haystack = await atRest();
    const windows = marked
      .flatMap(({ marks }) => marks.flatMap(windowsOf))
      .filter(([name]) => name.startsWith('base64'));
    expect(found(haystack, windows)).toHaveLength(windows.length);
  });

  test('a number as the key of a record', async () => {
    await writePlain('9991087109', { sealed: new Uint8Array(4096) });
    expect(found(await atRest(), windowsOf('9991087109'))).toContain('utf8');
  });

  test('every window of the keys', async () => {
    await signedIn();
    for (const [at, key] of rawKeys().entries()) {
      await writePlain(`raw ${at}`, { key: new Uint8Array(key) });
      await writePlain(`hex ${at}`, { key: key.toString('hex') });
      await writePlain(`base64 ${at}`, { key: key.toString('base64url') });
    }
    const windows = rawKeys().flatMap(windowsOfKey);
    expect(found(await atRest(), windows)).toHaveLength(windows.length);
  });
});
