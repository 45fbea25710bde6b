import { Hono } from 'hono';
import { setUp } from '../../browser/harness/set-up.ts';
import { type Random, randomFrom } from '../../sandbox/people/random.ts';
import { ELSEWHERE } from '../../sandbox/systems/elsewhere.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { type Bench, judgeWhatCame } from '../kit/bench.ts';
import type { Played } from '../kit/cases.ts';
import { type PlayCase, playOnBenches } from '../kit/on-benches.ts';
import { peopleWithPlans } from '../kit/people.ts';
import { watch } from '../kit/watch.ts';
import { type GeneratedPage, generatePage } from './generate-page.ts';
import { BY_ITS_OWN_WORD, type PagePlayed, playPage, pollute } from './play-page.ts';

/** A tab is loaded anew after so many pages: what they did to their world ends with it. */
const EACH_TAB = 25;
/** In so many pages somebody must have been claimed, or the campaign shows nothing. */
const ENOUGH = 50;
const BLANK = '<!doctype html><html lang="en-GB"><head><title>Record</title></head><body></body></html>';

/**
 * Generated pages, one after another in one tab: whoever is claimed in any frame is the one whom the page shows, or
 * nobody; the page is unhurt. Somebody who is not claimed is counted, and breaks nothing.
 */
export const pagesClass: FaultClass = { name: 'pages', usual: 10_000, slice: 20, run };

async function run(options: FaultRun): Promise<FaultResult> {
  const elsewhere = new Hono().get('/', (context) => context.html(BLANK));
  const counted = { claimed: 0 };
  const playerOn = (bench: Bench) => playerOfPages(bench, options, counted);
  const result = await playOnBenches('pages', options, playerOn, { sandbox: { extra: { elsewhere } } });
  const isIdle = options.cases >= ENOUGH && counted.claimed === 0;
  return isIdle ? { ...result, broken: [...result.broken, 'nobody was claimed in any page'] } : result;
}

async function playerOfPages({ stage }: Bench, { seed }: FaultRun, counted: { claimed: number }): Promise<PlayCase> {
  const { launched, sandbox } = stage;
  const [open, all] = [peopleWithPlans(sandbox), sandbox.people.persons];
  const pageOf = (random: Random) => generatePage(open, all, random);
  await setUp(launched, sandbox, [ELSEWHERE]);
  const page = await launched.browser.newPage();
  await page.goto(sandbox.originOf('elsewhere'));
  await watch(page, BY_ITS_OWN_WORD);

  async function play(next: GeneratedPage): Promise<Played> {
    if (next.pollution !== 'none') await page.evaluate(pollute, next.pollution);
    const played = await page.evaluate(playPage, next);
    if (next.truth !== '' && played.shown > 0) counted.claimed += 1;
    return { fault: outcomeOf(next, played), broken: [...judge(next, played), ...(await judgeWhatCame(page))] };
  }

  let isFirst = true;
  return async (random, at) => {
    if (isFirst || at % EACH_TAB === 0) {
      await page.goto(sandbox.originOf('elsewhere'));
      // What stands in the tab before it is a part of a case.
      if (at > 0) await play(pageOf(randomFrom(seed, `pages ${at - 1}`)));
    }
    isFirst = false;
    return play(pageOf(random));
  };
}

function outcomeOf({ truth }: GeneratedPage, { shown }: PagePlayed): string {
  if (truth === '') return 'nobody to claim';
  return shown > 0 ? 'claimed' : 'not claimed in time';
}

function judge(next: GeneratedPage, { frames, wrong, errors, hosts }: PagePlayed): string[] {
  const { place, change, storm, pollution, decoys } = next;
  const about = `(head ${place}, changed ${change}, storm ${storm}, polluted ${pollution}, ${decoys.join(' + ')})`;
  return [
    ...wrong.slice(0, 3).map((one) => `I1: ${one} ${about}`),
    ...errors.slice(0, 3).map((one) => `I10: the page failed: ${one} ${about}`),
    ...(hosts > 1 ? [`I10: more than one element of ours in the page ${about}`] : []),
    ...(frames === 0 ? [`nobody watched ${about}`] : []),
  ];
}
