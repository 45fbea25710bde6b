import type { Attempt } from '../../../utils/session/signing-in.ts';

/** A sign-in that nobody stops. */
export function anAttempt(): Attempt {
  return { signal: new AbortController().signal, step: () => undefined, settle: () => true, end: () => true };
}
