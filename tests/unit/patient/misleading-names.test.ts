import { describe, expect, test } from 'vitest';
import { endsInFamilyName, splitName } from '../../../utils/patient/names.ts';
import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import { asOnePerson, canBeOneName } from '../../../utils/patient/same-person.ts';

/** Names that were once split, or joined, the wrong way. */

const named = (familyName: string, givenNames: string) => ({ familyName, givenNames });
const identity = (familyName: string, givenNames: string): PatientIdentity => ({
  nhsNumber: '9991045120',
  birthDate: '1938-07-14',
  ...named(familyName, givenNames),
});

describe('S1: splitName', () => {
  // Two initials are in capitals too, and were given names until families in capitals were looked for.
  test.each([
    ['JP Smith', 'Smith', 'JP'],
    ['Mr J.P. Smith', 'Smith', 'J.P.'],
    ['Mrs AJ van der Berg', 'van der Berg', 'AJ'],
  ])('%s: initials in capitals are no family name', (shown, familyName, givenNames) => {
    expect(splitName(shown)).toMatchObject({ familyName, givenNames });
  });

  test.each([
    ['SMITH Di', 'SMITH', 'Di'],
    ['KIM Da Eun', 'KIM', 'Da Eun'],
    ['Mrs SMITH Di', 'SMITH', 'Di'],
  ])(
    '%s: a given name that looks like a particle does not end a family name in capitals',
    (shown, familyName, givenNames) => {
      expect(splitName(shown)).toMatchObject({ familyName, givenNames });
    },
  );

  test.each([
    ['Inês DA SILVA E SOUSA', 'DA SILVA E SOUSA', 'Inês'],
    ['DA SILVA E SOUSA Inês', 'DA SILVA E SOUSA', 'Inês'],
  ])('%s: one letter between words in capitals belongs to them', (shown, familyName, givenNames) => {
    expect(splitName(shown)).toMatchObject({ familyName, givenNames });
  });
});

describe('S1: endsInFamilyName', () => {
  test.each([
    ['Reed Anna Smith', named('Smith', 'Reed Anna'), 'Reed'],
    ['Reed-Smith', named('Reed-Smith', 'Anna'), 'Reed'],
    ['Anna Reed Smith', named('Smith', 'Anna Reed'), 'Reed'],
  ])('%s: a family name that stands before the end is none', (_, page, familyName) => {
    expect(endsInFamilyName(page, familyName)).toBe(false);
  });
});

describe('S1: same-person', () => {
  test('a word that a name has twice must be there twice: Li Li is not Li Wei', () => {
    expect(canBeOneName(named('Li', 'Li'), named('Li', 'Wei'))).toBe(false);
    expect(canBeOneName(named('Li', 'Wei'), named('Li', 'Li'))).toBe(false);
  });

  test('Ali Ali is not Yusuf Ali Warsame, though it is shorter and has no other word', () => {
    expect(asOnePerson([identity('Ali', 'Ali'), identity('Ali', 'Yusuf Warsame')])).toBeNull();
  });

  test('canBeOneName is symmetric where a word stands twice', () => {
    const [one, other] = [named('Bibi', 'Bibi'), named('Bibi', 'Nadia')];
    expect(canBeOneName(one, other)).toBe(canBeOneName(other, one));
  });

  test('asOnePerson does not depend on the order where the same words are divided elsewhere', () => {
    const [one, other] = [identity('Garcia Lopez', 'Ana'), identity('Garcia', 'Lopez Ana')];
    expect(asOnePerson([one, other])).toEqual(asOnePerson([other, one]));
  });

  test('an acute accent typed for an apostrophe divides no word: O´Brien is O’Brien', () => {
    expect(canBeOneName(named('O´Brien', 'Pat'), named('O’Brien', 'Pat Mary'))).toBe(true);
  });
});
