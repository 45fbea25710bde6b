import type { Page } from 'puppeteer';
import { type Shown, shownWithin, sidebarNow } from '../../browser/harness/sidebar.ts';
import { openCall, openPatient, openResident } from '../../browser/harness/stage.ts';
import { until } from '../../browser/harness/until.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Random } from '../../sandbox/people/random.ts';
import { type Bench, judgePage, untilSettled } from '../kit/bench.ts';
import { IN_ANY, watch } from '../kit/watch.ts';

const SYSTEMS = ['gpRecord', 'outOfHours', 'careHome'] as const;
type System = (typeof SYSTEMS)[number];
const PATIENCE_MS = 10_000;

/** One tab of a person who has many: a clinical system, and whoever is open in it. */
export class Tab {
  readonly page: Page;
  #system: System;
  open: Person | null = null;

  private constructor(page: Page, system: System) {
    this.page = page;
    this.#system = system;
  }

  /** A new tab, or a new window with one tab in it. */
  static async in({ stage }: Bench, random: Random): Promise<Tab> {
    const page = await stage.launched.browser.newPage(random.chance(0.25) ? { type: 'window' } : {});
    await page.setViewport({ width: 1280, height: 800 });
    await watch(page, IN_ANY);
    const tab = new Tab(page, 'gpRecord');
    await tab.moveTo(random.pick(SYSTEMS), stage.sandbox.systems);
    return tab;
  }

  async moveTo(system: System, systems: Readonly<Record<System, string>>): Promise<void> {
    this.open = null;
    await this.page.goto(systems[system]);
    this.#system = system;
  }

  /** Somebody is opened in whatever way this system has. */
  async show(person: Person): Promise<void> {
    if (this.#system === 'gpRecord') await openPatient(this.page, person);
    else if (this.#system === 'outOfHours') await openCall(this.page, person);
    else await openResident(this.page, person);
    this.open = person;
  }

  async closePatient(): Promise<void> {
    this.open = null;
    if (this.#system === 'gpRecord') await this.page.evaluate(() => window.closePatient());
    else if (this.#system === 'outOfHours') await this.page.evaluate(() => window.closeCall());
    else await this.page.goto(new URL('/', this.page.url()).href);
  }

  /** The same page again: of the care home it shows the same person, of the others nobody. */
  async reload(): Promise<void> {
    await this.page.reload();
    if (this.#system !== 'careHome') this.open = null;
  }

  /** Who can be opened here. */
  people({ stage, people }: Bench): readonly Person[] {
    return this.#system === 'careHome' ? stage.cast.residents.withPlan : people;
  }

  /** The tab comes to the front, and shows whoever is open in it, or nobody. */
  async judge(isSignedIn: boolean): Promise<string[]> {
    await this.page.bringToFront();
    if (!this.open) return [...(await this.#judgeNobody()), ...(await judgePage(this.page, { nobody: true }))];
    const number = this.open.nhsNumber;
    const isHere = (now: Shown | null) => now?.parts['nhs-number']?.replaceAll(' ', '') === number;
    const settled = isSignedIn ? await shownWithin(this.page, PATIENCE_MS, isHere) : await untilSettled(this.page);
    const last = settled ?? (await sidebarNow(this.page));
    const isWrong = isSignedIn ? !settled : last?.view !== 'signedOut';
    return [
      ...(isWrong ? [`${this.#system}: somebody is open, and the sidebar shows ${last?.view ?? 'nothing'}`] : []),
      ...(await judgePage(this.page)),
    ];
  }

  async #judgeNobody(): Promise<string[]> {
    const isNobody = (now: Shown | null) => now?.view !== 'plan' && !now?.parts['nhs-number'];
    const gone = until('nobody is shown', async () => isNobody(await sidebarNow(this.page)), PATIENCE_MS);
    const found = [`${this.#system}: nobody is open, and somebody is shown`];
    return gone.then(
      () => [],
      () => found,
    );
  }
}

/** Any of the systems. */
export function anySystem(random: Random): System {
  return random.pick(SYSTEMS);
}
