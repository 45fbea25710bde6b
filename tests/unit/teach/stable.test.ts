import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stability } from '../../../utils/teach/stable.ts';

const isStable = stability([
  { nhsNumber: '9991087109', birthDate: '1938-07-14', familyName: 'O’Brien-Reed', givenNames: 'Margaret Ann' },
]);

test.each(['patient-banner', 'pb-nhs', 'nhsuk-summary-list__value', 'patientHeader', 'rc-dob', 'dd', 'identity'])(
  'somebody wrote %s',
  (token) => {
    expect(isStable(token)).toBe(true);
  },
);

test.each([
  ['a digit', 'row-4'],
  ['a framework', 'css-abcdef'],
  ['a framework', 'sc-bdvaja'],
  ['a framework', '_ngcontent-abc'],
  ['a state', 'is-open'],
  ['a state', 'selected'],
  ['nothing that could be said', 'bdVaJxqzkt'],
  ['a name', 'card-reed'],
  ['a name', 'obrienReed'],
  ['a name', 'MARGARET'],
  ['nothing', ''],
  ['a space', 'two words'],
])('not relied on, since it holds %s: %s', (_, token) => {
  expect(isStable(token)).toBe(false);
});

test('never a digit, and never a name of a patient', () => {
  const name = fc.stringMatching(/^[A-Z][a-z]{2,8}$/);
  fc.assert(
    fc.property(name, fc.string(), fc.string(), (familyName, before, behind) => {
      const judge = stability([{ nhsNumber: '9991087109', birthDate: null, familyName, givenNames: '' }]);
      expect(judge(`${before}-${familyName.toLowerCase()}_${behind}`)).toBe(false);
      if (familyName.length >= 5) expect(judge(`${before}${familyName.toLowerCase()}${behind}`)).toBe(false);
      expect(judge(`${before}7${behind}`)).toBe(false);
    }),
  );
});
