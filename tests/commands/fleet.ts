// A working day of many extensions against a plan service, by the product's own rules (docs/deploy/fleet.md).
// npm run fleet -- [--extensions N] [--seed S] [--json FILE]
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { heldBySandbox } from '../sandbox/fleet/answers-of.ts';
import { fleetLines } from '../sandbox/fleet/fleet-lines.ts';
import { reportOn } from '../sandbox/fleet/fleet-report.ts';
import { measureCosts } from '../sandbox/fleet/measured-costs.ts';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      extensions: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      json: { type: 'string' },
    },
  });
  const [extensions, seed] = [Number(values.extensions), Number(values.seed)];
  if (!Number.isInteger(extensions) || extensions < 1 || !Number.isInteger(seed)) {
    console.error('npm run fleet -- [--extensions N] [--seed S] [--json FILE]');
    return 2;
  }
  const { withPlan, withoutPlan } = heldBySandbox();
  const report = reportOn({ costs: await measureCosts(withPlan, withoutPlan), extensions, seed });
  console.log(fleetLines(report).join('\n'));
  if (values.json) await writeFile(values.json, `${JSON.stringify(report, null, 1)}\n`);
  return 0;
}

process.exitCode = await main();
