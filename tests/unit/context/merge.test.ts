import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeSightings } from '../../../utils/context/merge.ts';
import type { Sighting } from '../../../utils/page/sighting.ts';
import { anySighting, margaret, margaretWithoutBirthDate, nobody, patrick } from './sightings.ts';

const unsettled: Sighting = { kind: 'unsettled' };
const several: Sighting = { kind: 'several' };
const incomplete: Sighting = { kind: 'unreadable', cause: 'incomplete' };

test.each<[string, readonly Sighting[], Sighting]>([
  ['nothing has been said', [], unsettled],
  ['one frame with somebody', [margaret], margaret],
  ['one frame with nobody', [nobody], nobody],
  ['somebody in one frame, nobody in the others', [nobody, margaret, nobody], margaret],
  ['the same person in two frames', [margaret, margaret], margaret],
  ['S2: doubt in one frame', [margaret, unsettled, nobody], unsettled],
  ['S2: doubt beside two people', [margaret, patrick, unsettled], unsettled],
  ['S1: two people', [margaret, patrick], several],
  ['S1: one person twice, once without a birth date', [margaret, margaretWithoutBirthDate], several],
  ['S1: several in one frame', [several, nobody], several],
  ['S1: several in one frame and somebody in another', [margaret, several], several],
  ['S11: a frame that cannot be read beside one that can', [margaret, incomplete], incomplete],
  ['S1: two people beside a frame that cannot be read', [margaret, incomplete, patrick], several],
])('%s', (_name, sightings, expected) => {
  expect(mergeSightings(sightings)).toEqual(expected);
});

const sightings = fc.array(anySighting, { maxLength: 5 });

test('the order of the frames never matters', () => {
  const shuffled = sightings.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(mergeSightings(other)).toEqual(mergeSightings(one));
    }),
    { numRuns: 5000 },
  );
});

test('S1: a patient comes out only if every frame shows that patient or nobody', () => {
  fc.assert(
    fc.property(sightings, (list) => {
      const merged = mergeSightings(list);
      if (merged.kind !== 'patient') return;
      const others = list.filter((one) => one.kind !== 'none');
      expect(others.length).toBeGreaterThan(0);
      for (const other of others) expect(other).toEqual(merged);
    }),
    { numRuns: 5000 },
  );
});

test('S2: doubt anywhere is doubt', () => {
  fc.assert(
    fc.property(sightings, fc.nat(5), (list, at) => {
      expect(mergeSightings([...list.slice(0, at), unsettled, ...list.slice(at)])).toEqual(unsettled);
    }),
  );
});
