import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checksumLines } from '../../packages/checksums.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'planside-checksums-'));
afterAll(() => rm(folder, { recursive: true }));

it('are as sha256sum writes them, every file of every folder, in one order', async () => {
  await mkdir(path.join(folder, 'safari'));
  for (const name of ['b.zip', 'safari/a.js', 'B.zip']) await writeFile(path.join(folder, name), 'abc');
  // FIPS 180-4, the hash of “abc”.
  const hash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(await checksumLines(folder)).toEqual(['B.zip', 'b.zip', 'safari/a.js'].map((name) => `${hash}  ${name}`));
});
