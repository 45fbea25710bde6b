import * as oauth from 'oauth4webapi';
import { type AnswerFault, UnusableAnswer } from './bounded-fetch.ts';

/**
 * What was wrong with an answer of the sign-in service, for the helpdesk: it says nothing of whose it was. `STATE`: to
 * another request. `ISSUER`: of another server. `CODE`: none, several, or one that was not redeemed. `REDIRECT`: not at
 * our own address. `NONCE`, `AUDIENCE`, `EXPIRED`, `SIGNATURE`: of the id token. `TOKEN`: anything else in an answer.
 * `ORIGIN`: an address that settings do not allow, or a redirect. `PKCE`: no S256. `DENIED`: the service said no.
 * `WINDOW`: one is open, beside which the browser opens no second, or none that leads to us. `DOWN`: no answer, or none
 * that could be read.
 */
export type SignInCode = `SIGN-IN-${
  | 'STATE'
  | 'ISSUER'
  | 'CODE'
  | 'REDIRECT'
  | 'NONCE'
  | 'AUDIENCE'
  | 'EXPIRED'
  | 'SIGNATURE'
  | 'TOKEN'
  | 'ORIGIN'
  | 'PKCE'
  | 'DENIED'
  | 'WINDOW'
  | 'DOWN'}`;

/**
 * `cancelled`: the window was closed. `stopped`: somebody did not want to wait for it any longer. `windowOpen`: that of
 * an earlier try still is. `serviceDown`: no answer, or none that could be read. `refused`: the sign-in service said no.
 * `insecure`: an answer, or what the service says of itself, was not accepted.
 */
export type SignInFailure = {
  readonly why: 'cancelled' | 'stopped' | 'windowOpen' | 'serviceDown' | 'refused' | 'insecure';
  readonly code: SignInCode | null;
};

/** Somebody did not want to wait any longer. */
export const STOPPED: SignInFailure = { why: 'stopped', code: null };

/** It did not answer. */
export const DOWN = { why: 'serviceDown', code: 'SIGN-IN-DOWN' } as const satisfies SignInFailure;

/** Thrown where an answer is not accepted; holds nothing of the answer. */
export class NotAccepted extends Error {
  readonly code: SignInCode;

  constructor(code: SignInCode) {
    super(code);
    this.code = code;
  }
}

const FAULTS: Readonly<Record<AnswerFault, SignInFailure>> = {
  didNotCome: DOWN,
  notJson: { why: 'serviceDown', code: 'SIGN-IN-TOKEN' },
  tooLong: { why: 'insecure', code: 'SIGN-IN-TOKEN' },
  redirected: { why: 'insecure', code: 'SIGN-IN-ORIGIN' },
};

/** Errors by which a server says that it cannot just now (RFC 6749 §4.1.2.1). */
const NOT_NOW: readonly string[] = ['server_error', 'temporarily_unavailable'];

/** Names what was thrown while somebody signed in or a session was renewed. Nothing of the answer's own text is kept. */
export function failureOf(error: unknown): SignInFailure {
  if (error instanceof NotAccepted) return { why: 'insecure', code: error.code };
  if (error instanceof UnusableAnswer) return FAULTS[error.fault];
  if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) {
    if (NOT_NOW.includes(error.error)) return DOWN;
    return { why: 'refused', code: error.error === 'invalid_grant' ? 'SIGN-IN-CODE' : 'SIGN-IN-DENIED' };
  }
  if (error instanceof oauth.WWWAuthenticateChallengeError) return { why: 'refused', code: 'SIGN-IN-DENIED' };
  // A page in place of an answer: neither yes nor no.
  if (isNoOAuth(error)) return DOWN;
  return { why: 'insecure', code: codeOf(error) };
}

/** Whether something went wrong before there was an answer that could be judged. */
export function isNoAnswer(error: unknown): boolean {
  return error instanceof UnusableAnswer || isNoOAuth(error) || codeOf(error) === 'SIGN-IN-ORIGIN';
}

/** Another status than 200 without an error of OAuth. (That 200 is JSON has been seen by `boundedFetch`.) */
function isNoOAuth(error: unknown): boolean {
  if (!(error instanceof oauth.OperationProcessingError)) return false;
  return error.code === oauth.RESPONSE_IS_NOT_CONFORM || error.code === oauth.RESPONSE_IS_NOT_JSON;
}

function codeOf(error: unknown): SignInCode {
  const isNamed = error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError;
  if (!isNamed) return 'SIGN-IN-TOKEN';
  const { cause } = error;
  switch (error.code) {
    case oauth.JWT_TIMESTAMP_CHECK:
      return 'SIGN-IN-EXPIRED';
    case oauth.JWT_CLAIM_COMPARISON:
      return (isRecord(cause) && CLAIMS.get(String(cause.claim))) || 'SIGN-IN-TOKEN';
    case oauth.HTTP_REQUEST_FORBIDDEN:
    case oauth.REQUEST_PROTOCOL_FORBIDDEN:
      return 'SIGN-IN-ORIGIN';
    default:
      return codeOfCause(cause);
  }
}

/** Claims that are compared; in this order a missing one is named. */
const CLAIMS: ReadonlyMap<string, SignInCode> = new Map([
  ['aud', 'SIGN-IN-AUDIENCE'],
  ['azp', 'SIGN-IN-AUDIENCE'],
  ['exp', 'SIGN-IN-EXPIRED'],
  ['iat', 'SIGN-IN-EXPIRED'],
  ['iss', 'SIGN-IN-ISSUER'],
  ['nonce', 'SIGN-IN-NONCE'],
]);
const NEEDED = ['aud', 'exp', 'iat', 'iss', 'nonce'];

/** The library says what it looked at when it refused: a whole token, its header, its claims, or the answer. */
function codeOfCause(cause: unknown): SignInCode {
  // A token that is not in the three parts of a signed one.
  if (typeof cause === 'string') return 'SIGN-IN-SIGNATURE';
  if (!isRecord(cause)) return 'SIGN-IN-TOKEN';
  if ('header' in cause) return 'SIGN-IN-SIGNATURE';
  const { claims } = cause;
  const missing = isRecord(claims) ? NEEDED.find((name) => !(name in claims)) : undefined;
  return (missing && CLAIMS.get(missing)) || 'SIGN-IN-TOKEN';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
