// `npm start`: the sandbox, and a browser with Planside in it. Without a screen it walks the journeys and keeps pictures.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Launched, launchBrowser } from '../browser/harness/launch.ts';
import { redirectUris } from '../browser/harness/redirect-uris.ts';
import { setUp } from '../browser/harness/set-up.ts';
import { walkJourneys } from '../browser/journeys/walk.ts';
import { gallery } from '../sandbox/gallery.ts';
import { demoHub } from '../sandbox/hub/demo-hub.ts';
import { DEMO_PEOPLE } from '../sandbox/people/demo-people.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { launchSystem } from '../sandbox/settings-for.ts';
import { buildForTests } from './build.ts';
import { type FoundBrowser, findBrowsers, howToGetBrowser } from './find-browser.ts';
import { nodeTooOld } from './node-version.ts';
import { hasDisplay, whatToTry } from './what-to-try.ts';

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PICTURES = path.join(ROOT, '.output', 'demo');
/** The same addresses on every start; the sandbox takes the next free port where one of them is busy. */
const PORTS = { planService: 4680, systems: 4681, hub: 4682 };

/** Stops what runs, last started first, once and only once; also when the person presses Ctrl-C at any point. */
function stopList(): {
  add: (stop: () => Promise<unknown>) => void;
  stopAll: () => Promise<void>;
  stopped: Promise<void>;
} {
  const stops: (() => Promise<unknown>)[] = [];
  const { promise: stopped, resolve } = Promise.withResolvers<void>();
  let stopping: Promise<void> | undefined;
  const stopAll = () => {
    stopping ??= (async () => {
      for (const stop of stops.toReversed()) await stop().catch((error: unknown) => console.error(error));
      resolve();
    })();
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void stopAll().then(() => process.exit(0)));
  }
  return { add: (stop) => stops.push(stop), stopAll, stopped };
}

async function launch(browser: FoundBrowser, extensionDir: string, headless: boolean): Promise<Launched> {
  const { family, path: file } = browser;
  return launchBrowser({ family, path: file, headless, extensionDir, callerStops: true });
}

/** A window for the person, or null where the screen that was promised cannot be used. */
async function launchWindow(browser: FoundBrowser, extensionDir: string): Promise<Launched | null> {
  if (!hasDisplay(process.platform, process.env)) return null;
  try {
    return await launch(browser, extensionDir, false);
  } catch (error) {
    console.log(`${browser.name} could not open a window: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}

/** One tab for each clinical system, the GP record in front. */
async function openSystems({ browser }: Launched, { systems }: Sandbox): Promise<void> {
  const [blank] = await browser.pages();
  const first = blank ?? (await browser.newPage());
  await first.goto(systems.gpRecord);
  for (const origin of [systems.outOfHours, systems.careHome]) await (await browser.newPage()).goto(origin);
  await first.bringToFront();
}

async function walk(launched: Launched, sandbox: Sandbox): Promise<void> {
  console.log('No screen here: walking the journeys in a browser without a window …');
  await mkdir(PICTURES, { recursive: true });
  await walkJourneys(launched, sandbox, PICTURES);
  console.log(`The pictures are in ${path.relative(process.cwd(), PICTURES) || PICTURES}.`);
}

/** Where `npm run conformance` waits for its own sign-in (docs/conformance.md). */
const CONFORMANCE_CALLBACK = 'http://127.0.0.1:8199/callback';

async function demonstrate(browser: FoundBrowser, list: ReturnType<typeof stopList>): Promise<void> {
  console.log(`Building Planside for ${browser.name} ${browser.version} …`);
  const extensionDir = await buildForTests({ browser: browser.family === 'chromium' ? 'chrome' : 'firefox' });
  const sandbox = await startSandbox({
    redirectUris: [...redirectUris, CONFORMANCE_CALLBACK],
    ports: PORTS,
    extra: { gallery: await gallery() },
  });
  list.add(() => sandbox.stop());
  const hub = await demoHub(sandbox, PORTS.hub);
  list.add(() => hub.stop());
  const window = await launchWindow(browser, extensionDir);
  const launched = window ?? (await launch(browser, extensionDir, true));
  list.add(() => launched.close());
  if (window === null) return walk(launched, sandbox);
  await setUp(window, sandbox, [launchSystem]);
  await openSystems(window, sandbox);
  const { planService, originOf } = sandbox;
  const pages = { switches: `${planService.origin}/switches`, gallery: originOf('gallery'), hub: hub.origin };
  console.log(`\n${whatToTry(sandbox, DEMO_PEOPLE, pages)}`);
  window.browser.once('disconnected', () => void list.stopAll());
  await list.stopped;
}

async function main(): Promise<number> {
  const tooOld = nodeTooOld(process.version);
  const [browser] = await findBrowsers();
  if (tooOld !== null || browser === undefined) {
    console.error(tooOld ?? `There is no browser to show Planside in. ${howToGetBrowser(process.platform)}`);
    return 1;
  }
  const list = stopList();
  try {
    await demonstrate(browser, list);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    await list.stopAll();
  }
}

process.exitCode = await main();
