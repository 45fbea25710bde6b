import * as z from 'zod/mini';
import { operationOutcomeSchema, type Resource } from '../fhir-schemas.ts';
import type { CouldNotCheckCause, LookupFailure } from '../plan-lookup.ts';
import type { FhirAnswer } from './asking.ts';

/** An answer judged: the value it holds, or why there is none. */
export type Judged<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: LookupFailure };

/** A look-up that could not find out, with the code to read out to a helpdesk and how often the request was made. */
export function couldNotCheck(cause: CouldNotCheckCause, code: string, tries = 1, now = Date.now()): LookupFailure {
  return { kind: 'couldNotCheck', cause, code, triedAt: now, tries };
}

export function failed<T>(failure: LookupFailure): Judged<T> {
  return { ok: false, failure };
}

/** Judges an answer by its status first and its `OperationOutcome` second (detail codes differ by layer). */
export function judgeBody(answer: FhirAnswer): Judged<unknown> {
  if (answer.kind === 'failed') return failed(couldNotCheck(answer.cause, answer.code, answer.tries));
  const { status, body, tries } = answer;
  if (status === 200) {
    return body === undefined
      ? failed(couldNotCheck('unexpectedAnswer', 'PLN-EMPTY', tries))
      : { ok: true, value: body };
  }
  return failed(judgeRefusal(status, body, tries));
}

function judgeRefusal(status: number, body: unknown, tries: number): LookupFailure {
  if (status === 401) return { kind: 'signedOut' };
  if (status === 403) return judgeForbidden(body);
  return couldNotCheck(causeOf(status, body), `PLN-${status}`, tries);
}

function causeOf(status: number, body: unknown): CouldNotCheckCause {
  // Not there, and not offered there, are two things: the second is a question the service does not take.
  if (status === 501 || issueCodes(body).includes('not-supported')) return 'refusedRequest';
  if (status === 404 || status === 410) return 'notFound';
  if (status === 429) return 'tooMany';
  if (status >= 500) return 'serviceDown';
  return status >= 400 ? 'refusedRequest' : 'unexpectedAnswer';
}

/** Longest name of whom an emergency access alerts, in characters: more is no name. */
const LONGEST_NAME = 200;

/** docs/plan-service.md: `business-rule` asks for a reason, `suppressed` is the patient's own refusal. */
function judgeForbidden(body: unknown): LookupFailure {
  const codes = issueCodes(body);
  if (codes.includes('business-rule')) return { kind: 'reasonNeeded', alerts: alertedBy(body) };
  return { kind: 'accessRefused', why: codes.includes('suppressed') ? 'patient' : 'role' };
}

const informationSchema = z.object({ code: z.literal('informational'), details: z.object({ text: z.string() }) });
const issuesSchema = z.object({ issue: z.array(z.unknown()) });

/** Whom an emergency access alerts: the text of the issue that informs. */
function alertedBy(body: unknown): string | null {
  const issues = issuesSchema.safeParse(body);
  const informing = (issues.success ? issues.data.issue : []).map((issue) => informationSchema.safeParse(issue));
  const name = informing.find(({ success }) => success)?.data?.details.text.trim() ?? '';
  return name !== '' && name.length <= LONGEST_NAME ? name : null;
}

/** The codes of the issues in an OperationOutcome; none where the body is something else. */
export function issueCodes(body: unknown): readonly string[] {
  const outcome = operationOutcomeSchema.safeParse(body);
  return outcome.success ? outcome.data.issue.map(({ code }) => code) : [];
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
