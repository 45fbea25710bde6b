import { Window } from 'happy-dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patientFrames } from '../../../utils/page/patient-frames.ts';

let page: Window;
let root: HTMLElement;
let ports: Map<Element, MessagePort>;

beforeEach(() => {
  page = new Window({ url: 'https://record.example/' });
  root = page.document.body as unknown as HTMLElement;
  ports = new Map();
});
afterEach(() => {
  for (const port of ports.values()) port.close();
});

const elements = () => [...root.querySelectorAll('iframe')];
const isSeen = (frame: HTMLElement) => frame.style.opacity === '1';
const seen = () => elements().filter(isSeen);

function frames() {
  return patientFrames({ root, address: 'about:blank', origin: 'null' });
}

/** The document in a frame has loaded: it is handed its port, and the frame is of no other document. */
function load(frame: HTMLIFrameElement): void {
  const hand = (_: unknown, __: string, [port]: MessagePort[]) => void (port && ports.set(frame, port));
  Object.defineProperty(frame, 'contentWindow', { value: { postMessage: hand } });
  frame.dispatchEvent(new page.Event('load') as unknown as Event);
}

/** The next message a frame is sent. */
function told(frame: Element): Promise<unknown> {
  const port = ports.get(frame);
  return new Promise((resolve) => {
    if (port) port.onmessage = ({ data }) => resolve(data);
  });
}

/** Two ports keep the order of what they carry: what was sent before this has been heard. */
async function drawn(frame: Element, generation: number): Promise<void> {
  ports.get(frame)?.postMessage({ drawn: generation });
  const { port1, port2 } = new MessageChannel();
  const heard = new Promise((resolve) => {
    port2.onmessage = resolve;
  });
  port1.postMessage('');
  await heard;
  await new Promise((resolve) => setImmediate(resolve));
  port1.close();
}

/** A frame of which somebody has been told to draw. */
async function shown(kept: ReturnType<typeof frames>, generation: number, stillTrue = () => true) {
  kept.show({ generation, ticket: `ticket ${generation}` }, stillTrue);
  const frame = elements().find((one) => !ports.has(one)) ?? elements()[0];
  if (!frame) throw new Error('No frame was loaded.');
  if (!ports.has(frame)) load(frame);
  expect(await told(frame)).toEqual({ generation, ticket: `ticket ${generation}` });
  return frame;
}

test('S2: a frame is out of sight until it reports that it has drawn what is current', async () => {
  const frame = await shown(frames(), 1);
  expect(seen()).toEqual([]);
  await drawn(frame, 1);
  expect(seen()).toEqual([frame]);
});

test('S2: a frame that has drawn another generation stays out of sight', async () => {
  const frame = await shown(frames(), 2);
  await drawn(frame, 1);
  expect(seen()).toEqual([]);
});

test('S3: a frame stays out of sight where the page no longer shows the same person', async () => {
  const frame = await shown(frames(), 1, () => false);
  await drawn(frame, 1);
  expect(seen()).toEqual([]);
});

test('S2: the frame of the patient before leaves the page at once, and the next one is another', async () => {
  const kept = frames();
  const first = await shown(kept, 1);
  await drawn(first, 1);
  kept.takeAway();
  expect(first.isConnected).toBe(false);
  const second = await shown(kept, 2);
  expect(second).not.toBe(first);
  await drawn(second, 2);
  expect(seen()).toEqual([second]);
  expect(first.isConnected).toBe(false);
});

test('S2: whatever a frame that was taken away reports, it is not seen again', async () => {
  const kept = frames();
  const first = await shown(kept, 1);
  kept.takeAway();
  await drawn(first, 1);
  expect(isSeen(first)).toBe(false);
  expect(first.isConnected).toBe(false);
});

test('a frame that draws nothing while it could be seen leaves, and the spare with it; each time later', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const isMute = vi.fn();
  const kept = patientFrames({ root, address: 'about:blank', origin: 'null', isMute });
  await drawn(await shown(kept, 1), 1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(isMute).not.toHaveBeenCalled();
  expect(elements()).toHaveLength(2);
  for (const [at, patience] of [3_000, 6_000].entries()) {
    kept.show({ generation: at + 2, ticket: 'unheard' }, () => true);
    await vi.advanceTimersByTimeAsync(patience - 100);
    expect([isMute.mock.calls.length, elements().length > 0]).toEqual([at, true]);
    await vi.advanceTimersByTimeAsync(200);
    expect([isMute.mock.calls.length, elements().length]).toEqual([at + 1, 0]);
  }
  vi.useRealTimers();
});

function isSeenNow(state: 'visible' | 'hidden'): void {
  Object.defineProperty(page.document, 'visibilityState', { value: state, configurable: true });
  page.document.dispatchEvent(new page.Event('visibilitychange'));
}

test('nobody waits for a frame that nobody can see any more', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const isMute = vi.fn();
  const kept = patientFrames({ root, address: 'about:blank', origin: 'null', isMute });
  await shown(kept, 1);
  isSeenNow('hidden');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(isMute).not.toHaveBeenCalled();
  kept.takeAway();
  vi.useRealTimers();
});

test('a tab that nobody sees loads no frame; the last that was to show somebody comes once somebody sees it', async () => {
  isSeenNow('hidden');
  const kept = frames();
  for (const generation of [1, 2]) kept.show({ generation, ticket: `ticket ${generation}` }, () => true);
  expect(elements()).toEqual([]);
  isSeenNow('visible');
  const [frame, ...more] = elements();
  if (!frame) throw new Error('No frame was loaded.');
  expect(more).toEqual([]);
  load(frame);
  expect(await told(frame)).toEqual({ generation: 2, ticket: 'ticket 2' });
  await drawn(frame, 2);
  expect(seen()).toEqual([frame]);
});

test('S2: whoever was to be shown in a tab that nobody saw is not, once it was taken away', () => {
  isSeenNow('hidden');
  const kept = frames();
  kept.show({ generation: 1, ticket: 'ticket 1' }, () => true);
  kept.takeAway();
  isSeenNow('visible');
  expect(elements()).toEqual([]);
});

test('a page that keeps the event to itself is seen half a second later', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  isSeenNow('hidden');
  frames().show({ generation: 1, ticket: 'ticket 1' }, () => true);
  Object.defineProperty(page.document, 'visibilityState', { value: 'visible', configurable: true });
  await vi.advanceTimersByTimeAsync(500);
  expect(elements()).toHaveLength(1);
  vi.useRealTimers();
});
