import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SidebarHello, SidebarOrder } from '../../../utils/messages.ts';
import { acceptLines, type LineOptions } from '../../../utils/tabs/lines.ts';
import { SENDER_KINDS, type SenderKind } from '../../../utils/tabs/sender.ts';
import type { Outlet, TabDesk } from '../../../utils/tabs/tab-desk.ts';
import { browser, FakePort, SYSTEM, senders, settings, systemAt } from './fake-runtime.ts';
import { anything, channelOf, malformed, SPOKEN, wellFormed } from './message-bodies.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-runtime.ts')).browser }));
const drops = vi.hoisted(() => ({ counted: [] as string[], readers: 0 }));
vi.mock('../../../utils/tabs/dropped.ts', () => ({
  countDropped: (message: string, kind: string) => drops.counted.push(`${message} ${kind}`),
}));
vi.mock('../../../utils/tabs/sites.ts', () => ({
  giveReader: async () => {
    drops.readers += 1;
  },
}));

const HELLO: SidebarHello = { generation: 7, ticket: '0b8f0c1e-2f0e-4a53-9d0b-1c6f0f8e9a26' };
const REPORT = { sequence: 1, sighting: { kind: 'none' } };
const NOTE = { unread: ['records.example.org'] };

/** What the desk of each tab was told, in order. */
let told: unknown[][] = [];
let outlet: Outlet<SidebarOrder> | null = null;
let tidied = 0;

const desk = {
  topOpened: (frame: string) => told.push(['topOpened', frame]),
  pageReported: (report: object) => told.push(['pageReported', report]),
  pageNoted: (frame: string, unread: readonly string[]) => told.push(['pageNoted', frame, unread]),
  pageLeft: (frame: string) => told.push(['pageLeft', frame]),
  sidebarOpened: (hello: SidebarHello, frame: string, to: Outlet<SidebarOrder>) => {
    if (hello.ticket !== HELLO.ticket || outlet) return false;
    outlet = to;
    told.push(['sidebarOpened', frame]);
    return true;
  },
  sidebarLeft: (frame: string) => told.push(['sidebarLeft', frame]),
} as unknown as TabDesk;

const options: LineOptions = {
  desk: ({ from }) => {
    expect(from.tabId).toBe(3);
    return desk;
  },
  tidy: () => {
    tidied += 1;
  },
  systemAt,
  doubtEvent: async () => 'doubt',
};
const { recheck } = acceptLines(options);

/** Lets everything that was waiting for a promise run. */
const settle = () => new Promise((done) => setImmediate(done));

const ports: FakePort[] = [];

async function open(name: string, kind: SenderKind, first?: unknown): Promise<FakePort> {
  const port = new FakePort(name, senders[kind]);
  ports.push(port);
  browser.runtime.onConnect.happen(port);
  if (first !== undefined) port.say(first);
  await settle();
  return port;
}

beforeEach(() => {
  for (const port of ports.splice(0)) if (port.isOpen) port.leave();
  told = [];
  outlet = null;
  tidied = 0;
  settings.isEnabled = true;
  Object.assign(drops, { counted: [], readers: 0 });
});

describe('opening a line', () => {
  const MAY: Readonly<Record<string, SenderKind>> = { page: 'enabledPage', sidebar: 'ownFrame' };
  const names = ['page', 'sidebar', 'command', '', 'constructor'];
  const matrix = names.flatMap((name) => SENDER_KINDS.map((kind) => ({ name, kind, may: MAY[name] === kind })));

  it.each(matrix)('"$name" by $kind: $may', async ({ name, kind, may }) => {
    const port = await open(name, kind, name === 'page' ? REPORT : HELLO);
    expect(port.isOpen).toBe(may);
    const opened = Object.hasOwn(MAY, name) ? `${name}.open` : 'unknown';
    expect(drops.counted).toEqual(may ? [] : [`${opened} ${kind}`]);
    if (may) return expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual([]);
    // What the other end still says is not heard.
    port.onMessage.happen(REPORT);
    expect(told).toEqual([]);
    expect(port.orders).toEqual(name === 'page' && kind === 'otherPage' ? [{ do: 'leave' }] : []);
  });

  it('S9: a page of a system that is switched off is told to leave, and heard no more', async () => {
    const port = await open('page', 'enabledPage', REPORT);
    await recheck();
    expect(port.isOpen).toBe(true);
    settings.isEnabled = false;
    await recheck();
    expect(port.isOpen).toBe(false);
    expect(port.orders.at(-1)).toEqual({ do: 'leave' });
    expect(told.at(-1)).toEqual(['pageLeft', '0:2F']);
    port.onMessage.happen(REPORT);
    await recheck();
    expect(told.filter(([what]) => what === 'pageLeft')).toHaveLength(1);
  });

  it('is for nothing if the frame has gone before the settings are known', async () => {
    const port = new FakePort('page', senders.enabledPage);
    browser.runtime.onConnect.happen(port);
    port.leave();
    await settle();
    expect([told, port.orders, drops.counted]).toEqual([[], [], []]);
  });
});

describe('the line of a page', () => {
  it('tells what the page shows, in order, from the first word on', async () => {
    const port = await open('page', 'enabledPage', REPORT);
    const [order] = port.orders;
    expect(order).toEqual({
      do: 'read',
      adapter: null,
      origins: SYSTEM.origins,
      frame: '0:2F',
      doubtEvent: 'doubt',
    });
    port.say(NOTE);
    port.say({ needs: 'reader' });
    port.leave();
    expect(told).toEqual([
      ['topOpened', '0:2F'],
      ['pageReported', { frame: '0:2F', ...REPORT }],
      ['pageNoted', '0:2F', NOTE.unread],
      ['pageLeft', '0:2F'],
    ]);
    expect([drops.readers, tidied, drops.counted]).toEqual([1, 1, []]);
  });

  it('hears what is well-formed and the page’s to say, and counts the rest', async () => {
    const one = fc.constantFrom(...SPOKEN).chain((name) =>
      fc.oneof(
        wellFormed[name].map((body) => ({ body, passes: channelOf(name) === 'page' })),
        malformed(name).map((body) => ({ body, passes: false })),
        anything.map((body) => ({ body, passes: false })),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 40 }), async (said) => {
        told = [];
        Object.assign(drops, { counted: [], readers: 0 });
        const port = await open('page', 'enabledPage');
        for (const { body } of said) port.say(body);
        const passed = said.filter(({ passes }) => passes).length;
        expect(told.length - 1 + drops.readers).toBe(passed);
        expect(drops.counted).toHaveLength(said.length - passed);
        expect(drops.counted.every((what) => what.endsWith(' enabledPage'))).toBe(true);
        expect(port.isOpen).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the line of a sidebar', () => {
  it('draws for the frame that holds the ticket, until it goes', async () => {
    const port = await open('sidebar', 'ownFrame', HELLO);
    outlet?.send({ do: 'draw', generation: 7, view: { kind: 'notConfigured' } });
    expect(port.orders).toHaveLength(1);
    port.leave();
    expect(told).toEqual([
      ['sidebarOpened', '7:2F'],
      ['sidebarLeft', '7:2F'],
    ]);
    // The desk may not have heard yet.
    outlet?.send({ do: 'draw', generation: 7, view: { kind: 'notConfigured' } });
    expect([port.orders.length, tidied]).toEqual([1, 1]);
  });

  it('S5: shows nothing to a frame that does not hold it, and does not take it from the one that does', async () => {
    const holder = await open('sidebar', 'ownFrame', HELLO);
    for (const hello of [HELLO, { ...HELLO, ticket: crypto.randomUUID() }, { ...HELLO, generation: 6 }]) {
      const copy = await open('sidebar', 'ownFrame', hello);
      expect([copy.isOpen, copy.orders]).toEqual([false, []]);
    }
    expect(holder.isOpen).toBe(true);
    expect(told).toEqual([['sidebarOpened', '7:2F']]);
    expect(drops.counted).toEqual(Array(3).fill('sidebar.hello ownFrame'));
  });

  it('ends with a second word, and the desk knows', async () => {
    const port = await open('sidebar', 'ownFrame', HELLO);
    port.say(HELLO);
    expect(port.isOpen).toBe(false);
    expect(told.at(-1)).toEqual(['sidebarLeft', '7:2F']);
    expect(drops.counted).toEqual(['sidebar.hello ownFrame']);
  });

  it('ends with anything that is no ticket', async () => {
    const anyWrong = fc.oneof(anything, ...SPOKEN.map(malformed), ...SPOKEN.map((name) => wellFormed[name]));
    await fc.assert(
      fc.asyncProperty(anyWrong, async (body) => {
        told = [];
        drops.counted = [];
        const port = await open('sidebar', 'ownFrame', body);
        expect([port.isOpen, port.orders, told, drops.counted.length]).toEqual([false, [], [], 1]);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a line that says too much', () => {
  it('is ended after more than 50 a second for some time, and counted once', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
    const port = await open('page', 'enabledPage');
    for (let said = 0; port.isOpen && said < 10_000; said += 1) {
      clock.mockReturnValue(said * 10);
      port.say({ ...REPORT, sequence: said });
    }
    expect(port.isOpen).toBe(false);
    const heard = told.filter(([what]) => what === 'pageReported').length;
    // 100 at once, and 50 more in each second that passes meanwhile.
    expect(heard).toBeGreaterThanOrEqual(195);
    expect(heard).toBeLessThanOrEqual(205);
    expect(told.at(-1)).toEqual(['pageLeft', '0:2F']);
    expect(drops.counted).toEqual(['page.report enabledPage']);
    clock.mockRestore();
  });

  it('may say 50 a second for ever, and 100 at once after a silence', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
    const port = await open('page', 'enabledPage');
    for (let said = 0; said < 5_000; said += 1) {
      clock.mockReturnValue(said * 20);
      port.say({ ...REPORT, sequence: said });
    }
    clock.mockReturnValue(110_000);
    for (let said = 0; said < 100; said += 1) port.say({ ...REPORT, sequence: said });
    expect(port.isOpen).toBe(true);
    expect(drops.counted).toEqual([]);
    clock.mockRestore();
  });

  it('is ended also before it is known who is speaking', async () => {
    const port = new FakePort('page', senders.enabledPage);
    browser.runtime.onConnect.happen(port);
    for (let said = 0; said < 5_000; said += 1) port.say({ ...REPORT, sequence: said });
    await settle();
    expect(port.isOpen).toBe(false);
    expect(told.filter(([what]) => what === 'pageReported').length).toBeLessThan(200);
    expect(drops.counted).toEqual(['page.report enabledPage']);
  });

  const inCircles: Record<string, unknown> = { ...REPORT };
  inCircles.self = inCircles;
  it.each([
    ['100 kB and more', { ...REPORT, more: 'x'.repeat(100_000) }],
    ['no JSON: in circles', inCircles],
    ['no JSON: a number without end', { ...REPORT, more: 10n }],
  ])('is ended by one message of %s', async (_, message) => {
    const page = await open('page', 'enabledPage');
    page.say(message);
    const sidebar = await open('sidebar', 'ownFrame', HELLO);
    sidebar.say(message);
    expect([page.isOpen, sidebar.isOpen]).toEqual([false, false]);
    expect(drops.counted).toEqual(['page.report enabledPage', 'unknown ownFrame']);
    expect(told.map(([what]) => what)).toEqual(['topOpened', 'pageLeft', 'sidebarOpened', 'sidebarLeft']);
  });
});
