import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BIRTH_DATE_MS, NOBODY_MS, PARTIAL_CHANGE_MS, settle, unsettled } from '../../../utils/page/settle.ts';
import { type Reading, type Sighting, sameSighting } from '../../../utils/page/sighting.ts';
import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import { margaret, margaretWithoutBirthDate, nobody, patrick } from '../context/sightings.ts';

const someone = (changes: Partial<PatientIdentity>): Reading => ({
  kind: 'patient',
  identity: { ...margaret.identity, ...changes },
});

const reading: fc.Arbitrary<Reading> = fc.constantFrom<Reading[]>(
  margaret,
  margaret,
  patrick,
  patrick,
  margaretWithoutBirthDate,
  someone({ nhsNumber: patrick.identity.nhsNumber }),
  someone({ familyName: patrick.identity.familyName, givenNames: patrick.identity.givenNames }),
  // Nobody that Margaret is, but for eight digits of her number.
  { kind: 'patient', identity: { ...patrick.identity, nhsNumber: '9991087118' } },
  nobody,
  { kind: 'several' },
  { kind: 'unreadable', cause: 'incomplete' },
  { kind: 'unreadable', cause: 'nhsNumberInvalid' },
  { kind: 'unreadable', cause: 'pageChanged' },
);
const times = fc.constantFrom(0, 16, 50, 100, 299, 300, 399, 400, 699, 700);
const looks = fc.array(fc.tuple(times, reading), { maxLength: 30 });

const parts = ({ nhsNumber, birthDate, familyName, givenNames }: PatientIdentity) => [
  nhsNumber,
  birthDate,
  `${familyName}, ${givenNames}`,
];

const digitsThatDiffer = (one: string, other: string) =>
  [...one].filter((digit, place) => digit !== other[place]).length;

/** How long a reading must stand, worked out once more: a whole change not at all, an empty banner a moment. */
function due(before: Reading | null, after: Reading, isRestless: boolean): number {
  if (after.kind === 'none') return before === null ? 0 : NOBODY_MS;
  if (isRestless || after.kind !== 'patient') return PARTIAL_CHANGE_MS;
  const whole = after.identity.birthDate === null ? BIRTH_DATE_MS : 0;
  if (before?.kind !== 'patient') return whole;
  const differing = digitsThatDiffer(before.identity.nhsNumber, after.identity.nhsNumber);
  if (differing === 1 || differing === 2) return PARTIAL_CHANGE_MS;
  const [one, other] = [parts(before.identity), parts(after.identity)];
  const shared = one.filter((part, at) => part === other[at]).length;
  return shared > 0 && shared < 3 ? PARTIAL_CHANGE_MS : whole;
}

/** What must stand still once it has been seen, or the page is changing piece by piece. */
const isPiece = (one: Reading) =>
  one.kind === 'patient' || (one.kind === 'unreadable' && one.cause === 'nhsNumberInvalid');

/** What a plain account of a page would know: the run of one reading, and what has been believed. */
type Account = {
  run: { readonly reading: Reading; readonly since: number; looks: number } | null;
  believed: Reading | null;
  isRestless: boolean;
};

/** Takes the next look into the account; `said` is what was said before it. */
function note(account: Account, current: Reading, now: number, said: Sighting): number {
  if (account.run && sameSighting(account.run.reading, current)) {
    account.run.looks += 1;
    return account.run.looks;
  }
  // What had been confirmed was no step on the way to something else.
  if (account.run && said.kind === 'unsettled' && isPiece(account.run.reading)) account.isRestless = true;
  account.run = { reading: current, since: now, looks: 1 };
  return 1;
}

test('S1 S2: whatever a page shows when', () => {
  fc.assert(
    fc.property(looks, (sequence) => {
      let [state, now] = [unsettled, 0];
      const account: Account = { run: null, believed: null, isRestless: false };
      for (const [after, current] of sequence) {
        now += after;
        const before = state;
        const step = settle(state, current, now);
        state = step.state;
        const seen = note(account, current, now, before.sighting);
        // What is said is what is there now, or doubt.
        if (state.sighting.kind !== 'unsettled') expect(state.sighting).toEqual(current);
        // Doubt asks for another look, and nothing else does.
        expect(step.lookAgainIn !== null).toBe(state.sighting.kind === 'unsettled');
        if (sameSighting(before.sighting, current)) {
          // The same again never flickers.
          expect(state.sighting).toEqual(before.sighting);
          continue;
        }
        const isNew = state.sighting.kind !== 'unsettled';
        const since = account.run?.since ?? now;
        const wait = due(account.believed, current, account.isRestless);
        // Never at the first look, never too early, and then as soon as it may.
        expect(isNew).toBe(seen >= 2 && now - since >= wait);
        if (!isNew) expect(step.lookAgainIn).toBe(seen < 2 ? 0 : since + wait - now);
        const isEmptied = current.kind === 'none' && seen >= 2;
        if (isEmptied || (isNew && current.kind === 'patient')) account.believed = current;
        if (isEmptied || isNew) account.isRestless = false;
      }
    }),
    { numRuns: 5000 },
  );
});
