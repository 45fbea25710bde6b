import { expect } from 'vitest';
import { newWatch } from '../../../utils/session/deadlines.ts';
import type { EndingSteps } from '../../../utils/session/end-session.ts';
import type { Ending, Session } from '../../../utils/session/session.ts';
import { type Life, PretendBrowser } from './pretend-browser.ts';
import { nurse } from './signed-in.ts';

/** Everything an ending has to leave clean: surfaces, keys, copies, tokens, over lives of the background. */
export class EndedWorld {
  readonly browser: PretendBrowser;
  readonly there = new Set(['surfaces', 'keys', 'copies']);
  /** What the sign-in service was told. */
  readonly told: string[] = [];
  beforeEach: () => Promise<unknown> = async () => undefined;
  life: Life;

  private constructor(browser: PretendBrowser, life: Life) {
    this.browser = browser;
    this.life = life;
  }

  /** A nurse has signed in, and plans of hers are shown and kept. */
  static async withNurse(): Promise<EndedWorld> {
    const browser = new PretendBrowser();
    const world = new EndedWorld(browser, await browser.born());
    await world.life.openSession(nurse, newWatch(600_000, Date.now()));
    browser.done.length = 0;
    browser.steps = 0;
    return world;
  }

  /** In how many steps an ending is over. */
  static async stepsOf(ending: Ending): Promise<number> {
    const world = await EndedWorld.withNurse();
    await world.life.endSession(ending, world.steps());
    return world.browser.steps;
  }

  steps(): EndingSteps {
    const step = async (name: string, does: () => unknown): Promise<void> => {
      await this.beforeEach();
      await this.browser.act(name, does);
    };
    return {
      blank: () => step('blank', () => this.there.delete('surfaces')),
      dropKeys: () => step('dropKeys', () => this.there.delete('keys')),
      eraseStored: () => step('eraseStored', () => this.there.delete('copies')),
      revoke: ({ subject }: Session) => step('revoke', () => this.told.push(`revoke ${subject}`)),
      endAtProvider: ({ subject }: Session) => step('endAtProvider', () => this.told.push(`end ${subject}`)),
    };
  }

  /** The background is gone, and another one is born on what it left. */
  async nextLife(): Promise<void> {
    this.browser.kill();
    this.browser.killAt = Number.POSITIVE_INFINITY;
    this.life = await this.browser.born();
  }

  /** What was done, reads left out. */
  did(): string[] {
    return this.browser.done.filter((name) => name !== 'get');
  }

  times(name: string): number {
    return this.did().filter((one) => one === name).length;
  }

  /** Under which keys something of a person or a token is stored. */
  tokensStored(): string[] {
    const marks = /of-the-(?:nurse|doctor)|access-|refresh-|Adeyemi|Fernandes|login\.example/;
    return [...this.browser.stored].flatMap(([key, value]) => (marks.test(value) ? [`${key}: ${value}`] : []));
  }

  /** @param isRevoked whether the sign-in service has been told as well */
  isClean(isRevoked = true): void {
    expect([...this.there]).toEqual([]);
    expect(this.tokensStored()).toEqual([]);
    if (isRevoked) expect(this.told).toContain('revoke nurse');
  }
}
