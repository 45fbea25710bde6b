import type { Identity } from 'webextension-polyfill';
import { browser } from '../browser.ts';
import { DOWN, type SignInFailure } from './sign-in-codes.ts';
import { watchForWindow } from './window-left.ts';

/** A page of the sign-in service that has not come within this time does not come (milliseconds). */
export const PAGE_MS = 15_000;
/** The browser’s own limit comes after ours, which says what it means (milliseconds). */
const AFTERWARDS_MS = 1_000;

/** Thrown where a window has not led to an address of ours; holds nothing of where it led. */
export class WindowFailed extends Error {
  readonly failure: SignInFailure;

  constructor(failure: SignInFailure) {
    super(failure.why);
    this.failure = failure;
  }
}

/**
 * Lets a page of the sign-in service lead to an address of ours, in a window of the browser
 * (`identity.launchWebAuthFlow`). Nothing takes such a window back, and until its page has come there is none that
 * somebody could close; Chromium opens no second one beside it, for as long as that takes. So the page comes out of
 * sight first, within a time limit; only then does a window open for it. A page that wants nothing of anybody needs none.
 *
 * @param opens the window opens now
 * @param signal once it has ended, no window opens any more
 * @returns the address of ours, as it was reached
 * @throws WindowFailed
 */
export async function throughWindow(address: string, opens: () => void, signal?: AbortSignal): Promise<string> {
  const reached = await outOfSight(address);
  if (reached !== null) return reached;
  signal?.throwIfAborted();
  opens();
  const watch = import.meta.env.FIREFOX ? watchForWindow() : null;
  try {
    return await launch({ url: address, interactive: true });
  } catch (error) {
    throw new WindowFailed((await watch?.isLeft()) ? LEFT_OPEN : failureOfWindow(error));
  } finally {
    watch?.end();
  }
}

/** @returns the address of ours; `null`: the page wants something of the person, or a window will say what is wrong */
async function outOfSight(address: string): Promise<string | null> {
  const details = { url: address, interactive: false, ...LIMITED };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new WindowFailed(DOWN)), PAGE_MS);
  });
  try {
    return await Promise.race([launch(details).catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A browser without such windows fails as one that was closed. */
const launch = async (details: Identity.LaunchWebAuthFlowDetailsType) => browser.identity.launchWebAuthFlow(details);

/** Firefox knows no such limits, and takes no detail that it does not know. */
const LIMITED = import.meta.env.FIREFOX
  ? {}
  : { abortOnLoadForNonInteractive: true, timeoutMsForNonInteractive: PAGE_MS + AFTERWARDS_MS };

/** A window of an earlier try is. */
const LEFT_OPEN = { why: 'windowOpen', code: 'SIGN-IN-WINDOW' } as const satisfies SignInFailure;

/** Browsers say what it was in words alone (Chromium: `identity_constants.cc`). */
function failureOfWindow(error: unknown): SignInFailure {
  const words = error instanceof Error ? error.message : '';
  if (/one web auth flow/i.test(words)) return LEFT_OPEN;
  if (/could not be loaded/i.test(words)) return DOWN;
  return { why: 'cancelled', code: null };
}
