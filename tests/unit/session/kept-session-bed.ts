import { vi } from 'vitest';
import type { LockCause, Watch } from '../../../utils/session/deadlines.ts';
import type { KeptSession } from '../../../utils/session/keep-session.ts';
import type { Ending, Session } from '../../../utils/session/session.ts';
import type { SessionState } from '../../../utils/session/session-state.ts';
import type { SignInResult } from '../../../utils/session/sign-in.ts';
import type { Attempt } from '../../../utils/session/signing-in.ts';
import type { PlanServiceSettings, Settings } from '../../../utils/settings/settings.ts';
import { PretendExtension } from '../tabs/pretend-extension.ts';
import { nurse } from './signed-in.ts';

export const SERVICE: PlanServiceSettings = {
  name: 'Example',
  fhirBase: 'https://plans.example/fhir',
  clientId: 'planside',
  scopes: 'openid',
  signInOrigins: ['https://login.example'],
};
export const OTHER_SERVICE: PlanServiceSettings = { ...SERVICE, name: 'Other', fhirBase: 'https://other.example/fhir' };

/** What a lock does, and in which order. */
export const LOCK = [
  'locked (person)',
  'session set ending',
  'keys dropped',
  'copies erased',
  'revoke nurse at Example',
  'session remove sessionService',
  'session remove session,watch',
  'session set ending',
];
/** And a sign-out. */
export const SIGN_OUT = ['signedOut (person)', ...LOCK.slice(1, -1), 'session remove ending', 'end at Example'];

/** A session kept by one background after another, with the sign-in service and all surfaces played. */
export class KeptSessionBed {
  readonly extension = new PretendExtension();
  /** What happened outside, in order: to surfaces, keys, copies, storage, and at the sign-in service. */
  readonly happened = this.extension.done;
  settings: Settings = { clinicalSystems: [], planService: SERVICE };
  /** What the window comes to; a test may keep it open. */
  signsIn: (service: PlanServiceSettings, attempt: Attempt) => Promise<SignInResult> = async () => ({
    ok: true,
    session: nurse,
  });
  /** Waited for in a step of an ending, and when surfaces are told. */
  hold: (what: string) => Promise<void> = async () => undefined;
  kept!: KeptSession;
  /** Every state that surfaces were told, with whether it is another person's. */
  readonly told: { readonly state: SessionState; readonly person: boolean }[] = [];
  #life = 0;

  /** The background is killed: whatever it was doing, it does no more. */
  kill(): void {
    this.#life += 1;
    this.extension.kill();
  }

  /** The background that was there is gone; another begins, and is ready unless told. */
  async born(isReady = true): Promise<KeptSession> {
    this.kill();
    this.extension.born();
    const life = this.#life;
    const step = (what: string) => this.#step(what, life);
    this.#mockElsewhere(step);
    const { keepSession } = await import('../../../utils/session/keep-session.ts');
    const kept = keepSession({
      settings: async () => this.settings,
      steps: { dropKeys: () => step('keys dropped'), eraseStored: () => step('copies erased') },
      signedIn: ({ name }) => step(`signed in ${name}`),
      changed: async (person) => {
        this.told.push({ state: kept.state(), person });
        await step(`${kept.state().kind}${person ? ' (person)' : ''}`);
      },
    });
    this.kept = kept;
    if (isReady) await kept.ready;
    return kept;
  }

  async signedIn(session: Session = nurse): Promise<KeptSession> {
    this.signsIn = async () => ({ ok: true, session });
    await this.kept.signIn();
    this.happened.length = 0;
    this.told.length = 0;
    return this.kept;
  }

  /** A step that waits until the test lets it go on. */
  holdAt(step: string): () => Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.hold = (what) => (what === step ? promise : Promise.resolve());
    return async () => {
      resolve();
      await vi.advanceTimersByTimeAsync(0);
    };
  }

  /** As the desks do: the session is told first, then the settings are in force. */
  async changeSettings(change: Partial<Settings>): Promise<void> {
    const next = { ...this.settings, ...change };
    await this.kept.settingsChange(next);
    this.settings = next;
  }

  /** What another life has left behind. */
  leave(values: { session?: Session; watch?: Watch; ending?: Ending; sessionService?: PlanServiceSettings }): void {
    this.extension.write('session', values);
  }

  /** What happened, without what a watch writes at each look, and without the last tidying up. */
  did(): readonly string[] {
    const all = this.happened.filter((one) => one !== 'session set watch' && !one.startsWith('idle after'));
    return all.at(-1) === 'session remove sessionService' ? all.slice(0, -1) : all;
  }

  /** Where in what happened this stands. */
  at(what: string): number {
    const at = this.happened.indexOf(what);
    if (at === -1) throw new Error(`“${what}” did not happen, but ${this.happened.join(', ')}`);
    return at;
  }

  /** Something of a token or a name that is stored anywhere. */
  get leftOver(): readonly string[] {
    const marks = /of-the-(?:nurse|doctor)|Adeyemi|Fernandes/;
    return [...this.extension.stored.session].flatMap(([key, text]) => (marks.test(text) ? [key] : []));
  }

  #mockElsewhere(step: (what: string) => Promise<void>): void {
    vi.doMock('../../../utils/session/sign-in.ts', () => ({
      signIn: async (service: PlanServiceSettings, attempt: Attempt) => {
        await step(`window of ${service.name}`);
        if (attempt.signal.aborted) return { ok: false, failure: { why: 'stopped', code: null } };
        const result = await this.signsIn(service, attempt);
        await step('sign-in answered');
        return result;
      },
    }));
    vi.doMock('../../../utils/session/sign-out.ts', () => ({
      revokeTokens: ({ name }: PlanServiceSettings, { subject }: Session) => step(`revoke ${subject} at ${name}`),
      endProviderSession: ({ name }: PlanServiceSettings) => step(`end at ${name}`),
    }));
  }

  async #step(what: string, life: number): Promise<void> {
    if (life !== this.#life) await new Promise(() => undefined);
    this.happened.push(what);
    await this.hold(what);
    if (life !== this.#life) await new Promise(() => undefined);
  }
}

/** The lock that has been said. */
export function lockCause(state: SessionState): LockCause | null {
  return state.kind === 'locked' ? state.cause : null;
}
