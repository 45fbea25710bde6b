import { beforeEach, describe, expect, it, vi } from 'vitest';

type Heard = (changes: Record<string, { newValue?: unknown }>, area: string) => void;
const storage = vi.hoisted(() => ({
  kept: new Map<string, unknown>(),
  reading: Promise.resolve(),
  heard: [] as Heard[],
}));
vi.mock('../../../utils/browser.ts', () => ({
  browser: {
    storage: {
      onChanged: { addListener: (heard: Heard) => void storage.heard.push(heard) },
      session: {
        get: async (key: string) => {
          const found = storage.kept.get(key);
          await storage.reading;
          return { [key]: found };
        },
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) storage.kept.set(key, value);
        },
        remove: async (key: string) => void storage.kept.delete(key),
      },
    },
  },
}));

const { keepHiding, onHiding } = await import('../../../utils/tabs/hiding.ts');

beforeEach(() => {
  storage.kept.clear();
  storage.heard = [];
  storage.reading = Promise.resolve();
});

describe('whether everything is hidden', () => {
  it('is so until it is known that it is not', async () => {
    const hiding = keepHiding();
    expect(hiding.isHidden()).toBe(true);
    await hiding.ready;
    expect(hiding.isHidden()).toBe(false);
  });

  it('is in force at once, and in every later life of the background, until it is shown again', async () => {
    const first = keepHiding();
    await first.ready;
    first.set(true);
    expect(first.isHidden()).toBe(true);
    const second = keepHiding();
    await second.ready;
    expect(second.isHidden()).toBe(true);
    second.set(false);
    expect([second.isHidden(), storage.kept.size]).toEqual([false, 0]);
  });

  it('is not undone by what was stored before, read late', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    storage.reading = promise;
    const hiding = keepHiding();
    hiding.set(true);
    resolve();
    await hiding.ready;
    expect(hiding.isHidden()).toBe(true);
  });
});

describe('a page of ours that the background does not draw', () => {
  const change = (newValue: unknown, area = 'session', key = 'hidden') => {
    for (const heard of storage.heard) heard({ [key]: { newValue } }, area);
  };
  const read = () => new Promise((done) => setImmediate(done));

  it('hears what is so now, and every change of it', async () => {
    storage.kept.set('hidden', true);
    const told: boolean[] = [];
    onHiding((hidden) => told.push(hidden));
    expect(told).toEqual([]);
    await read();
    change(undefined);
    change(true);
    change(undefined, 'local');
    change(undefined, 'session', 'tokens');
    expect(told).toEqual([true, false, true]);
  });

  it('is not told of what was stored before, read late', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    storage.reading = promise;
    const told: boolean[] = [];
    onHiding((hidden) => told.push(hidden));
    change(true);
    resolve();
    await read();
    expect(told).toEqual([true]);
  });
});
