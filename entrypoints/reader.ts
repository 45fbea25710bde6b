import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageReader } from '../utils/page/read-page.ts';

/**
 * The reading itself, put into a frame only once the page script in it has met something to read (most frames of most
 * pages never need it), or while somebody teaches a system (`teach-page.ts`).
 */
export default defineUnlistedScript(() => {
  globalThis.plansideReader ??= pageReader;
  globalThis.planside?.readerIsHere();
});
