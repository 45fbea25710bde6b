import { browser } from '../browser.ts';

/** Narrow, so that it stands beside the clinical page. */
const SIZE = { width: 480, height: 900 };

/** Opens the page on which Planside is taught a system, in a window of its own: the clinical page stays in sight. */
export async function openTeaching(systemId: string): Promise<void> {
  await browser.windows.create({ url: browser.runtime.getURL(`teach.html#${systemId}`), type: 'popup', ...SIZE });
}
