import { type InForce, lockLimitMs, type Settings } from '../settings/settings.ts';
import { type LockCause, lockWarning, newWatch } from './deadlines.ts';
import { completeEnding, type EndingSteps, endSession } from './end-session.ts';
import { forOrganisation } from './for-organisation.ts';
import {
  forgetServiceOfSession,
  isSameService,
  serviceOfSession,
  writeServiceOfSession,
} from './service-of-session.ts';
import {
  actingRole,
  changeSession,
  type Ending,
  openSession,
  type Session,
  type SessionNow,
  sessionNow,
} from './session.ts';
import type { SessionState } from './session-state.ts';
import { watchSession } from './session-watch.ts';
import { type SignInFailure, signIn } from './sign-in.ts';
import { DOWN, STOPPED } from './sign-in-codes.ts';
import { revokeTokens } from './sign-out.ts';
import { type Attempt, signInAttempts } from './signing-in.ts';
import { stepsElsewhere } from './steps-elsewhere.ts';

export type KeepSessionOptions = {
  /** The settings in force. */
  readonly settings: () => Promise<InForce>;
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
  /** Nobody waits any longer for the sign-in that is under way, if one is. */
  readonly stopSignIn: () => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly lock: (cause: LockCause) => Promise<void>;
  /** Acts in one of the roles from now on; `null`: asks which. */
  readonly actAs: (index: number | null) => Promise<void>;
  /** Looks again: a token may have been refused, a deadline passed. */
  readonly refresh: () => Promise<void>;
  /** The plan service does not know this sign-in, whatever the sign-in service says: it is over. */
  readonly refused: (sessionId: string) => Promise<void>;
  /** To be told before the settings are in force: a session with another plan service is over when this resolves. */
  readonly settingsChange: (next: Settings) => Promise<void>;
};

/** Keeps the session: begins it, watches over it, and ends it in the right order. Registers its listeners at once. */
export function keepSession({ settings, steps, signedIn, changed }: KeepSessionOptions): KeptSession {
  let state: SessionState = { kind: 'signedOut', failed: null };
  let failed: SignInFailure | null = null;
  let ending: { readonly as: Ending; readonly done: Promise<void> } | null = null;
  const watch = watchSession(
    (cause) => lock(cause),
    () => void refresh(),
  );
  const attempts = signInAttempts(() => void refresh());
  const { told, ...elsewhere } = stepsElsewhere();

  function show(next: SessionState): Promise<void> {
    const [was, is] = [whoIn(state), whoIn(next)];
    const same = JSON.stringify(state) === JSON.stringify(next);
    state = next;
    return same ? Promise.resolve() : changed(was !== is);
  }

  async function look(): Promise<void> {
    const now = Date.now();
    const is = await sessionNow(now);
    // From here to the surfaces in one breath: a lock that came in between would be shown away.
    await show(stateOf(is, now));
  }

  const refresh = () => look().catch(() => undefined);

  function stateOf(is: SessionNow, now: number): SessionState {
    // From the first moment of an ending nobody is signed in, whatever was still stored when it was looked at.
    const signing = attempts.now();
    if (ending) return signing?.doing === 'ending' ? { kind: 'signingIn', ...signing } : endedState(ending.as, null);
    if (is.kind === 'overdue') void lock(is.cause);
    if (is.kind === 'overdue') return { kind: 'locked', cause: is.cause, failed: null };
    if (is.kind === 'open') return openState(is.session, lockWarning(is.watch, now));
    // The session has gone without an ending: its tokens were refused. What else there was of it has to go as well.
    if (isSignedIn(state)) void signOut();
    if (signing) return { kind: 'signingIn', ...signing };
    return is.kind === 'ended' ? endedState(is.ending, failed) : { kind: 'signedOut', failed };
  }

  function end(as: Ending, other: Partial<EndingSteps> = {}): Promise<void> {
    return whileEnding(as, (every) => endSession(as, { ...every, ...other }));
  }

  /** From this call on nobody is signed in, however long the ending takes. */
  function whileEnding(as: Ending, run: (every: EndingSteps) => Promise<void>): Promise<void> {
    if (ending) return ending.done;
    const { promise: done, resolve } = Promise.withResolvers<void>();
    ending = { as, done };
    // Surfaces are told before anything is written or waited for.
    const blank = () => show(endedState(as, null));
    void run({ ...steps, ...elsewhere, blank })
      .catch(() => undefined)
      // Its alarms ring until all is done: a background that is killed half-way has to be woken to complete it.
      .then(() => Promise.all([forgetServiceOfSession(), watch.check()]))
      .catch(() => undefined)
      .then(() => {
        ending = null;
        return refresh();
      })
      .then(resolve);
    return done;
  }

  const lock = (cause: LockCause) => end({ how: 'lock', cause, done: false });
  const signOut = (other?: Partial<EndingSteps>) => end({ how: 'signOut', done: false }, other);

  async function start(): Promise<void> {
    const left = await sessionNow();
    // What the life before had begun to end is completed beside all else: a service that is silent keeps nobody waiting.
    if (left.kind === 'ended' && !left.ending.done) void whileEnding(left.ending, completeEnding);
    await settingsChange(await settings());
    const is = await sessionNow();
    if (is.kind === 'open') await watch.begin(is.watch);
    await look();
  }

  async function settingsChange(next: Settings): Promise<void> {
    const is = await sessionNow();
    if (is.kind !== 'open') return;
    const limitMs = lockLimitMs(next);
    if (!isSameService(await serviceOfSession(), next.planService)) void signOut();
    else if (limitMs !== is.watch.limitMs) await watch.begin({ ...is.watch, limitMs });
  }

  /** @returns why nobody is signed in now; `null`: somebody is, or nobody can be */
  async function trySignIn(attempt: Attempt): Promise<SignInFailure | null> {
    await ready;
    if (ending) {
      attempt.step('ending');
      await ending.done;
    }
    const { planService } = await settings();
    if (!planService) return null;
    attempt.step('asking');
    await refresh();
    await told();
    const result = await signIn(planService, attempt);
    if (!result.ok) return result.failure;
    const now = await settings();
    if (!attempt.settle() || !isSameService(planService, now.planService)) {
      await revokeTokens(planService, result.session);
      return { why: 'cancelled', code: null };
    }
    const begun = newWatch(lockLimitMs(now), Date.now());
    await writeServiceOfSession(planService);
    const session = forOrganisation(result.session, now);
    await openSession(session, begun);
    await watch.begin(begun);
    // They may have changed just now.
    await settingsChange(await settings());
    await begin(session);
    return null;
  }

  /** What begins with a session must not outlive one that was ended meanwhile. */
  async function begin(session: Session): Promise<void> {
    const isEnding = () => ending?.done;
    if (isEnding()) return;
    await signedIn(session);
    const ended = isEnding();
    if (!ended) return;
    await ended;
    await steps.dropKeys();
  }

  const ready = start();

  return {
    state: () => state,
    ready,
    lock,
    signOut: () => signOut(),
    refresh,
    settingsChange,
    async signIn() {
      const attempt = isSignedIn(state) ? null : attempts.begin();
      if (!attempt) return;
      const why = await trySignIn(attempt).catch(() => DOWN);
      if (attempt.end()) failed = why;
      await refresh();
    },
    async stopSignIn() {
      if (!attempts.stop()) return;
      failed = STOPPED;
      await refresh();
    },
    async actAs(index) {
      const is = await sessionNow();
      if (is.kind !== 'open' || (index !== null && !is.session.roles[index])) return;
      const session = await changeSession(is.session.id, (now) => ({ ...now, acting: index }));
      // Copies open in the role that made them only: those of the role before go.
      if (session && index !== null && index !== is.session.acting) await begin(session);
      await refresh();
    },
    async refused(sessionId) {
      const is = await sessionNow();
      // Nobody has asked for a window of the sign-in service.
      if (is.kind === 'open' && is.session.id === sessionId) await signOut({ endAtProvider: async () => undefined });
    },
  };
}

function isSignedIn({ kind }: SessionState): boolean {
  return kind === 'signedIn' || kind === 'roleNeeded';
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
