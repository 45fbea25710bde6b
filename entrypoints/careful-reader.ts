import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readCarefully } from '../utils/page/read-carefully.ts';
import { pageReader } from '../utils/page/read-page.ts';

/**
 * The reading for systems that Planside was taught, in place of `reader.ts` and put into a frame like it; also where
 * somebody is just teaching one (`teach-page.ts`), and then beside a reader that is there already: that one goes on.
 */
export default defineUnlistedScript(() => {
  globalThis.plansideReader = (window, index, by) => pageReader(window, index, by, readCarefully);
  globalThis.planside?.readerIsHere();
});
