import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { FileOutcome } from './run-tests.ts';

const CLASS_FILE = /\/([a-z-]+)-class\.ts$/;

const reportSchema = z.array(z.object({ cases: z.int(), broken: z.array(z.string()) }));

/** Whether a file is a class of fault campaigns, and none of tests. */
export function isFaultClass(file: string): boolean {
  return CLASS_FILE.test(file);
}

/** Plays the slice of a class in a copy of the work tree, in Chromium; one that does not begin has no case that fails. */
export async function playClass(root: string, file: string): Promise<FileOutcome> {
  const report = path.join(root, 'planted-faults.json');
  await rm(report, { force: true });
  const [, name = ''] = CLASS_FILE.exec(file) ?? [];
  const words = ['--only', name, '--browser', 'chromium', '--slice', '--json', report];
  await new Promise<void>((done, fail) => {
    const child = spawn(process.execPath, [path.join(root, 'tests', 'commands', 'faults.ts'), ...words], {
      cwd: root,
      stdio: 'ignore',
    });
    child.once('close', () => done());
    child.once('error', fail);
  });
  const text = await readFile(report, 'utf8').catch(() => '[]');
  const [played = { cases: 0, broken: [] }] = reportSchema.parse(JSON.parse(text));
  return { file, passed: played.cases - played.broken.length, failed: played.broken };
}
