import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOBODY_MS, PARTIAL_CHANGE_MS, type Settling, settle, unsettled } from '../../../utils/page/settle.ts';
import { type Reading, sameSighting } from '../../../utils/page/sighting.ts';
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
const settledOn = (reading: Reading): Settling => ({ sighting: reading, settled: reading, candidate: null });

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
        [16, margaretWithoutBirthDate],
      ] as const;
      expect(said(looks, before)).toEqual(['unsettled', 'unsettled']);
    }
  });

  test('S1: number first, name later: the mixture is never said', () => {
    const mixture = someone({ nhsNumber: patrick.identity.nhsNumber });
    const looks = [
      [0, mixture],
      [100, mixture],
      [300, patrick],
      [16, patrick],
    ] as const;
    expect(said(looks, settledOn(margaret))).toEqual(['unsettled', 'unsettled', 'unsettled', 'DOYLE']);
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

const reading: fc.Arbitrary<Reading> = fc.constantFrom<Reading[]>(
  margaret,
  margaret,
  patrick,
  patrick,
  margaretWithoutBirthDate,
  someone({ nhsNumber: patrick.identity.nhsNumber }),
  someone({ familyName: patrick.identity.familyName, givenNames: patrick.identity.givenNames }),
  nobody,
  several,
  incomplete,
  { kind: 'unreadable', cause: 'pageChanged' },
);
const looks = fc.array(fc.tuple(fc.constantFrom(0, 16, 50, 100, 299, 300, 699, 700), reading), { maxLength: 30 });

const parts = ({ nhsNumber, birthDate, familyName, givenNames }: PatientIdentity) => [
  nhsNumber,
  birthDate,
  `${familyName}, ${givenNames}`,
];

/** How long a reading must stand, worked out once more: a whole change not at all, an empty banner a moment. */
function due(before: Reading | null, after: Reading): number {
  if (after.kind === 'none') return before === null ? 0 : NOBODY_MS;
  if (after.kind !== 'patient' || after.identity.birthDate === null) return PARTIAL_CHANGE_MS;
  if (before?.kind !== 'patient') return 0;
  const [one, other] = [parts(before.identity), parts(after.identity)];
  const shared = one.filter((part, at) => part === other[at]).length;
  return shared > 0 && shared < 3 ? PARTIAL_CHANGE_MS : 0;
}

test('S1 S2: whatever a page shows when', () => {
  fc.assert(
    fc.property(looks, (sequence) => {
      let [state, now] = [unsettled, 0];
      let run: { readonly reading: Reading; readonly since: number; looks: number } | null = null;
      let believed: Reading | null = null;
      for (const [after, current] of sequence) {
        now += after;
        const before = state;
        const step = settle(state, current, now);
        state = step.state;
        run = run && sameSighting(run.reading, current) ? run : { reading: current, since: now, looks: 0 };
        run.looks += 1;
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
        const wait = due(believed, current);
        // Never at the first look, never too early, and then as soon as it may.
        expect(isNew).toBe(run.looks >= 2 && now - run.since >= wait);
        if (!isNew) expect(step.lookAgainIn).toBe(run.looks < 2 ? 0 : run.since + wait - now);
        const emptied = current.kind === 'none' && run.looks >= 2;
        if (emptied || (isNew && current.kind === 'patient')) believed = current;
      }
    }),
    { numRuns: 5000 },
  );
});
