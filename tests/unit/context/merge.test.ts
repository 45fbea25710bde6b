import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeSightings } from '../../../utils/context/merge.ts';
import { type Sighting, sameSighting, type UnreadableCause } from '../../../utils/page/sighting.ts';
import { foldedWords } from '../../../utils/patient/names.ts';
import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import {
  anySighting,
  anySightingWithVariants,
  margaret,
  margaretWithoutBirthDate,
  nobody,
  patrick,
  variantsOfMargaret,
} from './sightings.ts';

const unsettled: Sighting = { kind: 'unsettled' };
const several: Sighting = { kind: 'several' };
const incomplete: Sighting = { kind: 'unreadable', cause: 'incomplete' };
const notEnabled: Sighting = { kind: 'unreadable', cause: 'frameNotEnabled' };
const someone = (changes: Partial<PatientIdentity>) =>
  ({ kind: 'patient', identity: { ...margaret.identity, ...changes } }) as const;
const margaretAnn = someone({ givenNames: 'Margaret Ann' });

test.each<[string, readonly Sighting[], Sighting]>([
  ['nothing has been said', [], unsettled],
  ['one frame with somebody', [margaret], margaret],
  ['one frame with nobody', [nobody], nobody],
  ['somebody in one frame, nobody in the others', [nobody, margaret, nobody], margaret],
  ['the same person in two frames', [margaret, margaret], margaret],
  ['S2: doubt in one frame', [margaret, unsettled, nobody], unsettled],
  ['S2: doubt beside two people', [margaret, patrick, unsettled], unsettled],
  ['S1: two people', [margaret, patrick], several],
  ['one person twice, once without a birth date', [margaretWithoutBirthDate, margaret], margaret],
  [
    'one person twice, never with a birth date',
    [margaretWithoutBirthDate, margaretWithoutBirthDate, nobody],
    margaretWithoutBirthDate,
  ],
  ['more of the name in one frame', [margaret, margaretAnn], margaretAnn],
  [
    'more of the name in one, the birth date in another',
    [margaret, { ...margaretAnn, identity: { ...margaretAnn.identity, birthDate: null } }],
    margaretAnn,
  ],
  [
    'the name in capitals and not',
    [someone({ familyName: 'Reed' }), someone({ familyName: 'Reed' })],
    someone({ familyName: 'Reed' }),
  ],
  ['S1: another number', [margaret, someone({ nhsNumber: '9992607939' })], several],
  ['S1: another birth date', [margaret, someone({ birthDate: '1938-07-15' })], several],
  [
    'S1: two birth dates beside none',
    [margaretWithoutBirthDate, margaret, someone({ birthDate: '1938-07-15' })],
    several,
  ],
  ['S1: another given name', [margaret, someone({ givenNames: 'Joan' })], several],
  ['S1: another family name', [margaret, someone({ familyName: 'DOYLE' })], several],
  [
    'S1: two names that each can be a third, but not each other',
    [someone({ givenNames: 'Margaret Ann' }), margaret, someone({ givenNames: 'Margaret Joan' })],
    several,
  ],
  ['S1: a family name alone is no part of a name', [margaret, someone({ givenNames: '' })], several],
  ['S1: several in one frame', [several, nobody], several],
  ['S1: several in one frame and somebody in another', [margaret, several], several],
  ['S11: a frame that cannot be read beside one that can', [margaret, incomplete], incomplete],
  ['S1: two people beside a frame that cannot be read', [margaret, incomplete, patrick], several],
])('%s', (_name, sightings, expected) => {
  expect(mergeSightings(sightings)).toEqual(expected);
});

describe('a frame that is not enabled only explains', () => {
  test.each<[string, readonly Sighting[], Sighting]>([
    ['why nobody is seen', [notEnabled, nobody], notEnabled],
    ['why nothing is seen', [notEnabled], notEnabled],
    ['and speaks against no patient', [notEnabled, margaret], margaret],
    ['and says less than any other cause', [notEnabled, incomplete], incomplete],
    ['and takes nothing from several', [notEnabled, several], several],
    ['S1: and nothing from two people', [notEnabled, margaret, patrick], several],
    ['S2: and nothing from doubt', [notEnabled, margaret, unsettled], unsettled],
  ])('%s', (_name, sightings, expected) => {
    expect(mergeSightings(sightings)).toEqual(expected);
  });
});

test('of several causes the one that says most is named', () => {
  const causes = [
    'pageChanged',
    'declarationDiffers',
    'declarationUnreadable',
    'nhsNumberInvalid',
    'birthDateUnreadable',
    'incomplete',
    'tooMuch',
    'frameNotEnabled',
  ] as const satisfies UnreadableCause[];
  for (const [at, cause] of causes.entries()) {
    const those = causes.slice(at).map((one): Sighting => ({ kind: 'unreadable', cause: one }));
    expect(mergeSightings(those.reverse())).toEqual({ kind: 'unreadable', cause });
  }
});

const sightings = fc.array(anySightingWithVariants, { maxLength: 5 });
const inAnyOrder = (lists: fc.Arbitrary<Sighting[]>) =>
  lists.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));

test.each([
  ['anything at all', inAnyOrder(fc.array(anySighting, { maxLength: 5 }))],
  ['one person shown in several ways', inAnyOrder(sightings)],
  [
    'nothing but one person',
    inAnyOrder(fc.array(fc.constantFrom<Sighting[]>(...variantsOfMargaret), { maxLength: 5 })),
  ],
])('the order of the frames never matters: %s', (_name, shuffled) => {
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(mergeSightings(other)).toEqual(mergeSightings(one));
    }),
    { numRuns: 5000 },
  );
});

const wordsOf = ({ familyName, givenNames }: PatientIdentity) => foldedWords(`${familyName ?? ''} ${givenNames}`);

test('S1: a patient comes out only if every frame shows that patient, as much of them as it likes, or nobody', () => {
  fc.assert(
    fc.property(sightings, (list) => {
      const merged = mergeSightings(list);
      if (merged.kind !== 'patient') return;
      const others = list.filter((one) => one.kind !== 'none' && !sameSighting(one, notEnabled));
      expect(others.length).toBeGreaterThan(0);
      const dates = new Set<string | null>();
      for (const other of others) {
        if (other.kind !== 'patient') throw new Error(`${other.kind} beside a patient`);
        expect(other.identity.nhsNumber).toBe(merged.identity.nhsNumber);
        expect(wordsOf(merged.identity)).toEqual(expect.arrayContaining(wordsOf(other.identity)));
        dates.add(other.identity.birthDate);
      }
      // The birth date is the one that is shown, and none only where none is.
      expect([...dates].find((date) => date !== null) ?? null).toBe(merged.identity.birthDate);
      expect(dates.size).toBeLessThanOrEqual(dates.has(null) ? 2 : 1);
    }),
    { numRuns: 5000 },
  );
});

test('what one frame says is what the tab says', () => {
  fc.assert(
    fc.property(anySightingWithVariants, (one) => {
      expect(mergeSightings([one])).toEqual(one);
      expect(mergeSightings([one, nobody])).toEqual(one);
    }),
  );
});

test('S2: doubt anywhere is doubt', () => {
  fc.assert(
    fc.property(sightings, fc.nat(5), (list, at) => {
      expect(mergeSightings([...list.slice(0, at), unsettled, ...list.slice(at)])).toEqual(unsettled);
    }),
  );
});
