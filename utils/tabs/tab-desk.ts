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
import { decideView, identityToCheck, type Known } from '../view/decide-view.ts';
import type { SidebarCommand } from '../view/view.ts';
import { openVisit, type VisitOptions } from './visit.ts';

/** What is the same for all tabs: service and session. */
export type Surroundings = Pick<Known, 'service' | 'signedInAs' | 'signIn' | 'now'>;

/** What a tab needs from outside. */
export type TabDeskOptions = {
  readonly surroundings: () => Surroundings;
  readonly visit: Omit<VisitOptions, 'changed'>;
  /** These plans have just been drawn for the person at the screen. */
  readonly drawn: (traces: readonly PlanTrace[]) => void;
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
  /** Something common to all tabs has changed: decide and draw again, and look up what now can be. */
  readonly refresh: () => void;
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
  let visit = newVisit();
  let told: readonly PlanTrace[] | null = null;
  let confirmedBirthDate: string | null = null;
  let gone: readonly string[] = [];
  const unread = new Map<string, readonly string[]>();

  function move(next: TabContext): void {
    const changed = next.generation !== context.generation;
    context = next;
    if (changed) {
      visit.end();
      visit = newVisit();
      told = null;
      confirmedBirthDate = null;
      sidebar = null;
      ticketTaken = false;
      ticket = options.newTicket();
      startLookup();
    }
    tellTop();
  }

  function tellTop(): void {
    const { generation, shows } = context;
    const about =
      shows.kind === 'none' ? 'nobody' : shows.kind === 'patient' || shows.kind === 'unsettled' ? shows.kind : 'doubt';
    top?.outlet.send({ do: 'context', generation, ticket, about, considered: considered(context), gone });
  }

  function known(): Known {
    const hosts = new Set([...unread.values()].flat());
    const { shows } = context;
    return { ...options.surroundings(), ...visit.found(), shows, confirmedBirthDate, unread: [...hosts].sort() };
  }

  function newVisit() {
    return openVisit({ ...options.visit, changed: () => draw() });
  }

  function draw(): void {
    const { generation } = context;
    if (!sidebar) return;
    const view = decideView(known());
    sidebar.outlet.send({ do: 'draw', generation, view });
    const { shown } = visit.past();
    if (view.kind !== 'plan' || shown === null || shown === told) return;
    told = shown;
    options.drawn(shown);
  }

  /** Whom to look for; `null`: nobody may be asked about anybody now. */
  function toLookFor(): PatientIdentity | null {
    const { service, signedInAs } = options.surroundings();
    const patient = identityToCheck({ shows: context.shows, confirmedBirthDate });
    return service !== null && signedInAs !== null && patient?.birthDate ? patient : null;
  }

  function startLookup(): void {
    const patient = toLookFor();
    if (patient) visit.look(patient);
  }

  function again(): void {
    const patient = toLookFor();
    if (patient) visit.again(patient);
    else visit.end();
    draw();
  }

  function revalidate(): void {
    const patient = toLookFor();
    if (patient) visit.revalidate(patient);
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
    },
    refresh() {
      // Whoever signs in next has confirmed nothing.
      if (options.surroundings().signedInAs === null) confirmedBirthDate = null;
      // What was fetched before was for another session, or from another service.
      visit.end();
      visit = newVisit();
      told = null;
      startLookup();
      draw();
    },
    revalidate,
    command(command, frame) {
      if (sidebar?.frame !== frame) return false;
      if (command.do === 'revalidate') {
        revalidate();
        return true;
      }
      if (command.do === 'confirmBirthDate' && context.shows.kind === 'patient') confirmedBirthDate = command.birthDate;
      again();
      return true;
    },
    isEmpty: () => context.frames.length === 0,
  };
}
