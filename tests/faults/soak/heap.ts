import type { CDPSession, Page } from 'puppeteer';
import * as z from 'zod';
import type { Launched } from '../../browser/harness/launch.ts';
import { sessionOfFrame } from '../../browser/harness/session-of-frame.ts';
import { shownFrame } from '../../browser/harness/sidebar.ts';

/** Bytes that are in use after everything has been collected that can be. */
export type Used = {
  /** All but what the browser keeps for itself. */
  readonly kept: number;
  /** What V8 has compiled, and what it has counted for that: more for hours, as one function after another becomes hot. */
  readonly code: number;
  /** What the browser has noted of slow tasks, slow frames and shifts of layout, 200 of each kind at most. */
  readonly noted: number;
};
export type Heap = { readonly page: Used; readonly sidebar: Used; readonly background: Used };

/** `null`: this browser does not tell (Firefox). */
export async function heapOf({ browser, family }: Launched, page: Page): Promise<Heap | null> {
  if (family === 'firefox') return null;
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  const session = await page.createCDPSession();
  if (!worker) throw new Error('The heap of the background cannot be asked for.');
  const heap = {
    page: await usedIn(session),
    sidebar: await usedIn(sessionOfFrame(await shownFrame(page))),
    background: await usedIn(worker.client),
  };
  await session.detach();
  return heap;
}

/** Takes a snapshot, before which V8 collects what it can. */
async function usedIn(session: CDPSession): Promise<Used> {
  const parts: string[] = [];
  const hear = ({ chunk }: { chunk: string }) => void parts.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', hear);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', hear);
  return sizesIn(JSON.parse(parts.join('')));
}

const snapshotSchema = z.object({
  snapshot: z.object({ meta: z.object({ node_fields: z.array(z.string()), node_types: z.array(z.unknown()) }) }),
  nodes: z.array(z.number()),
  strings: z.array(z.string()),
});

/** V8's own lists of what hangs on a piece of code. */
const BESIDE_CODE = /^system \/ (?:WeakArrayList|Protected(?:Weak)?FixedArray|SharedFunctionInfoWrapper)$/;
const NOTED =
  /^(?:blink::HeapVectorBacking<.*)?\b(?:Performance(?:LongTask|LongAnimationFrame)Timing|PerformanceEntry|TaskAttributionTiming|LayoutShift|LayoutShiftAttribution|DOMRectReadOnly)\b/;

/**
 * Adds up a heap snapshot, of which each node is a row of as many numbers as there are `node_fields`.
 *
 * @throws where it is no snapshot as V8 takes them
 */
export function sizesIn(raw: unknown): Used {
  const { snapshot, nodes, strings } = snapshotSchema.parse(raw);
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const names = z.array(z.string()).parse(types[fields.indexOf('type')]);
  const [type, name, size] = [fields.indexOf('type'), fields.indexOf('name'), fields.indexOf('self_size')];
  const used = { kept: 0, code: 0, noted: 0 };
  for (let row = 0; row < nodes.length; row += fields.length) {
    const kind = kindOf(names[nodes[row + type] ?? -1], strings[nodes[row + name] ?? -1] ?? '');
    used[kind] += nodes[row + size] ?? Number.NaN;
  }
  return used;
}

function kindOf(type: string | undefined, name: string): keyof Used {
  if (type === 'code' || (type === 'native' && BESIDE_CODE.test(name))) return 'code';
  return type === 'native' && NOTED.test(name) ? 'noted' : 'kept';
}
