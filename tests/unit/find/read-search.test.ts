import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nhsNumberWithin, readSearch } from '../../../utils/find/read-search.ts';
import { parseNhsNumber } from '../../../utils/patient/nhs-number.ts';
import { validNumber } from '../patient/valid-number.ts';

const TODAY = '2026-11-26';
const NUMBER = '9991087109';
const BORN = '1938-07-14';

const read = (nhsNumber: string, birthDate = BORN) => readSearch({ nhsNumber, birthDate }, TODAY);
const numberFault = (typed: string) => {
  const result = read(typed);
  return result.ok ? null : result.faults.nhsNumber;
};
const dateFault = (typed: string) => {
  const result = read(NUMBER, typed);
  return result.ok ? null : result.faults.birthDate?.is;
};

describe('an NHS number, as people type and paste it', () => {
  test.each([
    '9991087109',
    '999 108 7109',
    ' 999-108-7109 ',
    '999\u2009108\u20097109',
    '999\u00a0108\u00a07109',
    '999–108–7109',
    '９９９ １０８ ７１０９',
    '\u202a999 108 7109\u202c',
    'NHS No. 999 108 7109',
    'NHS number: 999 108 7109',
    'Rhif GIG: 999 108 7109',
    '999 108 7109 (verified)',
    'NHS No.\t999\n108 7109',
  ])('%j', (typed) => {
    expect(read(typed)).toEqual({ ok: true, search: { nhsNumber: NUMBER, birthDate: BORN } });
  });

  test.each([
    ['', { is: 'missing' }],
    ['  \u200b ', { is: 'missing' }],
    ['Margaret Reed', { is: 'otherCharacters' }],
    ['999 108 7109 or 999 108 7117', { is: 'otherCharacters' }],
    ['999 108 710', { is: 'wrongLength', digits: 9 }],
    ['999 108 7109 1', { is: 'wrongLength', digits: 11 }],
    ['999 108 7100', { is: 'wrongDigit' }],
    ['000 000 0000', { is: 'wrongDigit' }],
  ])('what is wrong with %j is said', (typed, fault) => {
    expect(numberFault(typed)).toEqual(fault);
  });
});

describe('a birth date, in any common form', () => {
  test.each([
    '14/07/1938',
    '14 7 1938',
    '14.7.1938',
    '14-Jul-1938',
    '14 July 1938',
    'July 14, 1938',
    '14 Gorffennaf 1938',
    '1938-07-14',
    '14071938',
    '１４/０７/１９３８',
    '14th July 1938',
    '14–07–1938',
  ])('%j', (typed) => {
    expect(read(NUMBER, typed)).toEqual({ ok: true, search: { nhsNumber: NUMBER, birthDate: BORN } });
  });

  test.each([
    ['', 'missing'],
    ['14/07/38', 'shortYear'],
    ['31/02/1940', 'notADate'],
    ['07/14/1938', 'notADate'],
    ['yesterday', 'notADate'],
    ['27/11/2026', 'future'],
    ['01/01/1895', 'tooLongAgo'],
  ])('what is wrong with %j is said', (typed, fault) => {
    expect(dateFault(typed)).toBe(fault);
  });
});

test('both faults are said at once', () => {
  expect(readSearch({ nhsNumber: '', birthDate: '' }, TODAY)).toEqual({
    ok: false,
    faults: { nhsNumber: { is: 'missing' }, birthDate: { is: 'missing' } },
  });
});

test('whatever stands between the digits, a valid number is itself and no other', () => {
  const between = fc.constantFrom('', ' ', '-', '\u2009', '\u00a0', '–', '.', '\u200b', '/');
  const around = fc.constantFrom('', 'NHS No. ', 'NHS: ', ' (checked)', '\n');
  fc.assert(
    fc.property(validNumber, fc.array(between, { minLength: 9, maxLength: 9 }), around, (number, gaps, label) => {
      const typed = [...number].map((digit, at) => `${digit}${gaps[at] ?? ''}`).join('');
      const text = label.startsWith(' (') ? typed + label : label + typed;
      expect(read(text)).toEqual({ ok: true, search: { nhsNumber: number, birthDate: BORN } });
    }),
  );
});

test('whatever is typed, what comes out is a valid number and a day in the past, or a fault of a field', () => {
  const digits = fc.stringMatching(/^[0-9 ./-]{0,14}$/);
  const any = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), digits);
  fc.assert(
    fc.property(any, any, (nhsNumber, birthDate) => {
      const result = readSearch({ nhsNumber, birthDate }, TODAY);
      if (result.ok) {
        expect(result.search.nhsNumber).toMatch(/^\d{10}$/);
        expect(result.search.birthDate <= TODAY).toBe(true);
      } else expect(Object.keys(result.faults)).not.toEqual([]);
    }),
    { numRuns: 5_000 },
  );
});

describe('an NHS number within a selected text', () => {
  const one = { is: 'one', nhsNumber: NUMBER };
  const [none, several] = [{ is: 'none' }, { is: 'several' }];
  test.each([
    ['NHS No: 999 108 7109, born 14/07/1938', one],
    ['REED, Margaret 9991087109', one],
    ['999-108-7109 and again 9991087109', one],
    // Rows of tables come without what parted their cells.
    ['REED, Margaret 14/07/1938 999 108 7109 11:42', one],
    ['999 108 7109 14-Jul-1938 F', one],
    ['999 108 7109 14 Gorffennaf 1938', one],
    ['999 108 7109 1938-07-14 11:42', one],
    // One that is wrong is none: the other is the only one there is.
    ['999 108 7100', none],
    ['999 108 7109, not 999 108 7100', one],
    ['999 108 7109 and 999 108 7117', several],
    ['999 108 7109 999 108 7117', several],
    ['9991087109 9991087117', several],
    ['9991087109\n9991087117', several],
    ['4\t999 108 7109\t83', one],
    // Not cut out of other digits, wherever they stand.
    ['4 999 108 7109', none],
    ['tel. 01632 960123', none],
    ['99910871091', none],
    ['999 108 7109 1', none],
    ['0000000000', none],
    ['Margaret Reed', none],
    ['', none],
  ])('%j: %j', (text, within) => {
    expect(nhsNumberWithin(text)).toEqual(within);
  });

  test('nothing but a valid number ever comes out, and a text with dates in it is read in a moment', () => {
    const parts = fc.constantFrom('999 108 7109', '9991087117', '14/07/1938', '1', ' ', '-', 'Jul', '11:42', '1938');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        const within = nhsNumberWithin(any);
        expect(within.is === 'one' ? parseNhsNumber(within.nhsNumber) : within).not.toBeNull();
      }),
      { numRuns: 5_000 },
    );
  });
});
