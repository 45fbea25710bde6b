import fc from 'fast-check';
import type { Sighting } from '../../../utils/page/sighting.ts';

/** Sightings that the tests of contexts, views and tabs share. */
export const margaret = {
  kind: 'patient',
  identity: { nhsNumber: '9991087109', birthDate: '1938-07-14', familyName: 'REED', givenNames: 'Margaret' },
} as const satisfies Sighting;

export const patrick = {
  kind: 'patient',
  identity: { nhsNumber: '9000000009', birthDate: '1951-03-17', familyName: 'DOYLE', givenNames: 'Patrick' },
} as const satisfies Sighting;

export const margaretWithoutBirthDate = {
  kind: 'patient',
  identity: { ...margaret.identity, birthDate: null },
} as const satisfies Sighting;

export const nobody = { kind: 'none' } as const satisfies Sighting;

export const anySighting: fc.Arbitrary<Sighting> = fc.constantFrom<Sighting[]>(
  margaret,
  margaret,
  patrick,
  margaretWithoutBirthDate,
  nobody,
  nobody,
  { kind: 'several' },
  { kind: 'unsettled' },
  { kind: 'unreadable', cause: 'incomplete' },
  { kind: 'unreadable', cause: 'nhsNumberInvalid' },
  { kind: 'unreadable', cause: 'pageChanged' },
);
