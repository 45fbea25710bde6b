import type { Runtime } from 'webextension-polyfill';
import { TEACH_LINE, type TeachOrder, type TeachReport } from '../messages.ts';
import { budget, Overrun } from '../page/budget.ts';
import { isConnected } from '../page/dom.ts';
import type { Looker } from '../page/look.ts';
import { type PageIndex, pageIndex } from '../page/page-index.ts';
import type { ReadBy } from '../page/read-page.ts';
import { sightOf } from '../page/sight.ts';
import type { Reading } from '../page/sighting.ts';
import { outlines } from './outlines.ts';
import { type Pointing, pointing } from './pointing.ts';
import { recordFrame } from './record.ts';
import type { RecordedFrame } from './recorded.ts';

/** The part of the extension API that this script needs. */
export type TeachRuntime = Pick<Runtime.Static, 'onConnect' | 'getURL'>;

/** Reads a frame as the page script does there; `undefined`: its reader is not here. */
export type FrameReader = (window: Window & typeof globalThis, index: PageIndex, by: ReadBy) => Looker | undefined;

/** A page that has changed is looked at after at most this long; one that says nothing of it, every so many times. */
const LOOK_MS = 400;
const LOOKS_UNASKED = 5;
/** Recording a large page may take long, and nobody reads it meanwhile. */
const RECORDING_MS = 2_000;
/** A reading may take too long, and gets more time the next time; at last it says so itself. */
const TRIES = 3;
const CHANGES = ['input', 'change', 'click', 'toggle', 'transitionend', 'animationend', 'load'];

/**
 * What Planside does in one frame of a clinical page while somebody teaches it: says what is there and how it is read,
 * shows where something stands, and takes what is pointed at. Without a line from the teaching page it does nothing.
 */
export function teachFrame(window: Window & typeof globalThis, runtime: TeachRuntime, reader: FrameReader): void {
  runtime.onConnect.addListener((port) => {
    const from = port.sender?.url ?? '';
    if (port.name === TEACH_LINE && from.startsWith(runtime.getURL('teach.html'))) teachOver(window, port, reader);
  });
}

function teachOver(window: Window & typeof globalThis, port: Runtime.Port, reader: FrameReader): void {
  const { document } = window;
  const names = new WeakMap<Element, number>();
  const byName = new Map<number, WeakRef<Element>>();
  const marks = outlines(document);
  const listening = new AbortController();
  let by: ReadBy = { adapter: null, origins: [] };
  let pointer: Pointing | null = null;
  let last = '';
  let changed = true;
  let ticks = 0;

  function idOf(element: Element): number {
    const known = names.get(element);
    if (known !== undefined) return known;
    const name = byName.size + 1;
    names.set(element, name);
    byName.set(name, new WeakRef(element));
    return name;
  }

  function say(report: TeachReport): void {
    port.postMessage(report);
  }

  function look(): void {
    changed = false;
    const saw = record(window, idOf);
    const standard = readBy(window, reader, { ...by, adapter: null });
    const report = { saw, reads: by.adapter ? readBy(window, reader, by) : standard, standard };
    const now = JSON.stringify(report);
    if (now !== last) say(report);
    last = now;
    marks.follow();
  }

  function follow(order: TeachOrder): void {
    if (order.do === 'mark') mark(order.elements);
    else if (order.do === 'point') point(order.on);
    else {
      by = order;
      last = '';
      look();
    }
  }

  function mark(elements: readonly number[]): void {
    const found = elements.map((id) => byName.get(id)?.deref()).filter((one) => one !== undefined && isConnected(one));
    const there = found as Element[];
    there[0]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    marks.around(there);
  }

  function point(on: boolean): void {
    pointer?.stop();
    pointer = null;
    marks.around([]);
    if (on) pointer = pointing(window, (element) => marks.around([element]), pointedAt);
  }

  function pointedAt(element: Element | null): void {
    pointer = null;
    look();
    say({ pointedAt: element && idOf(element) });
  }

  const observer = new MutationObserver(() => {
    changed = true;
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  for (const name of CHANGES) {
    const heard = ({ target }: Event) => {
      changed = true;
      const isFrame = name === 'load' && target instanceof Element && /^i?frame$/.test(target.localName);
      if (isFrame) say({ below: 'loaded' });
    };
    // The window never hears that something in its document has loaded.
    document.addEventListener(name, heard, { capture: true, passive: true, signal: listening.signal });
  }
  window.addEventListener('scroll', marks.follow, { capture: true, passive: true, signal: listening.signal });
  const ticking = setInterval(() => {
    ticks += 1;
    if (changed || ticks % LOOKS_UNASKED === 0) look();
  }, LOOK_MS);
  port.onMessage.addListener((order) => follow(order as TeachOrder));
  function end(): void {
    clearInterval(ticking);
    observer.disconnect();
    listening.abort();
    pointer?.stop();
    marks.close();
  }
  port.onDisconnect.addListener(end);
  // A page that is put aside for the back button keeps its line in Firefox, and is heard afresh when it returns.
  const leave = () => {
    end();
    port.disconnect();
  };
  window.addEventListener('pagehide', leave, { once: true, signal: listening.signal });
}

function record(window: Window, idOf: (element: Element) => number): RecordedFrame | null {
  const { document } = window;
  try {
    return recordFrame(document, window === window.top, sightOf(document, budget(RECORDING_MS)), idOf);
  } catch (error) {
    if (error instanceof Overrun) return null;
    throw error;
  }
}

/** The real reading, begun anew. */
function readBy(window: Window & typeof globalThis, reader: FrameReader, by: ReadBy): Reading {
  const index = pageIndex(window.document, () => undefined);
  while (!index.goOn());
  const read = reader(window, index, by);
  for (let tries = 1; tries < TRIES; tries += 1) {
    const found = read?.(true);
    if (found) return found.reading;
  }
  return read?.(true)?.reading ?? { kind: 'unreadable', cause: 'tooMuch' };
}
