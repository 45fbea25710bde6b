import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Agreement, compareIdentities, compareTyped, type PlanSide } from '../../../utils/patient/agreement.ts';
import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';

const page: PatientIdentity = {
  nhsNumber: '9991087109',
  birthDate: '1938-07-14',
  familyName: 'REED',
  givenNames: 'Margaret',
};
const plan: PlanSide = {
  nhsNumber: '9991087109',
  birthDate: '1938-07-14',
  familyNames: ['Reed', 'O’Neill-Brown'],
  givenNames: 'Margaret Ann',
};
const agrees: Agreement = { kind: 'agrees', givenNamesDiffer: false };
const differs = (...items: Extract<Agreement, { kind: 'differs' }>['items']): Agreement => ({ kind: 'differs', items });

describe('page and plan, row by row', () => {
  test.each<[string, Partial<PatientIdentity>, Partial<PlanSide>, Agreement]>([
    ['all the same', {}, {}, agrees],
    ['S1: another number', { nhsNumber: '9000000009' }, {}, differs('nhsNumber')],
    ['S1: another birth date', { birthDate: '1938-07-15' }, {}, differs('birthDate')],
    ['S1: the plan has no whole birth date', {}, { birthDate: null }, differs('birthDate')],
    ['S1: the page shows none', { birthDate: null }, {}, { kind: 'tooLittle' }],
    ['S1: neither shows one', { birthDate: null }, { birthDate: null }, { kind: 'tooLittle' }],
    ['S1: another family name', { familyName: 'Reid' }, {}, differs('familyName')],
    ['a previous family name', { familyName: "O'NEILL BROWN" }, {}, agrees],
    ['S1: the plan knows no family name', {}, { familyNames: [] }, differs('familyName')],
    ['S1: an empty family name agrees with nothing', { familyName: '' }, { familyNames: [''] }, differs('familyName')],
    ['S1: the page shows no name', { familyName: null, givenNames: '' }, {}, { kind: 'tooLittle' }],
    [
      'S1: everything differs',
      { nhsNumber: '9000000009', birthDate: '1940-01-01', familyName: 'Hill' },
      {},
      differs('nhsNumber', 'birthDate', 'familyName'),
    ],
    [
      'S1: too little and different is different',
      { nhsNumber: '9000000009', birthDate: null },
      {},
      differs('nhsNumber'),
    ],
    ['another given name is a note', { givenNames: 'Joan' }, {}, { kind: 'agrees', givenNamesDiffer: true }],
    ['only the first given name counts', { givenNames: 'Margaret Rose' }, {}, agrees],
    ['no given name on the page', { givenNames: '' }, {}, agrees],
    ['no given name in the plan', {}, { givenNames: '' }, agrees],
    ['given names with marks', { givenNames: 'MARGÁRET' }, {}, agrees],
    ['given names with a hyphen', { givenNames: 'Mary-Ann' }, { givenNames: 'Mary Ann' }, agrees],
    ['given names with a hyphen that does not break', { givenNames: 'Mary‑Ann' }, { givenNames: 'Mary Ann' }, agrees],
    ['twins', { givenNames: 'Anna' }, { givenNames: 'Hannah' }, { kind: 'agrees', givenNamesDiffer: true }],
  ])('%s', (_name, onPage, inPlan, expected) => {
    expect(compareIdentities({ ...page, ...onPage }, { ...plan, ...inPlan })).toEqual(expected);
  });
});

const few = <T>(...values: T[]) => fc.constantFrom(...values);
const anyPage: fc.Arbitrary<PatientIdentity> = fc.record({
  nhsNumber: few('9991087109', '9000000009'),
  birthDate: few(null, '1938-07-14', '1938-07-15'),
  familyName: few(null, '', 'Reed', 'Reid', 'REED-HILL'),
  givenNames: few('', 'Margaret', 'Joan'),
});
const anyPlan: fc.Arbitrary<PlanSide> = fc.record({
  nhsNumber: few('9991087109', '9000000009'),
  birthDate: few(null, '1938-07-14', '1938-07-15'),
  familyNames: fc.array(few('', 'Reed', 'Reid', 'Reed Hill'), { maxLength: 2 }),
  givenNames: few('', 'Margaret', 'Joan'),
});

test('S1: agreement means the same number, the same known birth date and one of the family names', () => {
  fc.assert(
    fc.property(anyPage, anyPlan, (onPage, inPlan) => {
      const { kind } = compareIdentities(onPage, inPlan);
      if (kind !== 'agrees') return;
      expect(onPage.nhsNumber).toBe(inPlan.nhsNumber);
      expect(onPage.birthDate).not.toBeNull();
      expect(onPage.birthDate).toBe(inPlan.birthDate);
      const letters = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
      expect(inPlan.familyNames.map(letters)).toContain(letters(onPage.familyName ?? 'nobody'));
    }),
    { numRuns: 5000 },
  );
});

describe('S1: number and birth date, typed in', () => {
  test.each<[string, Partial<PatientIdentity>, Partial<PlanSide>, Agreement]>([
    ['the same, whatever the name', {}, { familyNames: ['Hill'] }, agrees],
    ['another number', { nhsNumber: '9000000009' }, {}, differs('nhsNumber')],
    ['another birth date', { birthDate: '1938-07-15' }, {}, differs('birthDate')],
    ['the plan has no whole birth date', {}, { birthDate: null }, differs('birthDate')],
    ['none typed', { birthDate: null }, {}, { kind: 'tooLittle' }],
    ['neither has one', { birthDate: null }, { birthDate: null }, { kind: 'tooLittle' }],
  ])('%s', (_, onPage, inPlan, expected) => {
    const typed = { ...page, familyName: null, givenNames: '', ...onPage };
    expect(compareTyped(typed, { ...plan, ...inPlan })).toEqual(expected);
  });
});
