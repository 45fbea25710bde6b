import { beforeEach, describe, expect, it, vi } from 'vitest';

type Listener = (message: unknown) => void;

/** One tab, its frames, and the lines to them. */
const world = vi.hoisted(() => ({
  frames: [0],
  hears: new Map<number, Listener>(),
}));

vi.mock('../../../utils/browser.ts', () => {
  const event = { addListener: () => undefined };
  return {
    browser: {
      tabs: {
        query: async () => [{ id: 1 }],
        onActivated: event,
        onRemoved: event,
        onUpdated: event,
        connect: (_: number, { frameId }: { readonly frameId: number }) => ({
          onMessage: { addListener: (hear: Listener) => world.hears.set(frameId, hear) },
          onDisconnect: event,
          postMessage: () => undefined,
        }),
      },
      scripting: { executeScript: async () => world.frames.map((frameId) => ({ frameId })) },
    },
  };
});

const { followTab } = await import('../../../utils/teach/lesson-tab.ts');

const HEARD = { changed: () => undefined, left: () => undefined, pointedAt: () => undefined };
const TOO_MUCH = { saw: null, reads: { kind: 'none' }, standard: { kind: 'none' } };

describe('the tab of a lesson', () => {
  beforeEach(() => {
    world.frames = [0];
    world.hears.clear();
  });

  it('finds a frame that came before anybody in the tab could tell of it', async () => {
    const tab = followTab(['https://record.example/*'], () => [], HEARD);
    const hear = await vi.waitUntil(() => world.hears.get(0));
    world.frames = [0, 7];
    hear(TOO_MUCH);
    await vi.waitUntil(() => world.hears.has(7));
    expect(tab.state()).toBe('filling');
    world.hears.get(7)?.(TOO_MUCH);
    expect(tab.state()).toBe('tooLarge');
  });
});
