import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nhsNumberWithin, readSearch } from '../../../utils/find/read-search.ts';
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
  test.each([
    ['NHS No: 999 108 7109, born 14/07/1938', NUMBER],
    ['REED, Margaret 9991087109', NUMBER],
    ['999-108-7109 and again 9991087109', NUMBER],
    ['999 108 7100', '9991087100'],
    ['999 108 7109 and 999 108 7117', null],
    ['tel. 01632 960123', null],
    ['99910871091', null],
    ['999 108 7109 1', null],
    ['Margaret Reed', null],
    ['', null],
  ])('%j: %s', (text, number) => {
    expect(nhsNumberWithin(text)).toBe(number);
  });
});
