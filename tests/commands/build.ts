import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const targets = ['chrome', 'edge', 'firefox', 'safari'] as const;
export type Target = (typeof targets)[number];
export type TestBuild = {
  browser: 'chrome' | 'firefox';
  /** 'sandbox' (the default), or a control such as 'reused-frame'; wxt.config.ts knows what each means. */
  variant?: string;
  /** Where the folder of the build goes; `.output/test` when left out. */
  outDir?: string;
};

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Builds what is shipped for one browser, Manifest V3, and answers with the unpacked folder, which goes into `outDir`
 * (`.output` when left out); `zipped` packs it beside that. Throws with all that the build printed when it fails.
 */
export async function buildProduct(
  target: Target,
  { outDir = path.join(ROOT, '.output'), zipped = false } = {},
): Promise<string> {
  return buildInto(target, outDir, `${target}-mv3`, undefined, zipped);
}

/** The targets that somebody named, in order; all of them where nobody named any. Throws at a name that is none. */
export function targetsNamed(words: readonly string[]): readonly Target[] {
  const wrong = words.find((word) => !targets.some((target) => target === word));
  if (wrong !== undefined) throw new Error(`There is no build "${wrong}"; there are ${targets.join(', ')}.`);
  return targets.filter((each) => words.length === 0 || words.includes(each));
}

/**
 * Builds a variant that is never shipped: with the sandbox's hosts granted and its plan service configured.
 * Answers with the unpacked folder; throws with all that the build printed when it fails.
 */
export async function buildForTests(options: TestBuild): Promise<string> {
  const variant = options.variant ?? 'sandbox';
  const folder = path.resolve(ROOT, options.outDir ?? path.join('.output', 'test'));
  return buildInto(options.browser, folder, `${options.browser}-${variant}`, variant, false);
}

/** The surroundings of a build: what a test runner set for itself would otherwise change what is built. */
export function buildEnvironment(
  surroundings: Record<string, string | undefined>,
  variant: string | undefined,
): Record<string, string | undefined> {
  const kept = Object.entries(surroundings).filter(([name]) => !/^(?:NODE_ENV$|PLANSIDE_BUILD$|VITEST)/.test(name));
  const chosen = variant === undefined ? {} : { PLANSIDE_BUILD: variant };
  return { ...Object.fromEntries(kept), ...chosen, NODE_ENV: 'production' };
}

async function buildInto(
  browser: string,
  folder: string,
  name: string,
  variant: string | undefined,
  zipped: boolean,
): Promise<string> {
  const script = fileURLToPath(new URL('./build-extension.ts', import.meta.url));
  const words = [script, browser, folder, name, ...(zipped ? ['--zip'] : [])];
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    env: buildEnvironment(process.env, variant),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const keep = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  if (code !== 0) throw new Error(`The build ${name} failed:\n${printed}`);
  return path.join(folder, name);
}

async function main(words: string[]): Promise<void> {
  for (const target of targetsNamed(words)) {
    const start = performance.now();
    const folder = await buildProduct(target);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${target}: ${path.relative(ROOT, folder)} (${seconds} s)`);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
