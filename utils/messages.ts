import type { Subscribed } from './fhircast/ask-hub.ts';
import type { HubSays } from './fhircast/hub-says.ts';
import type { NumberWithin } from './find/read-search.ts';
import type { Adapter } from './page/adapter.ts';
import type { Place } from './page/place.ts';
import type { Sight } from './page/sidebar-sight.ts';
import type { Reading, Sighting } from './page/sighting.ts';
import type { Support } from './settings/policy-schema.ts';
import type { RecordedFrame } from './teach/recorded.ts';
import type { FindView } from './view/find-view.ts';
import type { Language } from './view/language.ts';
import type { SidebarCommand, View } from './view/view.ts';

/**
 * Every message of Planside, one sentence each, with who sends it; who may is written in `tabs/allowed.ts`. Nothing
 * carries a tab id: tab, frame and document come from the browser's `sender` (S5); but the browser's own panel stands in
 * no tab, and says beside which. Long-lived lines are ports, so that
 * a frame that goes away is noticed and an answer can reach one document only; single questions go through
 * `commands.ts`.
 */

/** Name of the port each frame of a clinical page opens. */
export const PAGE_LINE = 'page';
/** Name of the port a sidebar frame opens once it holds a ticket. */
export const SIDEBAR_LINE = 'sidebar';
/** Name of the port the page in which a person is found by hand opens. */
export const FIND_LINE = 'find';
/** Name of the port the browser's own panel opens. */
export const PANEL_LINE = 'panel';
/** Name of the port the panel opens for a hub that it follows. */
export const HUB_LINE = 'hub';
/** Name of the port the script that keeps the sidebar in sight opens. */
export const GUARD_LINE = 'guard';
/** Name of the port the page in which somebody teaches opens to each frame of a clinical page. */
export const TEACH_LINE = 'teach';
/** Name under which the messaging library sends a command. */
export const COMMAND = 'command';

/** page frame → background: what this frame shows now. */
export type PageReport = { readonly sequence: number; readonly sighting: Sighting };
/** page frame → background: there is something to read here; the script that reads is wanted in this frame. */
export type PageNeed = { readonly needs: 'reader' };
/** page frame → background: hosts of frames in this one that nobody can read; says nothing about who is open. */
export type PageNote = { readonly unread: readonly string[] };

/** script that guards the sidebar in a page → background: how the sidebar stands there. */
export type GuardReport = { readonly sight: Sight };
/** sidebar frame → background: whether the browser says that all of it can be seen (not every browser says). */
export type SidebarSight = { readonly inSight: boolean };

/** background → page frame. */
export type PageOrder =
  /** Read this page so; `frame` and `doubtEvent` name this frame and the tab's doubt event for frames of one origin. */
  | {
      readonly do: 'read';
      readonly adapter: Adapter | null;
      /** Match patterns of the system this page belongs to; none: nothing of it is to be looked at. */
      readonly origins: readonly string[];
      readonly frame: string;
      readonly doubtEvent: string;
    }
  /** (top frame only) The tab's context has changed; `considered` says which report of each frame it rests on. */
  | {
      readonly do: 'context';
      readonly generation: number;
      /** Lets one sidebar frame, once, ask for this generation. */
      readonly ticket: string;
      readonly about: 'patient' | 'nobody' | 'doubt' | 'unsettled';
      readonly considered: Readonly<Record<string, number>>;
      /** Frames that were heard of in this tab and are gone: whatever they raised, nobody will hear of them again. */
      readonly gone: readonly string[];
    }
  /** (top frame only) The sidebar stands here in the pages of this system. */
  | { readonly do: 'place'; readonly place: Place }
  /** This system is no longer enabled: leave the page as if never there. */
  | { readonly do: 'leave' };

/** panel → background: the tab in front of its window, beside which it stands now. */
export type PanelBeside = { readonly beside: number };
/** The context of a tab, for the panel beside it; without a ticket there is nothing to draw yet. */
export type PanelContext = { readonly generation: number; readonly ticket: string | null };
/** A frame in the panel has been told whom it follows from now on. */
export type PanelFollow = { readonly follow: 'page' | 'hub' };
/** background → panel: the context of the tab it stands beside has changed. */
export type PanelOrder = (PanelContext | PanelFollow) & { readonly tab: number };

/** panel → background: what it hears of the hub; counts like the reports of a page. */
export type HubReport = { readonly sequence: number; readonly says: HubSays };
/** panel → background: the tab in front of its window, whose page must not show somebody else. */
export type HubBeside = { readonly nextTo: number };
/** panel → background: something is to be asked of the hub, which takes a token. */
export type HubAsk =
  | { readonly asks: 'subscribe'; readonly asked: number }
  | { readonly asks: 'read'; readonly asked: number }
  | { readonly asks: 'renew'; readonly endpoint: string }
  /** An event that was taken cannot be followed. */
  | { readonly asks: 'refuse'; readonly id: string; readonly name: string };
/** background → panel. */
export type HubOrder =
  /**
   * The hub to follow is this one (`null`: there is none) for this sign-in (`null`: nobody is signed in); a connection
   * for another, also of another hub, is over.
   */
  | { readonly do: 'hub'; readonly hub: string | null; readonly session: string | null }
  | { readonly do: 'subscribed'; readonly asked: number; readonly answer: Subscribed }
  /** What the hub answered to who is open, as it came. */
  | { readonly do: 'read'; readonly asked: number; readonly answer: unknown }
  /** The context of the hub has changed; `rests`: on which report of the panel's. */
  | ({ readonly do: 'context'; readonly rests: number } & PanelContext)
  | ({ readonly do: 'follow' } & PanelFollow);

/** content script or panel → its own sidebar frame, over the MessagePort it handed in: the one generation it is for. */
export type FrameOrder = {
  readonly generation: number;
  readonly ticket: string;
  /** Where it stands in the page; left out where it cannot be moved. */
  readonly place?: Place;
  /** In the panel a frame has no name by which a command could be told from another's: there it goes over its line. */
  readonly inPanel?: true;
};
/** content script → its own sidebar frame, afterwards: it stands here now, and has to be drawn so. */
export type FrameMoved = { readonly place: Place };
/** sidebar frame → content script or panel: this generation has been drawn, or drawn anew in another place. */
export type FrameDrawn = { readonly drawn: number };
/** sidebar frame → content script: what somebody does with the sidebar itself. */
export type FrameNews =
  /** The person at the screen wants the sidebar here. */
  | { readonly place: Place }
  /** They are drawing its edge to this width. */
  | { readonly edge: number }
  /** Folded, it takes so many CSS pixels. */
  | { readonly tab: { readonly width: number; readonly height: number } }
  /** The browser does not paint all of it uncovered; not sure yet. */
  | { readonly unseen: true };
export type FrameReport = FrameDrawn | FrameNews;

/** What is the same for everything that is drawn. */
export type Saying = {
  readonly language: Language;
  /** Whom to call, beside every code for the helpdesk; left out: the organisation has not said. */
  readonly support?: Support;
};

/** sidebar frame → background: shows the ticket it was given. */
export type SidebarHello = { readonly generation: number; readonly ticket: string };
/** background → sidebar frame: draw this, in this language. */
export type SidebarOrder = Saying & {
  readonly do: 'draw';
  readonly generation: number;
  readonly view: View;
};
/**
 * background → sidebar frame: what it asked to copy or print is on record now (`failed`: `null`), or is not, under this
 * helpdesk code, and nothing may leave.
 */
export type SidebarAnswer = {
  readonly do: 'answer';
  readonly generation: number;
  readonly ask: number;
  readonly failed: string | null;
};

/** find page → background: whom the person at the screen wants to see in this tab; counts like the reports of a page. */
export type FindReport = { readonly sequence: number; readonly wants: Wanted };
export type Wanted =
  | { readonly who: 'nobody' }
  /** As typed in; a name was not. */
  | { readonly who: 'person'; readonly nhsNumber: string; readonly birthDate: string }
  /** Whoever stands at this place of a list the background has sent: the page names nobody. */
  | { readonly who: 'resident'; readonly list: number; readonly place: number };
/** find page → background: the residents are to be asked for, again. */
export type FindList = { readonly list: 'residents' };
/** background → find page; contexts are those of a top frame. */
export type FindOrder =
  /** The first one: names this page, and brings what it was opened with, once; `null`: nothing, or it was taken before. */
  | { readonly do: 'start'; readonly frame: string; readonly given: NumberWithin | null }
  | (Saying & { readonly do: 'draw'; readonly view: FindView })
  | Extract<PageOrder, { do: 'context' }>;

/** teaching page → its own script in a clinical page; the background has no part in it. */
export type TeachOrder =
  /** Read by this adapter from now on (`null`: there is none yet). */
  | { readonly do: 'read'; readonly adapter: Adapter | null; readonly origins: readonly string[] }
  /** The next press of the pointer says where something stands, and does nothing else; or no longer. */
  | { readonly do: 'point'; readonly on: boolean }
  /** Show these elements. */
  | { readonly do: 'mark'; readonly elements: readonly number[] };
/** script in a clinical page → the teaching page that opened the line. */
export type TeachReport =
  /** This is in the frame now (`null`: too much), and is read so by the adapter and by the standard reading. */
  | { readonly saw: RecordedFrame | null; readonly reads: Reading; readonly standard: Reading }
  /** Somebody has pointed at this element; `null`: and will not. */
  | { readonly pointedAt: number | null }
  /** A frame in this one has been loaded. */
  | { readonly below: 'loaded' };

/** Everything that can be said to the background, by name: opening a line, each thing said over one, each command. */
export type ToBackground = {
  readonly 'page.open': null;
  readonly 'page.report': PageReport;
  readonly 'page.need': PageNeed;
  readonly 'page.note': PageNote;
  readonly 'guard.open': null;
  readonly 'guard.report': GuardReport;
  readonly 'panel.open': null;
  readonly 'panel.beside': PanelBeside;
  readonly 'hub.open': null;
  readonly 'hub.report': HubReport;
  readonly 'hub.nextTo': HubBeside;
  readonly 'hub.ask': HubAsk;
  readonly 'sidebar.open': null;
  readonly 'sidebar.hello': SidebarHello;
  readonly 'sidebar.sight': SidebarSight;
  readonly 'find.open': null;
  readonly 'find.report': FindReport;
  readonly 'find.list': FindList;
} & { readonly [Do in SidebarCommand['do'] as `command.${Do}`]: Extract<SidebarCommand, { do: Do }> };

export type MessageName = keyof ToBackground;
