import { isMet, type Judged } from './goals.ts';
import { NONE, type Results } from './results.ts';
import type { Sample } from './samples.ts';

/** A table of everything measured on pages: the middle, in brackets what is added over no extension, and the spread. */
export function tableOfPages(samples: readonly Sample[], results: Results): string {
  const subjects = [...new Set(samples.map(({ subject }) => subject))];
  const names = [...new Set(samples.flatMap(({ values }) => Object.keys(values)))];
  const cell = (subject: string, name: string) => {
    const all = results.of(subject, name);
    if (all.length === 0) return '–';
    const added = subject === NONE ? '' : ` (${signed(results.added(subject, name))})`;
    return `${short(results.median(subject, name))}${added} ${short(Math.min(...all))}–${short(Math.max(...all))}`;
  };
  return table(
    ['', ...subjects],
    names.map((name) => [name, ...subjects.map((subject) => cell(subject, name))]),
  );
}

/** A table of the goals: what was measured, the limit, and whether it is kept. */
export function tableOfGoals(goals: readonly Judged[]): string {
  const row = (goal: Judged) => [
    goal.what,
    `${short(goal.measured)} ${goal.unit}`,
    `${short(goal.limit)} ${goal.unit}`,
    isMet(goal) ? 'kept' : 'MISSED',
  ];
  return table(['goal', 'measured', 'limit', ''], goals.map(row));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, at) => (row[at] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}

function short(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 10) / 10) : '–';
}

function signed(value: number): string {
  return value > 0 ? `+${short(value)}` : short(value);
}
