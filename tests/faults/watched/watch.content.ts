import { defineContentScript } from 'wxt/utils/define-content-script';
import { documentElementOf } from '../../../utils/page/dom.ts';
import { SEEN, type SeenNow, type Shows, WATCH } from './seen.ts';

type WithShadow = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };
declare const chrome: { readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };

/**
 * The build that campaigns watch, never shipped: tells the page, in each animation frame, which frames of the sidebar a
 * person can see just now and whom they show. The page knows who is open, and compares.
 */
export default defineContentScript({
  matches: ['http://*/*'],
  runAt: 'document_start',
  main() {
    // Frames that have left the page are not kept in memory.
    const said = new WeakMap<object, Shows>();
    const names = new WeakMap<Element, number>();
    let named = 0;
    addEventListener('message', ({ source, data }) => {
      const isOurs = typeof data === 'object' && data !== null && 'plansideShows' in data;
      if (source !== null && isOurs) said.set(source, data.plansideShows);
    });

    const nameOf = (frame: Element): number => {
      const known = names.get(frame);
      if (known !== undefined) return known;
      named += 1;
      names.set(frame, named);
      return named;
    };
    const seenNow = (): SeenNow[] =>
      [...documentElementOf(document).children]
        .flatMap((host) => [...(shadowOf(host)?.querySelectorAll('iframe') ?? [])])
        .filter(isSeen)
        .map((frame) => ({
          frame: nameOf(frame),
          shows: (frame.contentWindow && said.get(frame.contentWindow)) ?? null,
        }));
    const again = () => {
      requestAnimationFrame(again);
      // Pages name their elements as they like, also `dispatchEvent`.
      EventTarget.prototype.dispatchEvent.call(document, new CustomEvent(SEEN, { detail: JSON.stringify(seenNow()) }));
    };
    document.addEventListener(WATCH, again, { once: true });
  },
});

function shadowOf(host: Element): ShadowRoot | null {
  if (host.localName !== 'div') return null;
  return (host as WithShadow).openOrClosedShadowRoot ?? chrome.dom?.openOrClosedShadowRoot(host) ?? null;
}

function isSeen(frame: Element): boolean {
  return Number(getComputedStyle(frame).opacity) > 0.9 && frame.getClientRects().length > 0;
}
