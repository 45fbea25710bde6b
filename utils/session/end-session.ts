import {
  announceEnding,
  type Ending,
  forgetSession,
  inTurn,
  markEnded,
  markEnding,
  type Session,
  sessionNow,
  sessionToEnd,
  settleEnding,
} from './session.ts';

/** What has to go when a session ends, in this order: screen and keys first. */
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

/** A tab that hangs must not keep the keys, nor a database the tokens (milliseconds). */
const STEP_MS = 5_000;
/** Two requests to the sign-in service, one after another, with time limits of their own (milliseconds). */
const REVOKE_MS = 20_000;
/** How long whoever signs in next may have to wait, where every step there is hangs (milliseconds). */
export const ENDING_MS = 6 * STEP_MS + REVOKE_MS;

/**
 * Ends the session: surfaces, keys, storage, tokens. Surfaces are blanked at once, and from the moment of the call
 * nobody counts as signed in; it is then marked, so that a background that is killed half-way completes it in its next
 * life. A step that fails or hangs does not stop those after it: the next life does it again. Endings and sign-ins come
 * one after another; a lock that finds nobody signed in any more does nothing.
 */
export async function endSession(ending: Ending, steps: EndingSteps): Promise<void> {
  announceEnding(ending);
  const blanked = isDone(steps.blank);
  const ended = await inTurn(async () => {
    if (ending.how === 'signOut' || (await sessionToEnd())) return finish(ending, steps, blanked);
    settleEnding(ending);
    return null;
  });
  await endElsewhere(ended, ending, steps);
}

/** Completes what an earlier life of the background began; to be called before anybody can sign in. */
export async function completeEnding(steps: EndingSteps): Promise<void> {
  const completed = await inTurn(async () => {
    const is = await sessionNow();
    if (is.kind !== 'ended' || is.ending.done) return null;
    announceEnding(is.ending);
    return { ending: is.ending, ended: await finish(is.ending, steps, isDone(steps.blank)) };
  });
  if (completed) await endElsewhere(completed.ended, completed.ending, steps);
}

/** @returns the session that was ended; `null`: its tokens were gone already */
async function finish(ending: Ending, steps: EndingSteps, blanked: Promise<boolean>): Promise<Session | null> {
  await isDone(() => markEnding(ending));
  const gone = [await blanked, await isDone(steps.dropKeys), await isDone(steps.eraseStored)];
  const session = await sessionToEnd().catch(() => null);
  // Tokens are revoked before they are forgotten: a background that is killed here can still do it in its next life.
  if (session) await isDone(() => steps.revoke(session), REVOKE_MS);
  const isForgotten = await isDone(forgetSession);
  if (isForgotten && !gone.includes(false)) await isDone(() => markEnded(ending));
  if (isForgotten) settleEnding(ending);
  return session;
}

/** Everything of ours is gone by now; the next person may sign in while this goes on. */
async function endElsewhere(session: Session | null, ending: Ending, steps: EndingSteps): Promise<void> {
  if (!session || ending.how !== 'signOut') return;
  try {
    await steps.endAtProvider(session);
  } catch {
    // The sign-in service ends its own sessions in time, and asks whoever signs in next who they are.
  }
}

/** Whether a step was done, and in time; it begins at once, and never throws. */
async function isDone(step: () => Promise<unknown>, withinMs = STEP_MS): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), withinMs);
  });
  const done = async () => {
    await step();
    return true;
  };
  try {
    return await Promise.race([done(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
