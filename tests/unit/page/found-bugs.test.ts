// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { parseAdapter } from '../../../utils/page/adapter-schema.ts';
import { labelledTexts } from '../../../utils/page/fields.ts';
import { nameAtStart } from '../../../utils/page/find-name.ts';
import { labelAt } from '../../../utils/page/labels.ts';
import { pieceReader } from '../../../utils/page/pieces.ts';
import { isForeignTitle, titlesOver } from '../../../utils/page/titles.ts';
import { splitName } from '../../../utils/patient/names.ts';
import { one, page, pretendLayout, sightNow } from './layout.ts';

beforeAll(() => pretendLayout(window));

describe('S12: patterns that are slow on 200 characters and are let through', () => {
  const withPattern = (pattern: string) => ({
    id: 'example-record',
    region: '.banner',
    fields: {
      nhsNumber: { selector: '.number', pattern },
      birthDate: { selector: '.born' },
      name: { whole: { selector: '.name' } },
    },
    proves: [],
    forbids: [],
  });

  test.each<[string, string]>([
    // Each of these was measured on 200 characters of their own making, in Node 26 on the computer that runs the tests.
    ['three open ends and a start anywhere: 1 s', '(\\d+\\d+\\d+x)'],
    ['parts that repeat at most so often: 47 s', '(\\d{0,99}\\d{0,99}\\d{0,99}\\d{0,99}x)'],
    ['parts that may be left out: 16 s, twice as much for each more', `(${'a?'.repeat(22)}b)`],
  ])('%s', (_name, pattern) => {
    expect(() => parseAdapter(withPattern(pattern))).toThrow();
  });
});

test('a label that says how its date is written, with slashes, is a label', () => {
  for (const isLabel of [false, true]) {
    expect(labelAt('Date of birth (dd/mm/yyyy)', isLabel)).toEqual({ kind: 'birthDate', rest: '' });
  }
});

test('a title before a family name before a comma is no part of it', () => {
  const shown = nameAtStart('Mrs REED, Margaret', false)?.name ?? '';
  expect(splitName(shown)).toMatchObject({ familyName: 'REED', givenNames: 'Margaret' });
});

test('a label that ends in a full stop is found in the text that begins with it', () => {
  for (const shown of ['NHS No. 999 104 5120', 'NHS No.: 999 104 5120']) {
    page(`<p>${shown}</p>`);
    const pieces = pieceReader(sightNow()).piecesIn(document.body) ?? [];
    expect(labelledTexts(pieces, 'NHS No.'), shown).toEqual(['999 104 5120']);
  }
});

test('a section about somebody else, with little in it, is not the title of what follows it', () => {
  page('<section><h2>Next of kin</h2><p>None recorded</p></section><p class="after">NHS No. 999 104 5120</p>');
  expect(titlesOver(one('.after')).filter(isForeignTitle)).toEqual([]);
});
