import { documentElementOf } from './dom.ts';
import { dropEmptyStyle } from './page-margin.ts';

/** What lets a content script look into closed shadow roots. */
export type RootOpener = (element: HTMLElement) => ShadowRoot | null | undefined;

/** The title of every sidebar frame, and what its address ends in. */
const TITLE = 'Planside';
const ADDRESS = /^(?:chrome|moz)-extension:\/\/[^/]+\/sidebar\.html$/;

/**
 * Takes out what an earlier Planside left in this page. When an extension is updated, Firefox ends its scripts at once
 * and leaves what they put into the page standing; nobody but the script that comes after them can take it away. It is
 * known by the frame in its closed shadow root, where no page can put one.
 */
export function removeStaleHosts(document: Document, open: RootOpener = openRoot): void {
  const root = documentElementOf(document);
  for (const element of [...root.children]) {
    const frame = element instanceof HTMLElement ? open(element)?.querySelector('iframe') : null;
    if (!frame || frame.title !== TITLE || !ADDRESS.test(frame.src)) continue;
    element.remove();
    for (const margin of ['margin-left', 'margin-right'])
      if (root.style.getPropertyPriority(margin) === 'important') root.style.removeProperty(margin);
    dropEmptyStyle(root);
  }
}

/** Firefox has the way into closed shadow roots on the element, Chromium in `chrome.dom`. */
function openRoot(element: HTMLElement): ShadowRoot | null | undefined {
  const root = Reflect.get(element, 'openOrClosedShadowRoot');
  return root === undefined ? Reflect.get(globalThis, 'chrome')?.dom?.openOrClosedShadowRoot?.(element) : root;
}
