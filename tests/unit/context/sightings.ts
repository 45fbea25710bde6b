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

/** Other ways in which pages show Margaret: her parts in another order, more of her names, less of her. */
export const variantsOfMargaret = [
  margaret,
  margaretWithoutBirthDate,
  { kind: 'patient', identity: { ...margaret.identity, givenNames: 'Margaret Ann' } },
  { kind: 'patient', identity: { ...margaret.identity, givenNames: 'Ann Margaret', birthDate: null } },
  { kind: 'patient', identity: { ...margaret.identity, familyName: 'Réed' } },
  { kind: 'patient', identity: { ...margaret.identity, familyName: 'Margaret', givenNames: 'Reed' } },
  { kind: 'patient', identity: { ...margaret.identity, familyName: null, givenNames: '' } },
] as const satisfies Sighting[];

/** Anything a frame can say, with many ways of saying Margaret. */
export const anySightingWithVariants: fc.Arbitrary<Sighting> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Sighting[]>(...variantsOfMargaret) },
  { weight: 1, arbitrary: anySighting },
  { weight: 1, arbitrary: fc.constant<Sighting>({ kind: 'unreadable', cause: 'frameNotEnabled' }) },
);
