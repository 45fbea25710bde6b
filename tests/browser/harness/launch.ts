import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer';
import type { BrowserFamily } from '../../commands/find-browser.ts';
import { elsewherePort } from './elsewhere.ts';
import { geckoId } from './redirect-uris.ts';

export type LaunchChoice = {
  family: BrowserFamily;
  path: string;
  headless: boolean;
  /** The unpacked extension. */
  extensionDir: string;
  /** An X display (":99") other than this process's own. */
  display?: string;
  windowSize?: { width: number; height: number };
  /** The caller closes the browser itself when the person presses Ctrl-C; otherwise it is killed then. */
  callerStops?: boolean;
  /** A profile that outlives this browser, and that the caller removes; a fresh one if left out. */
  profile?: string;
};

/** The extension may be left out. */
export type StartChoice = Omit<LaunchChoice, 'extensionDir'> & Partial<Pick<LaunchChoice, 'extensionDir'>>;

/** A browser that runs, whatever is in it. */
export type Started = {
  browser: Browser;
  family: BrowserFamily;
  /** The folder of the profile. */
  profile: string;
  /** Ends the browser, whatever state it is in, and removes its profile; one that is kept goes with the next call. */
  close(choice?: { keepProfile?: boolean }): Promise<void>;
};

export type Launched = Started & {
  extensionId: string;
  /** `chrome-extension://…` or `moz-extension://…`, no slash at the end. */
  extensionOrigin: string;
};

/** Firefox names an extension's origin by chance; this fixes it (pref `extensions.webextensions.uuids`). */
const FIREFOX_UUID = '5c1f3c52-7f0e-4a53-9d0b-1c6f0f8e9a26';
const DEFAULT_SIZE = { width: 1280, height: 900 };

/** Loopback names only: a page or an extension that asks for any other host gets no answer. */
const CHROMIUM_ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-component-update',
  '--disable-background-networking',
  '--disable-breakpad',
  '--no-first-run',
  '--window-position=0,0',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
];

/** Everything but loopback goes to a proxy (elsewhere.ts); loopback names never go to one, in either browser. */
const FIREFOX_PREFS = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.allow_hijacking_localhost': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'extensions.webextOptionalPermissionPrompts': false,
  // An extension that is installed for a test is taken out when the browser ends; what it stored is to be found again.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'app.normandy.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

/**
 * Starts a browser with the unpacked extension in it, on a fresh profile or one that is given.
 * Throws when the browser does not start or refuses the extension; nothing is left running then.
 */
export async function launchBrowser(choice: LaunchChoice): Promise<Launched> {
  const started = await startBrowser(choice);
  try {
    const extensionId = await started.browser.installExtension(path.resolve(choice.extensionDir));
    const extensionOrigin =
      choice.family === 'firefox' ? `moz-extension://${FIREFOX_UUID}` : `chrome-extension://${extensionId}`;
    return { ...started, extensionId, extensionOrigin };
  } catch (error) {
    await started.close();
    throw error;
  }
}

/**
 * Starts a browser with nothing in it yet.
 *
 * @param choice of an extension that is to be put into it, if any is
 */
export async function startBrowser(choice: StartChoice): Promise<Started> {
  const profile = choice.profile ?? (await mkdtemp(path.join(tmpdir(), 'planside-profile-')));
  const browser = await puppeteer.launch(await launchOptions(choice, profile)).catch(async (error: unknown) => {
    await removeProfile(profile);
    throw error;
  });
  // Puppeteer kills the browser when this process ends early; its profile must not stay behind either.
  const atExit = () => rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  if (choice.profile === undefined) process.once('exit', atExit);
  const close: Started['close'] = async ({ keepProfile = false } = {}) => {
    await closeBrowser(browser);
    if (keepProfile || choice.profile !== undefined) return;
    await removeProfile(profile);
    process.off('exit', atExit);
  };
  return { browser, family: choice.family, profile, close };
}

async function launchOptions(choice: StartChoice, profile: string): Promise<LaunchOptions> {
  const size = choice.windowSize ?? DEFAULT_SIZE;
  const proxyPort = await elsewherePort();
  const common: LaunchOptions = {
    executablePath: choice.path,
    headless: choice.headless,
    userDataDir: profile,
    // A person's own window is not forced into a fixed viewport.
    defaultViewport: choice.headless ? size : null,
    protocolTimeout: 60_000,
    ...(choice.callerStops ? { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false } : {}),
    ...(choice.display === undefined ? {} : { env: { ...process.env, DISPLAY: choice.display } }),
  };
  if (choice.family === 'firefox') {
    return {
      ...common,
      browser: 'firefox',
      args: [`--width=${size.width}`, `--height=${size.height}`, '--remote-allow-system-access'],
      extraPrefsFirefox: {
        ...FIREFOX_PREFS,
        'network.proxy.http_port': proxyPort,
        'network.proxy.ssl_port': proxyPort,
        'extensions.webextensions.uuids': JSON.stringify({ [await geckoIdOf(choice.extensionDir)]: FIREFOX_UUID }),
      },
    };
  }
  // Chromium's own sandbox does not work for root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const ownArguments = [`--window-size=${size.width},${size.height}`, `--proxy-server=127.0.0.1:${proxyPort}`];
  const args = [...CHROMIUM_ARGUMENTS, ...asRoot, ...ownArguments];
  return { ...common, browser: 'chrome', pipe: true, enableExtensions: true, args };
}

/** The extension's Firefox identity by its own manifest; ours when it states none. */
async function geckoIdOf(extensionDir: string | undefined): Promise<string> {
  if (extensionDir === undefined) return geckoId;
  const manifest: unknown = JSON.parse(await readFile(path.join(extensionDir, 'manifest.json'), 'utf8'));
  const id = (manifest as { browser_specific_settings?: { gecko?: { id?: string } } }).browser_specific_settings?.gecko
    ?.id;
  return id ?? geckoId;
}

async function closeBrowser(browser: Browser): Promise<void> {
  const root = browser.process();
  await inEightSeconds(browser.close());
  // Puppeteer starts the browser as a group of its own (not on Windows): whatever is left of that group goes too.
  if (root?.pid !== undefined && process.platform !== 'win32') {
    try {
      process.kill(-root.pid, 'SIGKILL');
    } catch {
      // nothing was left
    }
  } else root?.kill('SIGKILL');
  // Whoever starts the next browser on this profile, or removes it, must not meet this one.
  if (root && root.exitCode === null && root.signalCode === null) await inEightSeconds(once(root, 'exit'));
}

/** A browser that hangs is not waited for. */
async function inEightSeconds(done: Promise<unknown>): Promise<void> {
  await Promise.race([done.catch(() => {}), new Promise((late) => setTimeout(late, 8_000).unref())]);
}

async function removeProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
