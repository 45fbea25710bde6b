import { IDBObjectStore } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eraseCopies } from '../../../utils/offline/erase-copies.ts';
import { inTurn } from '../../../utils/offline/in-turn.ts';
import { allRecords, copyOf, NINE, newBrowser, REED, signedIn, started, unanswered } from './bench.ts';
import { faults } from './fake-session.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-session.ts')).browser }));

/** A busy machine takes its time. */
const BUSY = { timeout: 20_000 };

beforeEach(newBrowser);
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const fail = (name: string) => () => {
  throw new DOMException('', name);
};

/** Nothing of it may reject, whatever the browser does. */
async function expectNoCopies(): Promise<void> {
  const { copies } = await started();
  expect(await copies.saveCopy(copyOf(), NINE)).toEqual({ saved: false });
  expect(await copies.readCopy(REED, NINE)).toBeNull();
  expect(await copies.forgetCopy(REED)).toBeUndefined();
  expect(await copies.eraseCopies()).toBeUndefined();
}

describe('a database that cannot be used', () => {
  test.each(['QuotaExceededError', 'UnknownError', 'InvalidStateError', 'VersionError'])(
    '%s on opening',
    async (name) => {
      await signedIn();
      vi.spyOn(indexedDB, 'open').mockImplementation(fail(name));
      await expectNoCopies();
    },
  );

  test('one from the future', async () => {
    await signedIn();
    (await openDB('copies', 7)).close();
    await expectNoCopies();
  });

  test('one without the store that should be in it', async () => {
    await signedIn();
    await deleteDB('copies');
    (await openDB('copies', 1)).close();
    await expectNoCopies();
    // The next sign-in mends it.
    const { copies } = await signedIn();
    expect(await copies.saveCopy(copyOf(), NINE)).toEqual({ saved: true });
  });

  test('one that never answers is not waited for', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => unanswered());
    const reading = copies.readCopy(REED, NINE);
    const saving = copies.saveCopy(copyOf(), NINE);
    // To read; to save; and to delete what was kept before.
    for (const opened of [1, 2, 3]) {
      await vi.waitFor(() => expect(open.mock.calls.length).toBeGreaterThanOrEqual(opened), BUSY);
      await vi.advanceTimersByTimeAsync(5_000);
    }
    expect([await reading, await saving]).toEqual([null, { saved: false }]);
  });

  test('one that opens and then never answers is not waited for', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const get = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => unanswered());
    const reading = copies.readCopy(REED, NINE);
    await vi.waitFor(() => expect(get).toHaveBeenCalled(), BUSY);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await reading).toBeNull();
  });
});

describe('a full disk', () => {
  test.each(['QuotaExceededError', 'DataCloneError'])('%s on writing', async (name) => {
    const { copies } = await signedIn();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(fail(name));
    expect(await copies.saveCopy(copyOf(), NINE)).toEqual({ saved: false });
    expect(await copies.readCopy(REED, NINE)).toBeNull();
  });

  test('that shows only at the end of writing', async () => {
    const { copies } = await signedIn();
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(function (this: IDBObjectStore, ...what) {
      const request = put.apply(this, what);
      request.addEventListener('success', () => this.transaction.abort());
      return request;
    });
    expect(await copies.saveCopy(copyOf(), NINE)).toEqual({ saved: false });
    expect(await allRecords()).toEqual([]);
  });

  test('what the service said before does not outlive what it said now', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(fail('QuotaExceededError'));
    expect(await copies.saveCopy(copyOf(REED, { fetchedAt: NINE + 1 }), NINE + 1)).toEqual({ saved: false });
    expect(await copies.readCopy(REED, NINE + 1)).toBeNull();
  });

  test('a copy that cannot be read just now is still there afterwards', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementationOnce(fail('UnknownError'));
    expect(await copies.readCopy(REED, NINE)).toBeNull();
    expect(await copies.readCopy(REED, NINE)).toStrictEqual(copyOf());
  });
});

test('a browser that cannot say what is in memory has no copies', async () => {
  const { copies } = await signedIn();
  await copies.saveCopy(copyOf(), NINE);
  Object.assign(faults, { get: true, set: true, remove: true });
  expect(await copies.readCopy(REED, NINE)).toBeNull();
  await expectNoCopies();
  expect(await eraseCopies()).toBeUndefined();
});

test('an owner nobody can name keeps no copies, and stops nobody after them', async () => {
  const { copies, owner } = await signedIn();
  Object.defineProperty(owner, 'now', { get: fail('UnknownError') });
  expect(await copies.saveCopy(copyOf(), NINE)).toEqual({ saved: false });
  expect(await copies.readCopy(REED, NINE)).toBeNull();
  expect(await inTurn(async () => 7)).toBe(7);
});
