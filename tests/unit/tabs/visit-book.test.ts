import { beforeEach, describe, expect, test } from 'vitest';
import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import type { Session } from '../../../utils/session/session.ts';
import type { VisitBook } from '../../../utils/tabs/visit-book.ts';
import type { AccessGiven } from '../../../utils/view/decide-view.ts';
import { margaret, margaretWithoutBirthDate, patrick } from '../context/sightings.ts';
import { doctor, nurse } from '../session/signed-in.ts';
import { PretendExtension } from './pretend-extension.ts';

const EMERGENCY: AccessGiven = { reason: 'emergency', alerts: 'the privacy officer' };
const PERMISSION: AccessGiven = { reason: 'permission', alerts: null };
const inOtherRole: Session = { ...nurse, acting: 1 };

let extension: PretendExtension;
let book: VisitBook;
let newBook: () => VisitBook;

beforeEach(async () => {
  extension = new PretendExtension();
  extension.born();
  newBook = (await import('../../../utils/tabs/visit-book.ts')).visitBook;
  book = newBook();
});

describe('one visit', () => {
  test('is the same as long as it is of the same patient, tab, session and role, in every life', async () => {
    const first = await book.open(7, margaret.identity, nurse);
    expect(first.given).toBeNull();
    expect(await book.open(7, { ...margaret.identity, givenNames: 'Margaret Ann' }, nurse)).toEqual(first);
    expect(await newBook().open(7, margaret.identity, { ...nurse, accessToken: 'renewed' })).toEqual(first);
  });

  test.each<[string, number, PatientIdentity, Session]>([
    ['another tab', 8, margaret.identity, nurse],
    ['another patient', 7, patrick.identity, nurse],
    ['another birth date', 7, { ...margaret.identity, birthDate: '1939-07-14' }, nurse],
    ['somebody else', 7, margaret.identity, doctor],
    ['the same person, signed in once more', 7, margaret.identity, { ...nurse, id: crypto.randomUUID() }],
    ['another role', 7, margaret.identity, inOtherRole],
  ])('%s is another visit, and no reason goes over to it', async (_, tabId, patient, session) => {
    const first = await book.open(7, margaret.identity, nurse);
    await book.give(7, first.id, EMERGENCY);
    const other = await book.open(tabId, patient, session);
    expect(other.id).not.toBe(first.id);
    expect(other.given).toBeNull();
  });

  test('one that has been left for another patient, or another role, does not come back', async () => {
    for (const [patient, session] of [
      [patrick.identity, nurse],
      [margaret.identity, inOtherRole],
    ] as const) {
      const first = await book.open(7, margaret.identity, nurse);
      await book.give(7, first.id, EMERGENCY);
      await book.open(7, patient, session);
      const again = await book.open(7, margaret.identity, nurse);
      expect(again.id).not.toBe(first.id);
      expect(again.given).toBeNull();
    }
  });

  test('two tabs that open at once both have theirs', async () => {
    const opened = await Promise.all([1, 2, 3, 4].map((tabId) => book.open(tabId, margaret.identity, nurse)));
    const again = await Promise.all([1, 2, 3, 4].map((tabId) => book.open(tabId, margaret.identity, nurse)));
    expect(again).toEqual(opened);
    expect(new Set(opened.map(({ id }) => id)).size).toBe(4);
  });

  test('what is called first comes first, however long it takes to know who is signed in', async () => {
    const slow = book.openNow(7, margaret.identity, async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return nurse;
    });
    void book.end(7, null);
    const last = book.open(7, patrick.identity, nurse);
    await slow;
    expect(await book.open(7, patrick.identity, nurse)).toEqual(await last);
  });

  test('nobody signed in opens none, and ends none', async () => {
    const first = await book.open(7, margaret.identity, nurse);
    expect(await book.openNow(7, patrick.identity, async () => null)).toBeNull();
    expect(await book.openNow(7, margaret.identity, async () => nurse)).toEqual(first);
  });
});

describe('its end', () => {
  test('ends it for one tab, for good; and for all', async () => {
    const [first, other] = [await book.open(7, margaret.identity, nurse), await book.open(8, patrick.identity, nurse)];
    await book.end(7, null);
    expect((await book.open(7, margaret.identity, nurse)).id).not.toBe(first.id);
    expect(await book.open(8, patrick.identity, nurse)).toEqual(other);
    await book.endAll();
    expect(extension.read('session', 'visits')).toEqual({});
  });

  test('does not come for the patient who is named, with or without a birth date', async () => {
    const first = await book.open(7, margaret.identity, nurse);
    await book.end(7, margaretWithoutBirthDate.identity);
    expect(await book.open(7, margaret.identity, nurse)).toEqual(first);
    await book.end(7, patrick.identity);
    expect((await book.open(7, margaret.identity, nurse)).id).not.toBe(first.id);
  });

  test('a tab without a visit is written nothing about', async () => {
    await book.end(7, null);
    await book.end(7, margaret.identity);
    expect(extension.done).toEqual([]);
  });
});

describe('a reason', () => {
  test('counts in its visit, in every life, until it is taken back', async () => {
    const { id } = await book.open(7, margaret.identity, nurse);
    await book.give(7, id, EMERGENCY);
    expect(await newBook().open(7, margaret.identity, nurse)).toEqual({ id, given: EMERGENCY });
    await book.give(7, id, PERMISSION);
    expect(await book.open(7, margaret.identity, nurse)).toEqual({ id, given: PERMISSION });
    await book.give(7, id, null);
    expect(await book.open(7, margaret.identity, nurse)).toEqual({ id, given: null });
  });

  test('that comes after the visit is over counts nowhere', async () => {
    const { id } = await book.open(7, margaret.identity, nurse);
    await book.end(7, null);
    await book.give(7, id, EMERGENCY);
    expect(extension.read('session', 'visits')).toEqual({});
    await book.open(7, margaret.identity, nurse);
    await book.give(7, id, EMERGENCY);
    expect((await book.open(7, margaret.identity, nurse)).given).toBeNull();
  });
});

describe('what is stored', () => {
  test('S7 S8: is in memory only, and says neither who is visited nor by whom', async () => {
    const { id } = await book.open(7, margaret.identity, nurse);
    await book.give(7, id, EMERGENCY);
    expect([...extension.stored.local]).toEqual([]);
    const text = JSON.stringify([...extension.stored.session]);
    const { nhsNumber, birthDate, familyName, givenNames } = margaret.identity;
    for (const word of [nhsNumber, birthDate, familyName, givenNames, nurse.id, nurse.subject, nurse.accessToken]) {
      expect(text.toLowerCase()).not.toContain(word.toLowerCase());
    }
  });

  test.each<[string, unknown]>([
    ['text', 'visits'],
    ['a visit without an id', { 7: { who: 'x', patient: 'y', given: null } }],
    [
      'a reason nobody knows',
      { 7: { id: nurse.id, who: 'x', patient: 'y', given: { reason: 'asked', alerts: null } } },
    ],
  ])('S6: %s is no book: everybody is new', async (_, stored) => {
    extension.write('session', { visits: stored });
    expect((await book.open(7, margaret.identity, nurse)).given).toBeNull();
  });

  test('a write that fails is said, and the next is tried', async () => {
    extension.before = () => Promise.reject(new Error('full'));
    await expect(book.open(7, margaret.identity, nurse)).rejects.toThrow('full');
    extension.before = async () => undefined;
    const first = await book.open(7, margaret.identity, nurse);
    expect(await book.open(7, margaret.identity, nurse)).toEqual(first);
  });
});
