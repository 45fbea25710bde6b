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
import type { PlanLookup } from '../plan/plan-lookup.ts';
import { decideView, identityToCheck, type Known } from '../view/decide-view.ts';
import type { SidebarCommand } from '../view/view.ts';

/** What is the same for all tabs: service and session. */
export type Surroundings = Pick<Known, 'service' | 'signedInAs' | 'signIn' | 'today'>;

/** What a tab needs from outside. */
export type TabDeskOptions = {
  readonly surroundings: () => Surroundings;
  readonly lookUp: (patient: PatientIdentity, signal: AbortSignal) => Promise<PlanLookup>;
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
  let lookup: PlanLookup | null = null;
  let looking: AbortController | null = null;
  let confirmedBirthDate: string | null = null;
  let gone: readonly string[] = [];
  const unread = new Map<string, readonly string[]>();

  function move(next: TabContext): void {
    const changed = next.generation !== context.generation;
    context = next;
    if (changed) {
      looking?.abort();
      looking = null;
      lookup = null;
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
    return { ...options.surroundings(), shows: context.shows, confirmedBirthDate, lookup, unread: [...hosts].sort() };
  }

  function draw(): void {
    const { generation } = context;
    sidebar?.outlet.send({ do: 'draw', generation, view: decideView(known()) });
  }

  function startLookup(): void {
    const { service, signedInAs } = options.surroundings();
    const patient = identityToCheck({ shows: context.shows, confirmedBirthDate });
    if (looking || lookup || service === null || signedInAs === null || !patient?.birthDate) return;
    const running = new AbortController();
    looking = running;
    const answered = options.lookUp(patient, running.signal).catch(broken);
    answered.then((found) => {
      // A late answer for an earlier patient, or an earlier try, ends here.
      if (looking !== running) return;
      looking = null;
      lookup = found;
      draw();
    });
  }

  function again(): void {
    looking?.abort();
    looking = null;
    lookup = null;
    startLookup();
    draw();
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
      again();
    },
    command(command, frame) {
      if (sidebar?.frame !== frame) return false;
      if (command.do === 'confirmBirthDate' && context.shows.kind === 'patient') confirmedBirthDate = command.birthDate;
      again();
      return true;
    },
    isEmpty: () => context.frames.length === 0,
  };
}

/** A look-up that broke has not checked anything; without this the sidebar would say “looking” for ever. */
function broken(): PlanLookup {
  return { kind: 'couldNotCheck', cause: 'interrupted', code: 'PLN-BROKEN', triedAt: Date.now() };
}
