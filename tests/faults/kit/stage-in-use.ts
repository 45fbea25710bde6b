import { inFirefoxItself } from '../../browser/harness/in-firefox-itself.ts';
import { openStage, type Stage } from '../../browser/harness/stage.ts';

const TOUCHED_EVERY_MS = 60_000;

/**
 * A stage at which somebody works for as long as it is open. What a driver presses counts as nobody's in Firefox: after
 * a quarter of an hour Planside locks, as it must. Chromium without a window counts nobody as away.
 */
export async function openStageInUse(...choice: Parameters<typeof openStage>): Promise<Stage> {
  const stage = await openStage(...choice);
  const { browser, family } = stage.launched;
  if (family === 'firefox') await inFirefoxItself(browser, `(${touchAgainAndAgain})(${TOUCHED_EVERY_MS})`);
  return stage;
}

/** Runs in Firefox's own window, and ends with it. */
function touchAgainAndAgain(every: number): void {
  const { Cc, Ci } = globalThis as unknown as FirefoxItself;
  const idle = Cc['@mozilla.org/widget/useridleservice;1']?.getService(Ci.nsIUserIdleServiceInternal);
  const touch = () => idle?.resetIdleTimeOut(0);
  touch();
  setInterval(touch, every);
}

/** What a script in Firefox's own window finds there, of what is used here. */
type FirefoxItself = {
  readonly Cc: Readonly<Record<string, { getService(as: unknown): { resetIdleTimeOut(ms: number): void } }>>;
  readonly Ci: { readonly nsIUserIdleServiceInternal: unknown };
};
