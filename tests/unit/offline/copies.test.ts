import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { isUsable } from '../../../utils/offline/lifetime.ts';
import type { SavedCopy } from '../../../utils/offline/saved-copy.ts';
import type { PlanLookup } from '../../../utils/plan/plan-lookup.ts';
import { withCheckDigit } from '../../sandbox/people/nhs-number.ts';
import {
  allRecords,
  copyOf,
  DOYLE,
  HOUR,
  MINUTE,
  NINE,
  newBrowser,
  onlyRecord,
  REED,
  signedIn,
  started,
} from './bench.ts';
import { inSession } from './fake-session.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-session.ts')).browser }));

beforeEach(newBrowser);

describe('kept and read again', () => {
  test('a copy comes back as it went, and only for its patient', async () => {
    const { copies } = await signedIn();
    expect(await copies.saveCopy(copyOf(REED), NINE)).toEqual({ saved: true });
    expect(await copies.readCopy(REED, NINE + HOUR)).toStrictEqual(copyOf(REED));
    expect(await copies.readCopy(DOYLE, NINE + HOUR)).toBeNull();
  });

  test('whatever JSON a service sends comes back unchanged', async () => {
    const { copies } = await signedIn();
    const document = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 }));
    await fc.assert(
      fc.asyncProperty(document, fc.string({ unit: 'binary' }), async (sent, planId) => {
        const asSent: unknown = JSON.parse(JSON.stringify(sent));
        const copy = copyOf(REED, {
          documents: [{ planId, version: '1', document: asSent }],
          elsewhere: null,
          newerDraft: null,
        });
        expect(await copies.saveCopy(copy, NINE)).toEqual({ saved: true });
        expect(await copies.readCopy(REED, NINE)).toStrictEqual(copy);
      }),
      { numRuns: 100 },
    );
  });

  test('a background that was put to sleep reads what it kept', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    expect(await (await started(NINE + HOUR)).copies.readCopy(REED, NINE + HOUR)).toStrictEqual(copyOf());
  });

  test('what the service said last counts', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    const later = copyOf(REED, { elsewhere: null, newerDraft: null, fetchedAt: NINE + MINUTE, clockAhead: null });
    await copies.saveCopy(later, NINE + MINUTE);
    expect(await copies.readCopy(REED, NINE + MINUTE)).toStrictEqual(later);
    expect(await allRecords()).toHaveLength(1);
  });

  test('what no longer holds is forgotten, and nothing else', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(REED), NINE);
    await copies.saveCopy(copyOf(DOYLE), NINE);
    await copies.forgetCopy(REED);
    expect(await copies.readCopy(REED, NINE)).toBeNull();
    expect(await copies.readCopy(DOYLE, NINE)).not.toBeNull();
  });

  test('beside the ciphertext stands what its reader cannot know, and nothing more', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    const { key, stored } = await onlyRecord();
    expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(Object.keys(stored).sort()).toEqual(['fetchedAt', 'iv', 'plans', 'sealed']);
    expect(stored.plans).toHaveLength(2);
    for (const mark of stored.plans) expect(mark).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  test('no two copies share an IV or say that they are the same', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    const first = (await onlyRecord()).stored;
    await copies.saveCopy(copyOf(), NINE);
    const second = (await onlyRecord()).stored;
    expect(second.iv).toHaveLength(12);
    expect(second.iv).not.toEqual(first.iv);
    expect(second.sealed).not.toEqual(first.sealed);
  });
});

describe('S4: “no plan found” cannot be kept', () => {
  test('neither by its type nor when it runs', async () => {
    const { copies } = await signedIn();
    const nothing: PlanLookup = { kind: 'noPlanFound', elsewhere: [], askedAt: NINE };
    // @ts-expect-error: only plans that were found are ever saved.
    expect(await copies.saveCopy(nothing, NINE)).toEqual({ saved: false });
    // @ts-expect-error: and at least one of them.
    const empty: SavedCopy = copyOf(REED, { documents: [] });
    expect(await copies.saveCopy(empty, NINE)).toEqual({ saved: false });
    expect(await allRecords()).toEqual([]);
  });

  test.each([undefined, null, 'text', 7, []])('nor what is no document: %o', async (document) => {
    const { copies } = await signedIn();
    const copy = copyOf(REED, { documents: [{ planId: 'p', version: '1', document }] });
    expect(await copies.saveCopy(copy, NINE)).toEqual({ saved: false });
  });
});

describe('twelve hours, and not beyond the sign-in', () => {
  test.each([
    ['just before it is too old', 12 * HOUR - 1, true],
    ['at twelve hours', 12 * HOUR, false],
    ['long after', 48 * HOUR, false],
    ['clock back by two minutes', -2 * MINUTE, true],
    ['clock back by more', -2 * MINUTE - 1, false],
    ['no time at all', Number.NaN, false],
  ])('%s', async (_, after, isRead) => {
    const { copies } = await signedIn(NINE + 100 * HOUR);
    await copies.saveCopy(copyOf(), NINE);
    expect((await copies.readCopy(REED, NINE + after)) !== null).toBe(isRead);
    expect(await allRecords()).toHaveLength(isRead ? 1 : 0);
  });

  test('what is no time is not usable', () => {
    expect([isUsable(NINE, NINE), isUsable(Number.NaN, NINE), isUsable(NINE, Number.NaN)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('the age counts from when the service answered, not from when it was kept', async () => {
    const { copies } = await signedIn(NINE + 100 * HOUR);
    await copies.saveCopy(copyOf(), NINE + 11 * HOUR);
    expect(await copies.readCopy(REED, NINE + 12 * HOUR)).toBeNull();
  });

  test.each([
    ['one that is too old already', NINE - 12 * HOUR],
    ['one from the future', NINE + 3 * MINUTE],
  ])('%s is not kept', async (_, fetchedAt) => {
    const { copies } = await signedIn();
    expect(await copies.saveCopy(copyOf(REED, { fetchedAt }), NINE)).toEqual({ saved: false });
    expect(await allRecords()).toEqual([]);
    await copies.saveCopy(copyOf(), NINE);
    await copies.saveCopy(copyOf(REED, { fetchedAt }), NINE);
    expect(await copies.readCopy(REED, NINE)).toStrictEqual(copyOf());
  });

  test('with the end of the sign-in everything goes, keys too', async () => {
    const { copies } = await signedIn(NINE + HOUR);
    await copies.saveCopy(copyOf(), NINE);
    expect(await copies.readCopy(REED, NINE + HOUR - 1)).not.toBeNull();
    expect(await copies.readCopy(REED, NINE + HOUR)).toBeNull();
    expect([inSession(), await indexedDB.databases()]).toEqual([{}, []]);
    // Nor does a clock that is set back bring it back.
    expect(await copies.readCopy(REED, NINE)).toBeNull();
    expect(await copies.saveCopy(copyOf(), NINE)).toEqual({ saved: false });
  });

  test('nobody has to read what is too old for it to go', async () => {
    const { copies } = await signedIn(NINE + 100 * HOUR);
    await copies.saveCopy(copyOf(REED), NINE);
    await copies.saveCopy(copyOf(DOYLE, { fetchedAt: NINE + 12 * HOUR }), NINE + 12 * HOUR);
    expect(await allRecords()).toHaveLength(1);
    await started(NINE + 24 * HOUR);
    expect(await allRecords()).toEqual([]);
  });
});

test('of more than 300 people the oldest go first', async () => {
  const { copies } = await signedIn();
  const numbers = Array.from({ length: 400 }, (_, at) => withCheckDigit(String(999_100_000 + at)) ?? [])
    .flat()
    .slice(0, 302);
  for (const [at, number] of numbers.entries()) await copies.saveCopy(copyOf(number, { fetchedAt: NINE + at }), NINE);
  expect(await allRecords()).toHaveLength(300);
  const held = await Promise.all([0, 1, 2, 301].map((at) => copies.readCopy(numbers[at] ?? '', NINE)));
  expect(held.map((copy) => copy !== null)).toEqual([false, false, true, true]);
  // One that is older than all of them has no place either.
  const [oldest = ''] = numbers;
  expect(await copies.saveCopy(copyOf(oldest, { fetchedAt: NINE - HOUR }), NINE)).toEqual({ saved: false });
  expect(await allRecords()).toHaveLength(300);
});

describe('whom it is kept for', () => {
  test.each(['', '9991087108', '999 108 7109', 'Margaret Reed'])(
    'not for what is no NHS number: %s',
    async (number) => {
      const { copies } = await signedIn();
      expect(await copies.saveCopy(copyOf(number), NINE)).toEqual({ saved: false });
      expect(await copies.readCopy(number, NINE)).toBeNull();
    },
  );

  test('not while nobody is signed in, or copies are not allowed', async () => {
    const { copies, owner } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    owner.now = null;
    expect(await copies.readCopy(REED, NINE)).toBeNull();
    expect(await copies.saveCopy(copyOf(DOYLE), NINE)).toEqual({ saved: false });
  });

  test('not without keys', async () => {
    const { copies } = await started();
    expect(await copies.saveCopy(copyOf(), NINE)).toEqual({ saved: false });
    expect(await indexedDB.databases()).toEqual([]);
  });
});
