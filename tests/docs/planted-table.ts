import type { PlantedBug } from '../planted/planted-bug.ts';

const HEAD = '| rule | planted | caught by |\n|---|---|---|\n';

/** The table of docs/safety.md: each planted bug, and the tests that turned red. */
export function plantedTable(bugs: readonly PlantedBug[]): string {
  const rows = bugs.map(({ rule, name, caughtBy }) => `| **${rule}** | ${name} | ${caughtBy.map(named).join(', ')} |`);
  return HEAD + rows.join('\n');
}

/** As documents name tests: below `tests/`, and without the ending; of a class of campaigns, its folder. */
function named(file: string): string {
  return `\`${file.replace(/^tests\/|\.test\.tsx?$|\/[a-z-]+-class\.ts$/g, '')}\``;
}
