import type { CprDecision, CprMention, CprStatement, Plan, Statement } from '../utils/plan/plan.ts';

/** One statement on CPR, or the silence of a current plan beside another that speaks. */
export type Claim = {
  readonly says: CprStatement['says'] | 'nothing' | 'unreadable' | 'inWordsOnly' | 'hidden';
  /** Taken from the author’s text, not from a coded entry. */
  readonly inWords?: true;
  readonly words?: string;
  readonly sentAs?: string;
  /** For `inWordsOnly`: everything the plan says about CPR, and where. */
  readonly mentions?: readonly CprMention[];
  readonly source: Statement;
};

/** What stands in the one place for the answer. */
export type CprAnswer =
  | { readonly kind: 'one'; readonly decision: Exclude<CprDecision, { state: 'conflicting' }> }
  | { readonly kind: 'disagree'; readonly claims: readonly Claim[] };

function claimsOf({ cprDecision, provenance }: Plan): readonly Claim[] {
  if ('statements' in cprDecision) return cprDecision.statements;
  if ('statement' in cprDecision) return [cprDecision.statement];
  const source = { ...provenance.author, ...provenance.reviewed };
  if (cprDecision.state === 'inWordsOnly') return [{ says: 'inWordsOnly', mentions: cprDecision.mentions, source }];
  return [{ says: cprDecision.state === 'notRecorded' ? 'nothing' : cprDecision.state, source }];
}

/**
 * Two claims agree if they say the same thing; for a modified decision the words are what it says, and so they are where
 * nothing is coded.
 */
function meaning(claim: Claim): string {
  if (claim.mentions) return `${claim.says} ${claim.mentions.map(({ words }) => words).join(' ')}`;
  if (claim.says === 'modifiedCpr') return `${claim.says} ${claim.words ?? ''}`;
  return claim.says === 'unknown' ? `${claim.says} ${claim.sentAs ?? ''}` : claim.says;
}

const OPEN: ReadonlySet<Claim['says']> = new Set(['unknown', 'unreadable', 'inWordsOnly', 'hidden']);

/** Whether claims that differ may yet say one thing: no two of those that were understood differ. */
export function mayAgree(claims: readonly Claim[]): boolean {
  const understood = claims.filter(({ says }) => !OPEN.has(says));
  return understood.length < claims.length && new Set(understood.map(meaning)).size <= 1;
}

/**
 * The answer of all current plans of one person, newest first. Where they say different things, none is chosen (S11):
 * also when one plan is silent and the other is not, since silence on top must not hide a decision below.
 */
export function cprAnswer(newest: Plan, others: readonly Plan[]): CprAnswer {
  const claims = [newest, ...others].flatMap(claimsOf);
  const { cprDecision } = newest;
  if (cprDecision.state === 'conflicting' || new Set(claims.map(meaning)).size > 1) return { kind: 'disagree', claims };
  return { kind: 'one', decision: cprDecision };
}
