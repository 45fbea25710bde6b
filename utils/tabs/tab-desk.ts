import type { AuditFact } from '../access/audit/audit-draft.ts';
import {
  considered,
  type FrameSighting,
  frameLeft,
  frameReported,
  newTabContext,
  type TabContext,
} from '../context/tab-context.ts';
import type { PageOrder, SidebarHello, SidebarOrder } from '../messages.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import type { PlanTrace } from '../plan/plan-trace.ts';
import { decideView, identityToCheck, isPending, type Known, plansToDraw } from '../view/decide-view.ts';
import type { Language } from '../view/language.ts';
import type { SidebarCommand, View } from '../view/view.ts';
import { leavingFrames } from './leaving-frames.ts';
import { type PersonSays, personSays, type TabAccess } from './person-says.ts';
import { viewRecord } from './view-record.ts';
import { openVisit, type VisitOptions } from './visit.ts';
import { visited } from './visited.ts';

/** What is the same for all tabs: service and session. */
export type Surroundings = Pick<Known, 'service' | 'session' | 'now'>;

/** What a tab needs from outside. */
export type TabDeskOptions = {
  readonly surroundings: () => Surroundings;
  readonly language: () => Language;
  readonly visit: Omit<VisitOptions, 'changed'>;
  /** These plans have just been drawn for the person at the screen. */
  readonly drawn: (traces: readonly PlanTrace[]) => void;
  readonly access: TabAccess;
  /** A number no tab has had before. */
  readonly nextGeneration: () => number;
  readonly newTicket: () => string;
};

/** A page that goes through more frames than this between two contexts is told of the last ones only. */
const MOST_GONE = 100;

/** An end of a line that orders can be sent to. */
export type Outlet<T> = { readonly send: (order: T) => void };

export type TabDesk = {
  /** The top frame of the tab has opened its line. */
  readonly topOpened: (frame: string, outlet: Outlet<PageOrder>) => void;
  readonly pageReported: (report: FrameSighting) => void;
  /** Which parts of a frame nobody can read. */
  readonly pageNoted: (frame: string, unread: readonly string[]) => void;
  readonly pageLeft: (frame: string) => void;
  /** A sidebar frame asks for the generation it holds a ticket for; `false`: not its, or no longer the current one. */
  readonly sidebarOpened: (hello: SidebarHello, frame: string, outlet: Outlet<SidebarOrder>) => boolean;
  readonly sidebarLeft: (frame: string) => void;
  /** Somebody else is signed in, or nobody: nothing that was there stays; resolves once the frame that showed it is gone. */
  readonly personChanged: () => Promise<void>;
  /** Something that is said has changed, and nothing else. */
  readonly redraw: () => void;
  /** The person at the screen has turned to this tab: what is shown is checked once more. */
  readonly revalidate: () => void;
  /** From the sidebar frame that holds the current ticket, and no other; `false`: dropped. */
  readonly command: (command: SidebarCommand, frame: string) => boolean;
  readonly isEmpty: () => boolean;
};

/**
 * One tab: its frames' sightings, the context they make, the look-up for it, and the one sidebar frame that may draw
 * it. A new generation ends all of the old one: look-up, ticket, confirmed birth date and sidebar frame.
 */
export function tabDesk(options: TabDeskOptions): TabDesk {
  let context: TabContext = newTabContext(options.nextGeneration());
  let ticket = options.newTicket();
  let top: { readonly frame: string; readonly outlet: Outlet<PageOrder> } | null = null;
  let sidebar: { readonly frame: string; readonly outlet: Outlet<SidebarOrder> } | null = null;
  let ticketTaken = false;
  let drawn: View['kind'] | null = null;
  let visit = newVisit();
  let record = newRecord();
  let told: readonly PlanTrace[] | null = null;
  let says = newSays();
  let gone: readonly string[] = [];
  const unread = new Map<string, readonly string[]>();
  const whose = visited(options.access.ended);
  const leaving = leavingFrames();

  function move(next: TabContext): void {
    const changed = next.generation !== context.generation;
    context = next;
    if (changed) {
      whose.shows(context.shows);
      visit.end();
      visit = newVisit();
      record = newRecord();
      told = null;
      says.end();
      says = newSays();
      sidebar = null;
      drawn = null;
      ticketTaken = false;
      ticket = options.newTicket();
      const patient = toLookFor();
      if (patient) visit.look(patient);
    }
    tellTop();
  }

  function tellTop(): void {
    const { generation, shows } = context;
    const about =
      shows.kind === 'none' ? 'nobody' : shows.kind === 'patient' || shows.kind === 'unsettled' ? shows.kind : 'doubt';
    top?.outlet.send({ do: 'context', generation, ticket, about, considered: considered(context), gone });
  }

  function known(): Omit<Known, 'audit'> {
    const hosts = new Set([...unread.values()].flat());
    const { shows } = context;
    const found = visit.found();
    return {
      ...options.surroundings(),
      ...found,
      lookup: says.notKept() ?? found.lookup,
      shows,
      confirmedBirthDate: says.confirmedBirthDate(),
      given: visit.past().visit?.given ?? null,
      sending: says.sending(),
      confirming: says.confirming(),
      unread: [...hosts].sort(),
    };
  }

  function newVisit() {
    return openVisit({ ...options.visit, changed: () => draw() });
  }

  function newSays(): PersonSays {
    return personSays({
      access: options.access,
      patient: toLookFor,
      onPage: () => (context.shows.kind === 'patient' ? context.shows.identity : null),
      visit: () => visit.past().visit,
      lookup: () => visit.found().lookup,
      again: () => again(),
      draw: () => draw(),
    });
  }

  function newRecord() {
    const keep = (fact: AuditFact) => options.access.keep(fact, toLookFor(), visit.past().visit);
    return viewRecord(keep, () => draw());
  }

  /** S10: a plan is sent to the frame only once its being looked at is on record. */
  function draw(): void {
    const { generation } = context;
    if (!sidebar) return;
    const now = known();
    const plans = plansToDraw(now);
    const audit = plans ? record.stateOf(plans, now) : 'kept';
    // What stands there stays for the moment the record takes: it is true, and nothing flickers.
    if (isPending(audit) && drawn !== null && drawn !== 'looking') return;
    const view = decideView({ ...now, audit });
    drawn = view.kind;
    sidebar.outlet.send({ do: 'draw', generation, view, language: options.language() });
    const { shown } = visit.past();
    if (view.kind !== 'plan' || shown === null || shown === told) return;
    told = shown;
    options.drawn(shown);
  }

  /** Whom to look for; `null`: nobody may be asked about anybody now. */
  function toLookFor(): PatientIdentity | null {
    const { service, session } = options.surroundings();
    const patient = identityToCheck({ shows: context.shows, confirmedBirthDate: says.confirmedBirthDate() });
    return service !== null && session.kind === 'signedIn' && patient?.birthDate ? patient : null;
  }

  function again(): void {
    record.retry();
    const patient = toLookFor();
    if (patient) visit.again(patient);
    else visit.end();
    draw();
  }

  function revalidate(): void {
    record.retry();
    const patient = toLookFor();
    if (patient) visit.revalidate(patient);
  }

  function follow(command: SidebarCommand): void {
    if (command.do === 'revalidate') revalidate();
    if (command.do === 'retry') {
      says.tryAgain();
      again();
    }
    if (command.do === 'cancel') (drawn === 'looking' ? visit : says).cancel();
    if (command.do === 'confirmBirthDate') says.confirm(command.birthDate);
    if (command.do === 'giveReason') says.giveReason(command);
    if (command.do === 'copied') says.did('copy');
    if (command.do === 'printed') says.did('print');
  }

  return {
    topOpened(frame, outlet) {
      top = { frame, outlet };
    },
    pageReported(report) {
      gone = gone.filter((frame) => frame !== report.frame);
      move(frameReported(context, report, options.nextGeneration));
    },
    pageNoted(frame, hosts) {
      unread.set(frame, hosts);
      draw();
    },
    pageLeft(frame) {
      unread.delete(frame);
      if (top?.frame === frame) top = null;
      gone = [...gone, frame].slice(-MOST_GONE);
      move(frameLeft(context, frame, options.nextGeneration));
    },
    sidebarOpened(hello, frame, outlet) {
      if (ticketTaken || hello.generation !== context.generation || hello.ticket !== ticket) return false;
      ticketTaken = true;
      sidebar = { frame, outlet };
      draw();
      return true;
    },
    sidebarLeft(frame) {
      if (sidebar?.frame === frame) sidebar = null;
      leaving.left(frame);
    },
    async personChanged() {
      const old = sidebar?.frame;
      visit.end();
      drawn = null;
      // The frame says so itself at once, and then goes for good: the next person gets another.
      draw();
      move({ ...context, generation: options.nextGeneration() });
      if (old !== undefined) await leaving.untilGone(old);
    },
    redraw: draw,
    revalidate,
    command(command, frame) {
      if (sidebar?.frame !== frame) return false;
      follow(command);
      return true;
    },
    isEmpty: () => context.frames.length === 0,
  };
}
