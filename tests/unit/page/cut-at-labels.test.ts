import { describe, expect, test } from 'vitest';
import { cutAtLabels } from '../../../utils/page/labels.ts';

describe('a run of text is cut before each label in it', () => {
  test.each<[string, readonly string[]]>([
    [
      'REED, Margaret (Mrs) Born 14-Jul-1938 (88y) Gender Female NHS No. 999 104 5120',
      ['REED, Margaret (Mrs)', 'Born 14-Jul-1938 (88y)', 'Gender', 'Female', 'NHS No. 999 104 5120'],
    ],
    ['REED, Margaret | DOB: 14/07/1938 | NHS: 9991045120', ['REED, Margaret', 'DOB: 14/07/1938', 'NHS: 9991045120']],
    ['REED, Margaret · Rhif GIG 999 104 5120', ['REED, Margaret', 'Rhif GIG 999 104 5120']],
    ['REED, Margaret Dyddiad geni: 14 Gorffennaf 1938', ['REED, Margaret', 'Dyddiad geni: 14 Gorffennaf 1938']],
    ['Margaret Reed, born July 14, 1938', ['Margaret Reed', 'born July 14, 1938']],
    ['Margaret Reed – female – Age: 88', ['Margaret Reed', 'female', 'Age: 88']],
    ['REED, Margaret Mother’s NHS number 999 104 5120', ['REED, Margaret', 'Mother’s NHS number 999 104 5120']],
    ['REED, Margaret GP: Dr Anwen PRYCE', ['REED, Margaret', 'GP: Dr Anwen PRYCE']],
    ['REED, Margaret Ward: Elm Bed: 4', ['REED, Margaret', 'Ward: Elm', 'Bed: 4']],
    ['REED, Margaret Benyw', ['REED, Margaret', 'Benyw']],
  ])('%s', (text, parts) => {
    expect(cutAtLabels(text)).toEqual(parts);
  });

  test.each([
    'REED, Margaret (Mrs)',
    'NHS No. 999 104 5120',
    'Born 14-Jul-1938 (88y)',
    // A label in the middle that has no value is a word like any other.
    'What to do about an NHS number',
    'Patients born in Cardiff',
    'Ysbyty Gwynedd',
    'Malesia, femaleness',
    '',
  ])('but not: %j', (text) => {
    expect(cutAtLabels(text)).toEqual([text]);
  });

  test('a number without a word between stays in one piece', () => {
    for (const text of ['999 104 5120 900 000 0009', '9991045120', '14/07/1938 999 104 5120']) {
      expect(cutAtLabels(text)).toEqual([text]);
    }
  });
});
