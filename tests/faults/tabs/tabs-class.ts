import { enterSystem, signIn } from '../../browser/harness/set-up.ts';
import { press, untilView } from '../../browser/harness/sidebar.ts';
import { type Random, randomFrom } from '../../sandbox/people/random.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { type Bench, onBench } from '../kit/bench.ts';
import { type Played, playCases } from '../kit/cases.ts';
import { anySystem, Tab } from './tab.ts';

const NAME = 'tabs';
const MOST_TABS = 20;
/** A step in so many is followed by a look at every tab. */
const LOOK_EVERY = 100;

/** A person with many tabs in several windows, who does one thing after another in any of them. */
class ManyTabs {
  readonly #bench: Bench;
  readonly #tabs: Tab[];
  #isSignedIn = true;

  constructor(bench: Bench, tabs: Tab[]) {
    this.#bench = bench;
    this.#tabs = tabs;
  }

  async step(random: Random, at: number): Promise<Played> {
    const tab = random.pick(this.#tabs);
    // Much goes on in tabs that nobody looks at.
    if (random.chance(0.6)) await tab.page.bringToFront();
    const fault = await this.#act(tab, random);
    const looked = this.#tabs.includes(tab) ? await tab.judge(this.#isSignedIn) : [];
    const everywhere = at % LOOK_EVERY === LOOK_EVERY - 1 ? await this.judgeAll() : [];
    return { fault, broken: [...looked, ...everywhere] };
  }

  async judgeAll(): Promise<string[]> {
    const broken: string[] = [];
    for (const tab of this.#tabs) broken.push(...(await tab.judge(this.#isSignedIn)));
    return broken;
  }

  async #act(tab: Tab, random: Random): Promise<string> {
    const chance = random.integer(1, 1000);
    if (chance <= 5) return this.#signOutOrIn(tab);
    if (chance <= 45) return this.#replace(tab, random);
    if (chance <= 90) {
      await tab.moveTo(anySystem(random), this.#bench.stage.sandbox.systems);
      return 'moved to a system';
    }
    if (chance <= 150) {
      await tab.reload();
      return 'page loaded again';
    }
    if (chance <= 240 && tab.open) {
      await tab.closePatient();
      return 'patient closed';
    }
    if (chance <= 340) return 'tab came to the front';
    await tab.show(random.pick(tab.people(this.#bench).filter((one) => one !== tab.open)));
    return 'patient opened';
  }

  async #replace(tab: Tab, random: Random): Promise<string> {
    const fresh = await Tab.in(this.#bench, random);
    this.#tabs.splice(this.#tabs.indexOf(tab), 1, fresh);
    await tab.page.close();
    return 'tab closed, another opened';
  }

  async #signOutOrIn(tab: Tab): Promise<string> {
    const { stage, people } = this.#bench;
    const [first] = tab.people(this.#bench);
    const person = tab.open ?? first ?? people[0];
    if (person && !tab.open) await tab.show(person);
    await tab.page.bringToFront();
    if (this.#isSignedIn) {
      await press(tab.page, 'Sign out');
      await untilView(tab.page, 'signedOut');
    } else await signIn(stage.launched, tab.page, stage.account('gp'));
    this.#isSignedIn = !this.#isSignedIn;
    return this.#isSignedIn ? 'signed in' : 'signed out';
  }
}

async function openTabs(bench: Bench, random: Random, count: number): Promise<Tab[]> {
  const { stage } = bench;
  const { outOfHours, careHome } = stage.sandbox.systems;
  // Once each: the browser stays logged in to a system.
  await enterSystem(bench.page, outOfHours);
  await enterSystem(bench.page, careHome, stage.cast.residents.careHome.id);
  await bench.page.goto('about:blank');
  const tabs: Tab[] = [];
  while (tabs.length < count) tabs.push(await Tab.in(bench, random));
  return tabs;
}

function run(options: FaultRun): Promise<FaultResult> {
  return onBench(options, async (bench) => {
    const count = Math.min(MOST_TABS, Math.ceil(options.cases / 10) + 2);
    const many = new ManyTabs(bench, await openTabs(bench, randomFrom(options.seed, NAME), count));
    const result = await playCases(NAME, options, (random, at) => many.step(random, at));
    const broken = [...result.broken, ...(await many.judgeAll())];
    return { ...result, broken, counted: { ...result.counted, tabs: count } };
  });
}

/**
 * Twenty tabs in several windows, and 2,000 steps in any of them, all of them watched. A step stands on those before it:
 * what it found is found again by the same seed from the first step on.
 */
export const tabsClass: FaultClass = { name: NAME, usual: 2_000, slice: 15, run };
