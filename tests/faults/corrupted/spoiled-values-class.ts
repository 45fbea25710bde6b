import { inExtensionPage } from '../../browser/access/session-storage.ts';
import { killBackground } from '../../browser/harness/kill-background.ts';
import { setUp } from '../../browser/harness/set-up.ts';
import { openPatient } from '../../browser/harness/stage.ts';
import type { Random } from '../../sandbox/people/random.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { AtWork } from '../kit/at-work.ts';
import { type Bench, judgePage, onBench, untilSettled } from '../kit/bench.ts';
import { type Played, playCases } from '../kit/cases.ts';
import { backAtWork } from '../kit/recover.ts';
import { type Spoilt, spoilValue } from './spoil-value.ts';

const NAME = 'spoiled-values';
const AREAS = ['local', 'session'] as const;
type Area = (typeof AREAS)[number];

class SpoiledValues {
  readonly #work: AtWork;
  readonly #bench: Bench;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#work = new AtWork(bench);
  }

  async play(random: Random, at: number): Promise<Played> {
    const { page, stage } = this.#bench;
    const area = AREAS[at % AREAS.length] ?? 'local';
    const { key, way } = await this.#spoil(area, random);
    const isForgotten = random.chance(0.7);
    if (isForgotten) await killBackground(stage.launched);
    const next = this.#work.another(random);
    await page.bringToFront();
    await openPatient(page, next);
    const settled = await untilSettled(page);
    const broken = await judgePage(page);
    if (settled?.view === 'plan') this.#work.tally.seen(next);
    else this.#work.tally.perhaps(next);
    // Settings are nobody's but an administrator's to give again; all else has to find its way back by itself.
    if (key === 'settings') await setUp(stage.launched, stage.sandbox);
    const again = this.#work.another(random, next);
    broken.push(...(await backAtWork(this.#bench, again)));
    this.#work.tally.perhaps(again);
    broken.push(...(await this.#work.goOn(this.#work.another(random, again))), ...(await judgePage(page)));
    const fault = `${key} in storage.${area}: ${way}${isForgotten ? ', and the background ended' : ''}`;
    return { fault, broken };
  }

  /** Spoils one value of what is there. */
  async #spoil(area: Area, random: Random): Promise<{ key: string; way: Spoilt['way'] }> {
    return inExtensionPage(this.#bench.stage.launched, async (page) => {
      const all = await page.evaluate((where) => chrome.storage[where].get(null), area);
      const key = random.pick(Object.keys(all).toSorted());
      const { way, value } = spoilValue(all[key], random);
      if (way === 'gone') await page.evaluate((where, name) => chrome.storage[where].remove(name), area, key);
      else await page.evaluate((where, name, one) => chrome.storage[where].set({ [name]: one }), area, key, value);
      return { key, way };
    });
  }
}

function run(options: FaultRun): Promise<FaultResult> {
  return onBench(options, (bench) => {
    const values = new SpoiledValues(bench);
    return playCases(NAME, options, (random, at) => values.play(random, at));
  });
}

/** A value that the extension keeps is not what it was: nothing is taken for what it is not, and work goes on. */
export const spoiledValuesClass: FaultClass = { name: NAME, usual: 40, slice: 2, run };
