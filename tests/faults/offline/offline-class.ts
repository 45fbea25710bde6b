import { sidebarNow } from '../../browser/harness/sidebar.ts';
import type { Random } from '../../sandbox/people/random.ts';
import type { RequestStep } from '../../sandbox/plan-service/faults/step-of.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { type Bench, judgePage, openBench, untilSettled } from '../kit/bench.ts';
import { type Played, playCases } from '../kit/cases.ts';
import { judgeTrails } from '../kit/judge-trails.ts';
import { People } from '../kit/one-after-another.ts';
import { recover } from '../kit/recover.ts';
import { MOMENTS } from './moments.ts';
import { WAYS } from './ways.ts';

const NAME = 'offline';
/** What the background asks for a plan. Pages of signing in and out have a network of their own, and may be on their way. */
const NEEDS_NETWORK: ReadonlySet<RequestStep> = new Set(['patient', 'plans', 'document', 'nextPage']);

async function play(bench: Bench, people: People, random: Random, at: number): Promise<Played> {
  const moment = MOMENTS[at % MOMENTS.length];
  // Their number is odd: in the next round it is the other way.
  const way = WAYS[at % WAYS.length];
  if (!moment || !way) throw new Error('There is no such case.');
  const { page, stage } = bench;
  const person = people.next(random);
  await page.bringToFront();
  await moment.before(bench, person);
  const comeBack = await way.leave(stage);
  stage.sandbox.clearRequests();
  const broken: string[] = [];
  try {
    await moment.meanwhile(bench, person);
    const view = moment.nobody ? (await sidebarNow(page))?.view : (await untilSettled(page))?.view;
    const asked = stage.sandbox.requests.map(({ step }) => step).filter((step) => NEEDS_NETWORK.has(step));
    if (asked.length > 0) broken.push(`the service was reached all the same: ${asked.join(', ')}`);
    if (view === 'plan' && !moment.mayStand) broken.push('S4: a plan, although nobody could be asked');
    broken.push(...(await judgePage(page, moment.nobody ? { nobody: true } : {})));
  } finally {
    stage.sandbox.switches.clear();
    await comeBack();
  }
  broken.push(...(await recover(bench, [people.next(random), people.next(random)])));
  return { fault: `${way.name}, ${moment.name}`, broken };
}

async function run(options: FaultRun): Promise<FaultResult> {
  const bench = await openBench(options);
  try {
    const people = new People(bench.people);
    const result = await playCases(NAME, options, (random, at) => play(bench, people, random, at));
    return { ...result, broken: [...result.broken, ...judgeTrails(bench.stage.sandbox)] };
  } finally {
    await bench.close();
  }
}

/** The network goes and comes back, in each state of the sidebar: never a word of the service that it has not said (S4). */
export const offlineClass: FaultClass = { name: NAME, usual: 200, slice: 5, run };
