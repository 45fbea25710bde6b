import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gpRecordAdapter } from '../../sandbox/adapters/adapters.ts';
import { WHY } from '../pack/packs.ts';

const COMMAND = fileURLToPath(new URL('../../commands/pack.ts', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'planside-pack-'));
  await mkdir(path.join(folder, 'systems'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs it in the folder, as somebody would. */
async function pack(...words: readonly string[]): Promise<{ code: number; says: string }> {
  const done = promisify(execFile)(process.execPath, [COMMAND, ...words], { cwd: folder });
  return done.then(
    ({ stdout }) => ({ code: 0, says: stdout }),
    ({ code, stderr }) => ({ code, says: stderr }),
  );
}
const write = (file: string, value: unknown) => writeFile(path.join(folder, file), JSON.stringify(value));
const SIGN = ['sign', 'systems', '--key', 'keys/private-key.json', '--id', 'example-icb', '--out', 'pack.jws'];

test('keys are made, a folder is signed, and what was signed is verified', async () => {
  expect((await pack('keys', 'keys')).code).toBe(0);
  await write('systems/meadow.json', gpRecordAdapter);
  await write('systems/queue.json', { switchedOff: WHY });
  await write('systems/home.json', { adapter: gpRecordAdapter, origins: ['https://home.example.org/*'] });
  expect(await pack(...SIGN, '--sequence', '3')).toEqual({ code: 0, says: 'pack.jws: example-icb, number 3\n' });
  const { code, says } = await pack('verify', 'pack.jws', '--key', 'keys/public-key.json');
  expect(code).toBe(0);
  expect(says.split('\n').slice(1, -1)).toEqual([
    `home: adapter ${gpRecordAdapter.id}`,
    `meadow: adapter ${gpRecordAdapter.id}`,
    'queue: switched off',
  ]);
  expect(await readFile(path.join(folder, 'keys/public-key.json'), 'utf8')).not.toContain('"d"');
});

test('a pack that somebody has changed, or another key, is refused by its code', async () => {
  expect((await pack('keys', 'others', '--alg', 'EdDSA')).code).toBe(0);
  expect(await pack('verify', 'pack.jws', '--key', 'others/public-key.json')).toEqual({
    code: 1,
    says: 'PACK-SIGNATURE\n',
  });
  await writeFile(path.join(folder, 'cut.jws'), (await readFile(path.join(folder, 'pack.jws'), 'utf8')).slice(0, -9));
  expect((await pack('verify', 'cut.jws', '--key', 'keys/public-key.json')).says).toBe('PACK-SIGNATURE\n');
});

test('what is no adapter is not signed, and the fault is named', async () => {
  await write('systems/meadow.json', { ...gpRecordAdapter, region: '' });
  const { code, says } = await pack(...SIGN, '--sequence', '4');
  expect(code).toBe(1);
  expect(says).toContain('entries.1');
});

test('keys that are there are never written over, and wrong usage is told', async () => {
  expect((await pack('keys', 'keys')).code).toBe(1);
  for (const words of [
    [],
    ['keys'],
    ['sing', 'systems'],
    ['sign', 'systems'],
    ['verify', 'pack.jws'],
    ['keys', 'x', '--alg', 'none'],
  ]) {
    const { code, says } = await pack(...words);
    expect([code, says.includes('npm run pack')]).toEqual([2, true]);
  }
});
