import { browser } from '../browser.ts';
import { watchForWindow } from './window-left.ts';

/** A log-out page that has not led to an address of ours within this time wants something (milliseconds). */
const LOG_OUT_PAGE_MS = 3_000;

const SIZE = { width: 520, height: 640 };

/** One that says only after this time that it wants something is asked no more (milliseconds; Firefox sets no limit). */
const LATE_MS = 15_000;

/**
 * Lets the log-out page of the sign-in service lead to an address of ours, out of sight; where it wants something of the
 * person, it gets a window. Nobody waits for what it leads to, so in Chromium that is a window like any other and no
 * `identity.launchWebAuthFlow`: one of those whose page hangs cannot be closed, and keeps everybody from signing in.
 * Firefox runs no script out of sight, so that there also a page that leads on by itself needs a window; it closes that
 * once the page has led to us, and it can be closed by others. A page that does not come gets none.
 *
 * @param signal once it has ended, no window opens any more, and one that is open closes (in Firefox where it still
 *   shows a page of that origin)
 * @returns once the page has led there or cannot, or its window was closed
 */
export async function throughLogOut(address: string, signal: AbortSignal): Promise<void> {
  const late = AbortSignal.timeout(LATE_MS);
  if (!(await wantsSomebody({ url: address, interactive: false, ...LIMITED }))) return;
  if (signal.aborted || late.aborted) return;
  if (import.meta.env.FIREFOX) await throughFlow(address, signal);
  else await openAndAwait(withoutWayBack(address), signal);
}

/** Chromium ends by itself what is out of sight; the page may still lead on once it has been loaded. */
const LIMITED = import.meta.env.FIREFOX
  ? {}
  : { abortOnLoadForNonInteractive: false, timeoutMsForNonInteractive: LOG_OUT_PAGE_MS };

/** Browsers say in words alone that a page has come and wants something (Chromium: `identity_constants.cc`). */
async function wantsSomebody(details: { readonly url: string; readonly interactive: boolean }): Promise<boolean> {
  try {
    await browser.identity.launchWebAuthFlow(details);
    return false;
  } catch (error) {
    return error instanceof Error && /interaction/i.test(error.message);
  }
}

async function throughFlow(url: string, signal: AbortSignal): Promise<void> {
  const watch = watchForWindow();
  const close = () => void watch.close(new URL(url).origin);
  signal.addEventListener('abort', close, { once: true });
  await wantsSomebody({ url, interactive: true });
  signal.removeEventListener('abort', close);
  watch.end();
}

/** In a window like any other nobody hears of an address of ours, and the browser has no page for it: the service has. */
function withoutWayBack(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('post_logout_redirect_uri');
  return url.href;
}

async function openAndAwait(url: string, signal: AbortSignal): Promise<void> {
  const { id } = await browser.windows.create({ url, type: 'popup', ...SIZE });
  if (id === undefined) return;
  const close = () => void browser.windows.remove(id).catch(() => undefined);
  await new Promise<void>((resolve) => {
    const closed = (windowId: number) => {
      if (windowId !== id) return;
      browser.windows.onRemoved.removeListener(closed);
      signal.removeEventListener('abort', close);
      resolve();
    };
    browser.windows.onRemoved.addListener(closed);
    signal.addEventListener('abort', close);
    if (signal.aborted) close();
  });
}
