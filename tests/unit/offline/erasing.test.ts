import { beforeEach, describe, expect, test, vi } from 'vitest';
import { copyKeys } from '../../../utils/offline/copy-keys.ts';
import { eraseCopies } from '../../../utils/offline/erase-copies.ts';
import type { Copies } from '../../../utils/offline/open-copies.ts';
import { withCheckDigit } from '../../sandbox/people/nhs-number.ts';
import {
  allRecords,
  copyOf,
  DOYLE,
  HOUR,
  NINE,
  newBrowser,
  OWNER,
  onlyRecord,
  putRecord,
  REED,
  signedIn,
  started,
  unanswered,
} from './bench.ts';
import { emptySession, faults, happened, inSession } from './fake-session.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-session.ts')).browser }));

beforeEach(newBrowser);

/** One copy that is read, kept, and then damaged and read again. */
async function readDamaged(copies: Copies, nhsNumber: string): ReturnType<Copies['readCopy']> {
  await copies.forgetCopy(nhsNumber);
  const before = new Set((await allRecords()).map(([key]) => key));
  await copies.saveCopy(copyOf(nhsNumber), NINE);
  const own = (await allRecords()).find(([key]) => !before.has(key));
  await putRecord(String(own?.[0]), { damaged: true });
  return copies.readCopy(nhsNumber, NINE);
}

/** Nothing is left, neither on disk nor in memory. */
async function expectNothing(): Promise<void> {
  expect(inSession()).toEqual({});
  expect(await indexedDB.databases()).toEqual([]);
}

/** The database cannot be deleted: it fails, or nobody ever hears of it again. */
function undeletable(how: 'throws' | 'hangs') {
  const real = indexedDB;
  const broken = Object.create(real, {
    deleteDatabase: {
      value: () => {
        happened.push('database deleted');
        if (how === 'throws') throw new DOMException('', 'UnknownError');
        return unanswered();
      },
    },
    open: { value: (name: string, version: number) => real.open(name, version) },
  });
  globalThis.indexedDB = broken;
  return () => {
    globalThis.indexedDB = real;
  };
}

describe('the third that cannot be opened', () => {
  test('erases everything and says so', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(DOYLE), NINE);
    expect(await readDamaged(copies, REED)).toBeNull();
    expect(await readDamaged(copies, REED)).toBeNull();
    expect(await copies.readCopy(DOYLE, NINE)).not.toBeNull();
    expect(await readDamaged(copies, REED)).toBe('erased');
    await expectNothing();
    expect(await copies.readCopy(DOYLE, NINE)).toBeNull();
    expect(await copies.saveCopy(copyOf(), NINE)).toEqual({ saved: false });
  });

  test('is counted although the background was put to sleep in between', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(DOYLE), NINE);
    await readDamaged(copies, REED);
    await readDamaged((await started()).copies, REED);
    expect(await readDamaged((await started()).copies, REED)).toBe('erased');
    await expectNothing();
  });

  test('somebody else’s sign-in counts from the beginning', async () => {
    const { copies } = await signedIn();
    await readDamaged(copies, REED);
    await readDamaged(copies, REED);
    const again = await signedIn();
    expect(await readDamaged(again.copies, REED)).toBeNull();
    expect(await readDamaged(again.copies, REED)).toBeNull();
    expect(await readDamaged(again.copies, REED)).toBe('erased');
  });

  test('somebody who is not the one who kept them has three tries in all', async () => {
    const { copies, owner } = await signedIn();
    const numbers = [0, 1, 2, 3, 4, 5].flatMap((at) => withCheckDigit(String(999_200_000 + at)) ?? []).slice(0, 4);
    for (const number of numbers) await copies.saveCopy(copyOf(number), NINE);
    owner.now = { ...OWNER, subject: 'somebody else' };
    const tries = [];
    for (const number of numbers) tries.push(await copies.readCopy(number, NINE));
    expect(tries).toEqual([null, null, 'erased', null]);
    await expectNothing();
  });

  test('copies that are only too old do not count', async () => {
    const { copies } = await signedIn(NINE + 100 * HOUR);
    for (let count = 0; count < 5; count += 1) {
      await copies.saveCopy(copyOf(), NINE);
      expect(await copies.readCopy(REED, NINE + 13 * HOUR)).toBeNull();
    }
    expect(inSession().copyKeys).toBeDefined();
  });

  test('erases the keys although the database cannot be deleted', async () => {
    const { copies } = await signedIn();
    await readDamaged(copies, REED);
    await readDamaged(copies, REED);
    const mend = undeletable('throws');
    expect(await readDamaged(copies, REED)).toBe('erased');
    mend();
    expect(inSession()).toEqual({});
  });
});

describe('erasing', () => {
  test('takes everything, keys first', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    happened.length = 0;
    const mend = undeletable('throws');
    await copies.eraseCopies();
    mend();
    expect(happened.at(0)).toBe('keys dropped');
    expect(happened.at(-1)).toBe('database deleted');
    await copies.eraseCopies();
    await expectNothing();
  });

  test.each(['throws', 'hangs'] as const)(
    'killed between keys and database (%s), the next start completes it',
    async (how) => {
      const { copies } = await signedIn();
      await copies.saveCopy(copyOf(), NINE);
      happened.length = 0;
      const mend = undeletable(how);
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const erasing = eraseCopies();
      await vi.waitFor(() => expect(happened).toContain('database deleted'));
      await vi.advanceTimersByTimeAsync(5_000);
      await erasing;
      vi.useRealTimers();
      mend();
      expect(inSession()).toEqual({});
      expect(await allRecords()).toHaveLength(1);
      expect(await copies.readCopy(REED, NINE)).toBeNull();
      await started();
      await expectNothing();
    },
  );

  test('nobody can read from the moment it is asked for', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    const reading = copies.readCopy(REED, NINE);
    const erasing = copies.eraseCopies();
    expect(await reading).toBeNull();
    await erasing;
    await expectNothing();
  });

  test.each([0, 1, 2, 3, 5, 8, 13, 21])('leaves nothing of what was being kept, %i steps later', async (steps) => {
    const { copies } = await signedIn();
    const saving = [copies.saveCopy(copyOf(REED), NINE), copies.saveCopy(copyOf(DOYLE), NINE)];
    for (let step = 0; step < steps; step += 1) await new Promise(setImmediate);
    await eraseCopies();
    await Promise.all(saving);
    await expectNothing();
  });

  test('leaves nothing of keys that were being made', async () => {
    const making = copyKeys.make({ endsAt: NINE + HOUR });
    await eraseCopies();
    await making;
    await expectNothing();
  });

  test('keys that cannot be dropped do not keep the database', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    faults.remove = true;
    await eraseCopies();
    expect(await indexedDB.databases()).toEqual([]);
  });
});

describe('the start', () => {
  test('deletes everything if there are no keys', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    emptySession();
    await started();
    expect(await indexedDB.databases()).toEqual([]);
  });

  test('deletes everything if nobody can say whether there are keys', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    faults.get = true;
    await started();
    expect(await indexedDB.databases()).toEqual([]);
  });

  test('deletes everything if the sign-in has ended', async () => {
    const { copies } = await signedIn(NINE + HOUR);
    await copies.saveCopy(copyOf(), NINE);
    await started(NINE + HOUR);
    await expectNothing();
  });

  test('leaves what can be used', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    await started(NINE + 11 * HOUR);
    await onlyRecord();
  });

  test('deletes what was never a copy', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    await putRecord('stray', 'a plan in clear');
    await started();
    expect((await onlyRecord()).key).not.toBe('stray');
  });

  test('a new sign-in has no copies if the old ones cannot be deleted', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    const mend = undeletable('throws');
    expect(await copyKeys.make({ endsAt: NINE + HOUR })).toEqual({ made: false });
    mend();
    expect(inSession()).toEqual({});
    expect(await copies.saveCopy(copyOf(), NINE)).toEqual({ saved: false });
  });
});
