import type { Runtime } from 'webextension-polyfill';
import { browser } from '../browser.ts';
import { pageNeedSchema, pageNoteSchema, pageReportSchema, sidebarHelloSchema } from '../message-schemas.ts';
import { PAGE_LINE, type PageOrder, SIDEBAR_LINE } from '../messages.ts';
import type { ClinicalSystem } from '../settings.ts';
import { parseSender, type Sender } from './sender.ts';
import { giveReader } from './sites.ts';
import type { TabDesk } from './tab-desk.ts';

export type LineOptions = {
  readonly desk: (tabId: number) => TabDesk;
  /** Forgets the desk of a tab in which nothing of ours is left. */
  readonly tidy: (tabId: number) => void;
  /** The enabled system an origin belongs to, once settings are known; `null`: none. */
  readonly systemAt: (origin: string) => Promise<ClinicalSystem | null>;
  /** Name of the event by which frames of one origin raise a doubt above them. */
  readonly doubtEvent: () => Promise<string>;
};

/** Accepts the lines of page frames and sidebar frames; everybody else is disconnected and hears nothing. */
export function acceptLines(options: LineOptions): void {
  browser.runtime.onConnect.addListener((port) => {
    const sender = parseSender(port.sender);
    if (sender?.kind === 'page' && port.name === PAGE_LINE) void pageLine(port, sender, options);
    else if (sender?.kind === 'sidebar' && port.name === SIDEBAR_LINE) sidebarLine(port, sender, options);
    else port.disconnect();
  });
}

async function pageLine(port: Runtime.Port, sender: Sender, options: LineOptions): Promise<void> {
  const { frame, tabId } = sender;
  const send = (order: PageOrder) => port.postMessage(order);
  let early: unknown[] | null = [];
  let left = false;
  const hear = (message: unknown) => {
    const report = pageReportSchema.safeParse(message);
    if (report.success) return options.desk(tabId).pageReported({ frame, ...report.data });
    const note = pageNoteSchema.safeParse(message);
    if (note.success) return options.desk(tabId).pageNoted(frame, note.data.unread);
    if (pageNeedSchema.safeParse(message).success) void giveReader(sender);
  };
  port.onMessage.addListener((message) => (early ? early.push(message) : hear(message)));
  port.onDisconnect.addListener(() => {
    left = true;
    if (early) return;
    options.desk(tabId).pageLeft(frame);
    options.tidy(tabId);
  });
  const [system, doubtEvent] = await Promise.all([options.systemAt(sender.origin), options.doubtEvent()]);
  if (left) return;
  if (!system) return send({ do: 'leave' });
  if (sender.isTop) options.desk(tabId).topOpened(frame, { send });
  send({ do: 'read', adapter: system.adapter ?? null, origins: system.origins, frame, doubtEvent });
  const waiting = early;
  early = null;
  waiting.forEach(hear);
}

function sidebarLine(port: Runtime.Port, sender: Sender, options: LineOptions): void {
  const desk = options.desk(sender.tabId);
  port.onMessage.addListener((message) => {
    const hello = sidebarHelloSchema.safeParse(message);
    const accepted =
      hello.success && desk.sidebarOpened(hello.data, sender.frame, { send: (order) => port.postMessage(order) });
    if (!accepted) port.disconnect();
  });
  port.onDisconnect.addListener(() => {
    desk.sidebarLeft(sender.frame);
    options.tidy(sender.tabId);
  });
}
