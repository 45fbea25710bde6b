import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Checked, personWith, startChecked } from '../conformance/checked-sandbox.ts';

const COMMAND = fileURLToPath(new URL('../../commands/conformance.ts', import.meta.url));

let folder = '';
let checked: Checked;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'planside-conformance-'));
  checked = await startChecked('operation');
});
afterAll(async () => {
  await checked.sandbox.stop();
  await rm(folder, { recursive: true, force: true });
});

type Ran = { readonly code: number | null; readonly out: string; readonly said: string };

function run(...words: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [COMMAND, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((done) => child.once('close', (code) => done({ code, out, said })));
}

describe('npm run conformance', () => {
  it('checks a service, prints the table and writes the report', async () => {
    const { nhsNumber, birthDate } = personWith('notForCpr', checked.sandbox);
    const json = path.join(folder, 'report.json');
    const base = checked.sandbox.planService.fhirBase;
    const given = ['--base', base, '--nhs-number', nhsNumber, '--birth-date', birthDate, '--token', checked.token];
    const { code, out, said } = await run(...given, '--json', json);
    expect([code, said]).toEqual([0, '']);
    expect(out).toMatch(/^pass +Whole look-up of the patient/m);
    expect(out).toMatch(/^\d+ passed, 0 failed, \d+ not offered, \d+ not checked$/m);
    const written = await readFile(json, 'utf8');
    expect(JSON.parse(written)).toMatchObject({
      base,
      failed: 0,
      rows: expect.any(Array),
      checkedAt: expect.any(String),
    });
    for (const secret of [nhsNumber, birthDate, checked.token]) expect(out + written).not.toContain(secret);
  });

  it('ends with 1 where a row fails', async () => {
    const { nhsNumber } = personWith('notForCpr', checked.sandbox);
    const base = `${checked.sandbox.planService.origin}/nowhere`;
    const { code, out } = await run('--base', base, '--nhs-number', nhsNumber, '--token', checked.token);
    expect(code).toBe(1);
    expect(out).toContain('To be put right: “Sign-in is described”');
  });

  it('ends with 2, says how it is used and repeats nothing, where it is used wrongly', async () => {
    const { code, out, said } = await run('--base', 'https://plans.example', '--nhs-number', '9991045121');
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain('npm run conformance -- --base URL');
    expect(said).not.toContain('9991045121');
  });

  it('reads documents', async () => {
    await writeFile(path.join(folder, 'one.json'), '{"resourceType":"Bundle","type":"document"}');
    const json = path.join(folder, 'documents.out');
    expect(await run('--documents', folder, '--json', json)).toMatchObject({ code: 0, said: '' });
    const { documents } = JSON.parse(await readFile(json, 'utf8'));
    expect(documents).toContainEqual({ file: 'one.json', outcome: 'refused', reason: 'notADocument' });
    expect(await run('--documents', path.join(folder, 'nowhere'))).toMatchObject({ code: 2, out: '' });
    expect(await run('--documents', folder, '--json', path.join(folder, 'nowhere', 'x'))).toMatchObject({ code: 2 });
  });
});
