import { setTimeout as after } from 'node:timers/promises';
import { killBackground } from '../../browser/harness/kill-background.ts';
import { signIn } from '../../browser/harness/set-up.ts';
import { shownWithin, sidebarNow, untilPlanOf } from '../../browser/harness/sidebar.ts';
import { openPatient } from '../../browser/harness/stage.ts';
import { type Random, randomFrom } from '../../sandbox/people/random.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { AtWork } from '../kit/at-work.ts';
import { type Bench, judgePage, onBench } from '../kit/bench.ts';
import { readOn } from '../kit/read-on.ts';

/** Times between one end of the background and the next, in milliseconds. */
const BETWEEN_KILLS = [50, 500] as const;
/** How long the background is left in peace from time to time, in seconds of kills before it: then a plan has to come. */
const PEACE_EVERY_S = 20;
const SECOND = 1_000;
/** So long somebody waits for a plan that may never come before they turn to the next patient. */
const LOOKED_AT_MS = 2_000;

type Counted = { kills: number; views: number; plans: number; peaces: number; 'signed in again': number };

/** Somebody who opens one patient after another while the background is ended again and again. */
class UnderUse {
  readonly broken: string[] = [];
  readonly counted: Counted = { kills: 0, views: 0, plans: 0, peaces: 0, 'signed in again': 0 };
  readonly #work: AtWork;
  readonly #bench: Bench;
  readonly #random: Random;
  readonly #isAt: () => string;
  /** How often tokens had been asked for once somebody was signed in. */
  #tokens: number;

  constructor(bench: Bench, random: Random, isAt: () => string) {
    this.#bench = bench;
    this.#work = new AtWork(bench);
    this.#random = random;
    this.#isAt = isAt;
    this.#tokens = tokensAsked(bench);
  }

  /** Ends the background again and again, and uses the sidebar meanwhile. */
  async kill(until: number): Promise<void> {
    const over = new AbortController();
    const killing = this.#killUntil(over.signal);
    try {
      while (Date.now() < until) await this.#view();
    } finally {
      over.abort();
      await killing;
    }
    this.#tell(await judgePage(this.#bench.page));
    if ((await sidebarNow(this.#bench.page))?.view === 'signedOut') await this.#signInAgain();
    this.#tell(await this.#work.goOn(this.#work.another(this.#random)));
    this.#tell(await readOn(this.#bench.page));
    this.counted.peaces += 1;
  }

  /** Opens somebody; while the background lives half a second at most, not every plan comes before the next is asked for. */
  async #view(): Promise<void> {
    const { page } = this.#bench;
    const person = this.#work.another(this.#random);
    this.#work.open = person;
    await openPatient(page, person);
    this.#work.tally.perhaps(person);
    this.counted.views += 1;
    if (this.#random.chance(0.3)) return;
    const plan = await shownWithin(page, LOOKED_AT_MS, (now) => now?.view === 'plan');
    if (plan) this.counted.plans += 1;
    this.#tell(await judgePage(page, { amid: true }));
  }

  /**
   * A refresh token is good for one use: a background that is ended between the service's answer to it and keeping what
   * came has lost the session. Nothing else ends one.
   */
  async #signInAgain(): Promise<void> {
    const { page, stage } = this.#bench;
    if (tokensAsked(this.#bench) === this.#tokens) this.#tell(['I9: signed out, although nothing was renewed']);
    await signIn(stage.launched, page, stage.account('gp'));
    await page.bringToFront();
    await untilPlanOf(page, this.#work.open.nhsNumber);
    this.#work.tally.seen(this.#work.open);
    this.#tokens = tokensAsked(this.#bench);
    this.counted['signed in again'] += 1;
  }

  async #killUntil(over: AbortSignal): Promise<void> {
    const random = randomFrom(this.#random.integer(0, 1_000_000), 'under-use');
    while (!over.aborted) {
      await after(random.integer(...BETWEEN_KILLS));
      await killBackground(this.#bench.stage.launched);
      this.counted.kills += 1;
    }
  }

  #tell(found: readonly string[]): void {
    this.broken.push(...found.map((one) => `${this.#isAt()}: ${one}`));
  }
}

const tokensAsked = ({ stage }: Bench) => stage.sandbox.requests.filter(({ step }) => step === 'token').length;

function run(options: FaultRun): Promise<FaultResult> {
  const { seed, cases, say } = options;
  return onBench(options, async (bench) => {
    const start = Date.now();
    const second = () => Math.floor((Date.now() - start) / SECOND);
    const use = new UnderUse(bench, randomFrom(seed, 'under-use'), () => `case ${second()} (seed ${seed}), s`);
    while (second() < cases) {
      await use.kill(start + Math.min(second() + PEACE_EVERY_S, cases) * SECOND);
      say(`under-use: ${second()} s, ${use.counted.kills} kills, ${use.broken.length} broken, seed ${seed}`);
    }
    return { cases, broken: use.broken, counted: use.counted };
  });
}

/** The background is ended every 50 to 500 ms while somebody works; a case is a second of it. */
export const underUseClass: FaultClass = { name: 'under-use', usual: 1_800, slice: 10, run };
