// Fault campaigns against the real extension in real browsers, replayable by their seed.
// npm run faults -- [--seed S] [--cases N] [--from K] [--only CLASS] [--browser chromium|firefox|none] [--slice] [--json FILE]
// Exit 1 on a break; `--slice` plays a little of each class, always the same.
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CLASSES } from '../faults/classes.ts';
import { type Cases, type FaultClass, type FaultResult, isInBrowser } from '../faults/fault-class.ts';
import { buildForTests } from './build.ts';
import { type BrowserFamily, findBrowsers, howToGetBrowser } from './find-browser.ts';

/** The seed of the slice: a change that breaks it can be told from chance. */
const SLICE_SEED = 8;

const FAMILIES: readonly BrowserFamily[] = ['chromium', 'firefox'];
/** Where classes are played; 'none': those that need no browser. */
const PLACES = ['none', ...FAMILIES] as const;
const NAMES = CLASSES.map(({ name }) => name).join(', ');

type Row = FaultResult & {
  readonly class: string;
  readonly browser: string;
  readonly seed: number;
  readonly seconds: number;
};

function choices() {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      cases: { type: 'string' },
      from: { type: 'string' },
      only: { type: 'string' },
      browser: { type: 'string' },
      slice: { type: 'boolean' },
      json: { type: 'string' },
    },
  });
  const { seed, cases, from = '0', only, browser, slice = false, json } = values;
  const drawn = slice ? SLICE_SEED : Math.floor(Math.random() * 1_000_000);
  const casesOf = (one: FaultClass) => (cases === undefined ? (slice ? one.slice : one.usual) : Number(cases));
  // Some are for the long campaign only.
  const classes = CLASSES.filter((one) => (only === undefined || only === one.name) && casesOf(one) > 0);
  const places = PLACES.filter((place) => browser === undefined || browser === place);
  return { seed: seed === undefined ? drawn : Number(seed), classes, places, casesOf, first: Number(from), json };
}

function tell({ class: name, browser, cases, broken, counted, seed, seconds }: Row): void {
  const played = Object.entries(counted).map(([what, times]) => `${what} ${times}`);
  const held = cases - new Set(broken.map((one) => one.split(',')[0])).size;
  console.log(`\n${name} · ${browser} · seed ${seed} · ${seconds.toFixed(0)} s`);
  console.log(
    `  cases ${cases} · held ${held} · broken ${cases - held}${played.length > 0 ? ` · ${played.join(' · ')}` : ''}`,
  );
  for (const one of broken) console.log(`  ${one}`);
}

async function main(): Promise<number> {
  const { seed, classes, places, casesOf, first, json } = choices();
  const rows: Row[] = [];
  const casesFor = (one: FaultClass): Cases => ({ seed, first, cases: casesOf(one), say: console.log });
  const play = async (one: FaultClass, browser: string, result: () => Promise<FaultResult>) => {
    const start = performance.now();
    const row = { class: one.name, browser, seed, ...(await result()), seconds: (performance.now() - start) / 1000 };
    rows.push(row);
    tell(row);
  };
  const inProcess = classes.filter((one) => !isInBrowser(one));
  if (places.includes('none')) for (const one of inProcess) await play(one, 'no browser', () => one.run(casesFor(one)));
  const inBrowsers = classes.filter(isInBrowser);
  const browsers = await findBrowsers();
  for (const family of FAMILIES.filter((each) => places.includes(each) && inBrowsers.length > 0)) {
    const found = browsers.find((one) => one.family === family);
    if (!found) {
      console.error(`No ${family} here. ${howToGetBrowser(process.platform, family)}`);
      return 1;
    }
    // A folder of its own: a campaign that is begun beside this one must not build into what is loaded here.
    const outDir = await mkdtemp(path.join(tmpdir(), 'planside-faults-'));
    process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
    const target = family === 'chromium' ? 'chrome' : 'firefox';
    const extensionDir = await buildForTests({ browser: target, variant: 'watched', outDir });
    for (const one of inBrowsers)
      await play(one, `${found.name} ${found.version}`, () => one.run({ ...casesFor(one), found, extensionDir }));
  }
  if (rows.length === 0) throw new Error(`Nothing to play. Classes: ${NAMES}. Browsers: ${PLACES.join(', ')}.`);
  if (json) await writeFile(json, `${JSON.stringify(rows, null, 1)}\n`);
  return rows.some(({ broken }) => broken.length > 0) ? 1 : 0;
}

process.exitCode = await main();
