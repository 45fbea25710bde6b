import { until } from '../../browser/harness/until.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Random } from '../../sandbox/people/random.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { type Bench, judgePage, untilSettled } from '../kit/bench.ts';
import type { Played } from '../kit/cases.ts';
import { playOnBenches } from '../kit/on-benches.ts';
import { People } from '../kit/one-after-another.ts';
import { peopleWithPlans } from '../kit/people.ts';
import { recover } from '../kit/recover.ts';
import { KINDS, type Kind } from './kinds.ts';
import { PLAYED_STEPS, type PlayedStep } from './steps.ts';

const NAME = 'service-faults';
const CELLS = KINDS.length * PLAYED_STEPS.length;
const ROUNDS = 5;
/** Shares no factor with the cells: the first few of a round are of all kinds and all steps. */
const STRIDE = 37;

type Cell = { readonly kind: Kind; readonly step: PlayedStep; readonly round: number };

/** Which kind at which step, by the number of the case: in one round every one of them once. */
export function cellOf(at: number): Cell {
  const cell = ((at % CELLS) * STRIDE) % CELLS;
  const kind = KINDS[cell % KINDS.length];
  const step = PLAYED_STEPS[Math.floor(cell / KINDS.length)];
  if (!kind || !step) throw new Error('There is no such cell.');
  return { kind, step, round: Math.floor(at / CELLS) };
}

class ServiceFaults {
  readonly #bench: Bench;
  readonly #pagedPeople: readonly Person[];
  readonly #people: People;
  #comeBack: (() => Promise<void>) | null = null;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#people = new People(bench.people);
    this.#pagedPeople = peopleWithPlans(bench.stage.sandbox, ['superseded', 'draftNewer']);
  }

  async play(random: Random, at: number): Promise<Played> {
    const { kind, step, round } = cellOf(at);
    const { stage } = this.#bench;
    const person = step.needsPages ? this.#people.next(random, this.#pagedPeople) : this.#people.next(random);
    const fault = `${kind.name} at ${step.name}`;
    await step.approach?.(this.#bench);
    stage.sandbox.clearRequests();
    stage.sandbox.switches.set(step.at, kind.faults(round, random));
    try {
      await Promise.all([step.take(this.#bench, person), kind.goesAway && this.#goAwayAt(step)]);
      const broken = [...(await this.#judgeFault(kind, step)), ...(await judgePage(this.#bench.page))];
      await this.#mend();
      return {
        fault,
        broken: [...broken, ...(await recover(this.#bench, [this.#people.next(random), this.#people.next(random)]))],
      };
    } finally {
      await this.#mend();
    }
  }

  /** Nobody listens any more once the step is reached. */
  async #goAwayAt({ at }: PlayedStep): Promise<void> {
    const { sandbox } = this.#bench.stage;
    await until(`${at} was asked`, async () => sandbox.requests.some(({ step }) => step === at));
    this.#comeBack = await sandbox.planService.goAway();
  }

  async #mend(): Promise<void> {
    await this.#comeBack?.();
    this.#comeBack = null;
    this.#bench.stage.sandbox.switches.clear();
  }

  async #judgeFault(kind: Kind, step: PlayedStep): Promise<string[]> {
    const settled = await untilSettled(this.#bench.page);
    const met = this.#bench.stage.sandbox.requests.some((one) => one.step === step.at && one.faults.length > 0);
    const isPlanless = step.isNeeded && !kind.isHarmless;
    return [
      ...(met ? [] : ['the fault was never met']),
      ...(isPlanless && settled?.view === 'plan' ? ['S4: a plan, although the service did not answer'] : []),
    ];
  }
}

function run(options: FaultRun): Promise<FaultResult> {
  const playerOn = (bench: Bench) => {
    const faults = new ServiceFaults(bench);
    return (random: Random, at: number) => faults.play(random, at);
  };
  return playOnBenches(NAME, options, playerOn, { sandbox: { longestPage: 1 } });
}

/** Whatever goes wrong with the plan service at whichever step: never a word of it that it has not said (S4). */
export const serviceFaultsClass: FaultClass = { name: NAME, usual: CELLS * ROUNDS, slice: 5, run };
