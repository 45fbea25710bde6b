import { inExtensionPage } from '../../browser/access/session-storage.ts';
import { killBackground } from '../../browser/harness/kill-background.ts';
import { setUp } from '../../browser/harness/set-up.ts';
import { sidebarNow } from '../../browser/harness/sidebar.ts';
import { openPatient } from '../../browser/harness/stage.ts';
import type { Random } from '../../sandbox/people/random.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { AtWork } from '../kit/at-work.ts';
import { type Bench, judgePage, untilSettled } from '../kit/bench.ts';
import type { Played } from '../kit/cases.ts';
import { playOnBenches } from '../kit/on-benches.ts';
import { backAtWork } from '../kit/recover.ts';
import { type Spoilt, spoilValue } from './spoil-value.ts';

const NAME = 'spoiled-values';
const AREAS = ['local', 'session'] as const;
type Area = (typeof AREAS)[number];

async function play(work: AtWork, random: Random, at: number): Promise<Played> {
  const { bench, tally } = work;
  const { page, stage } = bench;
  const area = AREAS[at % AREAS.length] ?? 'local';
  const { key, way } = await spoilOne(bench, area, random);
  const isForgotten = random.chance(0.7);
  if (isForgotten) await killBackground(stage.launched);
  const next = work.another(random);
  await page.bringToFront();
  await openPatient(page, next);
  // Without settings Planside is in no page: it may be silent then.
  const isUnset = key === 'settings';
  const settled = isUnset ? await sidebarNow(page) : await untilSettled(page);
  const broken = await judgePage(page, { nobody: isUnset });
  if (settled?.view === 'plan') tally.seen(next);
  else tally.perhaps(next);
  // Settings are nobody's but an administrator's to give again; all else has to find its way back by itself.
  if (isUnset) await setUp(stage.launched, stage.sandbox);
  const again = work.another(random, next);
  broken.push(...(await backAtWork(bench, again)));
  tally.perhaps(again);
  broken.push(...(await work.goOn(work.another(random, again))), ...(await judgePage(page)));
  return { fault: `${key} in storage.${area}: ${way}${isForgotten ? ', and the background ended' : ''}`, broken };
}

/** Spoils one value of what is there. */
async function spoilOne({ stage }: Bench, area: Area, random: Random): Promise<{ key: string; way: Spoilt['way'] }> {
  return inExtensionPage(stage.launched, async (page) => {
    const all = await page.evaluate((where) => chrome.storage[where].get(null), area);
    const key = random.pick(Object.keys(all).toSorted());
    const { way, value } = spoilValue(all[key], random);
    if (way === 'gone') await page.evaluate((where, name) => chrome.storage[where].remove(name), area, key);
    else await page.evaluate((where, name, one) => chrome.storage[where].set({ [name]: one }), area, key, value);
    return { key, way };
  });
}

function run(options: FaultRun): Promise<FaultResult> {
  return playOnBenches(NAME, options, (bench) => {
    const work = new AtWork(bench);
    return (random, at) => play(work, random, at);
  });
}

/** A value that the extension keeps is not what it was: nothing is taken for what it is not, and work goes on. */
export const spoiledValuesClass: FaultClass = { name: NAME, usual: 40, slice: 2, run };
