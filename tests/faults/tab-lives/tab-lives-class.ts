import { setTimeout as after } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { soon } from '../../browser/harness/soon.ts';
import { openResident, type Stage, signInAndSee } from '../../browser/harness/stage.ts';
import { until } from '../../browser/harness/until.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Random } from '../../sandbox/people/random.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { judgePage, untilSettled } from '../kit/bench.ts';
import { asPlayed, type Played, playCases } from '../kit/cases.ts';
import { residentsWithPlans } from '../kit/people.ts';
import { openStageInUse } from '../kit/stage-in-use.ts';
import { IN_CARE_HOME, takeLog, watch } from '../kit/watch.ts';
import { discardTab } from './discard-tab.ts';
import { prerender } from './prerender.ts';
import { OutOfReach } from './until-loaded.ts';

const LONGEST_MS = 600;
const TRIES = 5;
const WAYS = ['back and forward', 'discarded', 'prerendered'] as const;
type Way = (typeof WAYS)[number];

/** A tab on a care home's pages, whose documents are put away and come back. */
class TabLives {
  readonly #stage: Stage;
  readonly #people: readonly Person[];
  #page: Page;

  constructor(stage: Stage, page: Page, people: readonly Person[]) {
    this.#stage = stage;
    this.#page = page;
    this.#people = people;
  }

  async play(random: Random): Promise<Played> {
    // Firefox shows no page before somebody goes to it.
    const way = random.pick(WAYS.filter((one) => one !== 'prerendered' || this.#stage.launched.family === 'chromium'));
    return { fault: way, broken: await this.#judgeOnceReached(way, random, TRIES) };
  }

  /** Puppeteer sometimes loses a document as the browser puts it in another's place; such a one is not judged. */
  async #judgeOnceReached(way: Way, random: Random, tries: number): Promise<readonly string[]> {
    try {
      return await this.#judge(way, random);
    } catch (error) {
      // What a document that is lost leaves behind is not the next one's fault.
      const lost = this.#page;
      this.#page = await this.#stage.careHome();
      await soon(() => lost.close(), undefined);
      const isUnjudged = error instanceof OutOfReach && tries > 1;
      return isUnjudged ? this.#judgeOnceReached(way, random, tries - 1) : asPlayed(error).broken;
    }
  }

  async #judge(way: Way, random: Random): Promise<readonly string[]> {
    const [first, second] = random.sample(this.#people, 2);
    if (!first || !second) throw new Error('The home has too few residents with a plan.');
    await openResident(this.#page, first);
    await after(random.integer(0, LONGEST_MS));
    await this.#put(way, first, second, random);
    const wanted = way === 'prerendered' ? second : first;
    await until('the page names whom it is to name', async () => (await this.#named()) === wanted.nhsNumber);
    // A document that was loaded out of sight has no watcher yet.
    await watch(this.#page, IN_CARE_HOME);
    if (way !== 'back and forward') return this.#judgeByWatcher();
    const settled = await untilSettled(this.#page);
    const broken = await judgePage(this.#page);
    const shows = settled?.parts['nhs-number']?.replaceAll(' ', '');
    if (settled && settled.view !== 'plan') broken.push(`I9: no plan, but ${settled.view}`);
    const isStillThere = (await this.#named()) === wanted.nhsNumber;
    if (broken.length === 0 && !isStillThere) throw new OutOfReach('The page has moved on.');
    if (isStillThere && shows !== undefined && shows !== wanted.nhsNumber)
      broken.push('I1: it came to rest with another person');
    return broken;
  }

  /** Into frames of a document that took another’s place the driver does not always look: the watcher does. */
  async #judgeByWatcher(): Promise<readonly string[]> {
    const wrong: string[] = [];
    const isShown = async () => {
      const log = await takeLog(this.#page);
      wrong.push(...log.wrong.map((one) => `I1: ${one}`), ...log.errors.map((one) => `I10: the page failed: ${one}`));
      return log.shown > 0;
    };
    await until('somebody is shown in the page', isShown);
    return wrong;
  }

  async #put(way: Way, first: Person, second: Person, random: Random): Promise<void> {
    const page = this.#page;
    if (way === 'discarded') {
      this.#page = await discardTab(this.#stage.launched, page);
      return;
    }
    if (way === 'prerendered') {
      const wait = () => after(random.integer(0, LONGEST_MS));
      this.#page = await prerender(this.#stage.launched, page, second, wait);
      return;
    }
    await openResident(page, second);
    await after(random.integer(0, LONGEST_MS));
    const go = (by: number) => page.evaluate((steps) => void setTimeout(() => history.go(steps)), by);
    await go(-1);
    if (!random.chance(0.5)) return;
    await after(random.integer(0, LONGEST_MS));
    // Asked once alone: whatever a document put aside still had to do it does once it is back.
    await until('the first resident again', async () => (await this.#named()) === first.nhsNumber);
    await go(1);
    await until('the second resident again', async () => (await this.#named()) === second.nhsNumber);
    await go(-1);
  }

  #named(): Promise<string> {
    return soon(async () => String(await this.#page.evaluate(IN_CARE_HOME)).replace(/\D/g, ''), '');
  }
}

async function run(options: FaultRun): Promise<FaultResult> {
  const stage = await openStageInUse(options.found, options.extensionDir);
  try {
    const people = residentsWithPlans(stage.sandbox, stage.cast.residents.careHome.id);
    const [first] = people;
    if (!first) throw new Error('Nobody in the home has a plan.');
    const page = await stage.careHome();
    await openResident(page, first);
    await signInAndSee(stage, page, 'nurse', first);
    await watch(page, IN_CARE_HOME);
    const lives = new TabLives(stage, page, people);
    return await playCases('tab-lives', options, (random) => lives.play(random));
  } finally {
    await stage.close();
  }
}

/** A document is put away and comes back, is thrown away and loaded anew, or is there before anybody goes to it. */
export const tabLivesClass: FaultClass = { name: 'tab-lives', usual: 300, slice: 5, run };
