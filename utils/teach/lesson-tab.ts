import type { Runtime, Tabs } from 'webextension-polyfill';
import { browser } from '../browser.ts';
import { TEACH_LINE, type TeachOrder } from '../messages.ts';
import type { Reading } from '../page/sighting.ts';
import { type LessonFrame, rebuild } from './rebuild.ts';
import { reportSchema } from './report-schema.ts';

/** What one frame of the clinical page shows now. */
export type SeenFrame = {
  readonly frame: LessonFrame;
  /** By the adapter that is being taught; by the standard reading as long as there is none. */
  readonly reads: Reading;
  readonly standard: Reading;
};

/**
 * `noTab`: no page of the system is open. `notAllowed`: the browser does not let Planside in. `filling`: not all frames
 * have said yet what they show, and who is open may stand in one that has not.
 */
export type TabState = 'noTab' | 'notAllowed' | 'tooLarge' | 'filling' | 'there';

export type LessonTab = {
  readonly state: () => TabState;
  /** By the frame ids of the browser. */
  readonly frames: () => ReadonlyMap<number, SeenFrame>;
  readonly send: (order: TeachOrder, frameId?: number) => void;
};

export type Heard = {
  /** Something has changed: the tab, its frames, or what they show. */
  readonly changed: () => void;
  /** The document of a frame has gone, and with it whatever was pointed at there. */
  readonly left: (frameId: number) => void;
  readonly pointedAt: (frameId: number, element: number | null) => void;
};

/** A frame that has just gone is mostly followed by another; milliseconds. */
const NEXT_DOCUMENT_MS = 150;
/** A frame that has said nothing for so long (milliseconds) hangs, since its script is there, and is waited for no longer. */
const FIRST_WORD_MS = 10_000;

/**
 * Follows the tab of a clinical system that was in front last, with all its frames, as long as this page is open.
 *
 * @param origins match patterns of the system
 * @param greeting what a new frame is told first
 */
export function followTab(origins: readonly string[], greeting: () => readonly TeachOrder[], heard: Heard): LessonTab {
  const ports = new Map<number, Runtime.Port>();
  const frames = new Map<number, SeenFrame>();
  const large = new Set<number>();
  const silent = new Set<number>();
  let tabId: number | null = null;
  let isAllowed = true;

  async function find(): Promise<void> {
    // No pattern at all would be any tab.
    const tabs = origins.length === 0 ? [] : await browser.tabs.query({ url: [...origins] });
    const [tab] = tabs.sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0));
    const id = tab?.id ?? null;
    if (id !== tabId) {
      for (const port of ports.values()) port.disconnect();
      for (const kept of [ports, frames, large, silent]) kept.clear();
      tabId = id;
    }
    if (id !== null) await attach(id);
    heard.changed();
  }

  async function attach(id: number): Promise<void> {
    try {
      const put = await browser.scripting.executeScript({
        target: { tabId: id, allFrames: true },
        files: ['/reader.js', '/teach-page.js'],
        // A frame that never ends loading would hold up all others.
        injectImmediately: true,
      });
      isAllowed = true;
      for (const { frameId } of put) if (id === tabId && !ports.has(frameId)) connect(id, frameId);
    } catch {
      isAllowed = ports.size > 0;
    }
  }

  function connect(id: number, frameId: number): void {
    const port = browser.tabs.connect(id, { name: TEACH_LINE, frameId });
    ports.set(frameId, port);
    silent.add(frameId);
    setTimeout(() => {
      if (ports.get(frameId) === port && silent.delete(frameId)) heard.changed();
    }, FIRST_WORD_MS);
    port.onMessage.addListener((message) => hear(frameId, message));
    port.onDisconnect.addListener(() => {
      if (ports.get(frameId) !== port) return;
      for (const kept of [ports, frames, large, silent]) kept.delete(frameId);
      heard.left(frameId);
      heard.changed();
      setTimeout(() => void find(), NEXT_DOCUMENT_MS);
    });
    for (const order of greeting()) port.postMessage(order);
  }

  function hear(frameId: number, message: unknown): void {
    const parsed = reportSchema.safeParse(message);
    if (!parsed.success) return;
    const report = parsed.data;
    if ('below' in report) void find();
    else if ('pointedAt' in report) heard.pointedAt(frameId, report.pointedAt);
    else {
      // A frame that loads from here on is told of by this one; what came before, nobody has heard.
      if (silent.delete(frameId)) void find();
      if (report.saw) large.delete(frameId);
      else large.add(frameId);
      if (report.saw)
        frames.set(frameId, { frame: rebuild(report.saw), reads: report.reads, standard: report.standard });
      else frames.delete(frameId);
      heard.changed();
    }
  }

  const findAgain = () => void find();
  browser.tabs.onActivated.addListener(findAgain);
  browser.tabs.onRemoved.addListener(findAgain);
  browser.tabs.onUpdated.addListener((_id: number, change: Tabs.OnUpdatedChangeInfoType) => {
    if (change.status === 'complete') findAgain();
  });
  findAgain();

  return {
    state() {
      if (tabId === null) return 'noTab';
      if (!isAllowed) return 'notAllowed';
      if (silent.size > 0 || ports.size === 0) return 'filling';
      return frames.size === 0 && large.size > 0 ? 'tooLarge' : 'there';
    },
    frames: () => frames,
    send(order, frameId) {
      for (const [id, port] of ports) if (frameId === undefined || frameId === id) port.postMessage(order);
    },
  };
}
