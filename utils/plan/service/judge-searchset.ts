import { bundleSchema, operationOutcomeSchema, type Resource } from '../fhir-schemas.ts';
import type { FhirAnswer } from './asking.ts';
import { couldNotCheck, failed, type Judged, judgeBody } from './judge.ts';

const validated: unique symbol = Symbol('validated');

/**
 * The service has said, in an answer that was checked, that a search has no result (S4). Only `judgeSearchset` can make
 * one: the name of its only field is known to this file alone. Without one, nobody can say “no plan found”.
 */
export type EmptyAnswer = { readonly [validated]: true };

/** One page of a search. */
export type Searchset = {
  readonly matches: readonly Resource[];
  /** Beside the matches, what they name (`_include`). */
  readonly included: readonly Resource[];
  /** How many matches there are on all pages, where the service says so. */
  readonly total: number | undefined;
  /** Address of the next page. */
  readonly next: string | undefined;
  /** Set where this page is the last one and there is no match on it. */
  readonly empty: EmptyAnswer | null;
};

/** Judges an answer that must be a searchset. Matches without content, or announced and not there, are no empty result. */
export function judgeSearchset(answer: FhirAnswer): Judged<Searchset> {
  const judged = judgeBody(answer);
  if (!judged.ok) return judged;
  const unexpected = (code: string) => failed<Searchset>(couldNotCheck('unexpectedAnswer', code, answer.tries));
  const parsed = bundleSchema.safeParse(judged.value);
  if (!parsed.success || parsed.data.type !== 'searchset') return unexpected('PLN-NOT-SEARCHSET');
  const { entry = [], link = [], total } = parsed.data;
  if (entry.some(({ resource }) => isFailure(resource))) return unexpected('PLN-OUTCOME');
  const matched = entry.filter(({ search }) => search?.mode === undefined || search.mode === 'match');
  const resources = matched.flatMap(({ resource }) => resource ?? []);
  const matches = resources.filter(({ resourceType }) => resourceType !== 'OperationOutcome');
  const next = link.find(({ relation }) => relation === 'next')?.url;
  const isHollow = resources.length < matched.length || (matches.length === 0 && (total ?? 0) > 0);
  if (isHollow) return unexpected('PLN-EMPTY-PAGE');
  const included = entry.flatMap(({ resource, search }) => (search?.mode === 'include' ? (resource ?? []) : []));
  const empty = matches.length === 0 && next === undefined ? { [validated]: true as const } : null;
  return { ok: true, value: { matches, included, total, next, empty } };
}

/** A search may carry warnings; one that carries an error has not been answered whole. */
function isFailure(resource: Resource | undefined): boolean {
  if (resource?.resourceType !== 'OperationOutcome') return false;
  const outcome = operationOutcomeSchema.safeParse(resource);
  return !outcome.success || outcome.data.issue.some(({ severity }) => severity === 'error' || severity === 'fatal');
}
