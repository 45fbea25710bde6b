import { beforeEach, expect, test, vi } from 'vitest';
import { lastLooks, rememberLooks } from '../../../utils/access/last-looked.ts';

const stored: { looks?: unknown } = {};
let isFull = false;
vi.mock('../../../utils/browser.ts', () => ({
  browser: {
    storage: {
      local: {
        get: async () => ({ ...stored }),
        set: async ({ looks }: { looks: unknown }) => {
          if (isFull) throw new Error('QuotaExceededError');
          stored.looks = looks;
        },
      },
    },
  },
}));

const hex = (sign: string) => sign.repeat(32);
const trace = (sign: string) => ({
  key: hex(sign),
  version: hex('0'),
  sections: { [hex('1')]: hex('2') },
  titles: { x: 'Letter about Margaret Reed' },
});
const DAY = 24 * 3_600_000;

beforeEach(() => {
  delete stored.looks;
  isFull = false;
});

test('what was looked at is remembered, by digests alone', async () => {
  await rememberLooks([trace('a')], 7);
  expect((await lastLooks([trace('a'), trace('b')])).get(hex('a'))).toMatchObject({ at: 7, version: hex('0') });
  expect((await lastLooks([trace('b')])).size).toBe(0);
  expect(JSON.stringify(stored)).not.toContain('Margaret');
});

test('two tabs at once do not lose each other’s looks, and the newer look counts', async () => {
  await Promise.all([rememberLooks([trace('a')], 1), rememberLooks([trace('b')], 2), rememberLooks([trace('a')], 3)]);
  const looks = await lastLooks([trace('a'), trace('b')]);
  expect([looks.get(hex('a'))?.at, looks.get(hex('b'))?.at]).toEqual([3, 2]);
});

test('S6: what is no look is left out, and does not stop the next', async () => {
  stored.looks = [{ key: 'Margaret Reed' }, 7, null];
  expect((await lastLooks([trace('a')])).size).toBe(0);
  stored.looks = 'broken';
  await rememberLooks([trace('a')], 1);
  expect((await lastLooks([trace('a')])).size).toBe(1);
});

test('after half a year, and behind five hundred others, a look is forgotten', async () => {
  await rememberLooks([trace('a')], 1);
  await rememberLooks([trace('b')], 181 * DAY);
  expect((await lastLooks([trace('a')])).size).toBe(0);
  for (let count = 0; count < 510; count += 1) {
    await rememberLooks([{ ...trace('c'), key: count.toString(16).padStart(32, '0') }], 181 * DAY + count);
  }
  expect(stored.looks).toHaveLength(500);
});

test('I3: a full disk keeps nobody from a plan', async () => {
  isFull = true;
  await rememberLooks([trace('a')], 1);
  expect((await lastLooks([trace('a')])).size).toBe(0);
});
