import { setTimeout as after } from 'node:timers/promises';
import { killBackground } from '../../browser/harness/kill-background.ts';
import { openPatient } from '../../browser/harness/stage.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Random } from '../../sandbox/people/random.ts';
import { fillDisk } from '../audit/fill-disk.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { type Bench, judgePage, judgeRecovery, openBench, untilSettled } from '../kit/bench.ts';
import { type Played, playCases } from '../kit/cases.ts';
import { judgeTrails } from '../kit/judge-trails.ts';
import { ViewTally } from '../kit/view-tally.ts';
import { fillStorage } from './fill-storage.ts';

const PLACES = ['the database', 'storage.local', 'storage.session', 'everything'] as const;
const LONGEST_MS = 500;

class FullPlaces {
  readonly #bench: Bench;
  readonly #tally: ViewTally;
  #open: Person;

  constructor(bench: Bench, open: Person) {
    this.#bench = bench;
    this.#tally = new ViewTally(bench.stage.sandbox);
    this.#tally.seen(open);
    this.#open = open;
  }

  async play(random: Random): Promise<Played> {
    const { page, people, stage } = this.#bench;
    const place = random.pick(PLACES);
    const isAway = random.chance(0.3);
    const isAmid = random.chance(0.5);
    const [next, last] = random.sample(
      people.filter((one) => one !== this.#open),
      2,
    );
    if (!next || !last) throw new Error('The sandbox has too few people with a plan.');
    if (isAway) stage.sandbox.switches.set('audit', { kind: 'down' });
    if (!isAmid) await this.#fill(place);
    await page.bringToFront();
    await openPatient(page, next);
    if (isAmid) {
      await after(random.integer(0, LONGEST_MS));
      await this.#fill(place);
      await page.bringToFront();
    }
    const settled = await untilSettled(page);
    const broken = await judgePage(page);
    if (settled?.view === 'plan') this.#tally.seen(next);
    else this.#tally.perhaps(next);
    // The next life of the background finds room again.
    stage.sandbox.switches.clear();
    await killBackground(stage.launched);
    await page.bringToFront();
    broken.push(...(await judgeRecovery(page, last)));
    this.#tally.seen(last);
    this.#open = last;
    broken.push(...(await this.#tally.judge()), ...judgeTrails(stage.sandbox));
    const when = isAmid ? 'while a patient was opened' : 'before a patient was opened';
    return { fault: `${place} full ${when}${isAway ? ', the service away' : ''}`, broken };
  }

  async #fill(place: (typeof PLACES)[number]): Promise<void> {
    const { launched } = this.#bench.stage;
    if (place === 'the database' || place === 'everything') await fillDisk(launched, true);
    if (place === 'storage.local' || place === 'everything') await fillStorage(launched, 'local');
    if (place === 'storage.session' || place === 'everything') await fillStorage(launched, 'session');
  }
}

async function run(options: FaultRun): Promise<FaultResult> {
  const bench = await openBench(options);
  try {
    const [first] = bench.people;
    if (!first) throw new Error('The sandbox has nobody with a plan.');
    const places = new FullPlaces(bench, first);
    return await playCases('quota', options, (random) => places.play(random));
  } finally {
    await bench.close();
  }
}

/** There is no room any more where the background keeps something. */
export const quotaClass: FaultClass = { name: 'quota', usual: 50, slice: 4, run };
