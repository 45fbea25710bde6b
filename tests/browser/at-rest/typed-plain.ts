import path from 'node:path';
import { Hono } from 'hono';
import { retype } from '../find/find-page.ts';
import { inFirefoxItself } from '../harness/in-firefox-itself.ts';
import type { Launched } from '../harness/launch.ts';
import { PATIENCE } from '../harness/patience.ts';
import { markerOf } from './markers.ts';
import { needlesOfText } from './needles.ts';
import type { PositiveControl } from './positive-control.ts';
import { scanFiles } from './scan-files.ts';

/** Where each browser keeps what it would restore. */
const KEPT_IN = { chromium: 'Default/Sessions', firefox: 'sessionstore-backups' } as const;

/** A page with a field like any other. */
export const plainForm = new Hono().get('/', (context) =>
  context.html('<!doctype html><title>A form</title><form><input id="plain" aria-label="Plain"></form>'),
);

/**
 * Types into a field of a page that asks its browser for nothing, and waits until the browser has put that on the disk,
 * to restore it one day: by then, whatever else was typed before and is kept lies there too.
 *
 * @param address of `plainForm`
 */
export async function typePlain(
  { browser, family, profile }: Launched,
  address: string,
  seed: number,
): Promise<PositiveControl> {
  const { label, text } = markerOf(seed, 'control, typed');
  const needles = needlesOfText(label, text);
  // Every quarter of a minute otherwise.
  if (family === 'firefox')
    await inFirefoxItself(browser, "Services.prefs.setIntPref('browser.sessionstore.interval', 500)");
  const page = await browser.newPage();
  await page.goto(address);
  await retype(page, '#plain', text);
  const end = Date.now() + PATIENCE;
  while ((await scanFiles(path.join(profile, KEPT_IN[family]), needles)).hits.length === 0) {
    if (Date.now() > end) throw new Error('The browser never kept what was typed.');
    await new Promise((done) => setTimeout(done, 100));
  }
  return { needles, labels: [label] };
}
