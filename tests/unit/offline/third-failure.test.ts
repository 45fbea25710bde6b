import { beforeEach, describe, expect, test, vi } from 'vitest';
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
  putRecord,
  REED,
  signedIn,
  started,
} from './bench.ts';
import { expectNothing, undeletable } from './erasures.ts';
import { inSession } from './fake-session.ts';

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
