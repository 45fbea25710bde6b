import { sidebarNow } from '../../browser/harness/sidebar.ts';
import type { RequestStep } from '../../sandbox/plan-service/faults/step-of.ts';
import type { FaultClass } from '../fault-class.ts';
import { type Amid, playAmid } from '../kit/amid.ts';
import { type Bench, judgePage, untilSettled } from '../kit/bench.ts';
import { MOMENTS } from './moments.ts';
import { WAYS } from './ways.ts';

const NAME = 'offline';
/** What the background asks for a plan. Pages of signing in and out have a network of their own, and may be on their way. */
const NEEDS_NETWORK: ReadonlySet<RequestStep> = new Set(['patient', 'plans', 'document', 'nextPage']);

function caseOf(bench: Bench, at: number): Amid {
  const moment = MOMENTS[at % MOMENTS.length];
  // Their number is odd: in the next round it is the other way.
  const way = WAYS[at % WAYS.length];
  if (!moment || !way) throw new Error('There is no such case.');
  const { page, stage } = bench;
  return {
    fault: `${way.name}, ${moment.name}`,
    before: (person) => moment.before(bench, person),
    begin: () => way.leave(stage),
    async meanwhile(person) {
      stage.sandbox.clearRequests();
      await moment.meanwhile(bench, person);
      const view = moment.nobody ? (await sidebarNow(page))?.view : (await untilSettled(page))?.view;
      const asked = stage.sandbox.requests.map(({ step }) => step).filter((step) => NEEDS_NETWORK.has(step));
      return [
        ...(asked.length > 0 ? [`the service was reached all the same: ${asked.join(', ')}`] : []),
        ...(view === 'plan' && !moment.mayStand ? ['S4: a plan, although nobody could be asked'] : []),
        ...(await judgePage(page, moment.nobody ? { nobody: true } : {})),
      ];
    },
  };
}

/** The network goes and comes back, in each state of the sidebar: never a word of the service that it has not said (S4). */
export const offlineClass: FaultClass = { name: NAME, usual: 200, slice: 5, run: (run) => playAmid(NAME, run, caseOf) };
