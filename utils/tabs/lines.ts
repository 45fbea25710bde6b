import { browser } from '../browser.ts';
import type { MessageName, PageOrder } from '../messages.ts';
import { mayTeach, type SystemNow } from '../pack/with-pack.ts';
import { standingOf } from '../view/page-standing.ts';
import { judgeOnPageLine, judgeOpening, type Passed } from './allowed.ts';
import { dropOnLine } from './drop-on-line.ts';
import { countDropped } from './dropped.ts';
import { type FindPages, findLine } from './find-pages.ts';
import { guardLine } from './guard-line.ts';
import { type HeldLine, holdLine } from './held-line.ts';
import { hubLine } from './hub-line.ts';
import type { Hubs } from './hubs.ts';
import { type PanelLineOptions, panelLine } from './panel-line.ts';
import { type EnabledPage, type SystemAt, senderOf } from './sender.ts';
import { type SidebarLineOptions, sidebarLine } from './sidebar-line.ts';
import { giveReader, startAgain } from './sites.ts';
import type { TabDesk } from './tab-desk-types.ts';
import type { TabPlaces } from './tab-places.ts';

/** Who is at the other end of a line, and what is to come after it. */
type OpenPage = { readonly sender: unknown; readonly from: EnabledPage; isToStartAgain: boolean };

type ReadOrder = Extract<PageOrder, { do: 'read' }>;
type FromPage = Passed<Extract<MessageName, `page.${string}` | `find.${string}` | `guard.${string}`>>;

export type LineOptions = PanelLineOptions &
  SidebarLineOptions & {
    /** The desk of the tab that a message comes from: there is none without a message that has passed. */
    readonly desk: (message: FromPage) => TabDesk;
    readonly finds: FindPages;
    readonly hubs: Hubs;
    readonly systemAt: SystemAt;
    /** Name of the event by which frames of one origin raise a doubt above them. */
    readonly doubtEvent: () => Promise<string>;
    readonly places: TabPlaces;
    /** Whether plans are shown in clinical pages. */
    readonly isInPage: () => boolean;
  };

/**
 * Accepts the lines of page frames, sidebar frames and the panel; everybody else is counted and disconnected, and hears nothing.
 *
 * @returns `recheck`: the settings have changed, so pages that were enabled when they came may have to leave, or to be
 * read in another way
 */
export function acceptLines(options: LineOptions): { readonly recheck: () => Promise<void> } {
  const pages = new Map<HeldLine, OpenPage>();

  async function accept(line: HeldLine, portName: string, sender: unknown): Promise<void> {
    const from = await senderOf(sender, options.systemAt);
    const opened = judgeOpening(portName, from);
    if ('dropped' in opened) {
      countDropped(opened.dropped, from.kind);
      if (opened.dropped === 'page.open' && from.kind === 'otherPage') leave(line);
      else line.end();
    } else if (opened.name === 'sidebar.open') sidebarLine(line, opened, options);
    else if (opened.name === 'guard.open') guardLine(line, opened, options);
    else if (opened.name === 'find.open') await findLine(line, opened, options);
    else if (opened.name === 'panel.open') panelLine(line, opened, options);
    else if (opened.name === 'hub.open') await hubLine(line, opened, options);
    else {
      const page: OpenPage = { sender, from: opened.from, isToStartAgain: false };
      pages.set(line, page);
      await pageLine(line, opened, options, () => {
        pages.delete(line);
        if (page.isToStartAgain) void startAgain(opened.from);
      });
      // The settings may have changed while it came.
      await look(line, page);
    }
  }

  async function look(line: HeldLine, page: OpenPage): Promise<void> {
    const now = await senderOf(page.sender, options.systemAt);
    if (now.kind === 'otherPage') leave(line);
    // Whatever was read in the old way goes with the script that read it; the page ends its line once it has.
    if (now.kind !== 'enabledPage' || isReadAlike(now.system, page.from.system)) return;
    page.isToStartAgain = true;
    line.send({ do: 'leave' } satisfies PageOrder);
  }

  browser.runtime.onConnect.addListener((port) => {
    const line = holdLine(port);
    accept(line, port.name, port.sender).catch(line.end);
  });

  return {
    async recheck() {
      await Promise.all([...pages].map(([line, page]) => look(line, page)));
    },
  };
}

/** The one thing a page is told whose system is not enabled, or no longer: to be as if we had never been there. */
function leave(line: HeldLine): void {
  line.send({ do: 'leave' } satisfies PageOrder);
  line.end();
}

/** Read in the same way; or in both cases not, and for the same reason. */
function isReadAlike(one: SystemNow, other: SystemNow): boolean {
  const said = (system: SystemNow) => JSON.stringify([howToRead(system), standingOf(system), taughtAs(system)]);
  return said(one) === said(other);
}

/** The system, where the person at the screen may teach it. */
function taughtAs(system: SystemNow): string | null {
  return mayTeach(system) ? system.id : null;
}

/** Nothing of a page whose system is switched off is looked at: it belongs to no origin that is read. */
function howToRead({ adapter, origins, switchedOff }: SystemNow): Pick<ReadOrder, 'adapter' | 'origins'> {
  return switchedOff ? { adapter: null, origins: [] } : { adapter: adapter ?? null, origins };
}

async function pageLine(
  line: HeldLine,
  opened: Passed<'page.open'>,
  options: LineOptions,
  ended: () => void,
): Promise<void> {
  const { from } = opened;
  const { frame, tabId, isTop, system } = from;
  const [doubtEvent, place] = await Promise.all([options.doubtEvent(), isTop ? options.places.of(system.id) : null]);
  if (line.isOver()) return ended();
  const send = (order: PageOrder) => line.send(order);
  if (isTop) {
    const is = standingOf(system);
    options
      .desk(opened)
      .topOpened({ frame, is, taught: taughtAs(system), outlet: { send }, isShown: options.isInPage });
  }
  send({ do: 'read', ...howToRead(system), frame, doubtEvent });
  if (place) send({ do: 'place', place });
  const untold = place ? options.places.tell({ tabId, systemId: system.id, send }) : null;
  const drop = dropOnLine(judgeOnPageLine, from);
  line.heardBy({
    hear(message) {
      const said = judgeOnPageLine(message, from);
      if ('dropped' in said) return drop(message);
      if (said.name === 'page.report') options.desk(said).pageReported({ frame, ...said.body });
      else if (said.name === 'page.note') options.desk(said).pageNoted(frame, said.body.unread);
      else void giveReader(said.from);
    },
    tooMuch: drop,
    ended() {
      ended();
      untold?.();
      options.desk(opened).pageLeft(frame);
      options.tidy(tabId);
    },
  });
}
