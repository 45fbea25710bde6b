import { faultNoter } from '../health/fault-in.ts';
import type { SidebarAnswer, SidebarOrder } from '../messages.ts';
import { type Command, type Judged, judgeCommand, judgeOnSidebarLine, type Passed } from './allowed.ts';
import { dropOnLine } from './drop-on-line.ts';
import type { HeldLine } from './held-line.ts';
import type { Outlet } from './outlet.ts';
import { giveGuard } from './sites.ts';
import type { TabDesk } from './tab-desk-types.ts';

export type SidebarLineOptions = {
  /** The desks whose frame this may be: the one of its tab, or, of a frame in the panel, any. */
  readonly desksOf: (message: Passed<'sidebar.hello'>) => readonly TabDesk[];
  /** Does what a command asks of all tabs, once its desk has taken it. */
  readonly follow: (command: Passed<Command>) => void;
  /** Forgets the desk of a tab in which nothing of ours is left. */
  readonly tidy: (tabId: number) => void;
};

let panelFrames = 0;

/** What is drawn in this frame; what went wrong in it is noted for the helpdesk. */
function notingOutlet(line: HeldLine): Outlet<SidebarOrder | SidebarAnswer> {
  const note = faultNoter();
  return {
    send(order) {
      line.send(order);
      if (order.do === 'draw') note(order.view);
    },
  };
}

/** The browser names the frames of tabs, and none in the panel. */
function nameOf(from: Passed<'sidebar.open'>['from']): string {
  if (from.kind === 'ownFrame') return from.frame;
  panelFrames += 1;
  return `panel:${panelFrames}`;
}

/**
 * The line of a sidebar frame: first its ticket, by which it gets the one desk it draws for; then, in the panel, where no
 * message of its own could say which frame it is from, its commands. With anything else it is over.
 */
export function sidebarLine(line: HeldLine, opened: Passed<'sidebar.open'>, options: SidebarLineOptions): void {
  const { from } = opened;
  const frame = nameOf(from);
  const surface = from.kind === 'panelFrame' ? 'panel' : 'page';
  const outlet = notingOutlet(line);
  let desk: TabDesk | null = null;

  function judge(message: unknown): Judged<'sidebar.hello' | 'sidebar.sight' | Command> {
    return desk && surface === 'panel' ? judgeCommand(message, from) : judgeOnSidebarLine(message, from);
  }

  function show(said: Passed<'sidebar.hello'>): boolean {
    if (desk) return false;
    desk = options.desksOf(said).find((one) => one.sidebarOpened(said.body, frame, outlet, surface)) ?? null;
    if (desk && from.kind === 'ownFrame') giveGuard(from.tabId);
    return desk !== null;
  }

  function see(said: Passed<'sidebar.sight'>): boolean {
    desk?.sidebarSeen(frame, said.body.inSight);
    return desk !== null;
  }

  function take(said: Passed<'sidebar.hello' | 'sidebar.sight' | Command>): boolean {
    if (said.name === 'sidebar.hello') return show(said);
    return said.name === 'sidebar.sight' ? see(said) : obey(said);
  }

  function obey(said: Passed<Command>): boolean {
    if (!desk?.command(said.body, frame)) return false;
    options.follow(said);
    return true;
  }

  const drop = dropOnLine(judge, from);
  line.heardBy({
    hear(message) {
      const said = judge(message);
      if (!('dropped' in said) && take(said)) return;
      drop(message);
      line.end();
    },
    tooMuch: drop,
    ended() {
      desk?.sidebarLeft(frame);
      if (from.kind === 'ownFrame') options.tidy(from.tabId);
    },
  });
}
