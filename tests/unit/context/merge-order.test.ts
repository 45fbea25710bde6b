import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeSightings } from '../../../utils/context/merge.ts';
import type { Sighting } from '../../../utils/page/sighting.ts';
import { margaret } from './sightings.ts';

/** The same words, divided otherwise: one frame knows which word is the family name, another has guessed. */
const divided = [
  { familyName: 'GARCIA LOPEZ', givenNames: 'Ana' },
  { familyName: 'GARCIA', givenNames: 'LOPEZ Ana' },
].map((name): Sighting => ({ kind: 'patient', identity: { ...margaret.identity, ...name } }));

test('the order of the frames never matters, also where one name is divided in two ways', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(divided, { minLength: 2 }), (other) => {
      expect(mergeSightings(other)).toEqual(mergeSightings(divided));
    }),
  );
});
