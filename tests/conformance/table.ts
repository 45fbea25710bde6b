import type { RowReport, ServiceReport } from './report.ts';
import { ROW_GROUPS } from './rows.ts';
import { listed } from './words.ts';

/** Room for `not checked` and two spaces. */
const OUTCOME = 13;
const TITLE = 43;

/** More request ids than this are left to the JSON. */
const MOST_IDS = 2;

/** The first line of the table. */
export function headLine(base: string, at: string): string {
  return `Plan service ${base}, checked ${at}`;
}

/** Writes one row after the other, each group under its title, in lines no wider than that. */
export function rowWriter(width: number): (row: RowReport) => readonly string[] {
  let before: string | undefined;
  return (row) => {
    const title = ROW_GROUPS.find(({ rows }) => rows.some(({ id }) => id === row.id))?.title;
    const head = title === undefined || title === before ? [] : ['', title];
    before = title;
    return [...head, ...rowLines(row, width)];
  };
}

/** One row: outcome, title and reason side by side, and below them the calls it rests on. */
function rowLines({ outcome, title, required, reason, requestIds }: RowReport, width: number): readonly string[] {
  const left = wrapped(required ? title : `${title} (optional)`, TITLE - 2);
  const right = [...wrapped(reason, width - OUTCOME - TITLE), ...idLines(requestIds)];
  const height = Math.max(left.length, right.length);
  return Array.from({ length: height }, (_, at) =>
    `${(at === 0 ? outcome : '').padEnd(OUTCOME)}${(left[at] ?? '').padEnd(TITLE)}${right[at] ?? ''}`.trimEnd(),
  );
}

function idLines(requestIds: readonly string[]): readonly string[] {
  const shown = requestIds.slice(0, MOST_IDS).map((id) => `request ${id}`);
  const more = requestIds.length - shown.length;
  return more > 0 ? [...shown, `and ${more} more, named by --json`] : shown;
}

/** What is to be done first, what is open, and the counts. */
export function summaryLines({ rows, passed, failed, notOffered, notChecked }: ServiceReport): readonly string[] {
  const titles = (which: (row: RowReport) => boolean) => rows.filter(which).map(({ title }) => `“${title}”`);
  const failing = titles(({ outcome }) => outcome === 'fail');
  const open = titles(({ required, outcome }) => required && outcome === 'not checked');
  return [
    '',
    ...(failing.length > 0 ? [`To be put right: ${listed(failing)}.`] : []),
    ...(open.length > 0 ? [`Required and not checked, so open and not passed: ${listed(open)}.`] : []),
    `${passed} passed, ${failed} failed, ${notOffered} not offered, ${notChecked} not checked`,
  ];
}

/** Words in lines of at most this width; a longer word has a line of its own. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
