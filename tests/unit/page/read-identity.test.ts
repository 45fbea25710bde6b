import { describe, expect, test } from 'vitest';
import { type IdentityTexts, readIdentity } from '../../../utils/page/read-identity.ts';
import type { Reading } from '../../../utils/page/sighting.ts';

const texts: IdentityTexts = {
  nhsNumber: '999 108 7109',
  birthDate: '14-Jul-1938 (88y)',
  name: { whole: 'REED, Margaret (Mrs)' },
};
const margaret = { nhsNumber: '9991087109', birthDate: '1938-07-14', familyName: 'REED', givenNames: 'Margaret' };
const unreadable = (cause: Extract<Reading, { kind: 'unreadable' }>['cause']): Reading => ({
  kind: 'unreadable',
  cause,
});
const patient = (changes: Partial<typeof margaret> | { birthDate: null } = {}): Reading => ({
  kind: 'patient',
  identity: { ...margaret, ...changes },
});

describe('readIdentity', () => {
  test.each<[string, Partial<IdentityTexts>, Reading]>([
    ['everything', {}, patient()],
    ['the name in two fields', { name: { family: 'REED', given: 'Margaret' } }, patient()],
    ['the family name alone', { name: { family: 'REED', given: '' } }, patient({ givenNames: '' })],
    [
      'a family name of several words',
      { name: { family: 'van der Berg', given: 'Anna' } },
      patient({ familyName: 'van der Berg', givenNames: 'Anna' }),
    ],
    ['no birth date: the person is asked', { birthDate: null }, patient({ birthDate: null })],
    ['an empty birth date', { birthDate: '' }, patient({ birthDate: null })],
    ['nothing', { nhsNumber: null, birthDate: null, name: null }, { kind: 'none' }],
    ['a region that is still empty', { nhsNumber: '', birthDate: '', name: { whole: '' } }, { kind: 'none' }],
    ['S1: no number', { nhsNumber: null }, unreadable('incomplete')],
    ['S1: an empty number', { nhsNumber: '' }, unreadable('incomplete')],
    ['S1: a number that is none', { nhsNumber: 'Not known' }, unreadable('incomplete')],
    ['S1: a number cut short', { nhsNumber: '999 108' }, unreadable('incomplete')],
    ['S1: a wrong check digit', { nhsNumber: '999 108 7108' }, unreadable('nhsNumberInvalid')],
    ['S1: zeros', { nhsNumber: '000 000 0000' }, unreadable('nhsNumberInvalid')],
    ['S1: a birth date that is none', { birthDate: 'Not known' }, unreadable('birthDateUnreadable')],
    ['S1: a year of two digits', { birthDate: '14-Jul-38' }, unreadable('birthDateUnreadable')],
    ['S1: the month first, unannounced', { birthDate: '07/14/1938' }, unreadable('birthDateUnreadable')],
    ['the month first, as the adapter says', { birthDate: '07/14/1938', birthDateOrder: 'monthFirst' }, patient()],
    ['S1: no name', { name: null }, unreadable('incomplete')],
    ['S1: a name without a family name', { name: { whole: ', Margaret' } }, unreadable('incomplete')],
    ['S1: a family name that is still empty', { name: { family: '', given: 'Margaret' } }, unreadable('incomplete')],
    ['S1: a title alone', { name: { whole: 'Mrs' } }, unreadable('incomplete')],
    [
      'S1: the wrong number counts more than the wrong date',
      { nhsNumber: '999 108 7108', birthDate: '?' },
      unreadable('nhsNumberInvalid'),
    ],
  ])('%s', (_name, changes, reading) => {
    expect(readIdentity({ ...texts, ...changes })).toEqual(reading);
  });
});
