import type { Page, Target } from 'puppeteer';
import type { Settings } from '../../../utils/settings/settings.ts';
import type { Account } from '../../sandbox/plan-service/accounts.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { settingsFor } from '../../sandbox/settings-for.ts';
import type { Launched } from './launch.ts';
import { lookUntil } from './look-until.ts';
import { press, type Shown, shownWithin, sidebarNow, untilShown } from './sidebar.ts';
import { soon } from './soon.ts';

/** A sign-in whose page did not come says so within this time after the harness has given up on it (milliseconds). */
const OFFERED_AGAIN_MS = 5_000;

/**
 * Sets the extension up for this sandbox, as an administrator would, through the hook of test builds.
 *
 * @param more clinical systems besides the sandbox's three
 */
export async function setUp(
  { browser }: Launched,
  sandbox: Sandbox,
  more: Settings['clinicalSystems'] = [],
): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${sandbox.planService.origin}/switches`);
  await setUpFrom(page, sandbox, more);
  await page.close();
}

/** The same from a page of the plan service's that is open already, and stays. */
export async function setUpFrom(page: Page, sandbox: Sandbox, more: Settings['clinicalSystems'] = []): Promise<void> {
  const settings = settingsFor(sandbox);
  const wanted = JSON.stringify({ ...settings, clinicalSystems: [...settings.clinicalSystems, ...more] });
  await page.waitForSelector('html[data-planside-hook="ready"]');
  await page.evaluate((detail) => {
    const done = new Promise((resolve) => document.addEventListener('planside-sandbox-done', resolve, { once: true }));
    document.dispatchEvent(new CustomEvent('planside-sandbox-settings', { detail }));
    return done;
  }, wanted);
}

/** Opens a clinical system, and logs in with any name where that has not been done; at a care home also to the home. */
export async function enterSystem(page: Page, origin: string, careHome?: string): Promise<void> {
  await page.goto(origin);
  if ((await page.$('#login-form')) === null) return;
  if (careHome) await page.select('#login-form select[name="home"]', careHome);
  await page.type('#login-form input[name="username"]', 'demo');
  await page.type('#login-form input[name="password"]', 'demo');
  await Promise.all([page.waitForNavigation(), page.click('#login-form button[type="submit"], #login-form button')]);
}

/**
 * Signs in to the plan service from the sidebar's own button, through the service's log-in page. Where that has not come
 * and the sidebar says so, on a machine that is very busy, it is asked for once more, as a person would.
 */
export async function signIn(launched: Launched, page: Page, account: Account): Promise<void> {
  const isWay = ({ view }: Shown) => view === 'signedOut' || view === 'locked';
  const ask = async () => {
    await untilShown(page, 'a way to sign in', isWay);
    await press(page, 'Sign in');
    return logInPage(launched);
  };
  const asked = await ask().catch(async (error: unknown) => {
    await page.bringToFront();
    const now = await shownWithin(page, OFFERED_AGAIN_MS, (one) => one !== null && isWay(one));
    if (!now) throw new Error(`${String(error)} The sidebar: ${(await sidebarNow(page))?.text ?? 'nothing'}`);
    return ask();
  });
  await logInAt(asked, account);
}

/** Logs in on the service's own page, in the window that has been opened for it. */
export async function logIn(launched: Launched, account: Account): Promise<void> {
  await logInAt(await logInPage(launched), account);
}

async function logInAt(window: Page, account: Account): Promise<void> {
  await window.type('input[name="username"]', account.username);
  await window.type('input[name="password"]', account.password);
  // The window closes as soon as the service has answered, which may be before the key is up again.
  const closed = new Promise<true>((done) => window.once('close', () => done(true)));
  try {
    await Promise.race([window.keyboard.press('Enter'), closed]);
  } catch (error) {
    if (!window.isClosed() && !(await soon(() => closed, false))) throw error;
  }
}

/** The log-in page of the plan service, once it is there. */
export async function logInPage(launched: Launched): Promise<Page> {
  const { last } = await lookUntil(
    () => logInPageNow(launched),
    (page) => page !== null,
  );
  if (last) return last;
  throw new Error('The log-in page of the plan service never opened.');
}

/** The same, if it is there at this moment. */
export async function logInPageNow({ browser }: Launched): Promise<Page | null> {
  for (const target of browser.targets()) {
    const page = await pageOf(target);
    const isIt = page && (await soon(() => page.evaluate(isLogInPage), false));
    if (isIt) return page;
  }
  return null;
}

/** Runs in a page: the service's own log-in page, and not that of a clinical system. */
function isLogInPage(): boolean {
  return document.querySelector('input[name="password"]#password') !== null && !document.querySelector('#login-form');
}

/** Chromium opens it as a pop-up, whose target counts as another kind. */
async function pageOf(target: Target): Promise<Page | null> {
  if (!/^http:\/\/127\.0\.0\.1/.test(target.url()) && target.url() !== '') return null;
  const page = await soon(() => target.page(), null);
  return page ?? (target.type() === 'other' ? soon(() => target.asPage(), null) : null);
}
