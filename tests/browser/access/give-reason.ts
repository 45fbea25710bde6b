import type { Page } from 'puppeteer';
import type { AccessReason } from '../../../utils/access/reasons.ts';
import { pressAt, shownFrame, untilShown } from '../harness/sidebar.ts';

/** Chooses a reason in the sidebar's form and writes the note; sends nothing. */
export async function fillReason(page: Page, reason: AccessReason, words = ''): Promise<void> {
  await untilShown(page, 'the form for a reason', ({ view }) => view === 'reasonNeeded');
  await pressAt(page, `#reason-${reason}`);
  const note = await (await shownFrame(page)).waitForSelector('#reason-words');
  await note?.type(words);
}

/** Sends the reason that stands in the form. */
export function sendReason(page: Page): Promise<void> {
  return pressAt(page, '[data-command="giveReason"]');
}
