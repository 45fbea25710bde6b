import { endsInFamilyName, foldedWords } from './names.ts';
import type { PatientIdentity } from './patient-identity.ts';

/** The plan's side of the comparison. */
export type PlanSide = {
  readonly nhsNumber: string;
  readonly birthDate: string | null;
  /** Current and previous family names. */
  readonly familyNames: readonly string[];
  readonly givenNames: string;
};

export type Differing = 'nhsNumber' | 'birthDate' | 'familyName';

export type Agreement =
  | { readonly kind: 'agrees'; readonly givenNamesDiffer: boolean }
  | { readonly kind: 'differs'; readonly items: readonly Differing[] }
  /** Nothing differs, but the page shows no birth date or no name: too little to agree on. */
  | { readonly kind: 'tooLittle' };

/**
 * Whether page and plan are about the same person (docs/safety.md, S1): NHS number and birth date must
 * be the same, and the family name must agree after folding with one the plan's patient has or had. A given name
 * that differs is a note, never a refusal.
 */
export function compareIdentities(page: PatientIdentity, plan: PlanSide): Agreement {
  const items: Differing[] = [];
  if (page.nhsNumber !== plan.nhsNumber) items.push('nhsNumber');
  if (page.birthDate !== null && page.birthDate !== plan.birthDate) items.push('birthDate');
  if (page.familyName !== null && !familyNameAgrees(page, plan)) items.push('familyName');
  if (items.length > 0) return { kind: 'differs', items };
  if (page.birthDate === null || page.familyName === null) return { kind: 'tooLittle' };
  return { kind: 'agrees', givenNamesDiffer: givenNamesDiffer(page.givenNames, plan.givenNames) };
}

/**
 * The same for somebody whose number and birth date were typed in: there is no name to compare, which whoever looks is
 * told to do with their caller.
 */
export function compareTyped(typed: Pick<PatientIdentity, 'nhsNumber' | 'birthDate'>, plan: PlanSide): Agreement {
  const items: Differing[] = [];
  if (typed.nhsNumber !== plan.nhsNumber) items.push('nhsNumber');
  if (typed.birthDate !== null && typed.birthDate !== plan.birthDate) items.push('birthDate');
  if (items.length > 0) return { kind: 'differs', items };
  return typed.birthDate === null ? { kind: 'tooLittle' } : { kind: 'agrees', givenNamesDiffer: false };
}

function familyNameAgrees(page: PatientIdentity, plan: PlanSide): boolean {
  const shown = { familyName: page.familyName ?? '', givenNames: page.givenNames };
  return plan.familyNames.some((familyName) => endsInFamilyName(shown, familyName));
}

/** Page and plan may show more or fewer given names; the first one decides. */
function givenNamesDiffer(page: string, plan: string): boolean {
  const [first, second] = [page, plan].map((names) => foldedWords(names)[0] ?? '');
  return first !== '' && second !== '' && first !== second;
}
