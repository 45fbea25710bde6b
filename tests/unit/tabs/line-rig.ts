import { expect } from 'vitest';
import type { SidebarHello, SidebarOrder } from '../../../utils/messages.ts';
import { FIRST_PLACE } from '../../../utils/page/place.ts';
import { findPages } from '../../../utils/tabs/find-pages.ts';
import type { HubRequests } from '../../../utils/tabs/hub-requests.ts';
import { keepHubs } from '../../../utils/tabs/hubs.ts';
import type { LineOptions } from '../../../utils/tabs/lines.ts';
import type { Outlet } from '../../../utils/tabs/outlet.ts';
import type { BesideTab } from '../../../utils/tabs/panel-line.ts';
import type { SenderKind } from '../../../utils/tabs/sender.ts';
import type { SurfaceName } from '../../../utils/tabs/surface.ts';
import type { PanelOutlet, TabDesk, TopOfTab } from '../../../utils/tabs/tab-desk-types.ts';
import type { PageStanding } from '../../../utils/view/page-standing.ts';
import { browser, FakePort, SYSTEM, senders, settings, systemAt } from './fake-runtime.ts';

/** What is right to say over a line, for a desk that knows this ticket. */
export const HELLO: SidebarHello = { generation: 7, ticket: '0b8f0c1e-2f0e-4a53-9d0b-1c6f0f8e9a26' };
export const REPORT = { sequence: 1, sighting: { kind: 'none' } };
export const WANTS = { sequence: 1, wants: { who: 'nobody' } };
export const BESIDE = { beside: 3 };
export const NOTE = { unread: ['records.example.org'] };

/** What became of what was said. */
export const seen = {
  /** What the desk of the tab was told, in order. */
  told: [] as unknown[][],
  counted: [] as string[],
  readers: 0,
  /** Frames in which the page script was put anew. */
  startedAgain: [] as number[],
  tidied: 0,
  outlet: null as Outlet<SidebarOrder> | null,
  /** The sidebar frame that holds the ticket, as the desk was told its name. */
  holder: null as string | null,
  panel: null as PanelOutlet | null,
  /** Whether settings and session are known, as far as a hub goes. */
  hubsReady: Promise.resolve() as Promise<void>,
  /** Commands that were followed for all tabs. */
  followed: [] as unknown[],
};

const desk = {
  topOpened: ({ frame, is, taught }: TopOfTab) =>
    seen.told.push(['topOpened', frame, ...(is === 'read' ? [] : [is]), ...(taught === null ? [] : [{ taught }])]),
  pageReported: (report: object) => seen.told.push(['pageReported', report]),
  pageNoted: (frame: string, unread: readonly string[]) => seen.told.push(['pageNoted', frame, unread]),
  guardReported: (page: string, sight: string) => seen.told.push(['guardReported', page, sight]),
  sidebarSeen: (frame: string, inSight: boolean) => seen.told.push(['sidebarSeen', frame, inSight]),
  pageLeft: (frame: string) => seen.told.push(['pageLeft', frame]),
  sidebarOpened: (hello: SidebarHello, frame: string, outlet: Outlet<SidebarOrder>, surface: SurfaceName) => {
    if (hello.ticket !== HELLO.ticket || hello.generation !== HELLO.generation || seen.outlet) return false;
    seen.outlet = outlet;
    seen.told.push(surface === 'page' ? ['sidebarOpened', frame] : ['sidebarOpened', 'in the panel']);
    seen.holder = frame;
    return true;
  },
  sidebarLeft: (frame: string) => seen.told.push(['sidebarLeft', frame === seen.holder ? frame : 'another']),
  command: (command: object, frame: string) => {
    if (frame !== seen.holder) return false;
    seen.told.push(['command', command]);
    return true;
  },
  panelOpened: (outlet: PanelOutlet, standing: PageStanding) => {
    seen.panel = outlet;
    seen.told.push(['panelOpened', standing]);
  },
  panelLeft: (outlet: PanelOutlet) => seen.told.push(['panelLeft', outlet === seen.panel]),
} as unknown as TabDesk;

/** What the hub was asked. */
const hubRequests: HubRequests = {
  subscribe: async () => ({ ok: true, endpoint: 'wss://hub.example.org/1', topic: 'topic' }),
  renew: async (endpoint) => void seen.told.push(['renew', endpoint]),
  read: async () => ({ context: [] }),
  refuse: async (event) => void seen.told.push(['refuse', event]),
  unsubscribe: async (endpoint) => void seen.told.push(['unsubscribe', endpoint]),
};

/** The desk of another tab, which knows no ticket. */
const nobodys = { sidebarOpened: () => false } as unknown as TabDesk;

/** What the browser says of the tab beside the panel; a test may let it say something else, or later. */
export const tabs = {
  beside: async (_tabId: number): Promise<BesideTab | null> => ({ desk, standing: 'read' }),
};

/** A background whose one desk writes down what it is told. */
export const options: LineOptions = {
  desk: ({ from }) => {
    expect(from.tabId).toBe(3);
    return desk;
  },
  desksOf: ({ from }) => (from.kind === 'panelFrame' ? [nobodys, desk] : [desk]),
  tabBeside: ({ body }) => tabs.beside(body.beside),
  follow: ({ body }) => void seen.followed.push(body),
  tidy: () => {
    seen.tidied += 1;
  },
  finds: findPages({
    saying: () => ({ language: 'en' }),
    surroundings: () => ({ service: null, session: { kind: 'signedOut', failed: null }, hidden: false, now: 0 }),
    ready: async () => undefined,
    residents: { ask: async () => ({ kind: 'noList' }), keep: async () => ({ ok: true }) },
  }),
  hubs: keepHubs({
    ready: () => seen.hubsReady,
    requests: hubRequests,
    inForce: () => ({ hub: 'hub.example.org', session: null }),
    newDesk: () => desk,
    forget: () => {},
    shownIn: () => null,
  }),
  systemAt,
  doubtEvent: async () => 'doubt',
  places: {
    of: async () => FIRST_PLACE,
    tell: () => () => {},
    arrange: () => {},
    fold: async () => {},
  },
  isInPage: () => true,
};

/** In place of `dropped.ts` and of `sites.ts`. */
export const dropped = { countDropped: (message: string, kind: string) => seen.counted.push(`${message} ${kind}`) };
export const sites = {
  giveGuard: () => {},
  giveReader: async () => {
    seen.readers += 1;
  },
  startAgain: async ({ frameId }: { frameId: number }) => void seen.startedAgain.push(frameId),
};

/** Lets everything that was waiting for a promise run. */
export const settle = () => new Promise((done) => setImmediate(done));

const ports: FakePort[] = [];

/** Opens a line, says its first word at once, and waits until it is known who is speaking. */
export async function open(name: string, kind: SenderKind, first?: unknown): Promise<FakePort> {
  const port = new FakePort(name, senders[kind]);
  ports.push(port);
  browser.runtime.onConnect.happen(port);
  if (first !== undefined) port.say(first);
  await settle();
  return port;
}

/** Ends every line, and begins anew. */
export function beginAnew(): void {
  for (const port of ports.splice(0)) if (port.isOpen) port.leave();
  Object.assign(settings, { isEnabled: true, system: SYSTEM });
  Object.assign(seen, {
    told: [],
    counted: [],
    readers: 0,
    startedAgain: [],
    tidied: 0,
    outlet: null,
    holder: null,
    panel: null,
    followed: [],
    hubsReady: Promise.resolve(),
  });
  tabs.beside = async () => ({ desk, standing: 'read' });
}
