// What a person at the screen sees while patients change, in the real extension on the sandbox, on real pixels.
// npm run pixels -- [--browser chromium|firefox] [--switches N] [--json FILE]; exit 1 on any wrong frame, or when the
// control (one frame for all patients, Chromium) is not caught.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { busyPace, controlPace, measurePixels, type PixelRun } from '../browser/harness/measure-pixels.ts';
import { inNestedFrames, inOneDocument, type Scene } from '../browser/harness/pixel-scenes.ts';
import { buildForTests } from './build.ts';
import { type BrowserFamily, type FoundBrowser, findBrowsers, howToGetBrowser } from './find-browser.ts';

type Row = PixelRun & { readonly build: 'planside' | 'control: one frame for all' };

async function measure(found: FoundBrowser, scene: Scene, switches: number, control: boolean): Promise<Row> {
  const browser = found.family === 'chromium' ? 'chrome' : 'firefox';
  const extensionDir = await buildForTests(control ? { browser, variant: 'reused-frame' } : { browser });
  const run = await measurePixels(found, extensionDir, scene, control ? controlPace(switches) : busyPace(switches));
  const row: Row = { build: control ? 'control: one frame for all' : 'planside', ...run };
  const { frames, differing, pairs } = run.count;
  console.log(
    `${row.build} · ${run.browser} · ${run.scene} · ${switches} switches · ${differing} wrong of ${frames} frames`,
  );
  console.log(
    `  ${Object.entries(pairs)
      .map(([pair, times]) => `${pair}: ${times}`)
      .join(' · ')}`,
  );
  return row;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { browser: { type: 'string' }, switches: { type: 'string', default: '400' }, json: { type: 'string' } },
  });
  const families: BrowserFamily[] =
    values.browser === undefined ? ['chromium', 'firefox'] : values.browser === 'firefox' ? ['firefox'] : ['chromium'];
  const found = await findBrowsers();
  const rows: Row[] = [];
  for (const family of families) {
    const browser = found.find((one) => one.family === family);
    if (!browser) {
      console.error(`No ${family} here. ${howToGetBrowser(process.platform, family)}`);
      return 1;
    }
    for (const scene of [inOneDocument, inNestedFrames]) {
      rows.push(await measure(browser, scene, Number(values.switches), false));
    }
    // Firefox hides the fault even with one frame for all, so the control says nothing there.
    if (family === 'chromium') rows.push(await measure(browser, inOneDocument, Number(values.switches), true));
  }
  if (values.json) await writeFile(values.json, `${JSON.stringify(rows, null, 1)}\n`);
  const wrong = rows.some(({ build, count }) => build === 'planside' && count.differing > 0);
  const blind = rows.some(({ build, count }) => build !== 'planside' && count.differing === 0);
  if (blind) console.error('The control was not caught: this run proves nothing.');
  return wrong || blind ? 1 : 0;
}

process.exitCode = await main();
