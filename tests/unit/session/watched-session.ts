import { type LockCause, newWatch, type Watch } from '../../../utils/session/deadlines.ts';
import type { EndingSteps } from '../../../utils/session/end-session.ts';
import type { Session } from '../../../utils/session/session.ts';
import type { SessionWatch } from '../../../utils/session/session-watch.ts';
import { type Life, PretendBrowser, settle } from './pretend-browser.ts';
import { nurse } from './signed-in.ts';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;

/** A session that is watched over by one life of the background after another, as `keepSession` wires it. */
export class WatchedSession {
  readonly browser = new PretendBrowser();
  readonly locks: { readonly cause: LockCause; readonly at: number }[] = [];
  /** At which moments it was said that a deadline has moved. */
  readonly changes: number[] = [];
  /** How often each step of an ending was gone. */
  readonly steps = { blank: 0, dropKeys: 0, eraseStored: 0, revoke: 0, endAtProvider: 0 };
  /** After how many steps of its own each life to come is killed. */
  kills: number[] = [];
  revoking: Promise<unknown> = Promise.resolve();
  life!: Life;
  watch!: SessionWatch;

  static async signedIn(limitMs: number, changes: Partial<Watch> = {}): Promise<WatchedSession> {
    const one = new WatchedSession();
    one.browser.wake = () => one.born();
    await one.born();
    await one.signIn(nurse, { ...newWatch(limitMs, Date.now()), ...changes });
    return one;
  }

  async signIn(session: Session, watch: Watch): Promise<void> {
    await this.life.openSession(session, watch);
    await this.watch.begin(watch);
    await settle();
  }

  /** A background is born: listeners first, then what was begun is completed, then whoever is signed in is watched. */
  async born(): Promise<void> {
    this.browser.killAt = this.browser.steps + (this.kills.shift() ?? Number.POSITIVE_INFINITY);
    const life = await this.browser.born();
    this.life = life;
    const watch = life.watchSession(
      (cause) => this.#lock(life, cause),
      () => this.changes.push(Date.now()),
    );
    this.watch = watch;
    void this.#start(life, watch);
  }

  /** As whoever asks reads it: who finds no background, or loses it, wakes one. */
  async isOpen(): Promise<boolean> {
    for (let tries = 0; tries < 20; tries += 1) {
      if (this.browser.isDead) await this.born();
      let answer: { readonly isOpen: boolean } | null = null;
      void this.life.readSession().then((session) => {
        answer = { isOpen: session !== null };
      });
      await settle();
      if (answer) return (answer as { readonly isOpen: boolean }).isOpen;
    }
    throw new Error('no background lives long enough to read');
  }

  async #start(life: Life, watch: SessionWatch): Promise<void> {
    await life.completeEnding(this.#endingSteps());
    const is = await life.sessionNow();
    if (is.kind === 'open') await watch.begin(is.watch);
    if (is.kind === 'overdue') await watch.check();
  }

  #lock(life: Life, cause: LockCause): Promise<void> {
    this.locks.push({ cause, at: Date.now() });
    return life.endSession({ how: 'lock', cause, done: false }, this.#endingSteps());
  }

  #endingSteps(): EndingSteps {
    const step = (name: keyof typeof this.steps) => () =>
      this.browser.act(name, () => {
        this.steps[name] += 1;
      });
    return {
      blank: step('blank'),
      dropKeys: step('dropKeys'),
      eraseStored: step('eraseStored'),
      revoke: () => this.revoking.then(step('revoke')),
      endAtProvider: step('endAtProvider'),
    };
  }
}
