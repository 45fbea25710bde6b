import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { acceptLines } from '../../../utils/tabs/lines.ts';
import { SENDER_KINDS, type SenderKind } from '../../../utils/tabs/sender.ts';
import { gpRecordAdapter } from '../../sandbox/adapters/adapters.ts';
import { browser, FakePort, SYSTEM, senders, settings } from './fake-runtime.ts';
import { BESIDE, beginAnew, HELLO, NOTE, open, options, REPORT, seen, settle, WANTS } from './line-rig.ts';
import { anything, channelOf, malformed, SPOKEN, wellFormed } from './message-bodies.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-runtime.ts')).browser }));
vi.mock('../../../utils/tabs/dropped.ts', async () => (await import('./line-rig.ts')).dropped);
vi.mock('../../../utils/tabs/sites.ts', async () => (await import('./line-rig.ts')).sites);

const { recheck } = acceptLines(options);
beforeEach(beginAnew);

describe('opening a line', () => {
  const MAY: Readonly<Record<string, readonly SenderKind[]>> = {
    page: ['enabledPage'],
    panel: ['ownPanel'],
    sidebar: ['ownFrame', 'panelFrame'],
    find: ['findPage'],
  };
  const FIRST: Readonly<Record<string, unknown>> = { page: REPORT, panel: BESIDE, sidebar: HELLO, find: WANTS };
  const names = ['page', 'panel', 'sidebar', 'find', 'command', '', 'constructor'];
  const matrix = names.flatMap((name) =>
    SENDER_KINDS.map((kind) => ({ name, kind, may: Object.hasOwn(MAY, name) && (MAY[name]?.includes(kind) ?? false) })),
  );

  it.each(matrix)('"$name" by $kind: $may', async ({ name, kind, may }) => {
    const port = await open(name, kind, FIRST[name] ?? HELLO);
    expect(port.isOpen).toBe(may);
    const opened = Object.hasOwn(MAY, name) ? `${name}.open` : 'unknown';
    expect(seen.counted).toEqual(may ? [] : [`${opened} ${kind}`]);
    if (may) return expect(seen.told.length).toBeGreaterThan(0);
    expect(seen.told).toEqual([]);
    // What the other end still says is not heard.
    port.onMessage.happen(REPORT);
    expect(seen.told).toEqual([]);
    expect(port.orders).toEqual(name === 'page' && kind === 'otherPage' ? [{ do: 'leave' }] : []);
  });

  it('S9: a page of a system that is switched off is seen.told to leave, and heard no more', async () => {
    const port = await open('page', 'enabledPage', REPORT);
    await recheck();
    expect(port.isOpen).toBe(true);
    settings.isEnabled = false;
    await recheck();
    expect(port.isOpen).toBe(false);
    expect(port.orders.at(-1)).toEqual({ do: 'leave' });
    expect(seen.told.at(-1)).toEqual(['pageLeft', '0:2F']);
    port.onMessage.happen(REPORT);
    await recheck();
    expect(seen.told.filter(([what]) => what === 'pageLeft')).toHaveLength(1);
  });

  describe('a page that is to be read otherwise', () => {
    const off = { ...SYSTEM, switchedOff: { reason: { code: 'EPR-UPDATE' } } };

    it.each([
      ['by a new adapter', { ...SYSTEM, adapter: gpRecordAdapter }],
      ['of other origins', { ...SYSTEM, origins: [...SYSTEM.origins, 'https://more.example.org/*'] }],
      ['not at all', off],
    ])('%s: leaves, and begins anew once it has left', async (_name, system) => {
      const port = await open('page', 'enabledPage', REPORT);
      settings.system = system;
      await recheck();
      expect(port.orders.at(-1)).toEqual({ do: 'leave' });
      expect(seen.startedAgain).toEqual([]);
      port.leave();
      expect(seen.told.at(-1)).toEqual(['pageLeft', '0:2F']);
      expect(seen.startedAgain).toEqual([0]);
    });

    it('since a moment ago, while it came: begins anew as well', async () => {
      const port = new FakePort('page', senders.enabledPage);
      browser.runtime.onConnect.happen(port);
      const waits = Promise.withResolvers<string>();
      vi.spyOn(options, 'doubtEvent').mockReturnValueOnce(waits.promise);
      await settle();
      settings.system = off;
      waits.resolve('doubt');
      await settle();
      expect(port.orders.at(-1)).toEqual({ do: 'leave' });
    });

    it('not otherwise after all: stays', async () => {
      const port = await open('page', 'enabledPage', REPORT);
      settings.system = structuredClone(SYSTEM);
      await recheck();
      expect(port.orders).not.toContainEqual({ do: 'leave' });
    });

    it('that is switched off is told to look at nothing, and one that is so for another reason begins anew', async () => {
      settings.system = off;
      const port = await open('page', 'enabledPage', REPORT);
      expect(port.orders[0]).toMatchObject({ do: 'read', adapter: null, origins: [] });
      expect(seen.told[0]).toEqual(['topOpened', '0:2F', { system: SYSTEM.name, reason: { code: 'EPR-UPDATE' } }]);
      settings.system = { ...off, switchedOff: { reason: null } };
      await recheck();
      expect(port.orders.at(-1)).toEqual({ do: 'leave' });
    });
  });

  it('says which system may be taught: one that was set here, and of which no pack says how it is read', async () => {
    settings.system = { ...SYSTEM, isOwn: true };
    const port = await open('page', 'enabledPage', REPORT);
    expect(seen.told[0]).toEqual(['topOpened', '0:2F', { taught: SYSTEM.id }]);
    settings.system = { ...SYSTEM, isOwn: true, byPack: true };
    await recheck();
    expect(port.orders.at(-1)).toEqual({ do: 'leave' });
    await open('page', 'enabledPage', REPORT);
    expect(seen.told.at(-2)).toEqual(['topOpened', '0:2F']);
  });

  it('is for nothing if the frame has gone before the settings are known', async () => {
    const port = new FakePort('page', senders.enabledPage);
    browser.runtime.onConnect.happen(port);
    port.leave();
    await settle();
    expect([seen.told, port.orders, seen.counted]).toEqual([[], [], []]);
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
    expect(seen.told).toEqual([
      ['topOpened', '0:2F'],
      ['pageReported', { frame: '0:2F', ...REPORT }],
      ['pageNoted', '0:2F', NOTE.unread],
      ['pageLeft', '0:2F'],
    ]);
    expect([seen.readers, seen.tidied, seen.counted]).toEqual([1, 1, []]);
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
        seen.told = [];
        Object.assign(seen, { counted: [], readers: 0 });
        const port = await open('page', 'enabledPage');
        for (const { body } of said) port.say(body);
        const passed = said.filter(({ passes }) => passes).length;
        expect(seen.told.length - 1 + seen.readers).toBe(passed);
        expect(seen.counted).toHaveLength(said.length - passed);
        expect(seen.counted.every((what) => what.endsWith(' enabledPage'))).toBe(true);
        expect(port.isOpen).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the line of a sidebar', () => {
  it('draws for the frame that holds the ticket, until it goes', async () => {
    const port = await open('sidebar', 'ownFrame', HELLO);
    seen.outlet?.send({ do: 'draw', generation: 7, view: { kind: 'notConfigured' }, language: 'en' });
    expect(port.orders).toHaveLength(1);
    port.leave();
    expect(seen.told).toEqual([
      ['sidebarOpened', '7:2F'],
      ['sidebarLeft', '7:2F'],
    ]);
    // The desk may not have heard yet.
    seen.outlet?.send({ do: 'draw', generation: 7, view: { kind: 'notConfigured' }, language: 'en' });
    expect([port.orders.length, seen.tidied]).toEqual([1, 1]);
  });

  it('S5: shows nothing to a frame that does not hold it, and does not take it from the one that does', async () => {
    const holder = await open('sidebar', 'ownFrame', HELLO);
    for (const hello of [HELLO, { ...HELLO, ticket: crypto.randomUUID() }, { ...HELLO, generation: 6 }]) {
      const copy = await open('sidebar', 'ownFrame', hello);
      expect([copy.isOpen, copy.orders]).toEqual([false, []]);
    }
    expect(holder.isOpen).toBe(true);
    expect(seen.told).toEqual([['sidebarOpened', '7:2F']]);
    expect(seen.counted).toEqual(Array(3).fill('sidebar.hello ownFrame'));
  });

  it('ends with a second word, and the desk knows', async () => {
    const port = await open('sidebar', 'ownFrame', HELLO);
    port.say(HELLO);
    expect(port.isOpen).toBe(false);
    expect(seen.told.at(-1)).toEqual(['sidebarLeft', '7:2F']);
    expect(seen.counted).toEqual(['sidebar.hello ownFrame']);
  });

  it('ends with anything that is no ticket', async () => {
    const anyWrong = fc
      .oneof(anything, ...SPOKEN.map(malformed), ...SPOKEN.map((name) => wellFormed[name]))
      // For `open`, that is to say nothing at all.
      .filter((body) => body !== undefined);
    await fc.assert(
      fc.asyncProperty(anyWrong, async (body) => {
        seen.told = [];
        seen.counted = [];
        const port = await open('sidebar', 'ownFrame', body);
        expect([port.isOpen, port.orders, seen.told, seen.counted.length]).toEqual([false, [], [], 1]);
      }),
      { numRuns: 1_000 },
    );
  });
});
