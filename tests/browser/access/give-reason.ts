import type { Page } from 'puppeteer';
import type { AccessReason } from '../../../utils/access/reasons.ts';
import { sidebarFrame, untilShown } from '../harness/sidebar.ts';

/** Chooses a reason in the sidebar's form and writes the note; sends nothing. */
export async function fillReason(page: Page, reason: AccessReason, words = ''): Promise<void> {
  await untilShown(page, 'the form for a reason', ({ view }) => view === 'reasonNeeded');
  const frame = await sidebarFrame(page);
  if (!frame) throw new Error('The sidebar has gone.');
  await frame.click(`#reason-${reason}`);
  const note = await frame.waitForSelector('#reason-words');
  await note?.type(words);
}

/** Sends the reason that stands in the form. */
export async function sendReason(page: Page): Promise<void> {
  const frame = await sidebarFrame(page);
  const button = await frame?.$('[data-command="giveReason"]');
  // The foot of the panel stands over what is only just in sight.
  await button?.evaluate((one) => one.scrollIntoView({ block: 'center' }));
  await button?.click();
}
