import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endsInFamilyName, splitName } from '../../../utils/patient/names.ts';
import { NAME_STOCKS } from '../../sandbox/people/names.ts';

describe('a family name in capitals', () => {
  test.each([
    ['Ana GARCIA LOPEZ', 'GARCIA LOPEZ', 'Ana', undefined],
    ['GARCIA LOPEZ Ana', 'GARCIA LOPEZ', 'Ana', undefined],
    ['WÓJCIK Zbigniew Jan', 'WÓJCIK', 'Zbigniew Jan', undefined],
    ['Zbigniew Jan WÓJCIK', 'WÓJCIK', 'Zbigniew Jan', undefined],
    ['Pip PEACH', 'PEACH', 'Pip', undefined],
    ['PEACH Pip', 'PEACH', 'Pip', undefined],
    ['MR Kevin LEACH', 'LEACH', 'Kevin', 'MR'],
    ['MR LEACH Kevin', 'LEACH', 'Kevin', 'MR'],
    ['Kevin LEACH (Mr)', 'LEACH', 'Kevin', 'Mr'],
    ['VAN DER MEULEN Pieter', 'VAN DER MEULEN', 'Pieter', undefined],
    ['Pieter VAN DER MEULEN', 'VAN DER MEULEN', 'Pieter', undefined],
    ['Pieter van der MEULEN', 'van der MEULEN', 'Pieter', undefined],
    ['van der MEULEN Pieter', 'van der MEULEN', 'Pieter', undefined],
    ['Dr. Anna VAN DEN BROEK', 'VAN DEN BROEK', 'Anna', 'Dr.'],
    ['O’NEILL-BROWN Mary Ann', 'O’NEILL-BROWN', 'Mary Ann', undefined],
    ['Mary-Ann SMITH-JONES', 'SMITH-JONES', 'Mary-Ann', undefined],
    ['Hamish McDONALD', 'McDONALD', 'Hamish', undefined],
    ['MacLEOD Isla', 'MacLEOD', 'Isla', undefined],
    ['Niamh FitzGERALD', 'FitzGERALD', 'Niamh', undefined],
    ['MC CARTHY Niamh', 'MC CARTHY', 'Niamh', undefined],
    ['ST JOHN Noel', 'ST JOHN', 'Noel', undefined],
    ['Noel ST. JOHN', 'ST. JOHN', 'Noel', undefined],
    ['Siobhán NÍ DHOMHNAILL', 'NÍ DHOMHNAILL', 'Siobhán', undefined],
    ['Ó SÚILLEABHÁIN Seán', 'Ó SÚILLEABHÁIN', 'Seán', undefined],
    ['LI Wei', 'LI', 'Wei', undefined],
    ['Kwok-Wah NG', 'NG', 'Kwok-Wah', undefined],
    ['J SMITH', 'SMITH', 'J', undefined],
    ['TJ HUGHES', 'HUGHES', 'TJ', undefined],
    ['Di SMITH', 'SMITH', 'Di', undefined],
    ['MRS Di VAN DYKE', 'VAN DYKE', 'Di', 'MRS'],
    ['MISS WARD', 'WARD', '', 'MISS'],
    ['МОРОЗОВА Анна', 'МОРОЗОВА', 'Анна', undefined],
    ['Ελένη ΓΕΩΡΓΙΟΥ', 'ΓΕΩΡΓΙΟΥ', 'Ελένη', undefined],
  ])('%s', (shown, familyName, givenNames, title) => {
    expect(splitName(shown)).toEqual({ familyName, givenNames, ...(title ? { title } : {}) });
  });

  test.each([
    ['MARGARET REED', 'REED', 'MARGARET'],
    ['MRS MARGARET ANN REED', 'REED', 'MARGARET ANN'],
    ['margaret reed', 'reed', 'margaret'],
    ['Mary SMITH Jones', 'Jones', 'Mary SMITH'],
    ['J Smith', 'Smith', 'J'],
    ['Mr J. P. Smith', 'Smith', 'J. P.'],
    ['U Aye', 'Aye', 'U'],
    ['Hamish MacDonald', 'MacDonald', 'Hamish'],
    ['Wilhelmina Abdel-Aziz', 'Abdel-Aziz', 'Wilhelmina'],
    ['O’Brien Walsh', 'Walsh', 'O’Brien'],
  ])('%s: capitals that say nothing leave the last word as the family name', (shown, familyName, givenNames) => {
    expect(splitName(shown)).toMatchObject({ familyName, givenNames });
  });

  test('a comma counts for more than capitals', () => {
    expect(splitName('Reed, MARGARET ANN')).toEqual({ familyName: 'Reed', givenNames: 'MARGARET ANN' });
    expect(splitName('van der Berg, PIETER (Mr)')).toMatchObject({ familyName: 'van der Berg', givenNames: 'PIETER' });
  });
});

/** Family names that can be told by their capitals: two letters at least in every word, bar what stands for “son of”. */
const families = NAME_STOCKS.flatMap(({ family }) => family)
  .filter((name) => !/(?:^| )\p{L}(?: |$)/u.test(name))
  .map((name) => name.toUpperCase());
/** Given names, none of which could be a part of a family name. */
const givens = NAME_STOCKS.flatMap(({ female, male }) => [...female, ...male]).filter(
  (name) => !/^(?:al|di|el|le)$|(?:^| )(?:al|da|van)(?: |$)/i.test(name) && !/\p{Lu}\p{Lu}/u.test(name),
);
const anyFamily = fc.constantFrom(...families);
const anyGiven = fc.constantFrom(...givens);
const anyTitle = fc.constantFrom('', 'Mrs', 'MR', 'Dr.', 'Miss', 'PROF', 'rev');
const together = (...words: string[]) => words.filter((word) => word !== '').join(' ');

describe('whoever it is', () => {
  test('a family name in capitals is found before and behind the given names, with and without a title', () => {
    fc.assert(
      fc.property(anyFamily, anyGiven, anyTitle, (family, given, title) => {
        const parts = { familyName: family, givenNames: given, ...(title ? { title } : {}) };
        expect(splitName(together(title, given, family))).toEqual(parts);
        expect(splitName(together(title, family, given))).toEqual(parts);
      }),
      { numRuns: 5000 },
    );
  });

  test('before a comma stands the family name, in whatever letters', () => {
    const anyCase = fc.constantFrom<((name: string) => string)[]>(
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => name.toLowerCase(),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...NAME_STOCKS.flatMap(({ family }) => family)),
        anyGiven,
        anyCase,
        (name, given, as) => {
          const parts = { familyName: as(name).normalize('NFC'), givenNames: given };
          expect(splitName(`${as(name)}, ${given}`)).toEqual(parts);
          expect(splitName(`${as(name)}, ${given} (Mrs)`)).toEqual({ ...parts, title: 'Mrs' });
          expect(splitName(`${as(name)}, Mrs ${given}`)).toEqual({ ...parts, title: 'Mrs' });
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('S1: wherever the family name stands, page and plan agree on it, and on no other name', () => {
    fc.assert(
      fc.property(anyFamily, anyGiven, anyFamily, (family, given, other) => {
        const letters = (name: string) => name.normalize('NFD').replace(/[^\p{L}]/gu, '');
        for (const shown of [`${given} ${family}`, `${family} ${given}`, `${family}, ${given}`]) {
          const parts = splitName(shown) ?? { familyName: '', givenNames: '' };
          expect([shown, endsInFamilyName(parts, family)]).toEqual([shown, true]);
          // Another family name may be the end of this one: “Costa” of “da Costa”.
          const isEnd = letters(`${given}${family}`).toUpperCase().endsWith(letters(other));
          if (!isEnd) expect([shown, other, endsInFamilyName(parts, other)]).toEqual([shown, other, false]);
        }
      }),
      { numRuns: 5000 },
    );
  });
});
