// `npm run zip [chrome edge firefox safari]`: what is handed to stores and to whoever installs by policy, in
// .output/packages: a zip for each browser, its sources, a folder for Safari's converter, what each is made of, checksums.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checksumLines } from '../packages/checksums.ts';
import { buildProduct, type Target, targetsNamed } from './build.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PACKAGES = path.join(ROOT, '.output', 'packages');

/** Leaves of a build what is handed on, under names with the version in them. */
async function pack(target: Target, version: string): Promise<void> {
  const unpacked = await buildProduct(target, { outDir: PACKAGES, zipped: target !== 'safari' });
  const named = path.join(PACKAGES, `planside-${version}-${target}`);
  await rename(`${unpacked}.cdx.json`, `${named}.cdx.json`);
  if (target === 'safari') await rename(unpacked, named);
  else await rm(unpacked, { recursive: true });
}

async function main(): Promise<void> {
  const chosen = targetsNamed(process.argv.slice(2));
  const { version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  // Nothing of an earlier version stays beside this one.
  await rm(PACKAGES, { recursive: true, force: true });
  await mkdir(PACKAGES, { recursive: true });
  for (const target of chosen) await pack(target, version);
  const lines = await checksumLines(PACKAGES);
  await writeFile(path.join(PACKAGES, 'checksums.txt'), lines.map((line) => `${line}\n`).join(''));
  console.log(`${path.relative(ROOT, PACKAGES)}:`);
  for (const line of lines.filter((each) => /\.(?:zip|json)$/.test(each) && !each.includes('/')))
    console.log(`  ${line}`);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
