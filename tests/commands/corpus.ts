// Every page.html below a folder in the real extension, judged by what the sidebar says against label.json and its steps.
// npm run corpus -- DIR [--browser chromium|firefox] [--only TEXT] [--json FILE]; exit 1 on any wrong claim.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { reportLines, reportOn } from '../browser/corpus/report.ts';
import { runCorpus } from '../browser/corpus/run-corpus.ts';
import { buildForTests } from './build.ts';
import { findBrowsers, howToGetBrowser } from './find-browser.ts';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: 'string', default: 'chromium' },
      only: { type: 'string', default: '' },
      json: { type: 'string' },
    },
  });
  const [folder] = positionals;
  const family = values.browser === 'firefox' ? 'firefox' : 'chromium';
  if (folder === undefined || values.browser !== family) {
    console.error('npm run corpus -- DIR [--browser chromium|firefox] [--only TEXT] [--json FILE]');
    return 2;
  }
  const found = (await findBrowsers()).find((one) => one.family === family);
  if (!found) {
    console.error(`No ${family} here. ${howToGetBrowser(process.platform, family)}`);
    return 2;
  }
  const extensionDir = await buildForTests({ browser: family === 'chromium' ? 'chrome' : 'firefox' });
  const only = (name: string) => name.includes(values.only);
  const run = await runCorpus(found, extensionDir, path.resolve(folder), { only, onCase: progress });
  const report = reportOn(run.cases);
  console.log(reportLines(run.browser, report).join('\n'));
  if (values.json) await writeFile(values.json, `${JSON.stringify(report, null, 1)}\n`);
  return report.wrongClaims.length === 0 ? 0 : 1;
}

function progress(name: string, verdicts: readonly string[]): void {
  console.log(`  ${verdicts.every((verdict) => verdict === 'right') ? 'right' : verdicts.join(', ')}  ${name}`);
}

process.exitCode = await main();
