// What Planside costs, beside no extension, an empty one, the floor, and any others: ratios of one run on one machine.
// npm run bench -- [--rounds N] [--changes N] [--ext NAME=FOLDER]... [--only pages|changes|sizes] [--json FILE]
// Chromium on Linux; the changes in Firefox as well (--browser firefox).
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Judged, judgeChanges, judgePages, judgeSizes } from '../bench/goals.ts';
import { type Changes, playChanges } from '../bench/play-changes.ts';
import { tableOfGoals, tableOfPages } from '../bench/report.ts';
import { NONE, resultsOf } from '../bench/results.ts';
import { playRounds, type Sample } from '../bench/samples.ts';
import { type Sizes, sizesOf } from '../bench/sizes.ts';
import { type Ground, openGround, type Subject } from '../bench/subject.ts';
import { buildForTests, buildProduct } from './build.ts';
import { type FoundBrowser, findBrowsers, howToGetBrowser } from './find-browser.ts';

type Measured = {
  readonly goals: readonly Judged[];
  readonly samples?: readonly Sample[];
  readonly changes?: Readonly<Record<string, Readonly<Record<string, Changes>>>>;
  readonly sizes?: Readonly<Record<string, Sizes>>;
};

function choices() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      changes: { type: 'string', default: '200' },
      ext: { type: 'string', multiple: true, default: [] },
      only: { type: 'string' },
      browser: { type: 'string', default: 'chromium' },
      json: { type: 'string' },
    },
  });
  return { ...values, rounds: Number(values.rounds), changes: Number(values.changes) };
}

const fixture = (name: string) => fileURLToPath(new URL(`../bench/fixtures/${name}`, import.meta.url));

function others(named: readonly string[]): readonly Subject[] {
  return named.map((one) => {
    const [name = '', ...folder] = one.split('=');
    return { name, extensionDir: folder.join('='), isOurs: false };
  });
}

async function pages(found: FoundBrowser, ground: Ground, rounds: number, ext: readonly string[]): Promise<Measured> {
  const subjects: readonly Subject[] = [
    { name: NONE, extensionDir: null, isOurs: false },
    { name: 'noop', extensionDir: fixture('noop'), isOurs: false },
    { name: 'floor', extensionDir: fixture('floor'), isOurs: false },
    { name: 'planside', extensionDir: await buildForTests({ browser: 'chrome' }), isOurs: true },
    ...others(ext),
  ];
  const samples = await playRounds({ found, ground, subjects, rounds, say: console.log });
  const results = resultsOf(samples);
  console.log(`\n${tableOfPages(samples, results)}`);
  return { goals: judgePages(results), samples };
}

async function changes(found: FoundBrowser, ground: Ground, times: number): Promise<Measured> {
  const browser = found.family === 'firefox' ? 'firefox' : 'chrome';
  const name = 'one-frame-one-patient';
  const floor: Subject = { name, extensionDir: fixture(name), isOurs: false };
  const extensionDir = await buildForTests({ browser, variant: 'watched' });
  const ours: Subject = { name: 'planside', extensionDir, isOurs: true };
  const measured: Record<string, Record<string, Changes>> = {};
  const goals: Judged[] = [];
  for (const page of ['light', 'busy', 'heavy'] as const) {
    const [least, own] = [
      await playChanges(found, floor, ground, { page, times }),
      await playChanges(found, ours, ground, { page, times }),
    ];
    measured[page] = { [floor.name]: least, [ours.name]: own };
    goals.push(...judgeChanges(page, own, least));
    console.log(`${page}: ${JSON.stringify(measured[page])}`);
  }
  return { goals, changes: measured };
}

async function sizes(ext: readonly string[]): Promise<Measured> {
  const ours = sizesOf(await buildProduct('chrome'));
  const rest = others(ext).flatMap(({ name, extensionDir }) => (extensionDir ? [[name, sizesOf(extensionDir)]] : []));
  return { goals: judgeSizes(ours), sizes: { planside: ours, ...Object.fromEntries(rest) } };
}

async function main(): Promise<number> {
  const { rounds, changes: times, ext, only, browser, json } = choices();
  const found = (await findBrowsers()).find(({ family }) => family === browser);
  if (!found) {
    console.error(
      `No ${browser} here. ${howToGetBrowser(process.platform, browser === 'firefox' ? browser : 'chromium')}`,
    );
    return 1;
  }
  const is = (part: string) => only === undefined || only === part;
  const ground = await openGround();
  const parts: Measured[] = [];
  try {
    if (is('sizes')) parts.push(await sizes(ext));
    if (is('pages') && found.family === 'chromium') parts.push(await pages(found, ground, rounds, ext));
    if (is('changes')) parts.push(await changes(found, ground, times));
  } finally {
    await ground.sandbox.stop();
  }
  const goals = parts.flatMap((part) => part.goals);
  console.log(`\n${tableOfGoals(goals)}`);
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, load: loadavg(), node: process.version };
  const report = { date: new Date().toISOString(), machine, browser: `${found.name} ${found.version}`, rounds, times };
  if (json) await writeFile(json, `${JSON.stringify(Object.assign({}, report, ...parts, { goals }), null, 1)}\n`);
  return 0;
}

process.exitCode = await main();
