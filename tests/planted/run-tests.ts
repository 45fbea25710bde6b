import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';

/** What came of one file of tests. */
export type FileOutcome = {
  readonly file: string;
  readonly passed: number;
  /** The titles of the tests that failed. */
  readonly failed: readonly string[];
};

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

/** A busy machine takes its time, and a test that ran out of it has caught nothing (milliseconds). */
const TIMEOUT_MS = 600_000;

/** Which project of vitest a file of tests belongs to; tests in browsers are run in one of them. */
function projectOf(file: string): string {
  if (file.startsWith('tests/browser/')) return 'chromium';
  return /^tests\/(?:builds|packages)\.test\.ts$/.test(file) ? 'builds' : 'unit';
}

/** Runs some files of tests in a copy of the work tree; a file that does not load has no test that fails. */
export async function runTests(root: string, files: readonly string[]): Promise<readonly FileOutcome[]> {
  const report = path.join(root, 'planted-report.json');
  await rm(report, { force: true });
  const projects = [...new Set(files.map(projectOf))].flatMap((project) => ['--project', project]);
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const config = ['--config', path.join(root, 'tests', 'vitest.config.ts')];
  const words = [
    vitest,
    'run',
    ...config,
    ...projects,
    `--testTimeout=${TIMEOUT_MS}`,
    '--reporter=json',
    `--outputFile=${report}`,
    ...files,
  ];
  await new Promise<void>((done, fail) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, NO_COLOR: '1' },
    });
    child.once('close', () => done());
    child.once('error', fail);
  });
  const text = await readFile(report, 'utf8').catch(() => '{"testResults":[]}');
  const { testResults } = reportSchema.parse(JSON.parse(text));
  return files.map((file) => {
    const tests =
      testResults.find(({ name }) => name.replaceAll('\\', '/').endsWith(`/${file}`))?.assertionResults ?? [];
    const failed = tests.filter(isFound).map(({ fullName }) => fullName);
    return { file, passed: tests.filter(({ status }) => status === 'passed').length, failed };
  });
}

/** A test that only ran out of its own time has found nothing. */
function isFound({
  status,
  failureMessages,
}: {
  readonly status: string;
  readonly failureMessages: readonly string[];
}) {
  return status === 'failed' && !failureMessages.some((message) => message.includes('Test timed out'));
}
