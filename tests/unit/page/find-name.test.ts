import { describe, expect, test } from 'vitest';
import { nameAtStart } from '../../../utils/page/find-name.ts';
import { splitName } from '../../../utils/patient/names.ts';

/** Names that are certain wherever they stand, with the rank that says how certain. */
describe('a name, wherever it stands', () => {
  test.each<[string, number, string]>([
    ['REED, Margaret (Mrs)', 4, 'REED'],
    ['REED, Margaret', 4, 'REED'],
    ['REED , Margaret (Mrs)', 4, 'REED'],
    ['REED, Mrs Margaret Ann', 4, 'REED'],
    ["O'NEILL-BROWN, Mary Ann (Ms)", 4, "O'NEILL-BROWN"],
    ['O’NEILL, Séan (Mr)', 4, 'O’NEILL'],
    ['McDONALD, Ronan (Mr)', 4, 'McDONALD'],
    ['van der BERG, Anna', 4, 'van der BERG'],
    ['GARCIA LOPEZ, Ana', 4, 'GARCIA LOPEZ'],
    ['ŁUKASIEWICZ, Żaneta', 4, 'ŁUKASIEWICZ'],
    ['Mr Mike MEAKIN', 4, 'MEAKIN'],
    ['Reed, Mrs Margaret', 4, 'Reed'],
    ['Reed, Margaret (Mrs)', 4, 'Reed'],
    ['ST. JOHN-MILDMAY, Joscelyn', 4, 'ST. JOHN-MILDMAY'],
    ['Pip PEACH', 3, 'PEACH'],
    ['Ana GARCIA LOPEZ', 3, 'GARCIA LOPEZ'],
    ['WÓJCIK Zbigniew Jan', 3, 'WÓJCIK'],
    ['REED Margaret (Mrs)', 3, 'REED'],
    ['Dafydd ap GWILYM', 3, 'ap GWILYM'],
  ])('%s', (text, rank, familyName) => {
    for (const isHeading of [false, true]) {
      const found = nameAtStart(text, isHeading);
      expect(found).toEqual({ name: text, rank });
      // What is found must be divided into family and given names by what follows.
      expect(splitName(found?.name ?? '')?.familyName).toBe(familyName);
    }
  });
});

test.each([
  ['Mrs Margaret Reed', 3, 2],
  ['MRS Margaret Reed', 3, 2],
  ['Baby Oakes', 3, 2],
  ['Reed, Margaret', 3, 1],
  ['van der Merwe, Pieter', 3, 1],
  ['Dr. Anwen Pryce', 2, undefined],
  ['Sister Blessing Okoro', 2, undefined],
])('%s: with a title, or turned round, more where it stands out', (text, standing, elsewhere) => {
  expect(nameAtStart(text, true)).toEqual({ name: text, rank: standing });
  expect(nameAtStart(text, false)?.rank).toBe(elsewhere);
});

test('what stands before a comma is not taken for a whole name', () => {
  expect(nameAtStart('Anna BERG-LUND, Pieter', false)?.rank).toBe(1);
});

test.each(['OpenMRS ID', 'Patient ID', 'CRN Number'])('%s is the name of a number', (text) => {
  expect(nameAtStart(text, true)).toBeNull();
});

describe('a name only where it stands out', () => {
  test.each(['Leola Abbott', 'Leola Mary Abbott', 'Seán Ó Briain', "Mary d'Arcy"])('%s', (text) => {
    expect(nameAtStart(text, true)).toEqual({ name: text, rank: 2 });
    // Elsewhere it is the least that is still one.
    expect(nameAtStart(text, false)).toEqual({ name: text, rank: 1 });
  });
});

describe('what follows a name is no part of it', () => {
  test.each<[string, string]>([
    ['REED, Margaret (Mrs) 999 104 5120', 'REED, Margaret (Mrs)'],
    ['REED, Margaret (88y)', 'REED, Margaret'],
    ['REED, Margaret | 14-Jul-1938', 'REED, Margaret'],
    ['Mr Mike MEAKIN - 1942', 'Mr Mike MEAKIN'],
    ['Pip PEACH (12345)', 'Pip PEACH'],
    ['Mrs Margaret Reed.', 'Mrs Margaret Reed'],
  ])('%s', (text, name) => {
    const found = nameAtStart(text, true);
    expect(found?.name).toBe(name);
  });

  test.each([
    'REED, Margaret is in hospital',
    'Mrs Margaret Reed was seen today',
    'Pip PEACH went home',
    'Leola Abbott and others',
  ])('but a sentence is no name: %s', (text) => {
    expect(nameAtStart(text, true)).toBeNull();
    expect(nameAtStart(text, false)).toBeNull();
  });
});

describe('no name', () => {
  test.each([
    'Patient Summary',
    'Patient Record',
    'Elm Ward',
    'Oak House Surgery',
    'Care Plan',
    'Medical History',
    'NHS Trust',
    'New Appointment',
    'Log Out',
    'CRN A123456',
    'A123456',
    '999 104 5120',
    '14-Jul-1938',
    'Thursday',
    'Margaret',
    'Mrs',
    'Mr.',
    'REED',
    'reed, margaret',
    'the patient',
    '',
    ' ',
    ',',
    ', Margaret',
    '(Mrs)',
    '-',
    '—',
  ])('%j', (text) => {
    expect(nameAtStart(text, true)).toBeNull();
    expect(nameAtStart(text, false)).toBeNull();
  });

  test('a word of pages in a name that is certain does not make it one of them', () => {
    expect(nameAtStart('WARD, Summer (Miss)', false)?.name).toBe('WARD, Summer (Miss)');
    expect(nameAtStart('Mrs April House', false)?.name).toBe('Mrs April House');
    expect(nameAtStart('April House', true)).toBeNull();
  });
});
