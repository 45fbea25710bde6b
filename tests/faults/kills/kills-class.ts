import { killBackground } from '../../browser/harness/kill-background.ts';
import { press, type Shown, shownWithin, sidebarNow } from '../../browser/harness/sidebar.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Random } from '../../sandbox/people/random.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { AtWork } from '../kit/at-work.ts';
import { type Bench, judgePage, SETTLED_MS, untilSettled } from '../kit/bench.ts';
import { openBeside } from '../kit/beside.ts';
import type { Played } from '../kit/cases.ts';
import { playOnBenches } from '../kit/on-benches.ts';
import { strangersWithPlans } from '../kit/people.ts';
import { type Stop, stopAt } from './gate.ts';
import { JOURNEYS, type Journey, type Whom } from './journeys.ts';

/** Of all kills, so many come at a random time, and not where the background waits for something. */
const AT_RANDOM = 0.25;
const LONGEST_MS = 700;

/** Kills of the background in the middle of what somebody does, one after another. */
class Kills {
  readonly #work: AtWork;
  readonly #bench: Bench;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#work = new AtWork(bench);
  }

  async play(random: Random): Promise<Played> {
    const { page } = this.#bench;
    const journey = random.pick(JOURNEYS.flatMap((one) => Array.from({ length: one.weight }, () => one)));
    const whom = this.#whom(random);
    await journey.prepare?.(this.#bench, whom);
    if (journey.prepare) this.#perhaps(whom.open, whom.stranger);
    const end = await this.#endAmid(journey, whom, random);
    const settled = await untilSettled(page);
    const broken = await judgePage(page);
    if (settled && ![...journey.ends, 'hidden'].includes(settled.view))
      broken.push(`I7: came to rest in ${settled.view}`);
    this.#count(journey, whom, settled);
    await journey.restore?.(this.#bench);
    if ((await sidebarNow(page))?.view === 'hidden') await press(page, 'Show again');
    broken.push(...(await this.#work.goOn(this.#work.another(random, whom.next))));
    return { fault: `${journey.name}, ${end}`, broken };
  }

  #whom(random: Random): Whom {
    const stranger = random.pick(strangersWithPlans(this.#bench.stage.sandbox));
    return { open: this.#work.open, next: this.#work.another(random), stranger };
  }

  #count({ name }: Journey, { open, next, stranger }: Whom, settled: Shown | null): void {
    if (name !== 'opening a patient') this.#perhaps(open, open, stranger);
    else if (settled?.view === 'plan') this.#work.tally.seen(next);
    else this.#work.tally.perhaps(next);
  }

  #perhaps(...people: readonly Person[]): void {
    for (const one of people) this.#work.tally.perhaps(one);
  }

  /** Ends the background at one call it waits for, or at a random time; answers with when that was. */
  async #endAmid(journey: Journey, whom: Whom, random: Random): Promise<string> {
    const { launched } = this.#bench.stage;
    const isAtRandom = random.chance(AT_RANDOM);
    const stop: Stop = { call: random.integer(1, journey.calls), side: random.pick(['before', 'after'] as const) };
    const waits = random.integer(0, LONGEST_MS);
    const over = new AbortController();
    if (isAtRandom) {
      const going = journey.go(this.#bench, whom, over.signal).catch(() => undefined);
      await new Promise((done) => setTimeout(done, waits));
      await this.#kill(over, going);
      return 'at random';
    }
    const beside = await openBeside(launched);
    await this.#bench.page.bringToFront();
    const { stopped } = await stopAt(launched, stop, beside);
    const going = journey.go(this.#bench, whom, over.signal).catch(() => undefined);
    const at = await Promise.race([stopped, this.#untilOver(journey, over.signal)]);
    await this.#kill(over, going);
    await beside?.close();
    return at === null ? 'at its end' : `${stop.side} ${at}`;
  }

  async #untilOver({ isOver }: Journey, ended: AbortSignal): Promise<null> {
    const is = (now: Shown | null) => ended.aborted || (now !== null && isOver(now));
    await shownWithin(this.#bench.page, SETTLED_MS, is);
    return null;
  }

  async #kill(over: AbortController, going: Promise<unknown>): Promise<void> {
    await killBackground(this.#bench.stage.launched);
    over.abort();
    // Whoever waits for a window that nobody opens is not waited for.
    await Promise.race([going, shownWithin(this.#bench.page, 1_000, () => false)]);
    await sidebarNow(this.#bench.page);
  }
}

function run(options: FaultRun): Promise<FaultResult> {
  return playOnBenches('kills', options, (bench) => {
    const kills = new Kills(bench);
    return (random) => kills.play(random);
  });
}

/** The background is ended at every call it waits for, before it is made and after it was done, and at random times. */
export const killsClass: FaultClass = { name: 'kills', usual: 1_000, slice: 5, run };
