import type * as z from 'zod/mini';
import type { FhirAnswer } from './fhir-request.ts';
import { type Bundle, bundleSchema, operationOutcomeSchema, type Resource } from './fhir-schemas.ts';
import type { CouldNotCheckCause, LookupFailure } from './plan-lookup.ts';

/** An answer judged: the value it holds, or why there is none. */
export type Judged<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: LookupFailure };

export function couldNotCheck(cause: CouldNotCheckCause, code: string, now = Date.now()): LookupFailure {
  return { kind: 'couldNotCheck', cause, code, triedAt: now };
}

export function failed<T>(failure: LookupFailure): Judged<T> {
  return { ok: false, failure };
}

/** Judges an answer by its status first and its `OperationOutcome` second (facts: detail codes differ by layer). */
export function judgeBody(answer: FhirAnswer): Judged<unknown> {
  if (answer.kind === 'failed') return failed(couldNotCheck(answer.cause, answer.code));
  const { status, body } = answer;
  if (status === 200) {
    return body === undefined ? failed(couldNotCheck('unexpectedAnswer', 'PLN-NOT-FHIR')) : { ok: true, value: body };
  }
  return failed(judgeRefusal(status, body));
}

function judgeRefusal(status: number, body: unknown): LookupFailure {
  if (status === 401) return { kind: 'signedOut' };
  if (status === 403) return judgeForbidden(body);
  const code = `PLN-${status}`;
  if (status === 404 || status === 410) return couldNotCheck('notFound', code);
  if (status === 429) return couldNotCheck('tooMany', code);
  if (status >= 500) return couldNotCheck('serviceDown', code);
  return couldNotCheck(status >= 400 ? 'refusedRequest' : 'unexpectedAnswer', code);
}

/** docs/plan-service.md: `business-rule` asks for a reason, `suppressed` is the patient's own refusal. */
function judgeForbidden(body: unknown): LookupFailure {
  const outcome = operationOutcomeSchema.safeParse(body);
  const codes = outcome.success ? outcome.data.issue.map(({ code }) => code) : [];
  if (codes.includes('business-rule')) return { kind: 'reasonNeeded' };
  return { kind: 'accessRefused', why: codes.includes('suppressed') ? 'patient' : 'role' };
}

/** Judges an answer that must be a searchset: its matches, as they came. */
export function judgeSearchset(
  answer: FhirAnswer,
): Judged<{ readonly bundle: Bundle; readonly matches: readonly Resource[] }> {
  const judged = judgeBody(answer);
  if (!judged.ok) return judged;
  const parsed = bundleSchema.safeParse(judged.value);
  if (!parsed.success || parsed.data.type !== 'searchset') {
    return failed(couldNotCheck('unexpectedAnswer', 'PLN-NOT-SEARCHSET'));
  }
  const entries = parsed.data.entry ?? [];
  if (entries.some(({ resource }) => isFailure(resource))) {
    return failed(couldNotCheck('unexpectedAnswer', 'PLN-OUTCOME'));
  }
  const matched = entries.filter(({ search }) => search?.mode === undefined || search.mode === 'match');
  const resources = matched.flatMap(({ resource }) => (resource ? [resource] : []));
  const matches = resources.filter(({ resourceType }) => resourceType !== 'OperationOutcome');
  const claimed = parsed.data.total ?? 0;
  // Matches without content are no proof that there is nothing (S4).
  const hollow = resources.length < matched.length || (matches.length === 0 && claimed > 0);
  return hollow
    ? failed(couldNotCheck('unexpectedAnswer', 'PLN-EMPTY-PAGE'))
    : { ok: true, value: { bundle: parsed.data, matches } };
}

/** A search may carry warnings; one that carries an error has not been answered whole. */
function isFailure(resource: Resource | undefined): boolean {
  if (resource?.resourceType !== 'OperationOutcome') return false;
  const outcome = operationOutcomeSchema.safeParse(resource);
  return !outcome.success || outcome.data.issue.some(({ severity }) => severity === 'error' || severity === 'fatal');
}

/** Parses every resource of a search with one schema; one that does not fit makes the whole answer unexpected. */
export function parseAll<T extends z.ZodMiniType>(
  resources: readonly Resource[],
  schema: T,
  code: string,
): Judged<z.infer<T>[]> {
  const parsed = resources.map((resource) => schema.safeParse(resource));
  const values = parsed.flatMap((result) => (result.success ? [result.data] : []));
  return values.length === parsed.length
    ? { ok: true, value: values }
    : failed(couldNotCheck('unexpectedAnswer', code));
}
