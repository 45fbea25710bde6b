import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { enterSystem, signIn } from '../../browser/harness/set-up.ts';
import { press, type Shown, shownWithin, untilPlanOf, untilView } from '../../browser/harness/sidebar.ts';
import { openPatient, type Stage } from '../../browser/harness/stage.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Random } from '../../sandbox/people/random.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { AtWork } from '../kit/at-work.ts';
import { type Bench, hostsIn, judgePage, SETTLED_MS } from '../kit/bench.ts';
import { asPlayed, type Played } from '../kit/cases.ts';
import { playOnBenches } from '../kit/on-benches.ts';
import { beginWatching } from '../kit/watch.ts';
import { giveWay, WAYS, type Way } from './reload.ts';

/** In the middle of what it happens. */
const MOMENTS = ['a plan is shown', 'a patient is being opened', 'nobody is open', 'hidden', 'signed out'] as const;
const LONGEST_MS = 600;
/** What a sidebar takes of the page. */
const MARGIN = '360px';

class Reloads {
  readonly #work: AtWork;
  readonly #bench: Bench;
  readonly #extensionDir: string;

  constructor(bench: Bench, extensionDir: string) {
    this.#bench = bench;
    this.#work = new AtWork(bench);
    this.#extensionDir = extensionDir;
  }

  async play(random: Random): Promise<Played> {
    const [way, moment] = [random.pick(WAYS), random.pick(MOMENTS)];
    const fault = `${way} while ${moment}`;
    return { fault, broken: await this.#judge(way, moment, random).catch((error) => asPlayed(error).broken) };
  }

  async #judge(way: Way, moment: (typeof MOMENTS)[number], random: Random): Promise<readonly string[]> {
    const { page, stage } = this.#bench;
    const next = this.#work.another(random);
    await this.#comeTo(moment, next);
    if (moment !== 'a plan is shown') await after(random.integer(0, LONGEST_MS));
    await giveWay(stage.launched, this.#extensionDir, way);
    await page.bringToFront();
    const broken: string[] = [];
    if (moment === 'nobody is open') await openPatient(page, next);
    broken.push(...(await judgeNewLife(page)));
    // The watch of the life before has ended with it.
    await beginWatching(page);
    broken.push(...(await judgePage(page)));
    this.#work.open = moment === 'a patient is being opened' || moment === 'nobody is open' ? next : this.#work.open;
    await signInHere(stage, page);
    await untilPlanOf(page, this.#work.open.nhsNumber);
    this.#work.tally.seen(this.#work.open);
    broken.push(...(await this.#work.goOn(this.#work.another(random))), ...(await judgePage(page)));
    await this.#watchAgain();
    return broken;
  }

  async #comeTo(moment: (typeof MOMENTS)[number], next: Person): Promise<void> {
    const { page } = this.#bench;
    if (moment === 'hidden') await press(page, 'Hide now');
    if (moment === 'nobody is open') await page.evaluate(() => window.closePatient());
    if (moment === 'a patient is being opened') {
      await openPatient(page, next);
      this.#work.tally.perhaps(next);
    }
    if (moment === 'signed out') {
      await press(page, 'Sign out');
      await untilView(page, 'signedOut');
    }
  }

  /** In Chromium only a page that is loaded after an update has the watcher of the new life in it. */
  async #watchAgain(): Promise<void> {
    const { page, stage } = this.#bench;
    if (stage.launched.family === 'firefox') return;
    await enterSystem(page, stage.sandbox.systems.gpRecord);
    await openPatient(page, this.#work.open);
    await untilPlanOf(page, this.#work.open.nhsNumber);
    this.#work.tally.perhaps(this.#work.open);
  }
}

/** What is left of the life before, and what is not there of the new one: one host, one margin, and nobody signed in. */
async function judgeNewLife(page: Page): Promise<readonly string[]> {
  const marginOf = () => page.evaluate(() => document.documentElement.style.marginRight);
  const [end, isSignedOut] = [Date.now() + SETTLED_MS, (now: Shown | null) => now?.view === 'signedOut'];
  const shown = await shownWithin(page, SETTLED_MS, isSignedOut);
  let [hosts, margin] = [await hostsIn(page), await marginOf()];
  // The life before may have said the same, and be on its way out.
  while (Date.now() < end && (hosts !== 1 || margin !== MARGIN))
    [hosts, margin] = [await hostsIn(page), await marginOf()];
  return [
    ...(shown ? [] : ['I9: the new life does not ask to sign in']),
    ...(hosts === 1 ? [] : [`H26: ${hosts} elements of ours in the page`]),
    ...(margin === MARGIN ? [] : [`H26: the margin of the page is “${margin}”`]),
  ];
}

async function signInHere(stage: Stage, page: Page): Promise<void> {
  await signIn(stage.launched, page, stage.account('gp'));
  await page.bringToFront();
}

function run(options: FaultRun): Promise<FaultResult> {
  return playOnBenches('reloads', options, (bench) => {
    const reloads = new Reloads(bench, path.resolve(options.extensionDir));
    return (random) => reloads.play(random);
  });
}

/** H26: the extension gives way to a new life of itself in the middle of everything; nothing of the old one stays. */
export const reloadsClass: FaultClass = { name: 'reloads', usual: 100, slice: 3, run };
