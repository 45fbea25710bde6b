// Plants each bug of tests/planted in a copy of the work tree, and looks whether the tests and campaigns it names turn red.
// npm run planted -- [--only TEXT] [--table]; exit 1 if one is missed. `--table` prints the table of docs/safety.md.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { plantedTable } from '../docs/planted-table.ts';
import { BUGS } from '../planted/bugs.ts';
import { type Copy, copyOfTree } from '../planted/copy-of-tree.ts';
import type { PlantedBug } from '../planted/planted-bug.ts';
import { isFaultClass, playClass } from '../planted/play-class.ts';
import { type FileOutcome, runTests } from '../planted/run-tests.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

async function outcomesOf({ root }: Copy, files: readonly string[]): Promise<readonly FileOutcome[]> {
  const tests = files.filter((file) => !isFaultClass(file));
  const outcomes = tests.length === 0 ? [] : [...(await runTests(root, tests))];
  for (const file of files.filter(isFaultClass)) outcomes.push(await playClass(root, file));
  return outcomes;
}

/** What turns red with a bug has to be green without it: a test that always fails catches everything. */
async function untouched(copy: Copy, bugs: readonly PlantedBug[]): Promise<readonly string[]> {
  const files = [...new Set(bugs.flatMap(({ caughtBy }) => caughtBy))];
  const outcomes = await outcomesOf(copy, files);
  const failing = outcomes.filter(({ passed, failed }) => passed === 0 || failed.length > 0);
  return failing.map(({ file, failed }) => `${file}: ${failed[0] ?? 'no test was run'}`);
}

async function isCaught(copy: Copy, bug: PlantedBug): Promise<boolean> {
  const outcomes = await copy.withBug(bug, () => outcomesOf(copy, bug.caughtBy));
  const missed = outcomes.filter(({ failed }) => failed.length === 0);
  console.log(`${missed.length === 0 ? 'caught' : 'MISSED'}  ${bug.rule}  ${bug.name}`);
  for (const { file, failed } of outcomes) console.log(`        ${file}: ${failed[0] ?? 'NOTHING turned red'}`);
  return missed.length === 0;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, table: { type: 'boolean' } } });
  if (values.table) {
    console.log(plantedTable(BUGS));
    return 0;
  }
  const bugs = BUGS.filter(({ name }) => name.includes(values.only));
  if (bugs.length === 0) throw new Error(`No planted bug has "${values.only}" in its name.`);
  const copy = await copyOfTree(ROOT);
  try {
    const broken = await untouched(copy, bugs);
    if (broken.length > 0) throw new Error(`Without any bug these are not green:\n${broken.join('\n')}`);
    let caught = 0;
    for (const bug of bugs) if (await isCaught(copy, bug)) caught += 1;
    console.log(`\n${bugs.length} planted, ${caught} caught, ${bugs.length - caught} missed`);
    return caught === bugs.length ? 0 : 1;
  } finally {
    await copy.remove();
  }
}

process.exitCode = await main();
