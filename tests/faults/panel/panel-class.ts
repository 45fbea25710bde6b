import type { Page } from 'puppeteer';
import { openPanel, type Panel } from '../../browser/harness/panel.ts';
import { sidebarNow, untilPlanOf, untilStill } from '../../browser/harness/sidebar.ts';
import { openPatient } from '../../browser/harness/stage.ts';
import { sidebarAddress } from '../../browser/messages/speakers.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { FaultClass, FaultResult, FaultRun } from '../fault-class.ts';
import { type Bench, judgeWhatCame } from '../kit/bench.ts';
import type { Played } from '../kit/cases.ts';
import { playOnBenches } from '../kit/on-benches.ts';
import { takeLog } from '../kit/watch.ts';
import { changedShare, sidebarPicture } from './picture.ts';
import { VARIANTS, type Variant } from './variants.ts';

/** So long (milliseconds) a page goes on, unless Planside says so before; and so long the sidebar may take to be back. */
const GOES_ON_MS = 6_000;
const BACK_MS = 5_000;
/** A panel that shows no plan for so long shows none. */
const RESTS_MS = 2_000;
/** More of the picture than this is something a person sees. */
const SEEN_SHARE = 0.02;
const BETWEEN_LOOKS_MS = 100;

/** What became of one variant: `away` is a page that shows nobody any more, so that nothing stands beside it. */
type Outcome = 'detected' | 'put right' | 'away' | 'without effect' | 'undetected';

const HOST = `const root = document.documentElement; const body = document.body;
  const host = [...root.children].findLast(({ localName }) => localName === 'div');`;
const inPage = (page: Page, script: string) => page.evaluate(`(() => { ${HOST} ${script} })()`);
const spaced = ({ nhsNumber }: Person) => nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');

async function within(ms: number, is: () => Promise<boolean>): Promise<boolean> {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (await is()) return true;
    await new Promise((done) => setTimeout(done, BETWEEN_LOOKS_MS));
  }
  return false;
}

/** One page with a plan beside it, and the browser’s own panel. */
class PanelBed {
  readonly #bench: Bench;
  readonly #panel: Panel;
  readonly #person: Person;
  /** Where a page can frame the sidebar. */
  readonly #copyAddress: string;

  constructor(bench: Bench, panel: Panel, person: Person, copyAddress: string) {
    this.#copyAddress = copyAddress;
    this.#bench = bench;
    this.#panel = panel;
    this.#person = person;
  }

  /** A case that throws leaves nothing to the next. */
  async play(variant: Variant, family: FaultRun['found']['family']): Promise<Played> {
    try {
      return await this.#play(variant, family);
    } catch (error) {
      await this.#again();
      throw error;
    }
  }

  async #play(variant: Variant, family: FaultRun['found']['family']): Promise<Played> {
    const { page } = this.#bench;
    const before = await this.#plain();
    await page.evaluate((address) => Reflect.set(window, 'copyAddress', address), this.#copyAddress);
    await inPage(page, variant.start);
    const early = changedShare(before, await sidebarPicture(page)) > SEEN_SHARE;
    const outcome = await this.#outcome(before, early, variant.goesOnMs);
    const broken = [...this.#judge(variant, outcome, family), ...(await this.#judgePanel(outcome))];
    await inPage(page, variant.stop);
    if (variant.breaksPage) await this.#again();
    const isBack = await within(BACK_MS, () => this.#isBack(before));
    if (!isBack) broken.push('I9: the sidebar is not back within 5 s');
    const { wrong, errors } = await takeLog(page);
    broken.push(...wrong.map((one) => `I1: ${one}`), ...errors.map((one) => `I10: the page failed: ${one}`));
    broken.push(...(await judgeWhatCame(page)));
    if (!isBack) await this.#again();
    return { fault: `${outcome}: ${variant.name}`, broken };
  }

  /** The plan stands there and nothing moves. */
  async #plain(): Promise<Buffer> {
    await untilPlanOf(this.#bench.page, this.#person.nhsNumber);
    await untilStill(this.#bench.page);
    await this.#panel.until('that nothing is wrong', ({ parts }) => parts['page-hides'] === undefined);
    return sidebarPicture(this.#bench.page);
  }

  /** The state in which the panel comes to rest: while a sidebar is put back it is between two. */
  async #restsOn(): Promise<string | null> {
    let view: string | null = null;
    await within(RESTS_MS, async () => {
      view = (await this.#panel.now())?.view ?? null;
      return view === 'plan';
    });
    return view;
  }

  async #outcome(before: Buffer, early: boolean, goesOnMs = GOES_ON_MS): Promise<Outcome> {
    const { page } = this.#bench;
    const isSaid = await within(goesOnMs, () => this.#isSaid());
    if ((await this.#restsOn()) !== 'plan') return 'away';
    if (isSaid) return 'detected';
    if (changedShare(before, await sidebarPicture(page)) > SEEN_SHARE) return 'undetected';
    return early ? 'put right' : 'without effect';
  }

  /** The panel says it, and in the page nothing of the plan stands any more. */
  async #isSaid(): Promise<boolean> {
    const [inPanel, inPageNow] = [await this.#panel.now(), await sidebarNow(this.#bench.page)];
    return inPanel?.parts['page-hides'] !== undefined && inPageNow?.view !== 'plan';
  }

  async #isBack(before: Buffer): Promise<boolean> {
    const { page } = this.#bench;
    const [now, inPanel] = [await sidebarNow(page), await this.#panel.now()];
    if (now?.view !== 'plan' || now.parts['nhs-number'] !== spaced(this.#person)) return false;
    return inPanel?.parts['page-hides'] === undefined && changedShare(before, await sidebarPicture(page)) <= SEEN_SHARE;
  }

  #judge({ unseenIn = [] }: Variant, outcome: Outcome, family: FaultRun['found']['family']): string[] {
    if (outcome !== 'undetected' || unseenIn.includes(family)) return [];
    return ['the sidebar cannot be seen, and nobody says so'];
  }

  /** The panel is right: the plan of whoever is open, or nobody where the page shows nobody. */
  async #judgePanel(outcome: Outcome): Promise<string[]> {
    const rests = outcome === 'away' ? null : await this.#restsOn();
    const now = await this.#panel.now();
    if (outcome === 'away') return now?.parts['nhs-number'] ? ['the panel names somebody beside nobody'] : [];
    const isRight = rests === 'plan' && now?.parts['nhs-number'] === spaced(this.#person);
    return isRight ? [] : [`the panel does not show the plan, but ${now?.view ?? 'nothing'}`];
  }

  async #again(): Promise<void> {
    const { page } = this.#bench;
    await page.reload();
    await openPatient(page, this.#person);
  }
}

/** As the content script of test builds is told it, in a page of the plan service's. */
async function addressOfSidebar({ stage }: Bench): Promise<string> {
  const page = await stage.launched.browser.newPage();
  await page.goto(`${stage.sandbox.planService.origin}/switches`);
  const address = await sidebarAddress(page);
  await page.close();
  return address;
}

function run(faults: FaultRun): Promise<FaultResult> {
  return playOnBenches('panel', faults, async (bench) => {
    const address = await addressOfSidebar(bench);
    const bed = new PanelBed(bench, await openPanel(bench.stage.launched, bench.page), bench.first, address);
    return async (_random, at) => {
      const variant = VARIANTS[at % VARIANTS.length];
      if (!variant) throw new Error('There is no variant.');
      return bed.play(variant, faults.found.family);
    };
  });
}

/** What a page can do to the sidebar that stands in it (H14), judged on real pixels. */
export const panelClass: FaultClass = { name: 'panel', usual: VARIANTS.length, slice: 3, run };
