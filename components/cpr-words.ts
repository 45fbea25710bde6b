import { type Claim, mayAgree } from './cpr-across-plans.ts';
import type { Words } from './words/words.ts';

/** What is said where statements differ: that they may, where only one thing was understood, or how many do. */
export function disagreement(claims: readonly Claim[], { CPR }: Words): { verdict: string; order: string } {
  if (mayAgree(claims)) return CPR.mayDisagree;
  const { verdict, order } = CPR.decision.conflicting;
  return { verdict, order: claims.length > 2 ? CPR.manyDisagree(claims.length) : order };
}

/** Beside the answer of a copy kept here: `11:22` or `11:22 on 21-Nov-2026`; `null`: it is no copy. */
export function verdictAsOf(verdict: string, time: string | null, { CPR }: Words): string {
  return time === null ? verdict : CPR.asOf(verdict, time);
}
