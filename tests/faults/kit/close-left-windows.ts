import type { Launched } from '../../browser/harness/launch.ts';
import { soon } from '../../browser/harness/soon.ts';

/** Of the log-in, or of what a browser shows where it could not come. */
const LEFT = /^(?:http:\/\/127\.0\.0\.1[:/]|http:\/\/localhost[:/]|chrome-error:|about:neterror)/;

/** Closes, as the person would, the windows that a sign-in has opened and left behind. */
export async function closeLeftWindows({ browser }: Launched): Promise<void> {
  for (const target of browser.targets()) {
    const isPopUp = target.type() === 'other';
    if (!isPopUp && target.type() !== 'page') continue;
    const page = await soon(() => (isPopUp ? target.asPage() : target.page()), null);
    const address = page && (await soon(() => page.evaluate(() => document.documentURI), target.url()));
    if (page && LEFT.test(address ?? '')) await soon(() => page.close(), undefined);
  }
}
