import { beforeEach, describe, expect, test, vi } from 'vitest';
import { copyKeys } from '../../../utils/offline/copy-keys.ts';
import { eraseCopies } from '../../../utils/offline/erase-copies.ts';
import {
  allRecords,
  copyOf,
  DOYLE,
  HOUR,
  MINUTE,
  NINE,
  newBrowser,
  onlyRecord,
  putRecord,
  REED,
  signedIn,
  started,
} from './bench.ts';
import { expectNothing, undeletable } from './erasures.ts';
import { emptySession, faults, happened, inSession } from './fake-session.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-session.ts')).browser }));

beforeEach(newBrowser);

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
      await vi.waitFor(() => expect(happened).toContain('database deleted'), { timeout: 20_000 });
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

  test('nor can somebody whose copy was just being opened', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    const { subtle } = crypto;
    const decrypt = subtle.decrypt.bind(subtle);
    let erasing: Promise<void> | undefined;
    const opened = vi.spyOn(subtle, 'decrypt').mockImplementationOnce(async (...what) => {
      erasing = copies.eraseCopies();
      return decrypt(...what);
    });
    expect(await copies.readCopy(REED, NINE)).toBeNull();
    await expect(opened.mock.results[0]?.value).resolves.toBeDefined();
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

  test('deletes what is from the future, because the clock was set back', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    await started(NINE - 3 * MINUTE);
    expect(await allRecords()).toEqual([]);
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
