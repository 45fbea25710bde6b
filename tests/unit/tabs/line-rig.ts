import { expect } from 'vitest';
import type { SidebarHello, SidebarOrder } from '../../../utils/messages.ts';
import { findPages } from '../../../utils/tabs/find-pages.ts';
import type { LineOptions } from '../../../utils/tabs/lines.ts';
import type { SenderKind } from '../../../utils/tabs/sender.ts';
import type { Outlet, TabDesk } from '../../../utils/tabs/tab-desk.ts';
import { browser, FakePort, senders, settings, systemAt } from './fake-runtime.ts';

/** What is right to say over a line, for a desk that knows this ticket. */
export const HELLO: SidebarHello = { generation: 7, ticket: '0b8f0c1e-2f0e-4a53-9d0b-1c6f0f8e9a26' };
export const REPORT = { sequence: 1, sighting: { kind: 'none' } };
export const WANTS = { sequence: 1, wants: { who: 'nobody' } };
export const NOTE = { unread: ['records.example.org'] };

/** What became of what was said. */
export const seen = {
  /** What the desk of the tab was told, in order. */
  told: [] as unknown[][],
  counted: [] as string[],
  readers: 0,
  tidied: 0,
  outlet: null as Outlet<SidebarOrder> | null,
};

const desk = {
  topOpened: (frame: string) => seen.told.push(['topOpened', frame]),
  pageReported: (report: object) => seen.told.push(['pageReported', report]),
  pageNoted: (frame: string, unread: readonly string[]) => seen.told.push(['pageNoted', frame, unread]),
  pageLeft: (frame: string) => seen.told.push(['pageLeft', frame]),
  sidebarOpened: (hello: SidebarHello, frame: string, outlet: Outlet<SidebarOrder>) => {
    if (hello.ticket !== HELLO.ticket || hello.generation !== HELLO.generation || seen.outlet) return false;
    seen.outlet = outlet;
    seen.told.push(['sidebarOpened', frame]);
    return true;
  },
  sidebarLeft: (frame: string) => seen.told.push(['sidebarLeft', frame]),
} as unknown as TabDesk;

/** A background whose one desk writes down what it is told. */
export const options: LineOptions = {
  desk: ({ from }) => {
    expect(from.tabId).toBe(3);
    return desk;
  },
  tidy: () => {
    seen.tidied += 1;
  },
  finds: findPages({
    language: () => 'en',
    surroundings: () => ({ service: null, session: { kind: 'signedOut', failed: null }, now: 0 }),
    ready: async () => undefined,
  }),
  systemAt,
  doubtEvent: async () => 'doubt',
};

/** In place of `dropped.ts` and of `sites.ts`. */
export const dropped = { countDropped: (message: string, kind: string) => seen.counted.push(`${message} ${kind}`) };
export const sites = {
  giveReader: async () => {
    seen.readers += 1;
  },
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
  settings.isEnabled = true;
  Object.assign(seen, { told: [], counted: [], readers: 0, tidied: 0, outlet: null });
}
