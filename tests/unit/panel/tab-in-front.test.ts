import { beforeEach, describe, expect, it, vi } from 'vitest';

const world = vi.hoisted(() => {
  const event = () => {
    const listeners: ((...given: never[]) => void)[] = [];
    return {
      addListener: (heard: (...given: never[]) => void) => void listeners.push(heard),
      happen: (...given: unknown[]) => {
        for (const heard of listeners) heard(...(given as never[]));
      },
      clear: () => void listeners.splice(0),
    };
  };
  const names = ['onActivated', 'onRemoved', 'onDetached', 'onReplaced', 'onAttached'] as const;
  const events = Object.fromEntries(names.map((name) => [name, event()])) as Record<
    (typeof names)[number],
    ReturnType<typeof event>
  >;
  return { events, inFront: 3 as number | undefined, answers: Promise.resolve() };
});
vi.mock('../../../utils/browser.ts', () => ({
  browser: {
    windows: { getCurrent: async () => ({ id: 1 }) },
    tabs: {
      ...world.events,
      query: async ({ windowId }: { windowId: number }) => {
        const tab = world.inFront;
        await world.answers;
        return windowId === 1 && tab !== undefined ? [{ id: tab }] : [];
      },
    },
  },
}));

const { onTabInFront } = await import('../../../utils/panel/tab-in-front.ts');
const settle = () => new Promise((done) => setImmediate(done));
let turns: (number | null)[] = [];

beforeEach(async () => {
  for (const event of Object.values(world.events)) event.clear();
  Object.assign(world, { inFront: 3, answers: Promise.resolve() });
  turns = [];
  onTabInFront((tabId) => turns.push(tabId));
  await settle();
});

describe('the tab in front of the panel’s window', () => {
  it('is asked for at first', () => {
    expect(turns).toEqual([null, 3]);
  });

  it('S2: is nobody’s in the very event in which the browser says that it is another', () => {
    world.events.onActivated.happen({ tabId: 4, windowId: 1 });
    expect(turns).toEqual([null, 3, null, 4]);
  });

  it('is no matter of other windows', async () => {
    world.events.onActivated.happen({ tabId: 9, windowId: 2 });
    world.events.onAttached.happen(9, { newWindowId: 2 });
    for (const name of ['onRemoved', 'onDetached'] as const) world.events[name].happen(9);
    await settle();
    expect(turns).toEqual([null, 3]);
  });

  it.each([
    ['closed', () => world.events.onRemoved.happen(3)],
    ['moved out of the window', () => world.events.onDetached.happen(3)],
    ['replaced', () => world.events.onReplaced.happen(8, 3)],
    ['joined by one that was moved in', () => world.events.onAttached.happen(8, { newWindowId: 1 })],
  ])('is asked for anew when it is %s', async (_, happens) => {
    world.inFront = 8;
    happens();
    expect(turns.at(-1)).toBeNull();
    await settle();
    expect(turns.at(-1)).toBe(8);
  });

  it('S3: is what the browser said last, however late an older answer comes', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    world.answers = promise;
    world.events.onRemoved.happen(3);
    await settle();
    world.events.onActivated.happen({ tabId: 4, windowId: 1 });
    resolve();
    await settle();
    expect(turns.at(-1)).toBe(4);
  });
});
