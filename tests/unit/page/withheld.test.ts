// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { isWithheld } from '../../../utils/page/gates.ts';
import { page, pretendLayout, sightNow } from './layout.ts';

beforeAll(() => pretendLayout(window));

describe('a record that is kept back', () => {
  const withheld = (body: string) => {
    page(body);
    return isWithheld(document, sightNow());
  };

  test.each([
    'You do not have permission to view this patient record',
    'You don’t have access to this record',
    'Access denied',
    'Get emergency access via break-glass',
    'Why do you need to access this record?',
    'Reason for opening the patient record',
    'Confirm your legitimate relationship',
  ])('“%s”', (title) => {
    expect(withheld(`<h2>${title}</h2>`)).toBe(true);
    expect(withheld(`<fieldset><legend>${title}</legend></fieldset>`)).toBe(true);
    expect(withheld(`<h2 hidden>${title}</h2>`)).toBe(false);
  });

  test.each(['No access visit', 'Access to home', 'Reason for referral', 'Accessible information', 'Permissions'])(
    'not “%s”',
    (title) => {
      expect(withheld(`<h2>${title}</h2>`)).toBe(false);
    },
  );
});
