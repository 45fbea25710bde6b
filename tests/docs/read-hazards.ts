import type { TestTitle } from './test-titles.ts';

export type Hazard = {
  /** `H07`. */
  readonly number: string;
  readonly title: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly tests: readonly TestTitle[];
  /** What no test shows yet. */
  readonly gaps: readonly string[];
  /** Lines that are none of these. */
  readonly stray: readonly string[];
};

export const FIELDS = [
  'Effect',
  'Causes',
  'Initial risk, proposed',
  'By design',
  'By training',
  'By deployment',
  'Residual risk, proposed',
  'Owner',
  'Status',
] as const;

const HEADING = /^(H\d+) (.+)$/;
const TEST = /^- `([^`]+)` › (.+)$/;
const GAP = /^- \*no test yet \(issue \d+\)\*: (.+)$/;

/** Each hazard of the log, in its order. */
export function readHazards(log: string): Hazard[] {
  const [, ...sections] = log.split(/^## /m);
  return sections.map((section) => {
    const [heading = '', ...lines] = section.trimEnd().split('\n');
    const [, number = heading, title = ''] = HEADING.exec(heading) ?? [];
    const rows = cellsOf(lines).filter(([name]) => !/^-*$/.test(name ?? ''));
    return {
      number,
      title,
      fields: new Map(rows.map(([name = '', says = '']) => [name, says])),
      tests: found(lines, TEST).map(([, file = '', title = '']) => ({ file, title })),
      gaps: found(lines, GAP).map(([, says = '']) => says),
      stray: lines.filter((line) => !/^(?:\|.*)?$/.test(line) && !TEST.test(line) && !GAP.test(line)),
    };
  });
}

/** `Major · Low · 3`, by the table of risks at the head of the log. */
export function readRisks(log: string): ReadonlySet<string> {
  const rows = cellsOf((log.split(/^## /m)[0] ?? '').split('\n'));
  const head = rows.find(([name]) => name === 'risk');
  const [, ...severities] = head ?? [];
  const below = head === undefined ? [] : rows.slice(rows.indexOf(head) + 2, rows.indexOf(head) + 7);
  const risks = below.flatMap(([likelihood, ...numbers]) =>
    numbers.map((number, index) => `${severities[index]} · ${likelihood} · ${number}`),
  );
  return new Set(risks);
}

/** The table at the head of the log, as its hazards would have it. */
export function overviewOf(hazards: readonly Hazard[]): string[] {
  return hazards.map(({ title, fields }) => {
    const [initial, residual] = ['Initial risk, proposed', 'Residual risk, proposed'].map((name) =>
      fields.get(name)?.split(' · ').at(-1),
    );
    return `${title} | ${initial} | ${residual} | ${fields.get('Status')} |`;
  });
}

function cellsOf(lines: readonly string[]): string[][] {
  return lines
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function found(lines: readonly string[], pattern: RegExp): RegExpExecArray[] {
  return lines.map((line) => pattern.exec(line)).filter((match) => match !== null);
}
