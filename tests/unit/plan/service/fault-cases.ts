import { expect } from 'vitest';
import type { Fault } from '../../../sandbox/plan-service/switches.ts';

/** What a look-up must come to when one request of it meets a fault; `fine`: the same as without. */
export type Expected = Readonly<Record<string, unknown>> | 'fine';

/**
 * A fault, and what becomes of a look-up whose patient, plans or document meets it; `at` where that differs. Each
 * fault that a server can commit is here.
 */
export type FaultCase = {
  readonly name: string;
  readonly fault: Fault | readonly Fault[];
  readonly expected: Expected;
  readonly at?: { readonly patient: Expected };
  /** What becomes of it where only parts of the document meet it, and it is something else. */
  readonly parts?: Expected;
  /** Nothing comes but the end of all patience, of which there is little then. */
  readonly waits?: true;
  /** Gone after one or two requests, nobody notices it. */
  readonly passes?: true;
};

const failed = (cause: string, code?: string, tries?: number): Expected => ({
  kind: 'couldNotCheck',
  cause,
  ...(code === undefined ? {} : { code }),
  ...(tries === undefined ? {} : { tries }),
});

const status = (
  code: number,
  expected: Expected,
  more: Partial<Extract<Fault, { kind: 'status' }>> = {},
): FaultCase => ({
  name: [code, ...Object.values(more)].join(' '),
  fault: { kind: 'status', status: code, ...more },
  expected,
});
const refused = (code: number): FaultCase => ({
  ...status(code, failed('refusedRequest', `PLN-${code}`, 1)),
  parts: 'fine',
});
const busy = (code: number, cause: string, more: Partial<Extract<Fault, { kind: 'status' }>> = {}): FaultCase => ({
  ...status(code, failed(cause, `PLN-${code}`, 3), more),
  passes: true,
});
const plain = (fault: Fault, expected: Expected): FaultCase => ({
  name: Object.values(fault).join(' '),
  fault,
  expected,
});

const IN_AN_HOUR = new Date(Date.now() + 3_600_000).toUTCString();

/** A connection that is reset may take what it had already brought with it: it is then one that never came about. */
const BROKEN_OFF: Expected = {
  kind: 'couldNotCheck',
  cause: expect.stringMatching(/^(cutShort|serviceDown)$/),
  code: expect.stringMatching(/^PLN-(BROKEN-OFF|NET)$/),
  tries: 3,
};

export const FAULT_CASES: readonly FaultCase[] = [
  plain({ kind: 'slow', ms: [1, 25] }, 'fine'),
  { ...plain({ kind: 'down' }, failed('serviceDown', 'PLN-NET', 3)), passes: true },
  { ...plain({ kind: 'reset' }, BROKEN_OFF), passes: true },
  { ...plain({ kind: 'never' }, failed('timedOut', 'PLN-TIMEOUT')), waits: true, passes: true },
  { ...plain({ kind: 'drip' }, failed('timedOut', 'PLN-TIMEOUT')), waits: true, passes: true },
  ...[400, 405, 409, 412, 415, 422].map(refused),
  status(401, { kind: 'signedOut' }),
  status(403, { kind: 'accessRefused', why: 'role' }),
  status(403, { kind: 'accessRefused', why: 'role' }, { body: 'html' }),
  ...[404, 410].map((code) => ({ ...status(code, failed('notFound', `PLN-${code}`, 1)), parts: 'fine' as const })),
  busy(429, 'tooMany'),
  busy(429, 'tooMany', { retryAfter: '0' }),
  busy(503, 'serviceDown', { retryAfter: 'soon' }),
  status(429, failed('tooMany', 'PLN-429', 1), { retryAfter: '99999999999999999999' }),
  status(503, failed('serviceDown', 'PLN-503', 1), { retryAfter: IN_AN_HOUR }),
  status(500, failed('serviceDown', 'PLN-500', 1)),
  refused(501),
  busy(502, 'serviceDown', { body: 'html' }),
  busy(503, 'serviceDown', { body: 'empty' }),
  busy(504, 'serviceDown'),
  status(200, failed('unexpectedAnswer', 'PLN-EMPTY', 1), { body: 'empty' }),
  status(204, failed('unexpectedAnswer', 'PLN-204', 1)),
  status(206, failed('unexpectedAnswer', 'PLN-206', 1)),
  { ...plain({ kind: 'truncated' }, failed('cutShort', 'PLN-CUT-SHORT', 3)), passes: true },
  plain({ kind: 'html' }, failed('notFhir', 'PLN-HTML', 1)),
  plain({ kind: 'contentType' }, 'fine'),
  plain({ kind: 'charset', as: 'bom' }, 'fine'),
  plain({ kind: 'charset', as: 'utf16' }, failed('unexpectedAnswer', 'PLN-CHARSET', 1)),
  plain({ kind: 'large' }, failed('tooLarge', 'PLN-TOO-LARGE', 1)),
  plain({ kind: 'gzipBomb' }, failed('tooLarge', 'PLN-TOO-LARGE', 1)),
  plain({ kind: 'deep' }, failed('unexpectedAnswer', 'PLN-TOO-DEEP', 1)),
  plain({ kind: 'redirect' }, failed('redirected', 'PLN-REDIRECT', 1)),
  {
    ...plain({ kind: 'wrongPatient' }, failed('wrongPatient', 'PLN-WRONG-PATIENT')),
    parts: failed('unexpectedAnswer', 'PLN-OTHER-RESOURCE'),
  },
  {
    ...plain({ kind: 'duplicate' }, 'fine'),
    at: { patient: failed('severalRecords', 'PLN-SEVERAL') },
  },
  plain({ kind: 'staleEtag' }, failed('unexpectedAnswer', 'PLN-304', 1)),
  plain({ kind: 'clock' }, 'fine'),
  plain({ kind: 'otherAnswer' }, failed('unexpectedAnswer', 'PLN-OTHER-ANSWER', 1)),
];
