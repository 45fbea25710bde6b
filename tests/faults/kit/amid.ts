import type { Person } from '../../sandbox/people/person.ts';
import type { Random } from '../../sandbox/people/random.ts';
import type { FaultResult, FaultRun } from '../fault-class.ts';
import type { Bench } from './bench.ts';
import { playOnBenches } from './on-benches.ts';
import { People } from './one-after-another.ts';
import { recover } from './recover.ts';

/** A fault that goes on for a while, in one state of the sidebar. */
export type Amid = {
  readonly fault: string;
  /** Comes to the state. */
  readonly before?: (person: Person) => Promise<void>;
  /** Begins the fault; answers with how it ends. */
  readonly begin: () => Promise<() => Promise<void>>;
  /** What somebody does meanwhile, and what of it does not hold. */
  readonly meanwhile: (person: Person) => Promise<readonly string[]>;
};

/**
 * Plays cases of such faults: each ends whatever has become of it, and work goes on after it (I9).
 *
 * @param name of the class
 * @param caseOf the fault of a case, by its number
 */
export function playAmid(
  name: string,
  run: FaultRun,
  caseOf: (bench: Bench, at: number) => Amid,
): Promise<FaultResult> {
  return playOnBenches(name, run, (bench) => {
    const people = new People(bench.people);
    return (random, at) => play(bench, people, random, caseOf(bench, at));
  });
}

async function play(bench: Bench, people: People, random: Random, { fault, before, begin, meanwhile }: Amid) {
  const person = people.next(random);
  await bench.page.bringToFront();
  await before?.(person);
  const end = await begin();
  const broken: string[] = [];
  try {
    await bench.page.bringToFront();
    broken.push(...(await meanwhile(person)));
  } finally {
    bench.stage.sandbox.switches.clear();
    await end();
  }
  broken.push(...(await recover(bench, [people.next(random), people.next(random)])));
  return { fault, broken };
}
