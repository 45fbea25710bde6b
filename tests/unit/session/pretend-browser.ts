import { vi } from 'vitest';
import type * as EndSession from '../../../utils/session/end-session.ts';
import type * as SessionRoom from '../../../utils/session/session.ts';
import type * as SessionWatchRoom from '../../../utils/session/session-watch.ts';

type IdleState = 'active' | 'idle' | 'locked';
type Alarm = { readonly scheduledTime: number; readonly ringsAt: number; readonly periodMs: number | null };
type Listeners = { idle: ((state: IdleState) => void)[]; alarm: ((alarm: { name: string }) => void)[] };

/** What one life of the background has loaded. */
export type Life = typeof SessionRoom & typeof EndSession & typeof SessionWatchRoom;

/** How long a page in view takes to tell a new background about itself (docs/safety.md). */
const RECONNECT_MS = 50;
/** Soonest an alarm rings after it was set: Chromium's documentation promises no more. */
const SOONEST_ALARM_MS = 30_000;

/**
 * The browser around backgrounds that are killed and born: `storage.session`, alarms, and a computer that somebody
 * touches. Time is vitest's: `Date` is the clock on the wall, `performance` the time that passes. Every call is a step,
 * counted before and after it does something; a killed background's calls do nothing and are never answered.
 */
export class PretendBrowser {
  readonly stored = new Map<string, string>();
  readonly alarms = new Map<string, Alarm>();
  /** Everything that has been done, by its name. */
  readonly done: string[] = [];
  steps = 0;
  killAt = Number.POSITIVE_INFINITY;
  detectionSeconds = 60;
  isLocked = false;
  /** The calls that fail. */
  failing: readonly string[] = [];
  onStep: ((step: number) => void) | null = null;
  /** Gives birth to a background when an event or a page needs one; resolves once its listeners are registered. */
  wake: (() => Promise<void>) | null = null;
  isPageInView = false;
  #life = 0;
  #diedAt = 0;
  #touchedAt = performance.now();
  #reported: IdleState = 'active';
  #listeners: Listeners = { idle: [], alarm: [] };

  /** The modules of a new life, on whatever is stored. */
  async born(): Promise<Life> {
    vi.resetModules();
    const browser = this.#browserOf();
    vi.doMock('../../../utils/browser.ts', () => ({ browser }));
    const session = await import('../../../utils/session/session.ts');
    const ending = await import('../../../utils/session/end-session.ts');
    const watch = await import('../../../utils/session/session-watch.ts');
    return { ...session, ...ending, ...watch };
  }

  kill(): void {
    this.#life += 1;
    this.#diedAt = performance.now();
    this.#listeners = { idle: [], alarm: [] };
  }

  get isDead(): boolean {
    return this.#listeners.idle.length === 0;
  }

  get listeners(): readonly number[] {
    return [this.#listeners.idle.length, this.#listeners.alarm.length];
  }

  /** Something a background does to the world outside it. */
  async act<T>(name: string, does: () => T | Promise<T>, life = this.#life): Promise<T> {
    await this.#step(life);
    if (this.failing.includes(name)) throw new Error(name);
    this.done.push(name);
    const result = await does();
    await this.#step(life);
    return result;
  }

  async #step(life: number): Promise<void> {
    await Promise.resolve();
    if (life === this.#life) {
      this.steps += 1;
      this.onStep?.(this.steps);
    }
    if (life === this.#life && this.steps === this.killAt) this.kill();
    if (life !== this.#life) await new Promise(() => undefined);
  }

  /** Lets time pass, with whatever rings in it. */
  async pass(ms: number): Promise<void> {
    let left = ms;
    await this.#ring();
    while (left > 0) {
      const next = Math.max(1, Math.min(left, this.#untilNext()));
      await vi.advanceTimersByTimeAsync(next);
      left -= next;
      await this.#ring();
    }
  }

  async touch(): Promise<void> {
    this.#touchedAt = performance.now();
    await this.#ring();
  }

  async lockScreen(isLocked: boolean): Promise<void> {
    this.isLocked = isLocked;
    await this.#ring();
  }

  /** The lid is closed: nothing runs, and the clock goes on. */
  sleep(ms: number): void {
    vi.setSystemTime(Date.now() + ms);
    this.#touchedAt -= ms;
  }

  /** Somebody sets the clock. */
  setClock(byMs: number): void {
    vi.setSystemTime(Date.now() + byMs);
  }

  #stateAfter(seconds: number): IdleState {
    if (this.isLocked) return 'locked';
    return performance.now() - this.#touchedAt >= seconds * 1000 ? 'idle' : 'active';
  }

  #untilNext(): number {
    const idleIn = this.#touchedAt + this.detectionSeconds * 1000 - performance.now();
    const alarmsIn = [...this.alarms.values()].map(({ ringsAt }) => ringsAt - Date.now());
    const pageIn = this.isDead && this.isPageInView ? this.#diedAt + RECONNECT_MS - performance.now() : 0;
    return Math.min(...alarmsIn, ...[idleIn, pageIn].filter((ms) => ms > 0));
  }

  async #ring(): Promise<void> {
    if (this.isDead && this.isPageInView && performance.now() >= this.#diedAt + RECONNECT_MS)
      await this.#tell(() => []);
    const state = this.#stateAfter(this.detectionSeconds);
    if (state !== this.#reported) await this.#tell(() => this.#listeners.idle.map((heard) => heard(state)));
    this.#reported = state;
    for (const [name, { ringsAt, periodMs }] of [...this.alarms]) {
      if (ringsAt > Date.now()) continue;
      const again = Date.now() + (periodMs ?? 0);
      if (periodMs === null) this.alarms.delete(name);
      else this.alarms.set(name, { scheduledTime: again, ringsAt: again, periodMs });
      await this.#tell(() => this.#listeners.alarm.map((heard) => heard({ name })));
    }
    await settle();
  }

  async #tell(them: () => void): Promise<void> {
    if (this.isDead) await this.wake?.();
    them();
    await settle();
  }

  #browserOf() {
    const life = ++this.#life;
    const call = <T>(name: string, does: () => T) => this.act(name, does, life);
    this.#listeners = { idle: [], alarm: [] };
    const listeners = this.#listeners;
    return {
      storage: {
        session: {
          get: (keys: string | readonly string[]) => call('get', () => this.#read([keys].flat())),
          set: (items: object) => call(`set ${Object.keys(items)}`, () => this.#write(items)),
          remove: (keys: string | readonly string[]) =>
            call(`remove ${keys}`, () => [keys].flat().map((key) => this.stored.delete(key))),
        },
        get local(): never {
          throw new Error('A session lives in storage.session only');
        },
      },
      idle: {
        queryState: (seconds: number) => call('query', () => this.#stateAfter(Math.max(15, seconds))),
        setDetectionInterval: (seconds: number) => {
          this.detectionSeconds = seconds;
        },
        onStateChanged: { addListener: (heard: Listeners['idle'][number]) => listeners.idle.push(heard) },
      },
      alarms: {
        get: (name: string) => call('alarm?', () => this.alarms.get(name)),
        create: (name: string, when: { when?: number; periodInMinutes?: number }) =>
          call(`alarm ${name}`, () => this.#set(name, when)),
        clear: (name: string) => call(`no alarm ${name}`, () => this.alarms.delete(name)),
        onAlarm: { addListener: (heard: Listeners['alarm'][number]) => listeners.alarm.push(heard) },
      },
    };
  }

  #read(keys: readonly string[]): Record<string, unknown> {
    return Object.fromEntries(
      keys.flatMap((key) => (this.stored.has(key) ? [[key, JSON.parse(this.stored.get(key) ?? '')]] : [])),
    );
  }

  #write(items: object): void {
    for (const [key, value] of Object.entries(items)) this.stored.set(key, JSON.stringify(value));
  }

  #set(name: string, { when, periodInMinutes }: { when?: number; periodInMinutes?: number }): void {
    const periodMs = periodInMinutes === undefined ? null : periodInMinutes * 60_000;
    const scheduledTime = when ?? Date.now() + (periodMs ?? 0);
    this.alarms.set(name, { scheduledTime, ringsAt: Math.max(scheduledTime, Date.now() + SOONEST_ALARM_MS), periodMs });
  }
}

/** Until everything that could go on without time passing has gone on. */
export async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}
