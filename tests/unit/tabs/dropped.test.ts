import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { allowed, type Called } from '../../../utils/tabs/allowed.ts';
import { SENDER_KINDS } from '../../../utils/tabs/sender.ts';

const session = vi.hoisted(() => ({ stored: {} as Record<string, unknown>, writes: 0, isFull: false }));
vi.mock('../../../utils/browser.ts', () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => structuredClone({ [key]: session.stored[key] }),
        set: async (values: object) => {
          if (session.isFull) throw new Error('Session storage quota bytes exceeded.');
          session.writes += 1;
          session.stored = { ...session.stored, ...structuredClone(values) };
        },
      },
    },
  },
}));

/** A new life of the background: nothing in memory. */
async function newLife() {
  vi.resetModules();
  return import('../../../utils/tabs/dropped.ts');
}

const SECOND = 1_000;
let life: Awaited<ReturnType<typeof newLife>>;

beforeEach(async () => {
  vi.useFakeTimers();
  Object.assign(session, { stored: {}, writes: 0, isFull: false });
  life = await newLife();
});
afterEach(() => vi.useRealTimers());

it('counts by message and kind of sender, and remembers it over the sleep of the background', async () => {
  life.countDropped('page.report', 'otherPage');
  life.countDropped('page.report', 'otherPage');
  life.countDropped('command.signOut', 'ownFrame');
  await vi.advanceTimersByTimeAsync(SECOND);
  expect(await life.droppedCounts()).toEqual({ 'page.report otherPage': 2, 'command.signOut ownFrame': 1 });
  const next = await newLife();
  next.countDropped('page.report', 'otherPage');
  next.countDropped('unknown', 'stranger');
  await vi.advanceTimersByTimeAsync(SECOND);
  expect(await next.droppedCounts()).toEqual({
    'page.report otherPage': 3,
    'command.signOut ownFrame': 1,
    'unknown stranger': 1,
  });
});

it('writes the first at once and a flood once a second, and loses none of it', async () => {
  life.countDropped('unknown', 'otherPage');
  await vi.advanceTimersByTimeAsync(0);
  expect(session.writes).toBe(1);
  for (let at = 0; at < 5 * SECOND; at += 5) {
    life.countDropped('unknown', 'otherPage');
    await vi.advanceTimersByTimeAsync(5);
  }
  expect(session.writes).toBeLessThanOrEqual(6);
  await vi.advanceTimersByTimeAsync(SECOND);
  expect(await life.droppedCounts()).toEqual({ 'unknown otherPage': 1_001 });
});

it('counts on while nothing can be written, and writes it later', async () => {
  session.isFull = true;
  life.countDropped('page.need', 'stranger');
  await vi.advanceTimersByTimeAsync(3 * SECOND);
  life.countDropped('page.need', 'stranger');
  await vi.advanceTimersByTimeAsync(3 * SECOND);
  expect(await life.droppedCounts()).toEqual({});
  session.isFull = false;
  await vi.advanceTimersByTimeAsync(SECOND);
  expect(await life.droppedCounts()).toEqual({ 'page.need stranger': 2 });
});

it.each([
  ['no counts', 'broken'],
  ['counts that are none', { 'page.report otherPage': -1, 'unknown stranger': 'many' }],
  ['something else', [7, null]],
])('S6: begins anew where %s are stored', async (_, broken) => {
  session.stored.dropped = broken;
  expect(await life.droppedCounts()).toEqual({});
  life.countDropped('page.note', 'otherPage');
  await vi.advanceTimersByTimeAsync(SECOND);
  expect(await life.droppedCounts()).toEqual({ 'page.note otherPage': 1 });
});

it('S7: gives no name but those of the table, whatever is stored', async () => {
  session.stored.dropped = { '9434765919 stranger': 3, 'page.report somebody': 1, 'page.report stranger': 2 };
  expect(await life.droppedCounts()).toEqual({ 'page.report stranger': 2 });
});

it('adds up to what was dropped, whenever the background was put to sleep', async () => {
  const names = [...Object.keys(allowed), 'unknown'] as Called[];
  const drop = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...SENDER_KINDS));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(drop, fc.boolean()), { maxLength: 40 }), async (drops) => {
      session.stored = {};
      const wanted: Record<string, number> = {};
      for (const [[name, kind], sleeps] of drops) {
        life.countDropped(name, kind);
        wanted[`${name} ${kind}`] = (wanted[`${name} ${kind}`] ?? 0) + 1;
        if (!sleeps) continue;
        await vi.advanceTimersByTimeAsync(SECOND);
        life = await newLife();
      }
      await vi.advanceTimersByTimeAsync(SECOND);
      expect(await life.droppedCounts()).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
});
