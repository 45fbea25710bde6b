import type { Page } from 'puppeteer';
import { SEEN, type SeenNow, WATCH } from '../watched/seen.ts';

/** An expression of the page's own world: the NHS number of whoever is open at this moment, or ''. */
export type Truth = string;

/** Whoever the banner of the sandbox's GP record names. */
export const IN_GP_RECORD: Truth = `document.querySelector('#patient-banner .pb-nhs')?.textContent ?? ''`;
/** Whoever the innermost frame of the out-of-hours queue names. */
export const IN_OUT_OF_HOURS: Truth = `(() => {
  const within = (window) => [window, ...Array.from(window.frames).flatMap(within)];
  const found = within(window).map(({ document }) => document.querySelector('#patient-identity [data-field="nhs-number"]'));
  return found.find(Boolean)?.textContent ?? '';
})()`;
/** Whoever the card on a resident's pages names. */
export const IN_CARE_HOME: Truth = `document.querySelector('#resident-card .rc-nhs')?.textContent ?? ''`;
/** Whichever of the three this is. */
export const IN_ANY: Truth = `(${[IN_GP_RECORD, IN_OUT_OF_HOURS, IN_CARE_HOME].map((one) => `(${one})`).join(' || ')})`;

/** What was seen since the log was last taken, one animation frame after another. */
export type WatchLog = {
  readonly frames: number;
  /** Of these, frames in which the sidebar showed somebody. */
  readonly shown: number;
  /** Frames in which it showed somebody else than was open (I1): who, without a name, and for how long. */
  readonly wrong: readonly string[];
  /** Errors of the page's own scripts (I10). */
  readonly errors: readonly string[];
};

/**
 * Compares, in every animation frame of this page from now on and of all it loads later, whom the sidebar shows with who
 * is open. Only in the watched build.
 */
export async function watch(page: Page, truth: Truth): Promise<void> {
  const script = `(${recorder})(() => (${truth}), ${JSON.stringify({ SEEN, WATCH })})`;
  await page.evaluateOnNewDocument(script);
  await page.evaluate(script);
}

/** Begins it anew in a page whose watcher has gone with the life of the extension it was of. */
export async function beginWatching(page: Page): Promise<void> {
  await page.evaluate((name) => document.dispatchEvent(new CustomEvent(name)), WATCH);
}

/** What was seen, and begins a new log. */
export async function takeLog(page: Page): Promise<WatchLog> {
  return (await page.evaluate('plansideWatch.take()')) as WatchLog;
}

/** Runs in the page's own world, in every document of the tab. */
function recorder(truth: () => unknown, names: { readonly SEEN: string; readonly WATCH: string }): void {
  const scope = globalThis as unknown as { plansideWatch?: object };
  if (scope.plansideWatch || window !== window.top) return;
  const KEPT = 'plansideWatch';
  let log = { frames: 0, shown: 0, wrong: [] as string[], errors: [] as string[] };
  /** Frames of the sidebar that had not said yet whom they show, and who was open meanwhile. */
  const open: { frame: number; truth: string; at: number }[] = [];
  const judge = (frame: number, number: string, is: string, at: number) => {
    if (number === '' || number === is) return;
    log.wrong.push(
      `at ${at.toFixed(0)} ms frame ${frame} of the sidebar showed ${is === '' ? 'somebody while nobody was open' : 'another person'}`,
    );
  };
  document.addEventListener(names.SEEN, (event) => {
    const seen: readonly SeenNow[] = JSON.parse((event as CustomEvent<string>).detail);
    const is = String(truth()).replace(/\D/g, '');
    const at = performance.now();
    log.frames += 1;
    if (seen.some(({ shows }) => shows !== null && shows.number !== '')) log.shown += 1;
    for (const { frame, shows } of seen) {
      if (shows === null) {
        open.push({ frame, truth: is, at });
        continue;
      }
      judge(frame, shows.number, is, at);
      for (const one of open.splice(0)) {
        if (one.frame === frame) judge(frame, shows.number, one.truth, one.at);
        else open.push(one);
      }
    }
    if (seen.length > 1) log.wrong.push(`at ${at.toFixed(0)} ms two frames of the sidebar were seen at once`);
  });
  addEventListener('error', ({ message }) => log.errors.push(message));
  addEventListener('pagehide', () => sessionStorage.setItem(KEPT, JSON.stringify(take())));
  function take() {
    const before = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as typeof log | null;
    sessionStorage.removeItem(KEPT);
    const now = log;
    log = { frames: 0, shown: 0, wrong: [], errors: [] };
    if (!before) return now;
    return {
      frames: before.frames + now.frames,
      shown: before.shown + now.shown,
      wrong: [...before.wrong, ...now.wrong],
      errors: [...before.errors, ...now.errors],
    };
  }
  scope.plansideWatch = { take };
  const begin = () => document.dispatchEvent(new CustomEvent(names.WATCH));
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
}
