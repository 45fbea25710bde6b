import { setTimeout as after } from 'node:timers/promises';
import { killBackground } from '../../browser/harness/kill-background.ts';
import { shownWithin } from '../../browser/harness/sidebar.ts';
import { openPatient } from '../../browser/harness/stage.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { type Random, randomFrom } from '../../sandbox/people/random.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { type Bench, judgePage, judgeRecovery, openBench } from '../kit/bench.ts';
import { judgeTrails } from '../kit/judge-trails.ts';
import { ViewTally } from '../kit/view-tally.ts';

/** Times between one end of the background and the next, in milliseconds. */
const BETWEEN_KILLS = [50, 500] as const;
/** How long the background is left in peace from time to time, in seconds of kills before it: then a plan has to come. */
const PEACE_EVERY_S = 20;
const SECOND = 1_000;
/** So long somebody waits for a plan that may never come before they turn to the next patient. */
const LOOKED_AT_MS = 2_000;

type Counted = { kills: number; views: number; plans: number; peaces: number };

/** Somebody who opens one patient after another while the background is ended again and again. */
class UnderUse {
  readonly broken: string[] = [];
  readonly counted: Counted = { kills: 0, views: 0, plans: 0, peaces: 0 };
  readonly #bench: Bench;
  readonly #random: Random;
  readonly #tally: ViewTally;
  readonly #isAt: () => string;
  #open: Person;

  constructor(bench: Bench, first: Person, random: Random, isAt: () => string) {
    this.#bench = bench;
    this.#random = random;
    this.#open = first;
    this.#tally = new ViewTally(bench.stage.sandbox);
    this.#tally.seen(first);
    this.#isAt = isAt;
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
    const next = this.#next();
    this.#tell(await judgeRecovery(this.#bench.page, next));
    this.#tally.seen(next);
    this.#open = next;
    this.#tell(await this.#tally.judge());
    this.#tell(judgeTrails(this.#bench.stage.sandbox));
    this.counted.peaces += 1;
  }

  /** Opens somebody; while the background lives half a second at most, not every plan comes before the next is asked for. */
  async #view(): Promise<void> {
    const { page } = this.#bench;
    const person = this.#next();
    this.#open = person;
    await openPatient(page, person);
    this.#tally.perhaps(person);
    this.counted.views += 1;
    if (this.#random.chance(0.3)) return;
    const plan = await shownWithin(page, LOOKED_AT_MS, (now) => now?.view === 'plan');
    if (plan) this.counted.plans += 1;
    this.#tell(await judgePage(page, { amid: true }));
  }

  async #killUntil(over: AbortSignal): Promise<void> {
    const random = randomFrom(this.#random.integer(0, 1_000_000), 'under-use');
    while (!over.aborted) {
      await after(random.integer(...BETWEEN_KILLS));
      await killBackground(this.#bench.stage.launched);
      this.counted.kills += 1;
    }
  }

  #next(): Person {
    return this.#random.pick(this.#bench.people.filter((one) => one !== this.#open));
  }

  #tell(found: readonly string[]): void {
    this.broken.push(...found.map((one) => `${this.#isAt()}: ${one}`));
  }
}

async function run(options: FaultRun): Promise<FaultResult> {
  const { seed, cases, say } = options;
  const bench = await openBench(options);
  try {
    const [first] = bench.people;
    if (!first) throw new Error('The sandbox has nobody with a plan.');
    const start = Date.now();
    const second = () => Math.floor((Date.now() - start) / SECOND);
    const use = new UnderUse(bench, first, randomFrom(seed, 'under-use'), () => `case ${second()} (seed ${seed}), s`);
    while (second() < cases) {
      await use.kill(start + Math.min(second() + PEACE_EVERY_S, cases) * SECOND);
      say(`under-use: ${second()} s, ${use.counted.kills} kills, ${use.broken.length} broken, seed ${seed}`);
    }
    return { cases, broken: use.broken, counted: use.counted };
  } finally {
    await bench.close();
  }
}

/** The background is ended every 50 to 500 ms while somebody works; a case is a second of it. */
export const underUseClass: FaultClass = { name: 'under-use', usual: 1_800, slice: 10, run };
