import { describe, expect, test } from 'vitest';
import {
  BIRTH_DATE_MS,
  NOBODY_MS,
  PARTIAL_CHANGE_MS,
  type Settling,
  settle,
  unsettled,
} from '../../../utils/page/settle.ts';
import type { Reading } from '../../../utils/page/sighting.ts';
import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import { margaret, margaretWithoutBirthDate, nobody, patrick } from '../context/sightings.ts';

const someone = (changes: Partial<PatientIdentity>): Reading => ({
  kind: 'patient',
  identity: { ...margaret.identity, ...changes },
});
const several: Reading = { kind: 'several' };
const incomplete: Reading = { kind: 'unreadable', cause: 'incomplete' };

/** Looks, each `[milliseconds after the one before, reading]`; gives what is said after each. */
function said(looks: readonly (readonly [number, Reading])[], from: Settling = unsettled) {
  let [state, now] = [from, 0];
  return looks.map(([after, reading]) => {
    now += after;
    const step = settle(state, reading, now);
    state = step.state;
    const { sighting } = state;
    return sighting.kind === 'patient' ? sighting.identity.familyName : sighting.kind;
  });
}
const settledOn = (reading: Reading): Settling => ({
  sighting: reading,
  settled: reading,
  candidate: null,
  isRestless: false,
});
const invalid: Reading = { kind: 'unreadable', cause: 'nhsNumberInvalid' };

describe('by hand', () => {
  test('S2: somebody is believed at the second look', () => {
    expect(
      said([
        [0, margaret],
        [16, margaret],
      ]),
    ).toEqual(['unsettled', 'REED']);
  });

  test('S2: any other reading is doubt in the same call', () => {
    for (const other of [patrick, nobody, several, incomplete, someone({ givenNames: 'Joan' })]) {
      expect(settle(settledOn(margaret), other, 5).state.sighting).toEqual({ kind: 'unsettled' });
    }
  });

  test('one whole person after another is believed at the second look', () => {
    expect(
      said(
        [
          [0, patrick],
          [16, patrick],
        ],
        settledOn(margaret),
      ),
    ).toEqual(['unsettled', 'DOYLE']);
  });

  test.each<[string, Reading]>([
    ['another number', someone({ nhsNumber: '9000000009' })],
    ['another birth date', someone({ birthDate: '1951-03-17' })],
    ['another name', someone({ familyName: 'DOYLE', givenNames: 'Patrick' })],
    ['another given name', someone({ givenNames: 'Joan' })],
    ['another number and name', someone({ nhsNumber: '9000000009', familyName: 'DOYLE', givenNames: 'Patrick' })],
    ['no birth date any more', margaretWithoutBirthDate],
    ['a part that cannot be read', incomplete],
    ['several people', several],
  ])('S1: %s may be half a change, and waits', (_name, reading) => {
    const [doubt, early, late] = said(
      [
        [0, reading],
        [PARTIAL_CHANGE_MS - 1, reading],
        [1, reading],
      ],
      settledOn(margaret),
    );
    expect([doubt, early]).toEqual(['unsettled', 'unsettled']);
    expect(late).not.toBe('unsettled');
  });

  test('S1: somebody without a birth date may be a banner still filling, and waits', () => {
    for (const before of [unsettled, settledOn(nobody), settledOn(patrick)]) {
      const looks = [
        [0, margaretWithoutBirthDate],
        [BIRTH_DATE_MS - 1, margaretWithoutBirthDate],
        [1, margaretWithoutBirthDate],
      ] as const;
      expect(said(looks, before)).toEqual(['unsettled', 'unsettled', 'REED']);
    }
  });

  test('S1: number first, name later: the mixture is never said, and the page must come to rest', () => {
    const mixture = someone({ nhsNumber: patrick.identity.nhsNumber });
    const looks = [
      [0, mixture],
      [100, mixture],
      [300, patrick],
      [16, patrick],
      [PARTIAL_CHANGE_MS - 17, patrick],
      [1, patrick],
    ] as const;
    const doubts = Array(5).fill('unsettled');
    expect(said(looks, settledOn(margaret))).toEqual([...doubts, 'DOYLE']);
  });

  test.each<[string, Reading]>([
    ['somebody else', patrick],
    ['a number that fails its check', invalid],
  ])('S1: after %s, seen once, even a whole person waits', (_name, onTheWay) => {
    const joan = someone({ nhsNumber: '9992607939', birthDate: '1940-12-27', familyName: 'PACOCHA' });
    const looks = [
      [0, onTheWay],
      [16, joan],
      [PARTIAL_CHANGE_MS - 1, joan],
      [1, joan],
    ] as const;
    expect(said(looks, settledOn(margaret))).toEqual(['unsettled', 'unsettled', 'unsettled', 'PACOCHA']);
  });

  test.each<[string, Reading]>([
    ['an empty banner', nobody],
    ['a part that cannot be read', incomplete],
    ['several people', several],
  ])('after %s, seen once, a whole person is believed at the second look', (_name, onTheWay) => {
    const looks = [
      [0, onTheWay],
      [16, patrick],
      [16, patrick],
    ] as const;
    expect(said(looks, settledOn(margaret))).toEqual(['unsettled', 'unsettled', 'DOYLE']);
  });

  test('a page that has come to rest is restless no more', () => {
    const rested = [
      [0, invalid],
      [16, patrick],
      [PARTIAL_CHANGE_MS, patrick],
    ] as const;
    const next = [
      [16, margaret],
      [16, margaret],
    ] as const;
    expect(said([...rested, ...next], settledOn(margaret)).slice(2)).toEqual(['DOYLE', 'unsettled', 'REED']);
    // One that goes back to the patient it came from, piece by piece, has not; one whose banner was seen empty twice has.
    const back = [
      [0, invalid],
      [16, patrick],
      [16, margaret],
      [16, margaret],
    ] as const;
    expect(said(back, settledOn(margaret)).at(-1)).toBe('unsettled');
    const emptied = [
      [0, invalid],
      [16, nobody],
      [16, nobody],
      [16, patrick],
      [16, patrick],
    ] as const;
    expect(said(emptied, settledOn(margaret)).at(-1)).toBe('DOYLE');
  });

  test.each<[string, string, string]>([
    ['one digit', '9991087108', 'unsettled'],
    ['two digits', '9991087118', 'unsettled'],
    ['three digits', '9991087218', 'DOYLE'],
  ])('S1: a number that differs in %s may be one that is being overwritten', (_name, nhsNumber, expected) => {
    const changed: Reading = { kind: 'patient', identity: { ...patrick.identity, nhsNumber } };
    const looks = [
      [0, changed],
      [PARTIAL_CHANGE_MS - 1, changed],
    ] as const;
    expect(said(looks, settledOn(margaret)).at(-1)).toBe(expected);
  });

  test('an empty banner is nobody only after a moment, and whoever follows it is somebody new', () => {
    const emptied = [
      [0, nobody],
      [16, nobody],
    ] as const;
    expect(said([...emptied, [NOBODY_MS - 17, nobody], [1, nobody]], settledOn(margaret))).toEqual([
      'unsettled',
      'unsettled',
      'unsettled',
      'none',
    ]);
    const sister = someone({ nhsNumber: '9000000009', givenNames: 'Joan' });
    expect(said([...emptied, [16, sister], [16, sister]], settledOn(margaret)).at(-1)).toBe('REED');
  });

  test('S2: doubt that comes to nothing is settled again at the second look', () => {
    expect(
      said(
        [
          [0, nobody],
          [10, margaret],
          [16, margaret],
        ],
        settledOn(margaret),
      ),
    ).toEqual(['unsettled', 'unsettled', 'REED']);
  });
});
