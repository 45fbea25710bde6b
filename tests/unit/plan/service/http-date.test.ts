import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { httpDate } from '../../../../utils/plan/service/http-date.ts';

const NOW = Date.UTC(2026, 10, 22);
const WANTED = Date.UTC(1994, 10, 6, 8, 49, 37);

describe('the three forms of RFC 9110 §5.6.7', () => {
  test.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])(
    '%s',
    (value) => {
      expect(httpDate(value, NOW)).toBe(WANTED);
      expect(httpDate(` ${value}\t`, NOW)).toBe(WANTED);
    },
  );

  test('a year of two digits is never more than fifty years ahead', () => {
    expect(httpDate('Sunday, 06-Nov-76 08:49:37 GMT', NOW)).toBe(Date.UTC(2076, 10, 6, 8, 49, 37));
    expect(httpDate('Sunday, 06-Nov-77 08:49:37 GMT', NOW)).toBe(Date.UTC(1977, 10, 6, 8, 49, 37));
  });
});

test.each([
  '',
  'yesterday',
  '1994-11-06T08:49:37Z',
  'Sun, 06 Nov 1994 08:49:37 BST',
  'Sun, 06 Nov 1994 08:49:37',
  'Sun, 31 Feb 1994 08:49:37 GMT',
  'Sun, 00 Nov 1994 08:49:37 GMT',
  'Sun, 06 Nux 1994 08:49:37 GMT',
  'Sun, 06 Nov 1994 24:49:37 GMT',
  'Sun, 06 Nov 1994 08:60:37 GMT',
  '6 Nov 1994 08:49 GMT',
])('“%s” is none', (value) => expect(httpDate(value, NOW)).toBeNull());

test('whatever a server writes is read as it was meant', () => {
  const min = new Date('1970-01-01T00:00:00Z');
  fc.assert(
    fc.property(fc.date({ min, max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }), (date) => {
      expect(httpDate(date.toUTCString(), NOW)).toBe(Math.floor(date.getTime() / 1000) * 1000);
    }),
  );
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = httpDate(text, NOW);
      expect(read === null || Number.isInteger(read)).toBe(true);
    }),
  );
});
