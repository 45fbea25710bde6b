import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endsInFamilyName, foldName, splitName } from '../../../utils/patient/names.ts';

describe('foldName', () => {
  test.each([
    ['O’Neill', "O'NEILL"],
    ["O'Neill", 'ONeill'],
    ['O’Neill-Brown', 'ONEILL BROWN'],
    ['Łukasz', 'LUKASZ'],
    ['Wójcik', 'WOJCIK'],
    ['Müller', 'MULLER'],
    ['Weiß', 'WEISS'],
    ['Øvrebø', 'OVREBO'],
    ['Guðmundsdóttir', 'GUDMUNDSDOTTIR'],
    ['Yılmaz', 'YILMAZ'],
    ['İnce', 'INCE'],
    ['Nguyễn', 'Nguyen'],
    ['Adéṣínà', 'ADESINA'],
    ['van der Berg', 'VAN DER BERG'],
    ['van der Berg', 'Vanderberg'],
    ['Whitcombe-Hargreaves', 'Whitcombe Hargreaves'],
    ['Whitcombe‑Hargreaves', 'WHITCOMBE–HARGREAVES'],
    ['St. Louis', 'St Louis'],
    ['Mac Giolla Phádraig', 'MacGiolla Phadraig'],
    ['Ng’ang’a', "NG'ANG'A"],
    ['Siobha\u0301n', 'Siobhán'],
    ['Re\u00aded', 'Reed'],
    ['Παπασ-Δημος', 'ΠΑΠΑΣ-ΔΗΜΟΣ'],
  ])('S1: %s and %s are one name', (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  test.each([
    ['Leach', 'Leech'],
    ['Reid', 'Read'],
    ['Smith', 'Smyth'],
    ['Macdonald', 'McDonald'],
    ['O’Brien', 'O’Brian'],
    ['Li', 'Lee'],
    ['Hussain', 'Hussein'],
    ['Nowak', 'Novak'],
    ['Müller', 'Mueller'],
    ['Brown', 'Browne'],
    ['Kowalski', 'Kowalska'],
    ['Reed', 'Reed Hill'],
    ['Ng', 'N'],
  ])('S1: %s and %s are two names: nothing fuzzier than spelling', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other));
  });

  const letters = fc.string({ unit: 'grapheme', maxLength: 20 });
  test('is idempotent', () => {
    fc.assert(
      fc.property(letters, (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
      { numRuns: 3000 },
    );
  });

  test('does not see case, composition, apostrophes, hyphens or spaces', () => {
    const latin = fc.array(fc.constantFrom(...'abcdeéèłøßñ'), { minLength: 1, maxLength: 12 });
    const mark = fc.constantFrom('', ' ', '-', "'", '’', '‑', '\u00a0');
    fc.assert(
      fc.property(latin, mark, fc.nat(12), (name, between, at) => {
        const plain = name.join('');
        const spelt = `${name.slice(0, at).join('')}${between}${name.slice(at).join('')}`;
        for (const other of [spelt, spelt.toUpperCase(), spelt.normalize('NFD')]) {
          expect(foldName(other)).toBe(foldName(plain));
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('splitName', () => {
  test.each([
    ['REED, Margaret (Mrs)', 'REED', 'Margaret', 'Mrs'],
    ['Mrs Margaret Reed', 'Reed', 'Margaret', 'Mrs'],
    ['Margaret Reed (Mrs)', 'Reed', 'Margaret', 'Mrs'],
    ['REED, Mrs Margaret Ann', 'REED', 'Margaret Ann', 'Mrs'],
    ['Dr. Anna van der Berg', 'van der Berg', 'Anna', 'Dr.'],
    ['Jan van den Broek', 'van den Broek', 'Jan', undefined],
    ['Maria da Silva', 'da Silva', 'Maria', undefined],
    ['Noel St John', 'St John', 'Noel', undefined],
    ['ap Rhys, Gwilym', 'ap Rhys', 'Gwilym', undefined],
    ['O’NEILL-BROWN, Mary Ann (Miss)', 'O’NEILL-BROWN', 'Mary Ann', 'Miss'],
    ['Ana Garcia Lopez', 'Lopez', 'Ana Garcia', undefined],
    ['Mrs Di Smith', 'Smith', 'Di', 'Mrs'],
    ['Mr Al Green', 'Green', 'Al', 'Mr'],
    ['Mrs Di van Dyke', 'van Dyke', 'Di', 'Mrs'],
    ['Mrs Reed', 'Reed', '', 'Mrs'],
    ['Reed', 'Reed', '', undefined],
    ['REED,', 'REED', '', undefined],
    ['U, Aye', 'U', 'Aye', undefined],
    ['Lord, Jack', 'Lord', 'Jack', undefined],
    ['  Mrs\u00a0Margaret \n Reed ', 'Reed', 'Margaret', 'Mrs'],
    ['Margaret Reed (known as Peggy)', 'Reed', 'Margaret', undefined],
    ['Di Smith', 'Smith', 'Di', undefined],
  ])('%s', (shown, familyName, givenNames, title) => {
    expect(splitName(shown)).toEqual({ familyName, givenNames, ...(title ? { title } : {}) });
  });

  test.each(['', '   ', '—', ', ', '999 104 5120', '?', '(Mrs)'])('“%s” holds no name', (shown) => {
    expect(splitName(shown)).toBeNull();
  });

  test.each([
    [', Margaret', 'the family name has not been filled in yet'],
    ['Mrs', 'a title alone'],
    ['Mr.', 'a title alone'],
  ])('S1: “%s” names nobody: %s', (shown) => {
    expect(splitName(shown)).toBeNull();
  });

  test('what is read is in the text, letter by letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (shown) => {
        const bare = (text: string) => text.normalize('NFC').replace(/\s+/g, '');
        const parts = splitName(shown);
        for (const part of parts ? [parts.familyName, parts.givenNames] : []) {
          expect(bare(shown)).toContain(bare(part));
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('endsInFamilyName', () => {
  test.each([
    ['Ana Garcia Lopez', 'Garcia Lopez', true],
    ['Ana Garcia Lopez', 'Lopez', true],
    ['Ana Garcia Lopez', 'Garcia', false],
    ['Ana Garcia Lopez', 'Ana Garcia Lopez', false],
    ['LOPEZ, Ana', 'Garcia Lopez', false],
    ['GARCIA LOPEZ, Ana', 'Lopez', false],
    ['Jan van der Berg', 'van der Berg', true],
    ['Jan van der Berg', 'Vanderberg', true],
    ['Jan van der Berg', 'Berg', false],
    ['Pat O’ Brien', 'O’Brien', true],
    ['Pat O’Brien', 'Brien', false],
    ['Mary Ann Smith', 'Ann Smith', true],
    ['Mary Ann Smith', 'nn Smith', false],
    ['Joan Leach', 'Leech', false],
    ['Mary Smith-Jones', 'Smith Jones', true],
    ['Mary Smith-Jones', 'Jones', false],
    ['Wilhelmina da Silva e Sousa', 'da Silva e Sousa', true],
    ['U, Aye', 'U', true],
    ['Margaret Reed', '', false],
    ['Margaret Reed', ' - ', false],
  ])('S1: %s ends in the family name “%s”: %s', (shown, familyName, ends) => {
    const parts = splitName(shown);
    expect(parts && endsInFamilyName(parts, familyName)).toBe(ends);
  });
});
