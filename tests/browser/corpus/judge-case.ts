import type { Page } from 'puppeteer';
import { isReadAtLast } from '../harness/badges.ts';
import { goTo } from '../harness/go-to.ts';
import { type Shown, sidebarNow } from '../harness/sidebar.ts';
import type { Answer, Case, LabelledPerson } from './cases.ts';
import { type Claim, claimIn, isClaimable, isMixture, judge, type Verdict } from './judge.ts';

/** One judged moment of one case: after loading, or after a step. */
export type Judged = {
  readonly case: string;
  /** 0: the page as loaded. */
  readonly step: number;
  readonly answer: Answer;
  readonly claimed: Claim | null;
  /** The state of the sidebar (`View['kind']`); `null`: there was none. */
  readonly said: string | null;
  /** A claim seen on the way that mixes two people. */
  readonly mixture: Claim | null;
  readonly verdict: Verdict;
  /** What went wrong with loading or with the step itself; `null`: nothing. */
  readonly trouble: string | null;
  /**
   * From the end of loading or of the step to the claim's first sight, on a page just loaded not before it was read;
   * `null` where nobody is claimed.
   */
  readonly settleMs: number | null;
};

/** An answer that is the expected one is believed after this time (ms), any other, and silence, after longer ones. */
const STEADY_MS = 250;
const STEADY_OTHERWISE_MS = 1_500;
const STEADY_SILENCE_MS = 2_000;
/** Nobody where somebody should be named: a busy machine may not have come to it yet, and slow is not a miss. */
const STEADY_MISS_MS = 25_000;
/** The last word, whatever moves. */
const PATIENCE_MS = 40_000;
const BETWEEN_LOOKS_MS = 40;

/**
 * Loads one case and judges what the sidebar says, then after each of its steps.
 *
 * @param options any page of the extension
 */
export async function judgeCase(page: Page, options: Page, origin: string, one: Case): Promise<Judged[]> {
  const people = [one.loaded, ...one.steps].flatMap(({ expected, acceptable }) =>
    [expected, ...acceptable].filter((person) => person !== null),
  );
  const judged: Judged[] = [];
  const moments = [
    { answer: one.loaded, run: () => goTo(page, `${origin}/${one.name}/page.html`, { timeout: 60_000 }) },
    ...one.steps.map((step) => ({ answer: step, run: () => page.evaluate(step.do) })),
  ];
  for (const [step, { answer, run }] of moments.entries()) {
    const watching = watchSidebar(page, people);
    // A step may lead to another page, which ends the world it is evaluated in; the answer is judged all the same.
    const trouble = await run().then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    const done = performance.now();
    // Silence counts from when the page was read, and no step is taken before; of a page never read it says nothing.
    const isRead = step > 0 || (await isReadAtLast(options, patternOf(page)));
    const onTheWay = await watching.stop();
    const settled = await untilSettled(page, answer);
    const mixture = onTheWay ?? settled.mixture(people);
    const { claimed, said, firstSeen } = settled;
    const verdict = mixture ? 'wrong' : judge(claimed, answer);
    judged.push({
      ...{ case: one.name, step, answer, claimed, said, mixture, trouble },
      verdict: verdict === 'right' && !isRead ? 'miss' : verdict,
      settleMs: claimed ? firstSeen - done : null,
    });
  }
  return judged;
}

/** The match pattern of one page; patterns know no ports. */
function patternOf(page: Page): string {
  const { protocol, hostname, pathname } = new URL(page.url());
  return `${protocol}//${hostname}${pathname}*`;
}

/** Looks at the sidebar again and again while a page loads or changes; `stop` gives the first mixture seen. */
function watchSidebar(page: Page, people: readonly LabelledPerson[]): { stop: () => Promise<Claim | null> } {
  let going = true;
  let mixture: Claim | null = null;
  const looking = (async () => {
    while (going && !mixture) {
      const claim = claimIn(await sidebarNow(page));
      if (claim && isMixture(claim, people)) mixture = claim;
      await pause(BETWEEN_LOOKS_MS);
    }
  })();
  return {
    stop: async () => {
      going = false;
      await looking;
      return mixture;
    },
  };
}

type Settled = {
  readonly claimed: Claim | null;
  readonly said: string | null;
  /** Since when it has said so, on the clock of `performance`. */
  readonly firstSeen: number;
  readonly mixture: (people: readonly LabelledPerson[]) => Claim | null;
};

/** Waits until the sidebar says the same for a while; what is still being looked up counts as said. */
async function untilSettled(page: Page, answer: Answer): Promise<Settled> {
  const start = performance.now();
  const seen: Claim[] = [];
  let last = '';
  let since = start;
  let claimed: Claim | null = null;
  let said: string | null = null;
  while (performance.now() - start < PATIENCE_MS) {
    const shown = await sidebarNow(page);
    claimed = claimIn(shown);
    said = shown?.view ?? null;
    if (claimed) seen.push(claimed);
    const now = JSON.stringify(claimed ?? shown?.view ?? null);
    if (now !== last) since = performance.now();
    last = now;
    const steady = performance.now() - since;
    if (!isPassing(shown) && steady > believedAfter(shown, claimed, answer)) break;
    await pause(BETWEEN_LOOKS_MS);
  }
  return {
    claimed,
    said,
    firstSeen: since,
    mixture: (people) => seen.find((claim) => isMixture(claim, people)) ?? null,
  };
}

/** How long (ms) an answer has to stay as it is to be taken for the last word. */
function believedAfter(shown: Shown | null, claimed: Claim | null, answer: Answer): number {
  if (claimed !== null) return judge(claimed, answer) === 'right' ? STEADY_MS : STEADY_OTHERWISE_MS;
  if (isClaimable(answer)) return STEADY_MISS_MS;
  return shown ? STEADY_OTHERWISE_MS : STEADY_SILENCE_MS;
}

/** A state that the sidebar leaves by itself. */
function isPassing(shown: Shown | null): boolean {
  return shown?.view === 'unsettled' || shown?.view === 'looking';
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
