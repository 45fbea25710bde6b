import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AuditFact } from '../../../utils/access/audit/audit-draft.ts';
import type { GivenReason } from '../../../utils/access/reasons.ts';
import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import type { PlanLookup } from '../../../utils/plan/plan-lookup.ts';
import { type PersonSays, personSays, type TabAccess } from '../../../utils/tabs/person-says.ts';
import type { Kept } from '../../../utils/tabs/view-record.ts';
import type { OpenVisit } from '../../../utils/tabs/visit-book.ts';
import { margaret, margaretWithoutBirthDate } from '../context/sightings.ts';
import { turns } from './pretend-extension.ts';

const VISIT: OpenVisit = { id: '0d9c7a3e-2f45-4b18-8a57-6c1d2e3f4a5b', given: null };
const NEEDED: PlanLookup = { kind: 'reasonNeeded', alerts: 'the privacy officer' };
const EMERGENCY: GivenReason = { reason: 'emergency', words: 'Found collapsed' };
const KEPT: Kept = { ok: true };

type Asked = {
  readonly fact: AuditFact;
  readonly patient: PatientIdentity | null;
  readonly visit: OpenVisit | null;
  readonly answer: (kept: Kept) => Promise<void>;
  readonly fail: () => Promise<void>;
};

const DRAWN = 'draw, null, "no"';

/** A wait that has just begun, and may last so long. */
function within(longestMs: number) {
  return { since: Date.now(), until: Date.now() + longestMs };
}

let asked: Asked[];
let given: {
  readonly with: Parameters<TabAccess['giveReason']>;
  readonly answer: (failed: string | null) => Promise<void>;
}[];
/** What the tab was told to do, and what holds at that moment. */
let told: string[];
let tab: {
  patient: PatientIdentity | null;
  onPage: PatientIdentity | null;
  visit: OpenVisit | null;
  lookup: PlanLookup | null;
};
let says: PersonSays;
let breakNow: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  [asked, given, told, breakNow] = [[], [], [], false];
  tab = { patient: margaret.identity, onPage: margaret.identity, visit: VISIT, lookup: NEEDED };
  says = newSays();
});
afterEach(() => vi.useRealTimers());

function settling<T>(resolve: (value: T) => void): (value: T) => Promise<void> {
  return (value) => {
    resolve(value);
    return turns();
  };
}

function newSays(): PersonSays {
  const access: TabAccess = {
    keep: (fact, patient, visit) =>
      new Promise((resolve, reject) => {
        asked.push({
          fact,
          patient,
          visit,
          answer: settling(resolve),
          fail: () => settling(reject)(new Error('broken')),
        });
      }),
    giveReason: (...all) =>
      breakNow
        ? Promise.reject(new Error('broken'))
        : new Promise((resolve) => given.push({ with: all, answer: settling(resolve) })),
    ended: () => undefined,
  };
  return personSays({
    access,
    patient: () => tab.patient,
    onPage: () => tab.onPage,
    visit: () => tab.visit,
    lookup: () => tab.lookup,
    again: () => told.push(`again, ${says.confirmedBirthDate()}, ${JSON.stringify(says.sending())}`),
    draw: () => told.push(`draw, ${says.confirmedBirthDate()}, ${JSON.stringify(says.sending())}`),
  });
}

describe('a birth date confirmed by hand', () => {
  beforeEach(() => {
    tab = { patient: null, onPage: margaretWithoutBirthDate.identity, visit: null, lookup: null };
  });

  test('S10: counts once it is on record, and not before', async () => {
    says.confirm('1938-07-14');
    await turns();
    expect([says.confirmedBirthDate(), says.confirming()]).toEqual([null, within(5_000)]);
    expect(told).toEqual([DRAWN]);
    const patient = { ...margaretWithoutBirthDate.identity, birthDate: '1938-07-14' };
    expect(asked[0]).toMatchObject({ fact: { kind: 'confirmIdentity' }, patient, visit: null });
    await asked[0]?.answer(KEPT);
    expect([says.confirmedBirthDate(), says.notKept(), says.confirming()]).toEqual(['1938-07-14', null, null]);
    expect(told).toEqual([DRAWN, 'again, 1938-07-14, "no"']);
  });

  test.each<[string, () => Promise<unknown> | undefined, string]>([
    ['a full disk', () => asked[0]?.answer({ ok: false, code: 'AUD-STORE' }), 'AUD-STORE'],
    ['something that breaks', () => asked[0]?.fail(), 'AUD-BROKEN'],
    ['a disk that never answers', () => vi.advanceTimersByTimeAsync(5_000), 'AUD-TIME'],
  ])(
    'S10: %s: nothing is looked for, it is said, and trying again begins with the question',
    async (_, wrong, code) => {
      says.confirm('1938-07-14');
      await wrong();
      expect(says.notKept()).toMatchObject({ kind: 'couldNotCheck', cause: 'notAudited', code });
      expect(told).toEqual([DRAWN, 'draw, 1938-07-14, "no"']);
      says.tryAgain();
      expect([says.notKept(), says.confirmedBirthDate()]).toEqual([null, null]);
    },
  );

  test('trying again keeps what is on record', async () => {
    says.confirm('1938-07-14');
    await asked[0]?.answer(KEPT);
    says.tryAgain();
    expect(says.confirmedBirthDate()).toBe('1938-07-14');
  });

  test.each([
    ['in their order', [0, 1]],
    ['the other way round', [1, 0]],
  ])('of two that were said the last counts, if they come on record %s', async (_, order) => {
    says.confirm('1938-07-14');
    says.confirm('1938-07-15');
    for (const at of order) await asked[at]?.answer(KEPT);
    expect([says.confirmedBirthDate(), says.notKept()]).toEqual(['1938-07-15', null]);
    expect(told).toEqual([DRAWN, DRAWN, 'again, 1938-07-15, "no"']);
  });

  test('one that failed is not what was said after it', async () => {
    says.confirm('1938-07-14');
    says.confirm('1938-07-15');
    await asked[1]?.answer(KEPT);
    await asked[0]?.answer({ ok: false, code: 'AUD-STORE' });
    expect([says.confirmedBirthDate(), says.notKept()]).toEqual(['1938-07-15', null]);
  });

  test('S3: what is on its way when the generation ends counts nowhere', async () => {
    says.confirm('1938-07-14');
    says.end();
    const before = says;
    says = newSays();
    await asked[0]?.answer(KEPT);
    expect([before.confirmedBirthDate(), says.confirmedBirthDate(), told]).toEqual([null, null, [DRAWN]]);
  });

  test('of nobody, none can be confirmed', () => {
    tab.onPage = null;
    says.confirm('1938-07-14');
    expect(asked).toEqual([]);
  });
});

describe('a reason', () => {
  test('is acknowledged before anything is looked for again', async () => {
    says.giveReason(EMERGENCY);
    await turns();
    expect(says.sending()).toEqual(within(20_000));
    expect(told).toEqual([`draw, null, ${JSON.stringify(within(20_000))}`]);
    expect(given[0]?.with).toEqual([EMERGENCY, 'the privacy officer', margaret.identity, VISIT]);
    await given[0]?.answer(null);
    expect([says.sending(), told.at(-1)]).toEqual(['no', 'again, null, "no"']);
    expect(told).toHaveLength(2);
  });

  test.each<[string, () => Promise<unknown> | undefined, string]>([
    ['is refused', () => given[0]?.answer('AUD-REFUSED'), 'AUD-REFUSED'],
    ['is not heard of for twenty seconds', () => vi.advanceTimersByTimeAsync(20_000), 'AUD-TIME'],
  ])('that %s opens nothing, is said, and can be given again', async (_, wrong, code) => {
    says.giveReason(EMERGENCY);
    await wrong();
    expect(says.sending()).toEqual({ failed: code });
    expect(told.filter((one) => one.startsWith('again'))).toEqual([]);
    says.giveReason(EMERGENCY);
    await given[1]?.answer(null);
    expect([says.sending(), told.at(-1)]).toEqual(['no', 'again, null, "no"']);
  });

  test('that breaks on its way is not being sent for ever', async () => {
    breakNow = true;
    says.giveReason(EMERGENCY);
    await turns();
    expect(says.sending()).toEqual({ failed: 'AUD-BROKEN' });
  });

  test('is given once, however often the button is pressed', () => {
    for (let pressed = 0; pressed < 3; pressed += 1) says.giveReason(EMERGENCY);
    expect(given).toHaveLength(1);
  });

  test.each<[string, () => void]>([
    ['the service has not asked for one', () => Object.assign(tab, { lookup: { kind: 'accessRefused', why: 'role' } })],
    ['nothing has been looked for', () => Object.assign(tab, { lookup: null })],
    ['nobody may be asked about', () => Object.assign(tab, { patient: null })],
    ['no visit is open', () => Object.assign(tab, { visit: null })],
  ])('is not sent where %s', (_, change) => {
    change();
    says.giveReason(EMERGENCY);
    expect([given, told, says.sending()]).toEqual([[], [], 'no']);
  });

  test('S3: what is acknowledged after the generation has ended looks for nothing in the next', async () => {
    says.giveReason(EMERGENCY);
    says.end();
    says = newSays();
    told.length = 0;
    await given[0]?.answer(null);
    expect([says.sending(), told]).toEqual(['no', []]);
  });
});

describe('what leaves the sidebar', () => {
  test.each(['copy', 'print'] as const)('S10: each %s is put on record, of this patient in this visit', (kind) => {
    says.did(kind);
    says.did(kind);
    expect(asked.map(({ fact, patient, visit }) => ({ fact, patient, visit }))).toEqual([
      { fact: { kind }, patient: margaret.identity, visit: VISIT },
      { fact: { kind }, patient: margaret.identity, visit: VISIT },
    ]);
  });

  test('of nobody, nothing can leave; and a record that breaks disturbs nobody', async () => {
    says.did('copy');
    await asked[0]?.fail();
    tab.patient = null;
    says.did('copy');
    expect([asked.length, told]).toEqual([1, []]);
  });
});
