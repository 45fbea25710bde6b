import { rememberLooks } from '../access/last-looked.ts';
import { browser } from '../browser.ts';
import { type Outcome, onCommand } from '../commands.ts';
import { sidebarCommandSchema } from '../message-schemas.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import { forgetCapabilities } from '../plan/service/capability.ts';
import { readSession } from '../session/session.ts';
import { signIn, signOut } from '../session/sign-in.ts';
import { onSettingsChanged, readSettings, type Settings } from '../settings.ts';
import { askPlanService } from './ask-plan-service.ts';
import { onAttention, onBackOnline } from './attention.ts';
import { acceptLines } from './lines.ts';
import { parseSender } from './sender.ts';
import { systemAt } from './sites.ts';
import { type Surroundings, type TabDesk, tabDesk } from './tab-desk.ts';
import { newPast, type VisitAnswer, type VisitPast } from './visit.ts';

/** A command as it came. */
type Message = { readonly data: unknown; readonly sender: Parameters<typeof parseSender>[0] };

/**
 * All tabs of the browser, each with its own desk, and what they share: settings and session. The worker may have
 * been started a moment ago by the very message that is being heard, so everything that needs settings or session
 * waits for them.
 */
export function openDesks(): void {
  const desks = new Map<number, TabDesk>();
  let settings: Promise<Settings> = readSettings();
  let surroundings: Surroundings = { service: null, signedInAs: null, signIn: 'idle', now: 0 };
  // A first generation no earlier life of this worker can have used.
  let generation = Date.now();

  async function refresh(): Promise<void> {
    const [{ planService }, session] = [await settings, await readSession()];
    surroundings = {
      ...surroundings,
      service: planService?.name ?? null,
      signedInAs: session?.signedInAs ?? null,
    };
    for (const desk of desks.values()) desk.refresh();
  }

  async function ask(patient: PatientIdentity, past: VisitPast, signal: AbortSignal): Promise<VisitAnswer> {
    const answer = await askPlanService((await settings).planService, patient, past, signal);
    // Nobody is signed in any more: every tab must say so. (A session that could not be renewed just now is kept.)
    if (answer.lookup.kind === 'signedOut' && (await readSession()) === null) void refresh();
    return answer;
  }

  function desk(tabId: number): TabDesk {
    const known = desks.get(tabId);
    if (known) return known;
    const opened = tabDesk({
      surroundings: () => ({ ...surroundings, now: Date.now() }),
      visit: { ask, newPast },
      drawn: (traces) => void rememberLooks(traces),
      nextGeneration: () => ++generation,
      newTicket: () => crypto.randomUUID(),
    });
    desks.set(tabId, opened);
    return opened;
  }

  async function runSignIn(): Promise<void> {
    const { planService } = await settings;
    if (!planService || surroundings.signIn === 'running') return;
    surroundings = { ...surroundings, signIn: 'running' };
    await refresh();
    const result = await signIn(planService);
    surroundings = { ...surroundings, signIn: result.ok ? 'idle' : result.why };
    await refresh();
  }

  async function runSignOut(): Promise<void> {
    const { planService } = await settings;
    surroundings = { ...surroundings, signedInAs: null, signIn: 'idle' };
    for (const one of desks.values()) one.refresh();
    if (planService) await signOut(planService);
  }

  function commanded({ data, sender }: Message): Outcome {
    const from = parseSender(sender);
    const command = sidebarCommandSchema.safeParse(data);
    if (from?.kind !== 'sidebar' || !command.success) return 'dropped';
    if (!desks.get(from.tabId)?.command(command.data, from.frame)) return 'dropped';
    if (command.data.do === 'signIn') void runSignIn();
    if (command.data.do === 'signOut') void runSignOut();
    return 'done';
  }

  acceptLines({
    desk,
    tidy: (tabId) => {
      if (desks.get(tabId)?.isEmpty()) desks.delete(tabId);
    },
    systemAt: async (origin) => {
      await ready;
      return systemAt((await settings).clinicalSystems, origin);
    },
    doubtEvent,
  });
  onCommand('sidebar', commanded);
  onAttention((tabId) => desks.get(tabId)?.revalidate());
  onBackOnline(() => {
    for (const one of desks.values()) one.revalidate();
  });
  onSettingsChanged(() => {
    settings = readSettings();
    forgetCapabilities();
    void refresh();
  });
  const ready = refresh();
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
