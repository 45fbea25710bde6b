import { randomBytes, randomFillSync } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeHits } from '../../../browser/at-rest/describe-hits.ts';
import { markerOf } from '../../../browser/at-rest/markers.ts';
import { needlesOfKey, needlesOfText } from '../../../browser/at-rest/needles.ts';
import { copyProfile } from '../../../browser/at-rest/profile.ts';
import { scanFiles } from '../../../browser/at-rest/scan-files.ts';

const CHUNK = 1 << 20;
const { text: MARK, label } = markerOf(1, 'plan 1, Allergies');
const KEY = randomBytes(32);
/** With a crowd of others, as in a real search. */
const needles = [
  ...needlesOfText(label, MARK),
  ...needlesOfKey('data key', KEY),
  ...Array.from({ length: 50 }, (_, at) => needlesOfText(`other ${at}`, markerOf(2, `other ${at}`).text)).flat(),
];

let profile = '';
beforeEach(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'planside-scan-'));
});
afterEach(() => rm(profile, { recursive: true, force: true }));

async function put(name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(path.join(profile, name)), { recursive: true });
  await writeFile(path.join(profile, name), bytes);
}

const found = async () => (await scanFiles(profile, needles)).hits;
const windows = 15;

describe('what a scan finds', () => {
  it.each([
    ['utf8', Buffer.from(MARK)],
    ['utf16le', Buffer.from(MARK, 'utf16le')],
    ['utf16be', Buffer.from(MARK, 'utf16le').swap16()],
    ['plusOne', Buffer.from(MARK).map((byte) => byte + 1)],
    ['hex, utf8', Buffer.from(Buffer.from(MARK).toString('hex'))],
    ['hex, utf8', Buffer.from(Buffer.from(MARK).toString('hex').toUpperCase())],
  ] as const)('every window of a marker in %s, with file and offset', async (encoding, bytes) => {
    await put('Default/IndexedDB/000003.log', Buffer.concat([randomBytes(1000), bytes, randomBytes(100)]));
    // Half of UTF-16 is noughts, so that it can be read either way round, a character shorter.
    const hits = (await found()).filter((hit) => hit.encoding === encoding);
    const step = bytes.length / MARK.length;
    expect(hits).toEqual(
      Array.from({ length: windows }, (_, at) => ({
        of: label,
        encoding,
        file: 'Default/IndexedDB/000003.log',
        where: 'file',
        offset: 1000 + at * step,
      })),
    );
  });

  it.each([0, 1, 2])('base64 and base64url behind %i bytes', async (before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(MARK)]);
    for (const encoding of ['base64', 'base64url'] as const) {
      await put('cookies', Buffer.from(bytes.toString(encoding)));
      expect((await found()).map(({ of }) => of)).toContain(label);
    }
  });

  it('a marker cut short by a reference back: its first twelve characters are three windows', async () => {
    await put(
      '000005.ldb',
      Buffer.concat([randomBytes(50), Buffer.from(MARK.slice(0, 12)), Buffer.from([0xfe, 0x20])]),
    );
    expect((await found()).map(({ of, offset }) => [of, offset])).toEqual(
      [50, 51, 52].map((offset) => [label, offset]),
    );
  });

  it('nothing of nine characters', async () => {
    await put('000005.ldb', Buffer.from(`${MARK.slice(0, 9)}\0${MARK.slice(15)}`));
    expect(await found()).toEqual([]);
  });

  it('a marker that lies across chunks, wherever it is cut, once', async () => {
    for (let cut = 0; cut <= MARK.length; cut += 1) {
      const file = randomBytes(2 * CHUNK + MARK.length);
      for (const border of [CHUNK, 2 * CHUNK]) file.write(MARK, border - cut);
      await put('two-borders', file.subarray(0, 2 * CHUNK - cut + MARK.length));
      expect((await found()).map(({ offset }) => offset)).toEqual(
        [CHUNK, 2 * CHUNK].flatMap((border) => Array.from({ length: windows }, (_, at) => border - cut + at)),
      );
    }
  });

  it('a marker at the very beginning and the very end of a file, and one that is the whole file', async () => {
    await put('a', Buffer.from(MARK + '-'.repeat(100) + MARK));
    await put('b', Buffer.from(MARK.slice(0, 10)));
    const hits = await found();
    expect(hits.filter(({ file }) => file === 'a')).toHaveLength(2 * windows);
    expect(hits.filter(({ file }) => file === 'b')).toHaveLength(1);
  });

  it('eight bytes of a key, anywhere in it', async () => {
    // Chance would be the key's next byte once in 256 times, which makes one window more.
    const foreign = Array.from({ length: 256 }, (_, byte) => byte).find((byte) => !KEY.includes(byte));
    const others = Buffer.alloc(333, foreign);
    for (const at of [0, 11, 24]) {
      await put('000003.log', Buffer.concat([others, KEY.subarray(at, at + 8), others]));
      expect(await found()).toMatchObject([{ of: 'data key', encoding: 'bytes', offset: 333 }]);
    }
  });

  it.each([
    ['gzip', gzipSync],
    ['zlib', deflateSync],
  ])('what a file that is %s as a whole unpacks to', async (_, pack) => {
    const plain = Buffer.concat([randomBytes(CHUNK + 7), Buffer.from(MARK), Buffer.from(MARK)]);
    await put('cache/entry', Buffer.concat([pack(plain), Buffer.from('what a browser writes behind it')]));
    const hits = await found();
    expect(hits.filter(({ where }) => where === 'unpacked')).toHaveLength(2 * windows);
  });

  it('what is behind a long head of gzip: extra field, name, comment and check (RFC 1952)', async () => {
    const head = Buffer.from([0x1f, 0x8b, 8, 4 + 8 + 16 + 2, 0, 0, 0, 0, 0, 255, 3, 0, 1, 2, 3]);
    const texts = Buffer.from('name\0a comment\0cc');
    await put('long-head', Buffer.concat([head, texts, gzipSync(MARK).subarray(10)]));
    await put(
      'extra-only',
      Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 4]), head.subarray(4), gzipSync(MARK).subarray(10)]),
    );
    const hits = await found();
    for (const file of ['long-head', 'extra-only'])
      expect(hits.filter((hit) => hit.file === file)).toHaveLength(windows);
  });

  it('as much as unpacks of a file that breaks off, or only looks packed', async () => {
    const packed = gzipSync(Buffer.from(`${MARK}${' and so on'.repeat(50)}${randomBytes(500).toString('hex')}`));
    await put('broken', packed.subarray(0, packed.length - 100));
    await put('looks-like-gzip', Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.from(MARK)]));
    await put('looks-like-zlib', Buffer.concat([Buffer.from([0x78, 0x9c]), Buffer.from(MARK)]));
    const byFile = Object.groupBy(await found(), ({ file, where }) => `${file}: ${where}`);
    expect(Object.keys(byFile).toSorted()).toEqual([
      'broken: unpacked',
      'looks-like-gzip: file',
      'looks-like-zlib: file',
    ]);
  });

  it('a file or folder that is called by a marker, whose name is then not in the report', async () => {
    await put(`databases/nhs-${MARK}/000003.log`, Buffer.from(`nothing but ${MARK.slice(0, 10)}`));
    const hits = await found();
    expect(hits.filter(({ where }) => where === 'path')).toHaveLength(windows);
    expect(new Set(hits.map(({ file }) => file))).toEqual(new Set(['databases/…/000003.log']));
  });
});

describe('what a scan passes over', () => {
  it('finds nothing in 50 MB of chance, and says how much it searched', async () => {
    const chance = Buffer.alloc(10 << 20);
    for (let at = 0; at < 5; at += 1) await put(`chance-${at}`, randomFillSync(chance));
    expect(await scanFiles(profile, needles)).toEqual({ hits: [], files: 5, bytes: 50 << 20 });
  });

  it('sockets, links and empty files', async () => {
    await put('empty', new Uint8Array());
    await symlink('nowhere-1234', path.join(profile, 'SingletonLock'));
    const server = createServer();
    await new Promise<void>((done) => server.listen(path.join(profile, 'SingletonSocket'), done));
    try {
      expect(await scanFiles(profile, needles)).toEqual({ hits: [], files: 1, bytes: 0 });
    } finally {
      await new Promise((done) => server.close(done));
    }
  });

  it('files and folders that vanish while it runs', async () => {
    const folders = Array.from({ length: 60 }, (_, at) => `folder-${at}`);
    const files = Array.from({ length: 300 }, (_, at) => `files/file-${at}`);
    for (const name of [...folders.map((folder) => `${folder}/file`), ...files]) await put(name, randomBytes(9_000));
    // In either order, because folders are read in any order.
    const vanish = async (names: readonly string[]) => {
      for (const name of names) await rm(path.join(profile, name), { recursive: true, force: true });
    };
    const [scan, copy] = await Promise.all([
      scanFiles(profile, needles),
      copyProfile(profile),
      vanish(files),
      vanish(files.toReversed()),
      vanish(folders),
      vanish(folders.toReversed()),
    ]);
    await copy.remove();
    expect([scan.files < 360, scan.hits]).toEqual([true, []]);
  });

  it('nothing that is there and cannot be read: that is no pass', async () => {
    await put('file', Buffer.from(MARK));
    await expect(scanFiles(path.join(profile, 'file'), needles)).rejects.toThrow('ENOTDIR');
  });
});

describe('a report', () => {
  it('names marker, encoding, file, and where first; never the text', async () => {
    await put('Default/000003.log', Buffer.from(`....${MARK}`));
    await put('places.sqlite', Buffer.concat([Buffer.from('....'), Buffer.from(MARK.slice(0, 10), 'utf16le')]));
    const report = describeHits(await found());
    expect(report).toEqual([
      'plan 1, Allergies: utf8 in Default/000003.log at 4, 15 times',
      'plan 1, Allergies: utf16le in places.sqlite at 4',
    ]);
    expect(report.join()).not.toContain(MARK.slice(0, 10));
  });
});

describe('a profile set aside', () => {
  it('is what lay there, without sockets and locks, and does not change any more', async () => {
    await put('Default/Cookies', Buffer.from(MARK));
    await symlink('nowhere-1234', path.join(profile, 'lock'));
    const copy = await copyProfile(profile);
    try {
      await put('Default/Cookies', new Uint8Array());
      const scan = await scanFiles(copy.folder, needles);
      expect([scan.files, scan.bytes, scan.hits.length]).toEqual([1, MARK.length, windows]);
    } finally {
      await copy.remove();
    }
    expect((await scanFiles(copy.folder, needles)).files).toBe(0);
  });
});
