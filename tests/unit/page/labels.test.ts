import { describe, expect, test } from 'vitest';
import { isStatus, type LabelKind, type Labelled, labelAt } from '../../../utils/page/labels.ts';

/** A text that is labelled so, whether or not its element names the next one. */
function expectBoth(text: string, expected: Labelled | null): void {
  for (const isLabel of [false, true]) expect(labelAt(text, isLabel), `${text}, ${isLabel}`).toEqual(expected);
}

const NUMBER = '999 104 5120';

describe('the number', () => {
  test.each([
    'NHS number',
    'NHS Number',
    'NHS NUMBER',
    'NHS no',
    'NHS No.',
    'NHS no.:',
    'NHSNo',
    'NHS num',
    'NHS ID',
    'NHS #',
    'NHS#',
    'NHS number:',
    'NHS number :',
    'NHS number：',
    'Patient NHS number',
    'Patient’s NHS number',
    "The patient's NHS No.",
    'Your NHS number',
    'Child’s NHS number',
    'Resident NHS no',
    'Service user NHS number',
    'NHS number (10 digits)',
    'NHS number (England):',
    'NHS number (verified)',
    'NHS:',
    'NHS',
    'Rhif GIG',
    'Rhif y GIG',
    'Rhif y GIG:',
    'RHIF GIG',
    'Rhif NHS',
  ])('%s', (label) => {
    expectBoth(label, { kind: 'nhsNumber', rest: '' });
    expectBoth(`${label} ${NUMBER}`, { kind: 'nhsNumber', rest: NUMBER });
  });

  test.each([
    ['NHS No. ✓ verified 999 104 5120', NUMBER],
    ['NHS number: Number present and verified 999 104 5120', NUMBER],
    ['NHS number – 999 104 5120', NUMBER],
    ['NHS number not known', 'not known'],
    ['NHS number: unknown', 'unknown'],
    ['NHS number: None', 'None'],
    ['NHS number: ***', '***'],
    ['NHS number: xxx xxx 5120', 'xxx xxx 5120'],
    ['NHS 9991045120', '9991045120'],
  ])('%s says %s', (text, rest) => {
    expectBoth(text, { kind: 'nhsNumber', rest });
  });

  test.each([
    'Rhif GIG / NHS number',
    'NHS number / Rhif GIG',
    'Rhif GIG/NHS No.',
    'Rhif GIG | NHS number',
    'NHS number · Rhif GIG',
    'Rhif GIG / NHS number:',
  ])('%s, one label in two languages', (label) => {
    expectBoth(label, { kind: 'nhsNumber', rest: '' });
  });
});

describe('not this patient’s number', () => {
  test.each([
    'Mother’s NHS number',
    "Mother's NHS number",
    'Baby’s NHS number',
    'Previous NHS number',
    'Old NHS number',
    'Next of kin NHS no',
    'Donor (living) NHS number',
  ])('%s', (label) => {
    expectBoth(label, { kind: 'other', rest: '' });
    expectBoth(`${label}: ${NUMBER}`, { kind: 'other', rest: NUMBER });
  });

  test.each([
    ['NHS number status', 'NHS number status: traced'],
    ['NHS number last checked', 'NHS number last checked: 12-May-2026'],
  ])('%s is about a number', (label, withColon) => {
    expect(labelAt(label, true)?.kind).toBe('other');
    expect(labelAt(withColon, false)?.kind).toBe('other');
  });

  test.each(['NHS England', 'NHS Trust', 'NHS login', 'nhs.uk', 'NHS 111', 'About the NHS', 'NHSX', NUMBER])(
    'the logo or words %s',
    (text) => {
      expect(labelAt(text, false)).toBeNull();
      expect(labelAt(text, true)?.kind).toBe('other');
    },
  );
});

describe('the birth date', () => {
  test.each([
    'Date of birth',
    'Date of Birth:',
    'DATE OF BIRTH',
    'Birth date',
    'Birthdate',
    'DOB',
    'D.O.B.',
    'D.o.b:',
    'D O B',
    'Born',
    'Born:',
    'Born on',
    'Patient’s date of birth',
    'Your date of birth',
    'Date of birth (DD-MMM-YYYY):',
    'Dyddiad geni',
    'Dyddiad Geni:',
    'Ganwyd',
    'Ganed',
    'Ganed ar',
    'Dyddiad geni / Date of birth',
    'Date of birth / Dyddiad geni',
  ])('%s', (label) => {
    expectBoth(label, { kind: 'birthDate', rest: '' });
  });

  test.each([
    ['Born 14-Jul-1938 (88y)', '14-Jul-1938 (88y)'],
    ['Date of birth (dd/mm/yyyy): 14/07/1938', '14/07/1938'],
    ['DOB: 14/07/1938', '14/07/1938'],
    ['Date of birth: July 14, 1938', 'July 14, 1938'],
    ['Date of birth Thursday, 14 July 1938', 'Thursday, 14 July 1938'],
    ['Dyddiad geni: 14 Gorffennaf 1938', '14 Gorffennaf 1938'],
    ['Ganwyd 14-Gor-1938', '14-Gor-1938'],
  ])('%s', (text, rest) => {
    expectBoth(text, { kind: 'birthDate', rest });
  });

  test.each(['Born in Cardiff', 'Bornholm', 'Date of death', 'Date of birth not stated by'])('not %s', (text) => {
    expect(labelAt(text, false)?.kind).not.toBe('birthDate');
    expect(labelAt(text, true)?.kind).toBe('other');
  });
});

describe('the name', () => {
  test.each<[LabelKind, readonly string[]]>([
    [
      'familyName',
      ['Surname', 'Family name', 'Last name', 'Patient surname', 'Cyfenw', 'Surname / Cyfenw', 'Surname(s)'],
    ],
    [
      'givenNames',
      ['Forename', 'Forenames', 'Fore name', 'First name', 'Given names', 'Forename(s)', 'Enw cyntaf', 'Enwau bedydd'],
    ],
    ['middleNames', ['Middle name', 'Middle names', 'Middle name(s)', 'Enwau canol']],
    [
      'name',
      [
        'Name',
        'Full name',
        'Patient name',
        'Patient’s name',
        'Usual name',
        'Resident name',
        'Enw',
        'Enw llawn',
        'Enw’r claf',
        'Enw / Name',
        'Name / Enw',
      ],
    ],
    ['person', ['Patient', 'Resident', 'Client', 'Claf', 'Y claf', 'Service user']],
  ])('%s: %j', (kind, labels) => {
    for (const label of labels) {
      expectBoth(label, { kind, rest: '' });
      expectBoth(`${label}:`, { kind, rest: '' });
      if (!label.includes('/')) expectBoth(`${label}: REED, Margaret`, { kind, rest: 'REED, Margaret' });
    }
  });

  test.each(['Named nurse', 'Enwedig', 'Patient Summary', 'Clients of today', 'Name of the practice', 'Surname first'])(
    'not %s',
    (text) => {
      expect(labelAt(text, false)).toBeNull();
      expect(labelAt(text, true)).toEqual({ kind: 'other', rest: '' });
    },
  );
});

describe('anything else', () => {
  test.each<[string, string]>([
    ['Gender', ''],
    ['Gender: Female', 'Female'],
    ['Gender Female', 'Female'],
    ['Sex: F', 'F'],
    ['Rhyw: Benyw', 'Benyw'],
    ['Age 88', '88'],
    ['Oed: 88', '88'],
    ['Address', ''],
    ['Address: 1 Elm Road', '1 Elm Road'],
    ['Previous names', ''],
    ['Previous name: DOYLE', 'DOYLE'],
    ['Known as Maggie', 'Maggie'],
    ['Likes to be called', ''],
    ['GP: Dr Anwen PRYCE', 'Dr Anwen PRYCE'],
    ['Hospital no 12345', '12345'],
    ['MRN 12345', '12345'],
    ['Next of kin', ''],
    ['Any words at all: with a value', 'with a value'],
  ])('%s', (text, rest) => {
    expect(labelAt(text, false)).toEqual({ kind: 'other', rest });
  });

  test.each(['REED, Margaret (Mrs)', '14-Jul-1938', 'Female', 'Addressed to nobody', 'GP practice nurse', ''])(
    'is no label: %j',
    (text) => {
      expect(labelAt(text, false)).toBeNull();
      // In an element that names the next one, it is one all the same.
      expect(labelAt(text, true)).toEqual({ kind: 'other', rest: '' });
    },
  );
});

test.each<[string, boolean]>([
  ['✓', true],
  ['✓ verified', true],
  ['Verified', true],
  ['Number present and verified', true],
  ['traced', true],
  ['✅ confirmed', true],
  ['', true],
  ['Not verified', false],
  ['verified 999 104 5120', false],
  ['unverified', false],
  [NUMBER, false],
  ['verifiedly', false],
])('whether %j only says how sure a number is: %s', (text, expected) => {
  expect(isStatus(text)).toBe(expected);
});
