import { rememberLooks } from '../access/last-looked.ts';
import { browser } from '../browser.ts';
import { noteSession } from '../health/notes.ts';
import { withoutNames } from '../health/without-names.ts';
import { copyKeys } from '../offline/copy-keys.ts';
import { openCopies } from '../offline/open-copies.ts';
import { differsInSystemsOnly, type SystemNow } from '../pack/with-pack.ts';
import type { Sighting } from '../page/sighting.ts';
import { forgetCapabilities } from '../plan/service/capability.ts';
import { SHIFT_MS } from '../session/deadlines.ts';
import { keepSession } from '../session/keep-session.ts';
import type { Language } from '../view/language.ts';
import { signOf } from '../view/sign-of.ts';
import type { SidebarCommand } from '../view/view.ts';
import { acceptCommands } from './accept-commands.ts';
import { askForTab } from './ask-for-tabs.ts';
import { LONGEST_LOOKUP_MS } from './ask-plan-service.ts';
import { onAttention } from './attention.ts';
import { auditTrail } from './audit-trail.ts';
import { onBackOnline } from './back-online.ts';
import { drawSign, type SignWords } from './badge.ts';
import { pagesBeside } from './beside.ts';
import { copyOwner } from './copy-owner.ts';
import { doubtEventName } from './doubt-event-name.ts';
import { findPages } from './find-pages.ts';
import { followCommand } from './follow-command.ts';
import { keepHiding } from './hiding.ts';
import { hubRequests } from './hub-requests.ts';
import { hubInForce, keepHubs } from './hubs.ts';
import { acceptLines } from './lines.ts';
import { nextGeneration } from './next-generation.ts';
import { openFind } from './open-find.ts';
import { residentsOf } from './residents-of.ts';
import { NOT_SAID_YET, saidBy } from './said.ts';
import { type SettingsChange, settingsInForce } from './settings-in-force.ts';
import { onShortcuts } from './shortcuts.ts';
import { grantedSystemAt } from './sites.ts';
import { tabAccess } from './tab-access.ts';
import { tabDesk } from './tab-desk.ts';
import type { Surroundings, TabDesk, TabDeskOptions } from './tab-desk-types.ts';
import { tabPlaces } from './tab-places.ts';
import { newPast } from './visit.ts';
import { visitBook } from './visit-book.ts';

/**
 * All tabs of the browser, each with its own desk, and what they share: settings, session, record. The worker may have
 * been started a moment ago by the very message that is being heard, so everything that needs settings or session
 * waits for them.
 *
 * @param signs the words of the browser's own button, in a language
 */
export function openDesks({ signs }: { readonly signs: (language: Language) => SignWords }): void {
  const desks = new Map<number, TabDesk>();
  const settings = settingsInForce({ coming: (next) => session.settingsChange(next), changed: settingsChanged });
  const [visits, places, hiding, beside] = [visitBook(), tabPlaces(), keepHiding(), pagesBeside(systemOf)];
  // An event may have woken this worker before it is known whether whoever is signed in is so with this service.
  const trail = auditTrail(() => session.ready.then(settings.now));
  const copies = openCopies({ owner: () => copyOwner(settings.now()), now: Date.now() });
  let said = NOT_SAID_YET;
  const listed = residentsOf({ settings: settings.now, trail, signedOut: () => void session.refresh() });
  const finds = findPages({ surroundings, saying: () => said.saying, ready: () => ready, residents: listed });
  const steps = { dropKeys: copyKeys.drop, eraseStored };
  const hubs = openHubs();
  const session = keepSession({ settings: settings.now, steps, signedIn, changed });

  async function signedIn(): Promise<void> {
    if ((await settings.now()).offlineCopies) await copyKeys.make({ endsAt: Date.now() + SHIFT_MS });
    trail.deliver();
  }

  async function eraseStored(): Promise<void> {
    await Promise.all([copies.then(({ eraseCopies }) => eraseCopies()), visits.endAll()]);
  }

  /** Resolves once nothing of whoever was there before can be seen. */
  async function changed(person: boolean): Promise<void> {
    noteSession(withoutNames(session.state()));
    const all = [...desks.values()];
    // The frames with plans first; then whatever is beside them.
    const gone = all.map((desk) => (person ? desk.personChanged() : desk.redraw()));
    if (person) finds.endAll();
    else finds.redraw();
    hubs.changed();
    await Promise.all(gone);
  }

  function openHubs() {
    return keepHubs({
      ready: () => ready,
      requests: hubRequests(settings.now),
      inForce: () => hubInForce(said, session.state()),
      newDesk: (id, hub) => newDesk(id, { hub, stands: () => {} }),
      forget(id) {
        desks.delete(id);
        void visits.end(id, null).catch(notNow);
      },
      shownIn: (tabId) => desks.get(tabId)?.shows() ?? null,
    });
  }

  function surroundings(): Surroundings {
    return { service: said.service, session: session.state(), hidden: hiding.isHidden(), now: Date.now() };
  }

  function desk(tabId: number): TabDesk {
    const hub = () => (said.hub ? { name: said.hub, says: null } : null);
    const stands: TabDeskOptions['stands'] = (view, isInSight) =>
      void drawSign(tabId, signOf(view, isInSight), signs(said.saying.language));
    const moved = (shows: Sighting | null) => hubs.pageMoved(tabId, shows);
    return desks.get(tabId) ?? newDesk(tabId, { hub, stands, moved });
  }

  function newDesk(tabId: number, its: Pick<TabDeskOptions, 'hub' | 'stands' | 'moved'>): TabDesk {
    const opened = tabDesk({
      ...its,
      surroundings,
      saying: () => said.saying,
      isInPanel: () => said.surfaces.includes('panel'),
      visit: {
        ask: askForTab(tabId, { settings: settings.now, session, trail, visits, copies }),
        longestMs: LONGEST_LOOKUP_MS,
        newPast,
      },
      access: tabAccess(tabId, visits, trail),
      drawn: (traces) => void rememberLooks(traces),
      nextGeneration,
      newTicket: () => crypto.randomUUID(),
    });
    desks.set(tabId, opened);
    return opened;
  }

  /** Every surface of every tab says so before this returns. */
  function hide(hidden: boolean): void {
    hiding.set(hidden);
    void changed(true);
  }

  function follow(command: SidebarCommand): void {
    followCommand(command, { session, settings: settings.now, hide });
  }

  async function systemOf(origin: string): Promise<SystemNow | null> {
    await ready;
    // A page that settings have just enabled comes before they are in force: it would be told to leave, for good.
    return grantedSystemAt((await settings.newest()).clinicalSystems, origin);
  }

  async function lookAt(tabId: number): Promise<void> {
    const now = desks.has(tabId) ? await beside.now(tabId) : null;
    if (now) desks.get(tabId)?.pageLoaded(now.standing);
  }

  function lookAtAll(): void {
    for (const tabId of desks.keys()) void lookAt(tabId);
  }

  async function settingsChanged({ before, next }: SettingsChange): Promise<void> {
    forgetCapabilities();
    void lines.recheck();
    // What was kept until now is not to be found again when copies are allowed once more.
    if (!next.offlineCopies) void copies.then(({ eraseCopies }) => eraseCopies());
    // Pages that are read otherwise come anew by themselves; everybody else stays as they are.
    return before && differsInSystemsOnly(before, next) ? lookAtAll() : takeSettings();
  }

  /** Always the newest: they may have changed while something was waited for. */
  async function takeSettings(): Promise<void> {
    said = saidBy(await settings.now());
    lookAtAll();
    await changed(true);
  }

  const ready = Promise.all([session.ready, hiding.ready]).then(takeSettings).then(trail.deliver);

  function openLines() {
    return acceptLines({
      desk: ({ from }) => desk(from.tabId),
      desksOf: ({ from }) => (from.kind === 'ownFrame' ? [desk(from.tabId)] : [...desks.values()]),
      async tabBeside({ body }) {
        const now = await beside.now(body.beside);
        return now?.isInFront ? { desk: desk(body.beside), standing: now.standing } : null;
      },
      follow: ({ body }) => follow(body),
      tidy: (tabId) => {
        if (desks.get(tabId)?.isEmpty()) desks.delete(tabId);
      },
      finds,
      hubs,
      systemAt: systemOf,
      doubtEvent: doubtEventName(),
      places,
      isInPage: () => said.surfaces.includes('page'),
    });
  }

  function openCommands(): void {
    acceptCommands({
      async follow({ body, from }) {
        await ready;
        const { tabId, frame } = from;
        const isOfPage = from.kind === 'teachPage' || (from.kind === 'findPage' && finds.isOpen(from));
        if (!isOfPage && !desks.get(tabId)?.command(body, frame)) return 'dropped';
        follow(body);
        if (body.do === 'arrange') places.arrange(tabId, body.place);
        return 'done';
      },
      systemAt: systemOf,
    });
  }

  function openEvents(): void {
    onAttention((tabId) => desks.get(tabId)?.revalidate());
    onBackOnline(() => {
      trail.deliver();
      for (const one of desks.values()) one.revalidate();
    });
    onShortcuts({
      places,
      has: (tabId, surface) => desks.get(tabId)?.has(surface) ?? false,
      pressed(tabId, address) {
        beside.pressed(tabId, address);
        void lookAt(tabId);
        return desks.get(tabId)?.waitsForPress() ?? false;
      },
      hideNow: () => hide(true),
      find: () => void openFind().catch(notNow),
    });
    beside.onLoaded((tabId) => void lookAt(tabId));
    // Nobody has to load a page again for Planside to leave it.
    browser.permissions.onRemoved.addListener(() => void lines.recheck().then(lookAtAll));
    browser.tabs.onRemoved.addListener((tabId) => void visits.end(tabId, null).catch(notNow));
  }

  const lines = openLines();
  openCommands();
  openEvents();
}

/** Storage that does not answer: the next event tries again, and nothing is shown that depends on it. */
function notNow(): void {}
