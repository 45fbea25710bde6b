// Fault campaigns against the real extension in real browsers, replayable by their seed.
// npm run faults -- [--seed S] [--cases N] [--only CLASS] [--browser chromium|firefox] [--json FILE]; exit 1 on a break.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { auditClass } from '../faults/audit/audit-class.ts';
import type { FaultClass, FaultResult } from '../faults/fault-class.ts';
import { buildForTests } from './build.ts';
import { type BrowserFamily, findBrowsers, howToGetBrowser } from './find-browser.ts';

const CLASSES: readonly FaultClass[] = [auditClass];

type Row = FaultResult & { readonly class: string; readonly browser: string; readonly seed: number };

function choices() {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      cases: { type: 'string' },
      only: { type: 'string' },
      browser: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
  const classes = CLASSES.filter(({ name }) => values.only === undefined || values.only === name);
  if (classes.length === 0) throw new Error(`There is no class "${values.only}".`);
  const families: readonly BrowserFamily[] =
    values.browser === 'chromium' || values.browser === 'firefox' ? [values.browser] : ['chromium', 'firefox'];
  return { seed, classes, families, cases: values.cases, json: values.json };
}

function tell({ class: name, browser, cases, broken, counted, seed }: Row): void {
  const played = Object.entries(counted).map(([what, times]) => `${what} ${times}`);
  console.log(`${name} · ${browser} · ${cases} cases · ${broken.length} broken · seed ${seed} · ${played.join(' · ')}`);
  for (const one of broken) console.log(`  ${one}`);
}

async function main(): Promise<number> {
  const { seed, classes, families, cases, json } = choices();
  const browsers = await findBrowsers();
  const rows: Row[] = [];
  for (const family of families) {
    const found = browsers.find((one) => one.family === family);
    if (!found) {
      console.error(`No ${family} here. ${howToGetBrowser(process.platform, family)}`);
      return 1;
    }
    const extensionDir = await buildForTests({ browser: family === 'chromium' ? 'chrome' : 'firefox' });
    for (const one of classes) {
      const run = { found, extensionDir, seed, cases: cases === undefined ? one.usual : Number(cases) };
      const row: Row = { class: one.name, browser: found.name, seed, ...(await one.run({ ...run, say: console.log })) };
      rows.push(row);
      tell(row);
    }
  }
  if (json) await writeFile(json, `${JSON.stringify(rows, null, 1)}\n`);
  return rows.some(({ broken }) => broken.length > 0) ? 1 : 0;
}

process.exitCode = await main();
