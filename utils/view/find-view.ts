import type { LockCause, ServiceName, SignedInAs, ViewState } from './view.ts';

/**
 * Everything the page in which a person is found can show beside the plan, one at a time. It holds nobody of a search:
 * what was typed in never leaves the page but to be looked up.
 */
export type FindView = NotSignedIn | ReadyToFind;

/** Hidden, or before anybody is signed in, and in a role. */
export type NotSignedIn = Extract<
  ViewState,
  { kind: 'hidden' | 'notConfigured' | 'signedOut' | 'signingIn' | 'locked' | 'roleNeeded' }
>;

export type ReadyToFind = {
  readonly kind: 'ready';
  readonly service: ServiceName;
  readonly signedInAs: SignedInAs;
  /** The session is about to be locked (milliseconds since 1970); left out: not within a minute. */
  readonly locksSoon?: { readonly at: number; readonly cause: LockCause };
};
