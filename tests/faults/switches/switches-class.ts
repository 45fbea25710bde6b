import type { Frame, Page } from 'puppeteer';
import { sidebarNow, untilPlanOf } from '../../browser/harness/sidebar.ts';
import { openCall } from '../../browser/harness/stage.ts';
import type { Random } from '../../sandbox/people/random.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { type Bench, judgePage } from '../kit/bench.ts';
import type { Played } from '../kit/cases.ts';
import { playOnBenches } from '../kit/on-benches.ts';
import { IN_OUT_OF_HOURS, takeLog, watch } from '../kit/watch.ts';
import { drawBurst, IN_A_BURST, type Switch, switchInBanner, switchInNestedFrame } from './bursts.ts';

const NAME = 'switches';
/** How long the service takes over each answer of a look-up (milliseconds). */
export const LATENCIES: readonly (readonly [name: string, ms: [number, number]])[] = [
  ['at once', [0, 0]],
  ['60 ms', [60, 60]],
  ['up to 2 s', [0, 2_000]],
];
/** A thousand for each latency in each place. */
const SWITCHES = 1_000;

type Place = {
  readonly name: string;
  readonly page: Page;
  readonly frame: () => Promise<Frame>;
  readonly change: (frame: Frame, burst: readonly Switch[]) => Promise<void>;
};

async function placesOf({ stage, page, people }: Bench): Promise<readonly Place[]> {
  const queue = await stage.outOfHours();
  const [first] = people;
  if (first) await openCall(queue, first);
  await watch(queue, IN_OUT_OF_HOURS);
  const innermost = async () => {
    const frame = queue.frames().find((one) => one.name() === 'patient');
    if (frame) return frame;
    for (const one of queue.frames()) if (await one.$('#patient-identity').catch(() => null)) return one;
    throw new Error('No frame of the queue shows a patient.');
  };
  return [
    { name: 'one document', page, frame: async () => page.mainFrame(), change: switchInBanner },
    { name: 'nested frames', page: queue, frame: innermost, change: switchInNestedFrame },
  ];
}

async function play({ stage, people }: Bench, places: readonly Place[], random: Random, at: number): Promise<Played> {
  const place = places[at % places.length];
  const [name, ms] = LATENCIES[Math.floor(at / places.length) % LATENCIES.length] ?? [];
  if (!place || !name || !ms) throw new Error('There is no such case.');
  const { page } = place;
  for (const step of ['patient', 'plans', 'document'] as const) stage.sandbox.switches.set(step, { kind: 'slow', ms });
  await page.bringToFront();
  await takeLog(page);
  const burst = drawBurst(random, people);
  await place.change(await place.frame(), burst);
  const last = burst.at(-1)?.person.nhsNumber ?? '';
  const came = await untilPlanOf(page, last).catch(async () => null);
  const log = await takeLog(page);
  stage.sandbox.switches.clear();
  const broken = [
    ...(came ? [] : [`I7: the last of the patients has no plan beside them, but ${(await sidebarNow(page))?.view}`]),
    // Frames in which nothing was compared would prove nothing.
    ...(log.shown === 0 ? ['the watcher has seen nobody'] : []),
    ...(await judgePage(page, {}, log)),
  ];
  return { fault: `${IN_A_BURST} switches, ${name}, ${place.name}`, broken };
}

function run(options: FaultRun): Promise<FaultResult> {
  return playOnBenches(NAME, options, async (bench) => {
    const places = await placesOf(bench);
    return (random, at) => play(bench, places, random, at);
  });
}

/** One patient after another, faster than the service answers: never the plan of one beside another (I1). */
export const switchesClass: FaultClass = {
  name: NAME,
  usual: (SWITCHES / IN_A_BURST) * LATENCIES.length * 2,
  slice: 6,
  run,
};
