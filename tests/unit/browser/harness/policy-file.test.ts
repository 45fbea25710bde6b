import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const FILE = new URL('../../../browser/harness/policy-file.ts', import.meta.url).href;

let home: string;
let written: string;
let child: ChildProcess;

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'planside-home-'));
  written = path.join(home, '.mozilla', 'managed-storage', 'a@example.org.json');
});
afterEach(async () => {
  child.kill('SIGKILL');
  await rm(home, { recursive: true, force: true });
});

/** Somebody else who writes a policy file and then does this, once the file is there. */
async function writing(then: string): Promise<void> {
  const script = `
    const { managedStorageFile } = await import(${JSON.stringify(FILE)});
    const file = managedStorageFile({ family: 'firefox', name: 'Firefox', path: '', version: '' }, 'a@example.org');
    file.write({ language: 'cy' });
    console.log('written');
    process.stdin.once('data', () => { ${then} }).resume();`;
  const words = ['--input-type=module', '--eval', script];
  child = spawn(process.execPath, words, { env: { ...process.env, HOME: home }, stdio: ['pipe', 'pipe', 'inherit'] });
  if (child.stdout) await once(child.stdout, 'data');
  expect(existsSync(written)).toBe(true);
}

/** On Linux alone do tests write policies. */
describe.runIf(process.platform === 'linux')('a policy file of a test', () => {
  it.each([
    ['it is withdrawn', 'file.withdraw()'],
    ['the test ends it', 'file.end()'],
    ['whoever wrote it has ended without a word', 'process.exit()'],
    ['whoever wrote it was killed', 'process.kill(process.pid, "SIGKILL")'],
  ])('is gone once %s', async (_, then) => {
    await writing(then);
    child.stdin?.write('now');
    await expect.poll(() => existsSync(written), { timeout: 15_000 }).toBe(false);
  });
});
