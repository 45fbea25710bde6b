import { Hono } from 'hono';
import type { Page } from 'puppeteer';
import { setUp } from '../../browser/harness/set-up.ts';
import { soon } from '../../browser/harness/soon.ts';
import { openPatient, type Stage, signInAndSee } from '../../browser/harness/stage.ts';
import { type Random, randomFrom } from '../../sandbox/people/random.ts';
import { ELSEWHERE } from '../../sandbox/systems/elsewhere.ts';
import type { FaultClass, FaultRun } from '../fault-class.ts';
import { type Played, playCases } from '../kit/cases.ts';
import { peopleWithPlans } from '../kit/people.ts';
import { openStageInUse } from '../kit/stage-in-use.ts';
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
export const pagesClass: FaultClass = {
  name: 'pages',
  usual: 10_000,
  slice: 20,
  async run(run) {
    const { stage, page } = await openGround(run);
    const [open, all] = [peopleWithPlans(stage.sandbox), stage.sandbox.people.persons];
    const pageOf = (random: Random) => generatePage(open, all, random);
    let claimed = 0;

    async function play(next: GeneratedPage): Promise<Played> {
      if (next.pollution !== 'none') await page.evaluate(pollute, next.pollution);
      const played = await page.evaluate(playPage, next);
      if (next.truth !== '' && played.shown > 0) claimed += 1;
      return { fault: outcomeOf(next, played), broken: judge(next, played) };
    }

    try {
      const result = await playCases('pages', run, async (random, at) => {
        if (at === run.first || at % EACH_TAB === 0) {
          await page.goto(stage.sandbox.originOf('elsewhere'));
          // What stands in the tab before it is a part of a case.
          if (at > 0) await play(pageOf(randomFrom(run.seed, `pages ${at - 1}`)));
        }
        return play(pageOf(random));
      });
      const isIdle = run.cases >= ENOUGH && claimed === 0;
      return isIdle ? { ...result, broken: [...result.broken, 'nobody was claimed in any page'] } : result;
    } finally {
      await soon(stage.close, undefined);
    }
  },
};

async function openGround({ found, extensionDir }: FaultRun): Promise<{ stage: Stage; page: Page }> {
  const elsewhere = new Hono().get('/', (context) => context.html(BLANK));
  const stage = await openStageInUse(found, extensionDir, { sandbox: { extra: { elsewhere } } });
  const { launched, sandbox, cast } = stage;
  await setUp(launched, sandbox, [ELSEWHERE]);
  const record = await stage.gpRecord();
  await openPatient(record, cast.gp.forCpr);
  await signInAndSee(stage, record, 'gp', cast.gp.forCpr);
  const page = await launched.browser.newPage();
  await page.goto(sandbox.originOf('elsewhere'));
  await watch(page, BY_ITS_OWN_WORD);
  return { stage, page };
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
