// `npm test`: everything that is checked before a change is taken. The last line says how it went.
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { targets } from './build.ts';
import { type BrowserFamily, findBrowsers, howToGetBrowser } from './find-browser.ts';
import { nodeTooOld } from './node-version.ts';
import { type RunningStep, type Step, startInOrder, stopSteps } from './steps.ts';
import { sum, type Tally, tallyFaults, tallyLine, tallyVitest } from './tally.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FAMILY_NAMES: Record<BrowserFamily, string> = { chromium: 'Chromium, Chrome or Edge', firefox: 'Firefox' };

/** The program file of an installed package, so that it is run by this Node and on every platform alike. */
const installed = (file: string) => path.join(ROOT, 'node_modules', file);

function vitestStep(title: string, projects: readonly string[], reports: string): Step {
  const report = path.join(reports, `${projects.join('-')}.json`);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const config = ['--config', path.join(ROOT, 'tests', 'vitest.config.ts'), ...chosen];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const words = [installed('vitest/vitest.mjs'), 'run', ...config, ...reporters];
  return { title, words, report: { file: report, tally: tallyVitest } };
}

/** A slice of every kind of fault, always the same: those of one browser, or those that need none. */
function faultsStep(where: BrowserFamily | 'none', reports: string): Step {
  const file = path.join(reports, `faults-${where}.json`);
  const words = [path.join(ROOT, 'tests', 'commands', 'faults.ts'), '--slice', '--browser', where, '--json', file];
  const title = `fault campaigns, a slice (${where === 'none' ? 'no browser' : where})`;
  return { title, words, report: { file, tally: tallyFaults } };
}

/** Types, lint and unit tests go beside the builds; browsers come after both, so that nothing slows their pages. */
function startAll(reports: string, families: BrowserFamily[]): RunningStep[] {
  // Biome colours its output even into a pipe, and asks no environment variable about it.
  const colours = process.stdout.isTTY ? '--colors=force' : '--colors=off';
  const checks = startInOrder([
    { title: 'types', words: [installed('typescript/bin/tsc'), '--noEmit', '--project', ROOT] },
    { title: 'lint', words: [installed('@biomejs/biome/bin/biome'), 'ci', colours, ROOT] },
    vitestStep('unit and architecture tests', ['unit'], reports),
  ]);
  const builds = startInOrder([
    vitestStep(`builds for ${targets.join(', ')}`, ['builds'], reports),
    faultsStep('none', reports),
  ]);
  const before = [...checks, ...builds];
  if (families.length === 0) return before;
  const inBrowsers = vitestStep(`browser tests (${families.join(', ')})`, families, reports);
  const browsers = startInOrder([inBrowsers], whenAllEnd(before));
  // Side by side: each browser waits for much of its time.
  const faults = families.flatMap((family) => startInOrder([faultsStep(family, reports)], whenAllEnd(browsers)));
  return [...before, ...browsers, ...faults];
}

const whenAllEnd = (steps: readonly RunningStep[]) => Promise.all(steps.map((step) => step.finished));

/** A browser that is not here: a failure where CI is set, elsewhere a skip that nobody overlooks. */
function missingBrowser(family: BrowserFamily): Tally {
  const required = (process.env.CI ?? '') !== '' && process.env.CI !== 'false';
  console.log(`\n── browser tests in ${FAMILY_NAMES[family]}: ${required ? 'FAILED' : 'SKIPPED'}`);
  console.log(`   No such browser was found. ${howToGetBrowser(process.platform, family)}`);
  return { passed: 0, failed: required ? 1 : 0, skipped: required ? 0 : 1, failures: [] };
}

async function main(): Promise<number> {
  const tooOld = nodeTooOld(process.version);
  if (tooOld !== null) {
    console.error(tooOld);
    return 1;
  }
  const start = performance.now();
  const reports = await mkdtemp(path.join(tmpdir(), 'planside-reports-'));
  process.once('exit', () => rmSync(reports, { recursive: true, force: true }));
  const here = new Set((await findBrowsers()).map(({ family }) => family));
  const families: BrowserFamily[] = ['chromium', 'firefox'];
  const tallies: Tally[] = [];
  const present = families.filter((family) => here.has(family));
  for (const step of startAll(reports, present)) tallies.push(await step.show());
  for (const family of families.filter((each) => !here.has(each))) tallies.push(missingBrowser(family));
  const total = sum(tallies);
  // Once more at the end, where nobody has to look for them.
  if (total.failures.length > 0) console.log(`\n${total.failures.map((one) => `✗ ${one}`).join('\n')}`);
  console.log(`\nAll of it took ${((performance.now() - start) / 1000).toFixed(0)} s.`);
  console.log(tallyLine(total));
  return total.failed === 0 ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopSteps();
    process.exit(130);
  });
}
process.exitCode = await main();
