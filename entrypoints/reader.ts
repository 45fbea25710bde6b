import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageReader } from '../utils/page/read-page.ts';

/**
 * The reading itself, put into a frame only once the page script in it has met something to read: most frames of most
 * pages never need it. Where the adapter has become a careful one meanwhile it makes way, and the page script asks for
 * the reader of those.
 */
export default defineUnlistedScript(() => {
  globalThis.plansideReader ??= (window, index, by) => {
    if (!by.adapter?.careful) return pageReader(window, index, by);
    globalThis.plansideReader = undefined;
    return undefined;
  };
  globalThis.planside?.readerIsHere();
});
