import { browser } from '../browser.ts';
import { patternOf } from '../options/web-address.ts';
import type { SystemNow } from '../pack/with-pack.ts';
import { readSettings } from '../settings/settings.ts';
import type { EnabledPage, Sender } from './sender.ts';

const SCRIPT_ID = 'page';

let registered: Promise<void> = Promise.resolve();

/**
 * Registers the page script for the origins of the enabled systems, and for no other (S9). Called at start and
 * whenever settings or permissions change; one call waits for another, or the earlier, which has read what held
 * before, would undo what the later has registered.
 */
export function registerPageScript(): Promise<void> {
  registered = registered.catch(() => undefined).then(register);
  return registered;
}

/**
 * Registration succeeds without the permission and the script simply does not run, so the
 * permission is looked at first.
 */
async function register(): Promise<void> {
  const { clinicalSystems } = await readSettings();
  const matches: string[] = [];
  for (const origin of new Set(clinicalSystems.flatMap(({ origins }) => origins))) {
    if (await browser.permissions.contains({ origins: [origin] })) matches.push(origin);
  }
  const [before] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (before) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  // matchOriginAsFallback: about:blank, srcdoc and blob frames; the polyfill's types do not know it yet.
  const script = {
    id: SCRIPT_ID,
    js: ['/page.js'],
    matches,
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  // Changed in place: between taking it away and registering it again, a page would load without it.
  if (before) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
  await startInOpenTabs(matches);
}

/** Puts the script that reads into one frame; a frame that has gone meanwhile needs it no more. */
export async function giveReader({ tabId, frameId }: Pick<EnabledPage, 'tabId' | 'frameId'>): Promise<void> {
  await putInto({ tabId, frameIds: [frameId] }, '/reader.js');
}

/** Puts the script that keeps the sidebar in sight into the top frame of a tab, or wakes the one that is there. */
export function giveGuard(tabId: number): void {
  void putInto({ tabId, frameIds: [0] }, '/guard.js');
}

async function putInto(target: { tabId: number; frameIds: number[] }, file: string): Promise<void> {
  await browser.scripting
    .executeScript({ target, files: [file], injectImmediately: true })
    .catch((error: unknown) => error);
}

/** Begins anew in one frame, once the script that was there has left it; a frame that has gone begins by itself. */
export async function startAgain({ tabId, frameId }: Pick<Sender, 'tabId' | 'frameId'>): Promise<void> {
  await putInto({ tabId, frameIds: [frameId] }, '/page.js');
}

/**
 * Pages that are open already need not be loaded again; a tab that refuses (it is just leaving) will be by itself. Nothing
 * waits for their end: a frame that never ends loading would hold up whatever is registered next.
 */
async function startInOpenTabs(matches: string[]): Promise<void> {
  for (const { id: tabId } of await browser.tabs.query({ url: matches })) {
    if (tabId === undefined) continue;
    const started = browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/page.js'] });
    started.catch(() => undefined);
  }
}

/** The enabled system an origin belongs to, as long as the browser lets Planside reach that origin. */
export async function grantedSystemAt(systems: readonly SystemNow[], origin: string): Promise<SystemNow | null> {
  const system = systemAt(systems, origin);
  return system && (await browser.permissions.contains({ origins: [patternAt(origin)] })) ? system : null;
}

/** The enabled system an origin belongs to. Match patterns know no ports, so neither does this. */
export function systemAt(systems: readonly SystemNow[], origin: string): SystemNow | null {
  return systems.find(({ origins }) => origins.includes(patternAt(origin))) ?? null;
}

function patternAt(origin: string): string {
  return patternOf(new URL(origin));
}
