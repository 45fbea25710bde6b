// Fault campaigns against the real extension in real browsers, replayable by their seed.
// npm run faults -- [--seed S] [--cases N] [--from K] [--only CLASS] [--browser chromium|firefox] [--slice] [--json FILE]
// Exit 1 on a break; `--slice` plays a little of each class, always the same.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { CLASSES } from '../faults/classes.ts';
import type { FaultClass, FaultResult } from '../faults/fault-class.ts';
import { buildForTests } from './build.ts';
import { type BrowserFamily, type FoundBrowser, findBrowsers, howToGetBrowser } from './find-browser.ts';

/** The seed of the slice: a change that breaks it can be told from chance. */
const SLICE_SEED = 8;

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
  const classes = CLASSES.filter(({ name }) => only === undefined || only === name);
  if (classes.length === 0)
    throw new Error(`There is no class "${only}"; there are ${CLASSES.map(({ name }) => name).join(', ')}.`);
  const families: readonly BrowserFamily[] =
    browser === 'chromium' || browser === 'firefox' ? [browser] : ['chromium', 'firefox'];
  const casesOf = (one: FaultClass) => (cases === undefined ? (slice ? one.slice : one.usual) : Number(cases));
  return { seed: seed === undefined ? drawn : Number(seed), classes, families, casesOf, first: Number(from), json };
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
  const { seed, classes, families, casesOf, first, json } = choices();
  const browsers = await findBrowsers();
  const rows: Row[] = [];
  const play = async (one: FaultClass, found: FoundBrowser, extensionDir: string, name: string) => {
    const start = performance.now();
    const result = await one.run({ found, extensionDir, seed, first, cases: casesOf(one), say: console.log });
    const row: Row = { class: one.name, browser: name, seed, seconds: (performance.now() - start) / 1000, ...result };
    rows.push(row);
    tell(row);
  };
  for (const [at, family] of families.entries()) {
    const found = browsers.find((one) => one.family === family);
    if (!found) {
      console.error(`No ${family} here. ${howToGetBrowser(process.platform, family)}`);
      return 1;
    }
    const browser = family === 'chromium' ? 'chrome' : 'firefox';
    const extensionDir = await buildForTests({ browser, variant: 'watched' });
    // Some are for the long campaign only.
    for (const one of classes.filter((each) => casesOf(each) > 0)) {
      if (one.inBrowser !== false) await play(one, found, extensionDir, `${found.name} ${found.version}`);
      else if (at === 0) await play(one, found, extensionDir, 'no browser');
    }
  }
  if (json) await writeFile(json, `${JSON.stringify(rows, null, 1)}\n`);
  return rows.some(({ broken }) => broken.length > 0) ? 1 : 0;
}

process.exitCode = await main();
