// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import type { Adapter, FieldSource } from '../../../utils/page/adapter.ts';
import { readWithAdapter } from '../../../utils/page/read-with-adapter.ts';
import { indexNow, page, pretendLayout, sightNow } from './layout.ts';

beforeAll(() => pretendLayout(window));

/** An adapter that takes name and birth date from where they surely are, and the number from `source`. */
const adapterWith = (nhsNumber: FieldSource): Adapter => ({
  id: 'example-record',
  region: '.banner',
  fields: { nhsNumber, birthDate: { selector: '.born' }, name: { whole: { selector: '.name' } } },
  proves: [],
  forbids: [],
});

function readNumber(inside: string, nhsNumber: FieldSource): string {
  const known = '<p class="name">REED, Margaret</p><p class="born">14-Jul-1938</p>';
  page(`<div class="banner">${known}${inside}</div>`);
  const { reading } = readWithAdapter(document, adapterWith(nhsNumber), indexNow(), sightNow());
  if (reading.kind === 'patient') return reading.identity.nhsNumber;
  return reading.kind === 'unreadable' ? reading.cause : reading.kind;
}

const NUMBER = '9991087109';

describe('from a value', () => {
  const source: FieldSource = { selector: '.number', from: 'value' };

  test.each([
    ['that is asked for it', '<input class="number" value="999 108 7109">', source],
    [
      'in which a label names it',
      '<p>NHS No. <input class="number" readonly value="999 108 7109">',
      { label: 'NHS No.' },
    ],
  ] satisfies [string, string, FieldSource][])('of a field %s, which is watched then', (_name, inside, from) => {
    expect(readNumber(inside, from)).toBe(NUMBER);
    const { fields } = readWithAdapter(document, adapterWith(from), indexNow(), sightNow());
    expect(fields).toEqual([document.querySelector('.number')]);
  });

  test.each<[string, string, string]>([
    ['of a field that can be typed into', '<input class="number" value="999 108 7109">', NUMBER],
    ['of a field that cannot', '<input class="number" readonly value="999 108 7109">', NUMBER],
    ['of an output', '<output class="number">999 108 7109</output>', NUMBER],
    ['of a select', '<select class="number"><option selected value="9991087109">…</option></select>', NUMBER],
    ['of a field that is hidden', '<input class="number" hidden value="999 108 7109">', 'incomplete'],
    ['of a field that is empty', '<input class="number" value="">', 'incomplete'],
    ['of an element that has none', '<b class="number">999 108 7109</b>', 'incomplete'],
    ['of an element whose value is no text', '<ol><li class="number" value="9991087109">one</li></ol>', 'incomplete'],
    [
      'of two fields that differ',
      '<input class="number" value="999 108 7109"><input class="number" value="900 000 0009">',
      'incomplete',
    ],
  ])('%s', (_name, inside, expected) => {
    expect(readNumber(inside, source)).toBe(expected);
  });

  test('as it is now, not as the page was sent', () => {
    expect(readNumber('<input class="number" value="">', source)).toBe('incomplete');
    const field = document.querySelector<HTMLInputElement>('.number');
    if (field) field.value = NUMBER;
    const { reading } = readWithAdapter(document, adapterWith(source), indexNow(), sightNow());
    expect(reading).toMatchObject({ kind: 'patient', identity: { nhsNumber: NUMBER } });
  });
});

describe('from the text', () => {
  test.each<[string, string, string]>([
    ['of the elements in it', '<p class="number"><b>999</b> <i>108</i> <u>7109</u></p>', NUMBER],
    ['of which a part is hidden', '<p class="number">999 108 <i hidden>0000</i>7109</p>', NUMBER],
    [
      'that is not the value of a field to type into',
      '<p class="number"><input value="999 108 7109"></p>',
      'incomplete',
    ],
    ['with characters without width', '<p class="number">999&#x200b; 108 &#x2060;7109</p>', NUMBER],
    ['S1: that turns the letters around', '<p class="number">&#x202e;9017801999</p>', 'incomplete'],
  ])('%s', (_name, inside, expected) => {
    expect(readNumber(inside, { selector: '.number' })).toBe(expected);
    expect(readNumber(inside, { selector: '.number', from: 'text' })).toBe(expected);
  });
});

describe('from a label', () => {
  const source: FieldSource = { label: 'Hospital ref' };

  test.each<[string, string, string]>([
    ['beside it', '<p><span>Hospital ref</span> <b>999 108 7109</b></p>', NUMBER],
    ['below it', '<dl><dt>Hospital ref</dt><dd>999 108 7109</dd></dl>', NUMBER],
    ['with a colon, in other letters', '<p><span>HOSPITAL  REF:</span> <b>999 108 7109</b></p>', NUMBER],
    ['in the same text, after a colon', '<p>Hospital ref: 999 108 7109</p>', NUMBER],
    ['in the same text, after a space', '<p>Hospital ref 999 108 7109</p>', NUMBER],
    ['in pieces', '<p><span>Hospital ref</span> <b>999</b> <b>108</b> <b>7109</b></p>', NUMBER],
    ['not beside a longer label', '<p><span>Hospital reference</span> <b>999 108 7109</b></p>', 'incomplete'],
    [
      'not beside a label that only ends so',
      '<p><span>Other hospital ref</span> <b>999 108 7109</b></p>',
      'incomplete',
    ],
    ['not where nothing follows', '<p>Hospital ref</p>', 'incomplete'],
    ['twice and the same', '<p>Hospital ref: 999 108 7109</p><p>Hospital ref: 9991087109</p>', 'incomplete'],
    ['twice and written alike', '<p>Hospital ref: 9991087109</p><p>Hospital ref: 9991087109</p>', NUMBER],
    ['S1: twice and different', '<p>Hospital ref: 999 108 7109</p><p>Hospital ref: 900 000 0009</p>', 'incomplete'],
    ['hidden', '<p hidden>Hospital ref: 999 108 7109</p>', 'incomplete'],
  ])('%s', (_name, inside, expected) => {
    expect(readNumber(inside, source)).toBe(expected);
  });

  test('with a pattern', () => {
    const inside = '<p><span>Hospital ref</span> <b>X/9991087109/Y</b></p>';
    expect(readNumber(inside, source)).toBe('incomplete');
    expect(readNumber(inside, { ...source, pattern: '/(\\d+)/' })).toBe(NUMBER);
  });
});
