import type { FrameSighting } from '../context/tab-context.ts';
import type {
  PageOrder,
  PanelContext,
  PanelFollow,
  Saying,
  SidebarAnswer,
  SidebarHello,
  SidebarOrder,
} from '../messages.ts';
import type { Sighting } from '../page/sighting.ts';
import type { PlanTrace } from '../plan/plan-trace.ts';
import type { Known } from '../view/decide-view.ts';
import type { PageStanding } from '../view/page-standing.ts';
import type { SidebarCommand, View } from '../view/view.ts';
import type { Outlet } from './outlet.ts';
import type { PageHides } from './page-hides.ts';
import type { TabAccess } from './person-says.ts';
import type { SurfaceName } from './surface.ts';
import type { VisitOptions } from './visit.ts';

/** What is the same for all tabs: service, session, and whether everything is hidden. */
export type Surroundings = Pick<Known, 'service' | 'session' | 'hidden' | 'now'>;

/** The top frame of a tab. */
export type TopOfTab = {
  readonly frame: string;
  readonly is: PageStanding;
  /** The clinical system of the page, if the person at the screen may teach Planside to read it. */
  readonly taught: string | null;
  readonly outlet: Outlet<PageOrder>;
  /** Whether plans are shown in it. */
  readonly isShown: () => boolean;
};

/** What a tab needs from outside. */
export type TabDeskOptions = {
  readonly surroundings: () => Surroundings;
  readonly saying: () => Saying;
  /** Whether plans are shown in the browser's own panel. */
  readonly isInPanel: () => boolean;
  readonly visit: Omit<VisitOptions, 'changed'>;
  /** These plans have just been drawn for the person at the screen. */
  readonly drawn: (traces: readonly PlanTrace[]) => void;
  readonly access: TabAccess;
  /** A number no tab has had before. */
  readonly nextGeneration: () => number;
  readonly newTicket: () => string;
  /** The hub that policy names, and what it says where this desk is its; left out: none is ever named. */
  readonly hub?: () => NonNullable<Known['hub']> | null;
  /** Who is open here is another, or in doubt. */
  readonly moved?: (shows: Sighting | null) => void;
  /**
   * What stands for this tab now, or would where it can be seen; told whenever that may have changed.
   *
   * @param isInSight whether somebody who turns to this tab can see a plan in it
   */
  readonly stands: (view: View, isInSight: boolean) => void;
};

/** Where the panel hears of a tab. */
export type PanelOutlet = Outlet<(PanelContext & { readonly rests: number }) | PanelFollow>;

export type TabDesk = Omit<PageHides, 'isHidden' | 'isOfUse'> & {
  /** The top frame of the tab has opened its line. */
  readonly topOpened: (top: TopOfTab) => void;
  readonly pageReported: (report: FrameSighting) => void;
  /** Which parts of a frame nobody can read. */
  readonly pageNoted: (frame: string, unread: readonly string[]) => void;
  readonly pageLeft: (frame: string) => void;
  /**
   * The browser's own panel stands beside this tab from now on, in place of any other that did.
   *
   * @param standing of the page of this tab, as far as the browser says
   */
  readonly panelOpened: (outlet: PanelOutlet, standing: PageStanding) => void;
  readonly panelLeft: (outlet: PanelOutlet) => void;
  /** Who is open here now. */
  readonly shows: () => Sighting | null;
  /** Whether something of ours stands there: a frame in the page that can be seen or is all there is, or the panel. */
  readonly has: (surface: SurfaceName) => boolean;
  /** The panel cannot say what can be done beside this page before its button is pressed there. */
  readonly waitsForPress: () => boolean;
  /** Another page may have been loaded in this tab. */
  readonly pageLoaded: (standing: PageStanding) => void;
  /** A frame asks for the generation it holds a ticket for; `false`: not its, or no longer the current one. */
  readonly sidebarOpened: (
    hello: SidebarHello,
    frame: string,
    outlet: Outlet<SidebarOrder | SidebarAnswer>,
    surface: SurfaceName,
  ) => boolean;
  readonly sidebarLeft: (frame: string) => void;
  /** Somebody else is signed in, or nobody: nothing that was there stays; resolves once the frame that showed it is gone. */
  readonly personChanged: () => Promise<void>;
  /** Something that is said has changed, and nothing else. */
  readonly redraw: () => void;
  /** The person at the screen has turned to this tab: what is shown is checked once more. */
  readonly revalidate: () => void;
  /** From a frame that holds a current ticket, and no other; `false`: dropped. */
  readonly command: (command: SidebarCommand, frame: string) => boolean;
  readonly isEmpty: () => boolean;
};
