import type { Page } from 'puppeteer';
import { inFirefoxItself } from '../../browser/harness/in-firefox-itself.ts';
import { inWorker } from '../../browser/harness/in-worker.ts';
import type { Launched } from '../../browser/harness/launch.ts';
import { untilLoaded } from './until-loaded.ts';

/** Has the browser throw a tab's document away, as it does when memory is short, and goes back to the tab. */
export async function discardTab(launched: Launched, page: Page): Promise<Page> {
  const address = await page.evaluate(() => location.href);
  const elsewhere = await launched.browser.newPage();
  await elsewhere.bringToFront();
  if (launched.family === 'firefox') {
    // First Firefox has to know what it is to load again; then it is thrown away, and selected, which loads it.
    await inFirefoxItself(
      launched.browser,
      `(async () => {
        const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec === ${JSON.stringify(address)});
        await gBrowser.prepareDiscardBrowser(tab);
        gBrowser.discardBrowser(tab, true);
        gBrowser.selectedTab = tab;
      })()`,
    );
  } else {
    const find = `chrome.tabs.query({}).then((all) => all.find(({ url = '' }) => url === ${JSON.stringify(address)}))`;
    await inWorker(
      launched,
      `${find}.then((tab) => chrome.tabs.discard(tab.id)).then((tab) => chrome.tabs.update(tab.id, { active: true }))`,
    );
  }
  const back = await untilLoaded(launched, address);
  await elsewhere.close();
  await back.bringToFront();
  return back;
}
