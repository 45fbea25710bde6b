import { isClaimable } from './judge.ts';
import type { Judged } from './judge-case.ts';

/** One row of the lists of a report. */
export type Entry = {
  readonly case: string;
  readonly step: number;
  readonly expected: Judged['answer']['expected'];
  readonly claimed: Judged['claimed'];
  readonly said: Judged['said'];
  readonly why: string;
};

/** Every judged moment, of pages and of steps, is a case of its own: `cases` = `right` + wrong claims + misses. */
export type CorpusReport = {
  readonly cases: number;
  /** Cases with a patient who had to be claimed. */
  readonly claimable: number;
  readonly right: number;
  readonly wrongClaims: readonly Entry[];
  /** Claimable cases in which nobody was claimed. */
  readonly misses: readonly Entry[];
  /** Of `right`: those in which claiming nobody would have been right as well. */
  readonly ambiguousRight: number;
  /** 95 % of the claims were seen within so many milliseconds after loading or the step. */
  readonly p95SettleMs: number;
};

/** Counts what was judged. */
export function reportOn(judged: readonly Judged[]): CorpusReport {
  const right = judged.filter(({ verdict }) => verdict === 'right');
  const settled = judged.flatMap(({ settleMs }) => (settleMs === null ? [] : [settleMs])).sort((a, b) => a - b);
  return {
    cases: judged.length,
    claimable: judged.filter(({ answer }) => isClaimable(answer)).length,
    right: right.length,
    wrongClaims: judged.filter(({ verdict }) => verdict === 'wrong').map(entry),
    misses: judged.filter(({ verdict }) => verdict === 'miss').map(entry),
    ambiguousRight: right.filter(({ answer }) => answer.expected !== null && !isClaimable(answer)).length,
    p95SettleMs: Math.round(settled[Math.max(0, Math.ceil(settled.length * 0.95) - 1)] ?? 0),
  };
}

function entry({ case: name, step, answer, claimed, said, mixture }: Judged): Entry {
  return { case: name, step, expected: answer.expected, claimed: mixture ?? claimed, said, why: answer.why };
}

/** The report as a person reads it: a line for each case that is not right, then the summary. */
export function reportLines(browser: string, report: CorpusReport): string[] {
  const line = (word: string, { case: name, step, expected, claimed, said }: Entry) =>
    `  ${word}  ${name}${step === 0 ? '' : ` · step ${step}`}: expected ${who(expected)}, claimed ${who(claimed)} (${said ?? 'no sidebar'})`;
  return [
    ...report.wrongClaims.map((one) => line('WRONG', one)),
    ...report.misses.map((one) => line('miss ', one)),
    `${browser}: ${report.cases} cases, ${report.right} right, ${report.wrongClaims.length} wrong claims, ` +
      `${report.misses.length} misses of ${report.claimable} claimable (${report.ambiguousRight} ambiguous right), ` +
      `95 % settled within ${report.p95SettleMs} ms`,
  ];
}

function who(person: Entry['expected'] | Entry['claimed']): string {
  if (person === null) return 'nobody';
  const name = 'familyName' in person && person.familyName ? `${person.familyName}, ${person.givenName}` : person.name;
  const born = 'birthDate' in person ? person.birthDate : 'dob' in person ? person.dob : null;
  return `${person.nhsNumber} ${name} ${born ?? 'no birth date'}`;
}
