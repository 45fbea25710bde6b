import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Copies } from '../../../utils/offline/open-copies.ts';
import type { CopyOwner } from '../../../utils/offline/sealed-copy.ts';
import {
  allRecords,
  copyOf,
  DOYLE,
  NINE,
  newBrowser,
  OWNER,
  onlyRecord,
  putRecord,
  REED,
  type Stored,
  signedIn,
} from './bench.ts';
import { inSession, leaveInSession } from './fake-session.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-session.ts')).browser }));

beforeEach(newBrowser);

/** Bends a record; it must be refused and deleted, and before that it must have been one that is read. */
async function refused(copies: Copies, bend: (stored: Stored) => unknown): Promise<void> {
  await copies.saveCopy(copyOf(), NINE);
  const { key, stored } = await onlyRecord();
  await putRecord(key, stored);
  expect(await copies.readCopy(REED, NINE)).toStrictEqual(copyOf());
  await putRecord(key, bend(stored));
  expect(await copies.readCopy(REED, NINE)).toBeNull();
  expect(await allRecords()).toEqual([]);
  // Any number of cases: the third would erase everything.
  leaveInSession('copyFailures', 0);
}

/** Turns one bit round. */
function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const bent = bytes.slice();
  const at = Math.floor(bit / 8) % bent.length;
  bent[at] = (bent[at] ?? 0) ^ (1 << (bit % 8));
  return bent;
}

describe('what is authenticated with a copy', () => {
  const others: readonly (readonly [string, Partial<CopyOwner>])[] = [
    ['another plan service', { fhirBase: 'https://plans.example/fhir2' }],
    ['another sign-in service', { issuer: 'https://sign-in.example/' }],
    ['another person', { subject: 'bell' }],
    ['another role', { roleId: 'role-2' }],
    ['no role', { roleId: '' }],
    ['the same words, divided otherwise', { issuer: 'https://sign-in.example","adeyemi', subject: '' }],
  ];

  test.each(others)('%s is refused', async (_, change) => {
    const { copies, owner } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    owner.now = { ...OWNER, ...change };
    expect(await copies.readCopy(REED, NINE)).toBeNull();
    expect(await allRecords()).toEqual([]);
  });

  test('no two owners are one, however their words are divided', async () => {
    const { copies, owner } = await signedIn();
    const part = fc
      .array(fc.constantFrom('a', '"', ',', '\\', '[', ']', '\u0000'), { maxLength: 4 })
      .map((all) => all.join(''));
    const anyOwner = fc.record({ fhirBase: part, issuer: part, subject: part, roleId: part });
    await fc.assert(
      fc.asyncProperty(anyOwner, anyOwner, async (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        owner.now = one;
        await copies.saveCopy(copyOf(), NINE);
        owner.now = other;
        expect(await copies.readCopy(REED, NINE)).toBeNull();
        leaveInSession('copyFailures', 0);
      }),
      { numRuns: 150 },
    );
  });

  test('a record moved to another patient is refused', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(DOYLE), NINE);
    const { key: keyOfDoyle } = await onlyRecord();
    await copies.forgetCopy(DOYLE);
    await copies.saveCopy(copyOf(REED), NINE);
    await putRecord(keyOfDoyle, (await onlyRecord()).stored);
    expect(await copies.readCopy(DOYLE, NINE)).toBeNull();
    expect(await copies.readCopy(REED, NINE)).toStrictEqual(copyOf(REED));
  });

  test.each<readonly [string, (stored: Stored) => unknown]>([
    ['a younger one', (stored) => ({ ...stored, fetchedAt: stored.fetchedAt + 1 })],
    ['an older one', (stored) => ({ ...stored, fetchedAt: stored.fetchedAt - 1 })],
    ['another version of a plan', (stored) => ({ ...stored, plans: [stored.plans[0], stored.plans[0]] })],
    ['plans in another order', (stored) => ({ ...stored, plans: stored.plans.toReversed() })],
    ['a plan less', (stored) => ({ ...stored, plans: stored.plans.slice(1) })],
    ['a plan more', (stored) => ({ ...stored, plans: [...stored.plans, 'x'] })],
    ['no plan', (stored) => ({ ...stored, plans: [] })],
    ['plans that are none', (stored) => ({ ...stored, plans: stored.plans.join() })],
    ['a time that is none', (stored) => ({ ...stored, fetchedAt: String(stored.fetchedAt) })],
    ['something beside it', (stored) => ({ ...stored, more: 1 })],
  ])('%s is refused', async (_, bend) => {
    await refused((await signedIn()).copies, bend);
  });

  test('is what names a copy, in an order of its own', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    const { key, stored } = await onlyRecord();
    const whole = [1, OWNER.fhirBase, [OWNER.issuer, OWNER.subject, OWNER.roleId], key, stored.plans, stored.fetchedAt];
    expect(await opensWith(stored, whole)).toBe(true);
    expect(await opensWith(stored, [2, ...whole.slice(1)])).toBe(false);
    for (const at of whole.keys()) expect(await opensWith(stored, whole.toSpliced(at, 1))).toBe(false);
  });

  test('each version of each plan has a mark of its own', async () => {
    const { copies } = await signedIn();
    const marks = new Set<string>();
    for (const [planId, version] of [
      ['a|1', '2'],
      ['a|1', '3'],
      ['a|12', ''],
      ['a|1","2', ''],
      ['a|2', '2'],
    ] as const) {
      await copies.saveCopy(copyOf(REED, { documents: [{ planId, version, document: {} }] }), NINE);
      for (const mark of (await onlyRecord()).stored.plans) marks.add(mark);
    }
    expect(marks.size).toBe(5);
  });
});

describe('damage', () => {
  test('any bit turned round is refused', async () => {
    const { copies } = await signedIn();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('iv', 'sealed'), fc.nat({ max: 2 ** 20 }), (part, bit) =>
        refused(copies, (stored) => ({ ...stored, [part]: flipped(stored[part], bit) })),
      ),
      {
        numRuns: 100,
        examples: [
          ['iv', 0],
          ['sealed', 0],
          ['sealed', (4096 + 16) * 8 - 1],
        ],
      },
    );
  });

  test('any length but its own is refused', async () => {
    const { copies } = await signedIn();
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 4096 + 15 }), fc.boolean(), (length, fromTheEnd) =>
        refused(copies, (stored) => ({
          ...stored,
          sealed: fromTheEnd ? stored.sealed.slice(stored.sealed.length - length) : stored.sealed.slice(0, length),
        })),
      ),
      {
        numRuns: 60,
        examples: [
          [0, false],
          [15, false],
          [16, false],
          [4096, false],
        ],
      },
    );
    await refused(copies, (stored) => ({ ...stored, sealed: new Uint8Array([...stored.sealed, 0]) }));
    await refused(copies, (stored) => ({ ...stored, iv: new Uint8Array([...stored.iv, 0]) }));
  });

  test('the IV of another copy is refused', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    const { iv } = (await onlyRecord()).stored;
    await refused(copies, (stored) => ({ ...stored, iv }));
  });

  test.each([null, 0, 'text', [], {}, { iv: 1 }])('what was never a copy is refused: %o', async (other) => {
    await refused((await signedIn()).copies, () => other);
  });

  test('a copy in clear is refused', async () => {
    await refused((await signedIn()).copies, (stored) => ({
      ...stored,
      sealed: new TextEncoder().encode(JSON.stringify(copyOf())),
    }));
  });

  test('a record of an earlier sign-in is refused', async () => {
    const { copies } = await signedIn();
    await copies.saveCopy(copyOf(), NINE);
    const { stored } = await onlyRecord();
    const again = await signedIn();
    await refused(again.copies, () => stored);
  });
});

/** Whether a copy opens with this list beside it: written anew, without the code that sealed it. */
async function opensWith({ iv, sealed }: Stored, list: readonly unknown[]): Promise<boolean> {
  const { data } = Object(inSession().copyKeys);
  const key = await crypto.subtle.importKey('raw', Buffer.from(data, 'base64url'), 'AES-GCM', false, ['decrypt']);
  const additionalData = Buffer.from(JSON.stringify(list), 'utf8');
  const opened = crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: Buffer.from(iv), additionalData },
    key,
    Buffer.from(sealed),
  );
  return opened.then(
    () => true,
    () => false,
  );
}
