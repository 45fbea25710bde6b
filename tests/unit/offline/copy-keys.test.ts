import { beforeEach, describe, expect, test, vi } from 'vitest';
import { copyKeys } from '../../../utils/offline/copy-keys.ts';
import { allRecords, copyOf, HOUR, NINE, newBrowser, REED, signedIn, started } from './bench.ts';
import { emptySession, faults, inSession, leaveInSession } from './fake-session.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-session.ts')).browser }));

beforeEach(newBrowser);

describe('the keys', () => {
  test('are new in each sign-in, and what was kept before goes', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    const before = inSession();
    expect(await copyKeys.make({ endsAt: NINE + 12 * HOUR })).toEqual({ made: true });
    expect(inSession()).not.toEqual(before);
    expect(await allRecords()).toEqual([]);
    expect(await copies.readCopy(REED, NINE)).toBeNull();
  });

  test('are 256 bits each, differ, and cannot be taken out', async () => {
    const imports = vi.spyOn(crypto.subtle, 'importKey');
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    const raw = imports.mock.calls.map(([, bytes]) => Buffer.from(bytes instanceof Uint8Array ? bytes : []));
    expect(raw.map(({ length }) => length)).toEqual(raw.map(() => 32));
    expect(new Set(raw.map((bytes) => bytes.toString('hex'))).size).toBe(2);
    for (const made of imports.mock.results) {
      expect(made.value).toBeInstanceOf(Promise);
      await expect(crypto.subtle.exportKey('raw', await made.value)).rejects.toThrow();
    }
    imports.mockRestore();
  });

  test.each([
    ['damaged', { id: 1 }],
    ['too short', { id: crypto.randomUUID(), data: 'AAAA', index: 'AAAA', endsAt: NINE + HOUR }],
  ])('that are %s are none', async (_, left) => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    leaveInSession('copyKeys', left);
    expect(await copies.readCopy(REED, NINE)).toBeNull();
    await started();
    expect(await indexedDB.databases()).toEqual([]);
  });

  test('are not made for a sign-in without an end', async () => {
    expect(await copyKeys.make({ endsAt: Number.POSITIVE_INFINITY })).toEqual({ made: false });
    emptySession();
    faults.set = true;
    expect(await copyKeys.make({ endsAt: NINE })).toEqual({ made: false });
  });
});
