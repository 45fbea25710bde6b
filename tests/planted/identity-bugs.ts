import type { PlantedBug } from './planted-bug.ts';

const AGREEMENT = 'utils/patient/agreement.ts';
const AGREEMENT_TEST = 'tests/unit/patient/agreement.test.ts';

/** In whether page and plan are about the same person. */
export const IDENTITY_BUGS: readonly PlantedBug[] = [
  {
    name: 'Page and plan are matched on name and birth date, whatever the number',
    rule: 'S1',
    file: AGREEMENT,
    find: "if (page.nhsNumber !== plan.nhsNumber) items.push('nhsNumber');",
    replace: '',
    caughtBy: [AGREEMENT_TEST],
  },
  {
    name: 'The birth date is not compared',
    rule: 'S1',
    file: AGREEMENT,
    find: "if (page.birthDate !== null && page.birthDate !== plan.birthDate) items.push('birthDate');",
    replace: '',
    caughtBy: [AGREEMENT_TEST],
  },
  {
    name: 'The family name is not compared',
    rule: 'S1',
    file: AGREEMENT,
    find: "if (page.familyName !== null && !familyNameAgrees(page, plan)) items.push('familyName');",
    replace: '',
    caughtBy: [AGREEMENT_TEST],
  },
  {
    name: 'A page that shows too little agrees',
    rule: 'S1',
    file: AGREEMENT,
    find: "if (page.birthDate === null || page.familyName === null) return { kind: 'tooLittle' };",
    replace: '',
    caughtBy: [AGREEMENT_TEST],
  },
  {
    name: 'A number that fails modulus 11 is accepted',
    rule: 'S1',
    file: 'utils/patient/nhs-number.ts',
    find: 'return checkDigit(digits) === Number(digits[9]) ? digits : null;',
    replace: 'return digits;',
    caughtBy: ['tests/unit/patient/nhs-number.test.ts'],
  },
  {
    name: 'A part of a family name is enough',
    rule: 'S1',
    file: 'utils/patient/names.ts',
    find: "if (words.slice(-count).join('') === wanted) return true;",
    replace: 'if (words.includes(wanted)) return true;',
    caughtBy: ['tests/unit/patient/misleading-names.test.ts'],
  },
  {
    name: 'Of a resident who was pressed in a list nobody has to confirm the birth date',
    rule: 'S1',
    file: 'utils/view/decide-view.ts',
    find: "const shown = shows.openedBy === 'residents' ? null : shows.identity.birthDate;",
    replace: 'const shown = shows.identity.birthDate;',
    caughtBy: ['tests/unit/view/decide-search.test.ts'],
  },
  {
    name: 'A plan whose own patient has another number is read',
    rule: 'S1',
    file: 'utils/plan/reader/document.ts',
    find: "if (numbers[0] !== asked) return isOld ? 'replacedNumber' : 'wrongPatient';",
    replace: '',
    caughtBy: ['tests/unit/plan/reader/wrong-subject.test.ts'],
  },
  {
    name: 'A plan with parts about somebody else is read',
    rule: 'S1',
    file: 'utils/plan/reader/document.ts',
    find: 'patients.length === 1 && resources.every((resource) => isAboutOnly(resource, about))',
    replace: 'patients.length === 1',
    caughtBy: ['tests/unit/plan/reader/wrong-subject.test.ts'],
  },
  {
    name: 'The service answers about another patient, and is believed',
    rule: 'S1',
    file: 'utils/plan/service/find-patient.ts',
    find: 'if (holds.length !== 1 || holds[0] !== nhsNumber)',
    replace: 'if (holds.length !== 1)',
    caughtBy: ['tests/unit/plan/service/find-patient.test.ts'],
  },
];
