import type { Runtime } from 'webextension-polyfill';
import { GUARD_LINE, type GuardReport } from '../messages.ts';
import { keepOnTop } from './keep-on-top.ts';
import type { PageRuntime } from './page-line.ts';
import type { SidebarHost } from './sidebar-host.ts';
import { type Sight, sightOf } from './sidebar-sight.ts';
import { IN_SIGHT, lookOnce } from './sight-over-time.ts';
import type { PageScript } from './start-page.ts';

/** How often it is looked at (milliseconds): in sight, and while something is wrong. */
const LOOK_MS = 1_000;
const LOOK_CLOSER_MS = 250;
/** One that is put back comes back through the background; after so long (milliseconds) without one there is none. */
const LEFT_MS = 2_000;
/** What it needs of the sidebar. */
type Guarded = Pick<SidebarHost, 'element' | 'arrange' | 'stance' | 'rise'>;
/** Attributes by which a page takes an element out of sight, and ours out of the top layer. */
const OURS = ['hidden', 'inert'];

/**
 * Keeps the sidebar of one page in sight, and tells the background where it cannot (H14). Put into the page beside the
 * page script, with the first frame that shows something; with each further one it is woken.
 */
export function guardSidebar(
  document: Document,
  runtime: PageRuntime,
  { host: hostNow, isTakenOut }: Pick<PageScript, 'isTakenOut'> & { readonly host: () => Guarded | null },
): {
  readonly wake: () => void;
  /**
   * The browser says that something may stand before the sidebar. Anything in the top layer that came later does, in its
   * eyes, whatever its size: a hint of the page's far from it, say, with its clear veil. Then the sidebar rises above it; but
   * not above what is seen to stand there by right.
   */
  readonly unseen: () => void;
} {
  const above = new Set<Element>();
  const risen = () => {
    const host = hostNow();
    return host && { ...host, rise: () => rise(host) };
  };
  const keep = keepOnTop(document, risen);
  let [state, told]: [typeof IN_SIGHT, Sight | null] = [IN_SIGHT, null];
  let [isLooking, isPrinting, lastWanted] = [false, false, 0];
  let line: Runtime.Port | null = null;
  let listening = new AbortController();
  let next: ReturnType<typeof setTimeout> | undefined;

  function rise(host: Guarded): void {
    above.clear();
    host.rise();
  }

  function look(): void {
    isLooking = false;
    const host = hostNow();
    const isWanted = host !== null || isTakenOut();
    if (isWanted) lastWanted = performance.now();
    if (!runtime.id || performance.now() - lastWanted > LEFT_MS) {
      stop();
      return;
    }
    const isSeen = document.visibilityState === 'visible' && !isPrinting && !matchMedia('print').matches;
    if (isSeen && isWanted) judge(host);
    clearTimeout(next);
    next = setTimeout(
      look,
      isSeen && state.told === 'inSight' && state.hiddenSince === null ? LOOK_MS : LOOK_CLOSER_MS,
    );
  }

  function judge(host: Guarded | null): void {
    const step = lookOnce(state, host ? sightOf(document, host, above) : 'hidden', performance.now());
    state = step.next;
    if (step.mend && host) mend(host);
    tell(state.told);
  }

  function mend(host: Guarded): void {
    for (const attribute of OURS) host.element.removeAttribute(attribute);
    host.element.popover = 'manual';
    host.arrange();
    rise(host);
  }

  function tell(sight: Sight): void {
    if (sight === told) return;
    told = sight;
    if (!line) {
      line = runtime.connect({ name: GUARD_LINE });
      line.onDisconnect.addListener(() => {
        [line, told] = [null, null];
      });
    }
    line.postMessage({ sight } satisfies GuardReport);
  }

  /** Nothing of ours stands there any more, or nobody is left to be told: the page keeps no listener of ours. */
  function stop(): void {
    clearTimeout(next);
    listening.abort();
    line?.disconnect();
    [state, told, line] = [IN_SIGHT, null, null];
  }

  function lookSoon(): void {
    if (isLooking) return;
    isLooking = true;
    requestAnimationFrame(look);
  }

  function heard(event: Event): void {
    const { target, newState } = event as ToggleEvent;
    if (newState === 'open' && target !== hostNow()?.element) above.add(target as Element);
    keep(event);
    lookSoon();
  }

  /** It stands on no printout, and is out of sight for as long as the page is printed. */
  function printed(event: Event): void {
    isPrinting = event.type === 'beforeprint';
    if (isPrinting && hostNow()) tell('behind');
    lookSoon();
  }

  return {
    unseen() {
      const host = hostNow();
      if (host && sightOf(document, host, above) === 'inSight') rise(host);
    },
    wake() {
      lastWanted = performance.now();
      // `document.open()` has taken them off, perhaps; each is there once.
      listening.abort();
      listening = new AbortController();
      const on = { capture: true, signal: listening.signal };
      for (const happens of ['toggle', 'close', 'fullscreenchange']) document.addEventListener(happens, heard, on);
      for (const happens of ['resize', 'scroll']) addEventListener(happens, lookSoon, on);
      for (const happens of ['beforeprint', 'afterprint']) addEventListener(happens, printed, on);
      lookSoon();
    },
  };
}
