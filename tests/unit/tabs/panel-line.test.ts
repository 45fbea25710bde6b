import { beforeEach, describe, expect, it, vi } from 'vitest';
import { acceptLines } from '../../../utils/tabs/lines.ts';
import type { BesideTab } from '../../../utils/tabs/panel-line.ts';
import { BESIDE, beginAnew, HELLO, open, options, seen, settle, tabs } from './line-rig.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-runtime.ts')).browser }));
vi.mock('../../../utils/tabs/dropped.ts', async () => (await import('./line-rig.ts')).dropped);
vi.mock('../../../utils/tabs/sites.ts', async () => (await import('./line-rig.ts')).sites);

acceptLines(options);
beforeEach(beginAnew);

describe('the line of the panel', () => {
  it('stands beside the tab it names, and every order names that tab', async () => {
    const port = await open('panel', 'ownPanel', BESIDE);
    seen.panel?.send({ generation: 7, ticket: HELLO.ticket, rests: 0 });
    expect(port.orders).toEqual([{ tab: 3, generation: 7, ticket: HELLO.ticket, rests: 0 }]);
    port.leave();
    expect(seen.told).toEqual([
      ['panelOpened', 'read'],
      ['panelLeft', true],
    ]);
    expect(seen.tidied).toBe(1);
  });

  it('S2: leaves the tab before, and asks for another ticket, each time it turns', async () => {
    const port = await open('panel', 'ownPanel', BESIDE);
    const before = seen.panel;
    port.say({ beside: 4 });
    expect(seen.told.at(-1)).toEqual(['panelLeft', true]);
    await settle();
    expect(seen.told.at(-1)).toEqual(['panelOpened', 'read']);
    expect(seen.panel).not.toBe(before);
    seen.panel?.send({ generation: 8, ticket: null, rests: 0 });
    expect(port.orders.at(-1)).toEqual({ tab: 4, generation: 8, ticket: null, rests: 0 });
  });

  it('S3: is told of no tab it has turned from while the browser was asked about it', async () => {
    const first = Promise.withResolvers<BesideTab | null>();
    const answer = await tabs.beside(3);
    tabs.beside = (tabId) => (tabId === 3 ? first.promise : Promise.resolve(answer));
    const port = await open('panel', 'ownPanel', BESIDE);
    port.say({ beside: 4 });
    await settle();
    first.resolve(answer);
    await settle();
    expect(seen.told).toEqual([['panelOpened', 'read']]);
    seen.panel?.send({ generation: 8, ticket: null, rests: 0 });
    expect(port.orders).toEqual([{ tab: 4, generation: 8, ticket: null, rests: 0 }]);
  });

  it('S5: is told nothing of a tab that is not in front of its window', async () => {
    tabs.beside = async () => null;
    const port = await open('panel', 'ownPanel', BESIDE);
    expect([port.isOpen, port.orders, seen.told]).toEqual([true, [], []]);
  });

  it('hears nothing but where it stands', async () => {
    const port = await open('panel', 'ownPanel', BESIDE);
    port.say(HELLO);
    port.say({ do: 'signOut' });
    port.say({ beside: '4' });
    expect(seen.counted).toEqual(['unknown ownPanel', 'unknown ownPanel', 'panel.beside ownPanel']);
    expect(seen.told).toEqual([['panelOpened', 'read']]);
  });
});

describe('the line of a frame in the panel', () => {
  it('finds its desk by its ticket, and then gives commands over the line', async () => {
    const port = await open('sidebar', 'panelFrame', HELLO);
    port.say({ do: 'lock' });
    port.say({ do: 'copied' });
    expect([port.isOpen, seen.counted]).toEqual([true, []]);
    port.leave();
    expect(seen.told).toEqual([
      ['sidebarOpened', 'in the panel'],
      ['command', { do: 'lock' }],
      ['command', { do: 'copied' }],
      ['sidebarLeft', seen.holder],
    ]);
    expect(seen.followed).toEqual([{ do: 'lock' }, { do: 'copied' }]);
  });

  it('S5: commands nothing without the ticket, nor after it has been another’s', async () => {
    for (const first of [{ do: 'lock' }, { ...HELLO, ticket: crypto.randomUUID() }]) {
      const port = await open('sidebar', 'panelFrame', first);
      port.say({ do: 'lock' });
      expect([port.isOpen, seen.told, seen.followed]).toEqual([false, [], []]);
    }
    const port = await open('sidebar', 'panelFrame', HELLO);
    seen.holder = 'another';
    port.say({ do: 'lock' });
    expect([port.isOpen, seen.followed]).toEqual([false, []]);
    expect(seen.counted.at(-1)).toBe('command.lock panelFrame');
  });

  it('is told from every other frame of the panel', async () => {
    await open('sidebar', 'panelFrame', HELLO);
    const first = seen.holder;
    seen.outlet = null;
    await open('sidebar', 'panelFrame', HELLO);
    expect(seen.holder).not.toBe(first);
  });

  it('in the page, where messages say it, gives no command over its line', async () => {
    const port = await open('sidebar', 'ownFrame', HELLO);
    port.say({ do: 'lock' });
    expect([port.isOpen, seen.followed]).toEqual([false, []]);
  });
});
