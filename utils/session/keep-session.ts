import { lockLimitMs, type PlanServiceSettings, type Settings } from '../settings.ts';
import { type LockCause, lockWarning, newWatch } from './deadlines.ts';
import { completeEnding, type EndingSteps, endSession } from './end-session.ts';
import { actingRole, type Ending, openSession, type Session, sessionNow, writeSession, writeWatch } from './session.ts';
import type { SessionState } from './session-state.ts';
import { watchSession } from './session-watch.ts';
import { type SignInFailure, signIn } from './sign-in.ts';
import { endProviderSession, revokeTokens } from './sign-out.ts';

export type KeepSessionOptions = {
  readonly settings: () => Promise<Settings>;
  readonly steps: Pick<EndingSteps, 'dropKeys' | 'eraseStored'>;
  /** Somebody has just signed in. */
  readonly signedIn: (session: Session) => Promise<void>;
  /**
   * What is known about who is signed in has changed.
   *
   * @param person whether it is another person, another role, or nobody any more; else only the words differ
   * @returns resolves once nothing of whoever was there before is on any surface
   */
  readonly changed: (person: boolean) => Promise<void>;
};

/** Who is signed in, for all tabs. */
export type KeptSession = {
  /** As last looked at; signed out until `ready`. */
  readonly state: () => SessionState;
  readonly ready: Promise<void>;
  readonly signIn: () => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly lock: (cause: LockCause) => Promise<void>;
  /** Acts in one of the roles from now on; `null`: asks which. */
  readonly actAs: (index: number | null) => Promise<void>;
  /** Looks again: a token may have been refused, a deadline passed. */
  readonly refresh: () => Promise<void>;
  readonly settingsChanged: () => Promise<void>;
};

/** Keeps the session: begins it, watches over it, and ends it in the right order. Registers its listeners at once. */
export function keepSession({ settings, steps, signedIn, changed }: KeepSessionOptions): KeptSession {
  let state: SessionState = { kind: 'signedOut', failed: null };
  let signing = false;
  let failed: SignInFailure | null = null;
  let service: PlanServiceSettings | undefined;
  let ending: { readonly as: Ending; readonly done: Promise<void> } | null = null;
  const watch = watchSession(
    (cause) => lock(cause),
    () => void refresh(),
  );

  const allSteps: EndingSteps = {
    ...steps,
    blank: () => refresh(),
    revoke: async (session) => (service ? revokeTokens(service, session) : undefined),
    endAtProvider: async (session) => (service ? endProviderSession(service, session) : undefined),
  };

  async function refresh(): Promise<void> {
    const next = await stateNow();
    const [was, is] = [whoIn(state), whoIn(next)];
    const same = JSON.stringify(state) === JSON.stringify(next);
    state = next;
    if (!same) await changed(was !== is);
  }

  async function stateNow(): Promise<SessionState> {
    // From the first moment of an ending nobody is signed in, whatever is still stored.
    if (ending) return endedState(ending.as, null);
    const now = Date.now();
    const is = await sessionNow(now);
    if (is.kind === 'overdue') void lock(is.cause);
    if (is.kind === 'overdue') return { kind: 'locked', cause: is.cause, failed: null };
    if (is.kind === 'open') return openState(is.session, lockWarning(is.watch, now));
    if (signing) return { kind: 'signingIn' };
    return is.kind === 'ended' ? endedState(is.ending, failed) : { kind: 'signedOut', failed };
  }

  function end(as: Ending): Promise<void> {
    if (ending) return ending.done;
    failed = null;
    const done = Promise.all([watch.end(), endSession(as, allSteps)])
      .then(() => undefined)
      .finally(() => {
        ending = null;
        return refresh();
      });
    ending = { as, done };
    return done;
  }

  const lock = (cause: LockCause) => end({ how: 'lock', cause, done: false });
  const signOut = () => end({ how: 'signOut', done: false });

  async function start(): Promise<void> {
    service = (await settings()).planService;
    await completeEnding(allSteps);
    const is = await sessionNow();
    if (is.kind === 'open') await watch.begin(is.watch);
    await refresh();
  }

  return {
    state: () => state,
    ready: start(),
    lock,
    signOut,
    refresh,
    async signIn() {
      const now = await settings();
      if (!now.planService || signing || state.kind === 'signedIn') return;
      signing = true;
      await ending?.done;
      await refresh();
      const result = await signIn(now.planService).finally(() => {
        signing = false;
      });
      failed = result.ok ? null : result.failure;
      if (result.ok) {
        const begun = newWatch(lockLimitMs(now), Date.now());
        await openSession(result.session, begun);
        await watch.begin(begun);
        await signedIn(result.session);
      }
      await refresh();
    },
    async actAs(index) {
      const is = await sessionNow();
      if (is.kind !== 'open' || (index !== null && !is.session.roles[index])) return;
      await writeSession({ ...is.session, acting: index });
      await refresh();
    },
    async settingsChanged() {
      const before = service;
      const now = await settings();
      service = now.planService;
      const is = await sessionNow();
      if (is.kind !== 'open') return;
      // A session is with one plan service; its tokens go to no other.
      if (JSON.stringify(before) !== JSON.stringify(service)) return signOut();
      const rewound = { ...is.watch, limitMs: lockLimitMs(now) };
      await writeWatch(rewound);
      await watch.begin(rewound);
    },
  };
}

function openState(session: Session, locksSoon: { at: number; cause: LockCause } | null): SessionState {
  const { id: sessionId, name, roles } = session;
  const role = actingRole(session);
  return role
    ? { kind: 'signedIn', sessionId, name, role, canSwitch: roles.length > 1, locksSoon }
    : { kind: 'roleNeeded', name, roles };
}

function endedState(ending: Ending, failed: SignInFailure | null): SessionState {
  return ending.how === 'lock' ? { kind: 'locked', cause: ending.cause, failed } : { kind: 'signedOut', failed };
}

/** Who may see what was fetched: nothing that belongs to one of these is for another. */
function whoIn(state: SessionState): string {
  return state.kind === 'signedIn' ? JSON.stringify([state.sessionId, state.role]) : 'nobody';
}
