import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Session } from '../../../utils/session/session.ts';
import { KeptSessionBed, OTHER_SERVICE, SERVICE } from './kept-session-bed.ts';
import { nurse } from './signed-in.ts';

type Step =
  | { readonly do: 'signIn' | 'stop' | 'lock' | 'signOut' | 'refresh' | 'kill' | 'vanish' | 'refuse' | 'changeService' }
  | { readonly do: 'actAs'; readonly index: number | null }
  | { readonly do: 'pass'; readonly ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('signIn' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('stop', 'lock', 'signOut', 'refresh', 'kill', 'vanish', 'refuse', 'changeService'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('actAs' as const), index: fc.constantFrom(0, 1, null) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.nat(2_500) }) },
);
const run = fc.record({
  steps: fc.array(step, { minLength: 3, maxLength: 14, size: 'max' }),
  /** How long each thing takes that somebody outside has to do, one after another, in milliseconds. */
  delays: fc.array(fc.constantFrom(0, 0, 1, 300, 900, 2_000), { minLength: 1, maxLength: 8 }),
});

/** Who may be on a surface, and whose tokens may go where: what a person at the computer would say. */
class Truth {
  readonly bed = new KeptSessionBed();
  readonly people = new Map<string, { readonly session: Session; readonly at: string }>();
  /** Names of those who were there and must not be any more. */
  readonly over = new Set<string>();
  /** Whose tokens are over, with the service that was told; the latest at the end. */
  readonly revoked = new Map<string, string>();
  /** What must not be; whoever is called by the code under test must not throw it. */
  readonly faults: string[] = [];
  shown = 0;
  windows = 0;
  readonly #delays: readonly number[];
  #steps = 0;

  constructor(delays: readonly number[]) {
    this.#delays = delays;
    this.bed.signsIn = async ({ name: at }) => {
      this.windows += 1;
      this.must(this.stored() === null, 'somebody signs in while tokens of somebody before are there');
      await this.#takes();
      return { ok: true, session: this.#somebody(at) };
    };
    this.bed.hold = async (what) => {
      this.judge(what);
      await this.#takes();
    };
  }

  /** Who is stored. */
  stored(): Session | null {
    return this.bed.extension.read('session', 'session') as Session | null;
  }

  /** Somebody has ended it. */
  ended(): void {
    const stored = this.stored();
    if (stored) this.over.add(stored.name);
  }

  /** A life that was killed before it could write down that somebody ended it has taken that with it. */
  forgotten(): void {
    const stored = this.stored();
    if (stored && !this.bed.extension.read('session', 'ending')) this.over.delete(stored.name);
  }

  judge(what: string): void {
    const state = this.bed.kept.state();
    const name = 'name' in state ? state.name : null;
    if (name !== null) this.shown += 1;
    this.must(name === null || !this.over.has(name), `${name} is shown after the end: ${what}`);
    if (what === 'keys dropped') this.must(name === null, 'keys go before surfaces');
    const [, subject, at] = /^revoke (\S+) at (.+)$/.exec(what) ?? [];
    if (subject !== undefined) {
      this.must(at === this.people.get(subject)?.at, 'S7: a token goes to a service that it is not of');
      this.revoked.set(subject, at ?? '');
    }
    const [, elsewhere] = /^end at (.+)$/.exec(what) ?? [];
    const last = [...this.revoked.values()].at(-1);
    if (elsewhere !== undefined)
      this.must(elsewhere === last, 'a window of another service, or before tokens are over');
  }

  must(holds: boolean, fault: string): void {
    if (!holds) this.faults.push(fault);
  }

  #somebody(at: string): Session {
    const subject = `person-${this.people.size}`;
    const session = { ...nurse, id: crypto.randomUUID(), subject, name: subject, accessToken: `access-of-${subject}` };
    this.people.set(subject, { session, at });
    return session;
  }

  async #takes(): Promise<void> {
    this.#steps += 1;
    const ms = this.#delays[this.#steps % this.#delays.length] ?? 0;
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  }
}

async function go(truth: Truth, one: Step): Promise<void> {
  const { bed } = truth;
  if (one.do === 'pass') await vi.advanceTimersByTimeAsync(one.ms);
  if (one.do === 'signIn') void bed.kept.signIn();
  if (one.do === 'stop') void bed.kept.stopSignIn();
  if (one.do === 'refresh') void bed.kept.refresh();
  if (one.do === 'actAs') void bed.kept.actAs(one.index);
  if (one.do === 'lock' || one.do === 'signOut') truth.ended();
  if (one.do === 'lock') void bed.kept.lock('asked');
  if (one.do === 'signOut') void bed.kept.signOut();
  if (one.do === 'refuse') void bed.kept.refused(truth.stored()?.id ?? '');
  if (one.do === 'changeService') {
    const isOther = bed.settings.planService === OTHER_SERVICE;
    void bed.changeSettings({ planService: isOther ? SERVICE : OTHER_SERVICE });
  }
  if (one.do === 'vanish') for (const key of ['session', 'watch']) bed.extension.stored.session.delete(key);
  if (one.do === 'kill') {
    bed.kill();
    truth.forgotten();
    void bed.born();
    await vi.advanceTimersByTimeAsync(0);
  }
}

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-02T08:00:00Z') }));
afterEach(() => void vi.useRealTimers());

test('S7 S8 H21: whatever is asked for in whatever order, and however slow everybody is, nobody is shown after their end, and tokens go where they came from', {
  timeout: 120_000,
}, async () => {
  const count = { shown: 0, windows: 0, revoked: 0 };
  await fc.assert(
    fc.asyncProperty(run, async ({ steps, delays }) => {
      const truth = new Truth(delays);
      await truth.bed.born();
      await go(truth, { do: 'signIn' });
      for (const one of steps) await go(truth, one);
      await vi.advanceTimersByTimeAsync(60_000);
      truth.ended();
      await Promise.all([truth.bed.kept.lock('asked'), vi.advanceTimersByTimeAsync(60_000)]);
      expect(truth.faults).toEqual([]);
      expect([...truth.bed.extension.stored.session].join()).not.toMatch(/-of-|person-/);
      count.shown += truth.shown;
      count.windows += truth.windows;
      count.revoked += truth.revoked.size;
    }),
    { numRuns: 1_000 },
  );
  // The sequences must reach what they are about.
  expect(count.shown).toBeGreaterThan(500);
  expect(count.windows).toBeGreaterThan(300);
  expect(count.revoked).toBeGreaterThan(200);
});
