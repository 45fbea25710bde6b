import {
  type Ending,
  forgetSession,
  markEnded,
  markEnding,
  type Session,
  sessionNow,
  sessionToEnd,
} from './session.ts';

/** What has to go when a session ends, in this order: screen and keys first (facts/safety.md §3). */
export type EndingSteps = {
  /** Takes every plan and name off every surface in every tab; resolves once they are gone. */
  readonly blank: () => Promise<void>;
  /** Destroys the keys of whatever is kept encrypted. */
  readonly dropKeys: () => Promise<void>;
  /** Deletes what is kept. */
  readonly eraseStored: () => Promise<void>;
  /** Tells the sign-in service that the tokens are over. Ends by itself in some seconds, whatever it answers. */
  readonly revoke: (session: Session) => Promise<void>;
  /** Ends the session that the sign-in service keeps in this browser; may need a window, and its person. */
  readonly endAtProvider: (session: Session) => Promise<void>;
};

/**
 * Ends the session: surfaces, keys, storage, tokens. It is marked first, so that from that moment nobody counts as
 * signed in, and a background that is killed half-way completes it in its next life.
 */
export async function endSession(ending: Ending, steps: EndingSteps): Promise<void> {
  const marked = markEnding(ending);
  await steps.blank();
  await marked;
  await steps.dropKeys();
  await steps.eraseStored();
  const session = await sessionToEnd();
  // Tokens are revoked before they are forgotten: a background that is killed here can still do it in its next life.
  if (session) await steps.revoke(session);
  await forgetSession();
  await markEnded(ending);
  if (session && ending.how === 'signOut') await steps.endAtProvider(session);
}

/** Completes what an earlier life of the background began. */
export async function completeEnding(steps: EndingSteps): Promise<void> {
  const is = await sessionNow();
  if (is.kind === 'ended' && !is.ending.done) await endSession(is.ending, steps);
}
