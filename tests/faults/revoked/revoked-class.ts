import type { Page } from 'puppeteer';
import { oursIn } from '../../browser/harness/untouched.ts';
import type { FaultClass } from '../fault-class.ts';
import { type Amid, playAmid } from '../kit/amid.ts';
import { type Bench, judgePage } from '../kit/bench.ts';
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

function caseOf(bench: Bench, at: number): Amid {
  const moment = MOMENTS[at % MOMENTS.length];
  // The number of moments is odd: in the next round it is the other way.
  const ways = waysIn(bench.stage.launched);
  const way = ways[at % ways.length];
  if (!moment || !way) throw new Error('There is no such case.');
  const { page, stage } = bench;
  return {
    fault: `${way.name}, ${moment.name}`,
    before: (person) => moment.before(bench, person),
    begin: () => way.take(stage),
    meanwhile: async () => [...(await judgeGone(page)), ...(await judgePage(page, { nobody: true }))],
  };
}

/** What lets Planside into a system is taken away in each state of the sidebar: nothing of it stays, and it comes back (S9). */
export const revokedClass: FaultClass = {
  name: NAME,
  usual: MOMENTS.length * 2 * ROUNDS,
  slice: 4,
  run: (run) => playAmid(NAME, run, caseOf),
};
