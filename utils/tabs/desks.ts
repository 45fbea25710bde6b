import { rememberLooks } from '../access/last-looked.ts';
import { browser } from '../browser.ts';
import { copyKeys } from '../offline/copy-keys.ts';
import { openCopies } from '../offline/open-copies.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import { forgetCapabilities } from '../plan/service/capability.ts';
import { SHIFT_MS } from '../session/deadlines.ts';
import { keepSession } from '../session/keep-session.ts';
import { actingRole, readSession } from '../session/session.ts';
import { type ClinicalSystem, onSettingsChanged, readSettings, type Settings } from '../settings.ts';
import type { SidebarCommand } from '../view/view.ts';
import { acceptCommands } from './accept-commands.ts';
import { askPlanService } from './ask-plan-service.ts';
import { onAttention, onBackOnline } from './attention.ts';
import { auditTrail } from './audit-trail.ts';
import { acceptLines } from './lines.ts';
import type { TabAccess } from './person-says.ts';
import { savedPlans } from './saved-plans.ts';
import { systemAt } from './sites.ts';
import { type Surroundings, type TabDesk, tabDesk } from './tab-desk.ts';
import { newPast, type VisitAnswer, type VisitPast } from './visit.ts';
import { visitBook } from './visit-book.ts';

/**
 * All tabs of the browser, each with its own desk, and what they share: settings, session, record. The worker may have
 * been started a moment ago by the very message that is being heard, so everything that needs settings or session
 * waits for them.
 */
export function openDesks(): void {
  const desks = new Map<number, TabDesk>();
  let settings: Promise<Settings> = readSettings();
  const visits = visitBook();
  const trail = auditTrail(() => settings);
  const copies = openCopies({ owner: () => copyOwner(settings), now: Date.now() });
  const saved = savedPlans(copies);
  let service: string | null = null;
  // A first generation no earlier life of this worker can have used.
  let generation = Date.now();

  const session = keepSession({
    settings: () => settings,
    steps: {
      dropKeys: copyKeys.drop,
      async eraseStored() {
        await Promise.all([copies.then(({ eraseCopies }) => eraseCopies()), visits.endAll()]);
      },
    },
    async signedIn() {
      if ((await settings).offlineCopies) await copyKeys.make({ endsAt: Date.now() + SHIFT_MS });
      trail.deliver();
    },
    changed: (person) => changed(person),
  });

  /** Resolves once nothing of whoever was there before can be seen. */
  async function changed(person: boolean): Promise<void> {
    const all = [...desks.values()];
    if (person) await Promise.all(all.map((desk) => desk.personChanged()));
    else for (const desk of all) desk.redraw();
  }

  function surroundings(): Surroundings {
    return { service, session: session.state(), now: Date.now() };
  }

  async function ask(
    tabId: number,
    patient: PatientIdentity,
    past: VisitPast,
    signal: AbortSignal,
  ): Promise<VisitAnswer> {
    const { planService } = await settings;
    trail.prepare();
    const answer = await askPlanService(patient, past, {
      planService,
      openVisit: ({ id }) => visits.open(tabId, patient, id),
      saved,
      signal,
    });
    // Nobody is signed in any more: every tab must say so. (A session that could not be renewed just now is kept.)
    if (answer.lookup.kind === 'signedOut') void session.refresh();
    return answer;
  }

  function accessIn(tabId: number): TabAccess {
    const visitOf = async (patient: PatientIdentity) => {
      const is = await readSession();
      return is && visits.open(tabId, patient, is.id);
    };
    return {
      async keep(fact, patient, visit) {
        const opened = visit ?? (patient && (await visitOf(patient)));
        return patient && opened ? trail.keep(fact, patient, opened) : { ok: false, code: 'AUD-NOBODY' };
      },
      async giveReason(given, alerts, patient, visit) {
        const failed = await trail.giveReason(given, patient, visit);
        if (failed === null) await visits.give(tabId, visit.id, { reason: given.reason, alerts });
        return failed;
      },
      ended: () => void visits.end(tabId),
    };
  }

  function desk(tabId: number): TabDesk {
    const known = desks.get(tabId);
    if (known) return known;
    const opened = tabDesk({
      surroundings,
      visit: { ask: (patient, past, signal) => ask(tabId, patient, past, signal), newPast },
      access: accessIn(tabId),
      drawn: (traces) => void rememberLooks(traces),
      nextGeneration: () => ++generation,
      newTicket: () => crypto.randomUUID(),
    });
    desks.set(tabId, opened);
    return opened;
  }

  /** What concerns the session, and so all tabs. */
  function follow(command: SidebarCommand): void {
    if (command.do === 'signIn') void session.signIn();
    if (command.do === 'signOut') void session.signOut();
    if (command.do === 'lock') void session.lock('asked');
    if (command.do === 'chooseRole') void session.actAs(command.index);
    if (command.do === 'switchRole') void session.actAs(null);
  }

  async function systemOf(origin: string): Promise<ClinicalSystem | null> {
    await ready;
    return systemAt((await settings).clinicalSystems, origin);
  }

  async function readAgain(): Promise<void> {
    settings = readSettings();
    forgetCapabilities();
    void lines.recheck();
    await session.settingsChanged();
    await takeSettings();
  }

  /** Always the newest: they may have changed while something was waited for. */
  async function takeSettings(): Promise<void> {
    service = (await settings).planService?.name ?? null;
    await changed(true);
  }

  const ready = session.ready.then(takeSettings).then(trail.deliver);

  const lines = acceptLines({
    desk: ({ from }) => desk(from.tabId),
    tidy: (tabId) => {
      if (desks.get(tabId)?.isEmpty()) desks.delete(tabId);
    },
    systemAt: systemOf,
    doubtEvent,
  });
  acceptCommands({
    async follow({ body, from: { tabId, frame } }) {
      await ready;
      if (!desks.get(tabId)?.command(body, frame)) return 'dropped';
      follow(body);
      return 'done';
    },
    systemAt: systemOf,
  });
  onAttention((tabId) => desks.get(tabId)?.revalidate());
  onBackOnline(() => {
    trail.deliver();
    for (const one of desks.values()) one.revalidate();
  });
  onSettingsChanged(() => void readAgain());
  browser.tabs.onRemoved.addListener((tabId) => void visits.end(tabId));
}

/** Whose copies may be kept and read; `null`: nobody's. */
async function copyOwner(settings: Promise<Settings>) {
  const { planService, offlineCopies = false } = await settings;
  const session = await readSession();
  const role = session && actingRole(session);
  if (!planService || !offlineCopies || !session || !role) return null;
  const { issuer, subject } = session;
  return { fhirBase: planService.fhirBase, issuer, subject, roleId: role.id };
}

const DOUBT_EVENT = 'doubtEvent';

/** A name nobody can guess, the same for the life of the browser, so that frames old and new understand each other. */
async function doubtEvent(): Promise<string> {
  const stored = (await browser.storage.session.get(DOUBT_EVENT))[DOUBT_EVENT];
  if (typeof stored === 'string') return stored;
  const name = crypto.randomUUID();
  await browser.storage.session.set({ [DOUBT_EVENT]: name });
  return name;
}
