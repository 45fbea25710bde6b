import { setTimeout as after } from 'node:timers/promises';
import { killBackground } from '../../browser/harness/kill-background.ts';
import { openPatient, type Stage } from '../../browser/harness/stage.ts';
import type { Random } from '../../sandbox/people/random.ts';
import { fillDisk } from '../audit/fill-disk.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { AtWork } from '../kit/at-work.ts';
import { judgePage, untilSettled } from '../kit/bench.ts';
import type { Played } from '../kit/cases.ts';
import { playOnBenches } from '../kit/on-benches.ts';
import { fillStorage } from './fill-storage.ts';

const PLACES = ['the database', 'storage.local', 'storage.session', 'everything'] as const;
const LONGEST_MS = 500;

async function play(work: AtWork, random: Random): Promise<Played> {
  const { page, stage } = work.bench;
  const place = random.pick(PLACES);
  const isAway = random.chance(0.3);
  const isAmid = random.chance(0.5);
  const next = work.another(random);
  if (isAway) stage.sandbox.switches.set('audit', { kind: 'down' });
  if (!isAmid) await fill(stage, place);
  await page.bringToFront();
  await openPatient(page, next);
  if (isAmid) {
    await after(random.integer(0, LONGEST_MS));
    await fill(stage, place);
    await page.bringToFront();
  }
  const settled = await untilSettled(page);
  const broken = await judgePage(page);
  if (settled?.view === 'plan') work.tally.seen(next);
  else work.tally.perhaps(next);
  // The next life of the background finds room again.
  stage.sandbox.switches.clear();
  await killBackground(stage.launched);
  await page.bringToFront();
  broken.push(...(await work.goOn(work.another(random, next))));
  const when = isAmid ? 'while a patient was opened' : 'before a patient was opened';
  return { fault: `${place} full ${when}${isAway ? ', the service away' : ''}`, broken };
}

async function fill({ launched }: Stage, place: (typeof PLACES)[number]): Promise<void> {
  if (place === 'the database' || place === 'everything') await fillDisk(launched, true);
  if (place === 'storage.local' || place === 'everything') await fillStorage(launched, 'local');
  if (place === 'storage.session' || place === 'everything') await fillStorage(launched, 'session');
}

function run(options: FaultRun): Promise<FaultResult> {
  return playOnBenches('quota', options, (bench) => {
    const work = new AtWork(bench);
    return (random) => play(work, random);
  });
}

/** There is no room any more where the background keeps something. */
export const quotaClass: FaultClass = { name: 'quota', usual: 50, slice: 4, run };
