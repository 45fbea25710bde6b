import { expect, it } from 'vitest';
import { noteWaiting, readWaitingSince } from '../../../../utils/access/audit/waiting-since.ts';

it('says since when there has always been an event that waits', async () => {
  let stored: Record<string, unknown> = {};
  const area = {
    get: async () => stored,
    set: async (items: Record<string, unknown>) => {
      stored = { ...stored, ...items };
    },
  };
  const after = async (waiting: number, now: number) => {
    await noteWaiting(area, waiting, now);
    return readWaitingSince(area);
  };
  expect(await after(0, 1)).toBeNull();
  expect(await after(2, 2)).toBe(2);
  expect(await after(1, 3)).toBe(2);
  expect(await after(0, 4)).toBeNull();
  expect(await after(1, 5)).toBe(5);
});
