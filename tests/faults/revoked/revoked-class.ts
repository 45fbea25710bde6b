import type { Page } from 'puppeteer';
import { oursIn } from '../../browser/harness/untouched.ts';
import type { Random } from '../../sandbox/people/random.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { type Bench, judgePage, openBench } from '../kit/bench.ts';
import { type Played, playCases } from '../kit/cases.ts';
import { judgeTrails } from '../kit/judge-trails.ts';
import { People } from '../kit/one-after-another.ts';
import { recover } from '../kit/recover.ts';
import { MOMENTS } from '../offline/moments.ts';
import { waysIn } from './ways.ts';

const NAME = 'revoked';
const ROUNDS = 5;
/** At once, for whoever looks; a policy is read with the next settings. */
const GONE_MS = 5_000;

/** S9: nothing of ours is left in the page. */
async function judgeGone(page: Page): Promise<string[]> {
  const end = Date.now() + GONE_MS;
  let left = await oursIn(page);
  while (Date.now() < end && left.elements.length + left.frames > 0) left = await oursIn(page);
  return left.elements.length + left.frames > 0 || left.style !== null
    ? [`S9: ${left.elements.length} elements and ${left.frames} frames of ours are left in the page`]
    : [];
}

async function play(bench: Bench, people: People, random: Random, at: number): Promise<Played> {
  const moment = MOMENTS[at % MOMENTS.length];
  // The number of moments is odd: in the next round it is the other way.
  const ways = waysIn(bench.stage.launched);
  const way = ways[at % ways.length];
  if (!moment || !way) throw new Error('There is no such case.');
  const { page, stage } = bench;
  await page.bringToFront();
  await moment.before(bench, people.next(random));
  const giveAgain = await way.take(stage);
  const broken: string[] = [];
  try {
    await page.bringToFront();
    broken.push(...(await judgeGone(page)), ...(await judgePage(page, { nobody: true })));
  } finally {
    stage.sandbox.switches.clear();
    await giveAgain();
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

/** What lets Planside into a system is taken away in each state of the sidebar: nothing of it stays, and it comes back (S9). */
export const revokedClass: FaultClass = {
  name: NAME,
  usual: MOMENTS.length * 2 * ROUNDS,
  slice: 4,
  run,
};
