import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bannerName } from '../../../../components/format/names.ts';
import { spacedNhsNumber } from '../../../../components/format/nhs-number.ts';
import { phoneLink } from '../../../../components/format/phone-link.ts';

test('an NHS number is written 3 3 4, and no digit changes', () => {
  expect(spacedNhsNumber('9991045120')).toBe('999 104 5120');
  fc.assert(
    fc.property(fc.stringMatching(/^\d{10}$/), (digits) => {
      expect(spacedNhsNumber(digits)).toMatch(/^\d{3} \d{3} \d{4}$/);
      expect(spacedNhsNumber(digits).replaceAll(' ', '')).toBe(digits);
    }),
  );
});

test('what is no NHS number is not dressed up as one', () => {
  expect(spacedNhsNumber('99910451')).toBe('99910451');
  expect(spacedNhsNumber('H801-12')).toBe('H801-12');
});

test('a name is written as in the NHS banner', () => {
  expect(bannerName({ familyName: 'Reed', givenNames: 'Margaret', title: 'Mrs' })).toBe('REED, Margaret (Mrs)');
  expect(bannerName({ familyName: 'O’Neill-Brown', givenNames: '' })).toBe('O’NEILL-BROWN');
  expect(bannerName({ familyName: null, givenNames: 'Margaret' })).toBe('Margaret');
  expect(bannerName({ familyName: null, givenNames: '' })).toBeNull();
  expect(bannerName({ familyName: '', givenNames: '', title: 'Mrs' })).toBeNull();
});

test.each([
  ['01632 960123', 'tel:01632960123'],
  ['(020) 7946-0123', 'tel:02079460123'],
  ['+44 (0)1632 960123', 'tel:+441632960123'],
  ['01632 960145 ext 4471', 'tel:01632960145'],
  ['01632 960145 x4471', 'tel:01632960145'],
  ['111', 'tel:111'],
])('%s can be rung', (sent, address) => {
  expect(phoneLink(sent)).toBe(address);
});

test.each([
  '01632 960123 or 07700 900461',
  '01632 960123 / 07700 900461',
  '01632 960123 07700 900461',
  '960123 960124',
  'ask the ward',
  'javascript:alert(1)',
  '12',
  '',
])('what is not plainly one number is no link: %s', (sent) => {
  expect(phoneLink(sent)).toBeNull();
});

test('a link never holds anything but digits', () => {
  fc.assert(
    fc.property(fc.string(), (sent) => {
      expect(phoneLink(sent) ?? 'tel:111').toMatch(/^tel:\+?\d{3,17}$/);
    }),
  );
});
