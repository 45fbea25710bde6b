import { type Asking, type FhirBody, LIMITS, type Limits } from '../../../../utils/plan/service/asking.ts';
import { keptAnswers } from '../../../../utils/plan/service/kept-answers.ts';
import type { Json } from '../documents.ts';

export const BASE = 'https://plans.example/fhir';

/** The same rules, without the waiting. */
export const QUICK: Limits = { ...LIMITS, totalMs: 2_000, tryMs: 100, besideMs: 100, leastWaitMs: 1, longestWaitMs: 2 };

let bases = 0;

/** A plan service nobody has asked anything yet: what is remembered of a service is remembered by its base. */
export function freshBase(): string {
  bases += 1;
  return `https://plans-${bases}.example/fhir`;
}

export function anAsking(changes: Partial<Asking> = {}): Asking {
  return {
    fhirBase: BASE,
    accessToken: 'token',
    odsCode: 'X26',
    correlationId: crypto.randomUUID(),
    signal: new AbortController().signal,
    kept: keptAnswers(),
    limits: QUICK,
    ...changes,
  };
}

/** An answer as the client hands it to its judges. */
export function answered(status: number, body?: unknown, changes: Partial<FhirBody> = {}): FhirBody {
  return { kind: 'body', status, body, etag: null, date: null, at: 0, tries: 1, ...changes };
}

/** What a service says it can do. */
export function capabilityStatement(resource: readonly Json[], changes: Json = {}): Json {
  return {
    resourceType: 'CapabilityStatement',
    fhirVersion: '4.0.1',
    rest: [{ mode: 'server', resource }],
    ...changes,
  };
}

export const OFFERS_OPERATION = capabilityStatement([
  { type: 'Composition', interaction: [{ code: 'search-type' }], operation: [{ name: 'document', definition: 'x' }] },
]);

/** A refusal in the words of FHIR. */
export function outcome(...codes: readonly string[]): Json {
  return { resourceType: 'OperationOutcome', issue: codes.map((code) => ({ severity: 'error', code })) };
}
