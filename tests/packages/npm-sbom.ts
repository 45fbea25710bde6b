import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

const component = z.object({
  'bom-ref': z.string(),
  name: z.string(),
  version: z.string(),
  purl: z.string(),
  licenses: z.array(z.unknown()).default([]),
  hashes: z.array(z.unknown()).optional(),
});

/** What npm itself says of every package of the lock file, by name and version (`npm sbom`). */
export async function npmSbom(root: string): Promise<ReadonlyMap<string, z.infer<typeof component>>> {
  const words = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
  const windows = process.platform === 'win32';
  const options = { cwd: root, shell: windows, maxBuffer: 50_000_000 };
  const { stdout } = await promisify(execFile)(windows ? 'npm.cmd' : 'npm', words, options);
  const { components } = z.object({ components: z.array(component) }).parse(JSON.parse(stdout));
  return new Map(components.map((each) => [each['bom-ref'], each]));
}
