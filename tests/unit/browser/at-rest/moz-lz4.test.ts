import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { markerOf } from '../../../browser/at-rest/markers.ts';
import { isMozLz4, unpackedMozLz4 } from '../../../browser/at-rest/moz-lz4.ts';
import { needlesOfText } from '../../../browser/at-rest/needles.ts';
import { scanFiles } from '../../../browser/at-rest/scan-files.ts';

const { label, text: MARK } = markerOf(1, 'plan 1, Allergies');

type Part = string | readonly number[];

function packed(...parts: readonly Part[]): Buffer {
  const bytes = parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)));
  return Buffer.concat([Buffer.from('mozLz40\0'), Buffer.from([200, 0, 0, 0]), ...bytes]);
}

/** Thirteen characters, then twelve of them once more, then the other half. */
const PIECES = packed([0xd8], `${MARK.slice(0, 12)}-`, [13, 0], [0xc0], MARK.slice(12));

it('puts together what stands in pieces', () => {
  expect(unpackedMozLz4(PIECES).toString()).toBe(`${MARK.slice(0, 12)}-${MARK}`);
});

it('goes on for long, and into itself', () => {
  // 15 + 5 characters, and 4 + 15 + 81 from twenty before.
  const long = packed([0xff, 5], MARK.slice(0, 20), [20, 0], [81]);
  expect(unpackedMozLz4(long).toString()).toBe(MARK.slice(0, 20).repeat(6));
});

it.each([
  ['an end in a length', [0xff, 255]],
  ['an end in the characters', [0xf0, 30, ...Buffer.from('ABC')]],
  ['an end in a reference', [0x50, ...Buffer.from('abcde'), 9]],
  ['a reference to nowhere', [0x50, ...Buffer.from('abcde'), 255, 0]],
  ['a reference to itself', [0x50, ...Buffer.from('abcde'), 0, 0]],
])('gives what stands before the damage: %s', (_, damaged) => {
  const file = packed([0xf3, 9], MARK, [24, 0], damaged);
  expect(
    unpackedMozLz4(file)
      .toString()
      .startsWith(`${MARK}${MARK.slice(0, 7)}`),
  ).toBe(true);
});

it('takes nothing else for it', () => {
  for (const other of ['', 'mozLz4', 'mozLz41\0and so on', MARK]) expect(isMozLz4(Buffer.from(other))).toBe(false);
});

it('is searched by a scan', async () => {
  const profile = await mkdtemp(path.join(tmpdir(), 'planside-lz4-'));
  try {
    await writeFile(path.join(profile, 'recovery.jsonlz4'), PIECES);
    const { hits } = await scanFiles(profile, needlesOfText(label, MARK));
    expect(hits.filter(({ where }) => where === 'unpacked')).toHaveLength(3 + 15);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});
