import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const findings = z.array(z.object({ code: z.string(), message: z.string(), file: z.string().optional() }));
const reportSchema = z.object({ errors: findings, warnings: findings, notices: findings });

/** What Mozilla's own linter says of an unpacked Firefox build (`web-ext lint`), each as `kind code: file`. */
export async function lintFirefox(folder: string): Promise<readonly string[]> {
  const program = path.resolve('node_modules/web-ext/bin/web-ext.js');
  const words = [program, 'lint', '--source-dir', folder, '--output', 'json'];
  // It ends with 1 where it finds an error; what it found is on its output all the same.
  const run = promisify(execFile)(process.execPath, words, { maxBuffer: 10_000_000 });
  const { stdout } = await run.catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }));
  const { errors, warnings, notices } = reportSchema.parse(JSON.parse(stdout));
  const said = (kind: string, found: typeof errors) =>
    found.map(({ code, file = 'manifest.json' }) => `${kind} ${code}: ${file.replace(/-[\w-]{8}\.js$/, '-….js')}`);
  return [...said('error', errors), ...said('warning', warnings), ...said('notice', notices)];
}
