import type { CouldNotCheckCause } from '../plan-lookup.ts';
import type { KeptAnswers } from './kept-answers.ts';

/** Who asks, for whom, and for how long: goes with every request to the plan service. */
export type Asking = {
  readonly fhirBase: string;
  /** Empty: none is sent (the conformance check of a service that asks for none, not the product). */
  readonly accessToken: string;
  readonly odsCode: string;
  /** The role that acts (`NHSD-Session-URID`); left out or empty: none is sent. */
  readonly roleId?: string;
  /** One for each patient context. */
  readonly correlationId: string;
  /** Ends everything: the patient context has changed, or nobody waits any more. */
  readonly signal: AbortSignal;
  /**
   * When everything has to have ended, in the milliseconds of `performance.now()`; left out: `totalMs` after a look-up
   * began. Two look-ups that somebody waits for as one have one end.
   */
  readonly endsAt?: number;
  /** Documents had before in this patient context, for asking whether they still hold. */
  readonly kept: KeptAnswers;
  /** Other limits than the usual ones: for tests, which do not wait. */
  readonly limits?: Limits;
  /** Told once it is known which plans there are, and they are asked for themselves. */
  readonly fetching?: () => void;
  /** Told of every answer that had a body. */
  readonly heard?: (answer: FhirBody) => void;
  /** Told of every document that holds a plan in force, as it came. */
  readonly read?: (document: unknown) => void;
};

/** How long and how often one request is tried, and how much of an answer is read. */
export type Limits = {
  /** A whole look-up, in milliseconds (docs/plan-service.md, “Tries”). */
  readonly totalMs: number;
  /** One try, from asking to the end of the body, in milliseconds. */
  readonly tryMs: number;
  /** All tries of what is asked beside the plan itself, and which nobody is to wait for long, in milliseconds. */
  readonly besideMs: number;
  /** Tries of one request in all. */
  readonly tries: number;
  /** The wait before the second try is this and up to twice this, in milliseconds; before the third, twice that. */
  readonly leastWaitMs: number;
  readonly longestWaitMs: number;
  /** A plan is a few hundred kilobytes at most; more is a fault or an attack (bytes, unpacked). */
  readonly largestBody: number;
  /** Levels of lists and objects within each other; FHIR has a dozen. */
  readonly deepest: number;
};

export const LIMITS: Limits = {
  totalMs: 18_000,
  tryMs: 10_000,
  besideMs: 5_000,
  tries: 3,
  leastWaitMs: 300,
  longestWaitMs: 2_000,
  largestBody: 5_000_000,
  deepest: 200,
};

/** An answer whose status and body are there to be judged. `body` is `undefined` where a refusal brought none. */
export type FhirBody = {
  readonly kind: 'body';
  readonly status: number;
  readonly body: unknown;
  /** Names the version of what was sent. */
  readonly etag: string | null;
  /** The service's clock when it answered, milliseconds since 1970, whole seconds; `null` where it names none. */
  readonly date: number | null;
  /** Our clock half-way through the try that brought the answer, milliseconds since 1970. */
  readonly at: number;
  readonly tries: number;
};

/** No answer that could be judged, and why. */
export type NoAnswer = {
  readonly kind: 'failed';
  readonly cause: CouldNotCheckCause;
  readonly code: string;
  readonly tries: number;
};

/** What came back, before anybody judges the content. */
export type FhirAnswer = FhirBody | NoAnswer;
