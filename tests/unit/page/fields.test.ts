// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { fieldsIn, labelledTexts } from '../../../utils/page/fields.ts';
import { type Piece, pieceReader } from '../../../utils/page/pieces.ts';
import { page, pretendLayout, sightNow } from './layout.ts';

beforeAll(() => pretendLayout(window));

function piecesOf(body: string): readonly Piece[] {
  const pieces = pieceReader(sightNow()).piecesIn(page(body).body);
  if (!pieces) throw new Error('too much');
  return pieces;
}

/** The fields as `kind: values`, and what no label claims. */
function taken(body: string): { readonly fields: readonly string[]; readonly rest: readonly string[] } {
  const { fields, unlabelled } = fieldsIn(piecesOf(body));
  return {
    fields: fields.map(({ kind, values }) => `${kind}: ${values.map(({ text }) => text).join(' ')}`),
    rest: unlabelled.map(({ text }) => text),
  };
}

const NUMBER = 'nhsNumber: 999 104 5120';

describe('a label and its value', () => {
  test.each<[string, string, readonly string[]]>([
    ['in one text', '<p>NHS No. 999 104 5120</p>', [NUMBER]],
    ['in one line', '<p><b>NHS No.</b> <i>999 104 5120</i></p>', [NUMBER]],
    ['in two lines', '<p>NHS No.</p><p>999 104 5120</p>', [NUMBER]],
    ['in a list of descriptions', '<dl><dt>NHS number</dt><dd>999 104 5120</dd></dl>', [NUMBER]],
    ['in a row', '<table><tr><th>NHS number</th><td>999 104 5120</td></tr></table>', [NUMBER]],
    ['in a row whose value is in bold', '<table><tr><td>NHS number</td><th>999 104 5120</th></tr></table>', [NUMBER]],
    ['in a label and its field', '<label>NHS number</label><input readonly value="999 104 5120">', [NUMBER]],
    ['in the name of an element', '<span aria-label="NHS number">999 104 5120</span>', [NUMBER]],
    ['twice, to hear and to see', '<p aria-label="NHS number"><b>NHS number</b> <i>999 104 5120</i></p>', [NUMBER]],
    ['in a label of two elements', '<p><abbr>NHS</abbr> number <b>999 104 5120</b></p>', [NUMBER]],
    ['in a label of two elements, in Welsh', '<p><b>Rhif</b> <b>GIG</b> <i>999 104 5120</i></p>', [NUMBER]],
    ['with digits in boxes of their own', '<p>NHS No.</p><div><b>999</b><p>104</p><p>5120</p></div>', [NUMBER]],
    [
      'one after another in one text',
      '<p>Born 14-Jul-1938 NHS No. 999 104 5120</p>',
      ['birthDate: 14-Jul-1938', NUMBER],
    ],
    [
      'in columns of a list',
      '<dl><dt>Surname</dt><dd>REED</dd><dt>Forename</dt><dd>Margaret</dd></dl>',
      ['familyName: REED', 'givenNames: Margaret'],
    ],
  ])('%s', (_name, body, fields) => {
    expect(taken(body)).toEqual({ fields, rest: [] });
  });

  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      'the next label ends it',
      '<p>NHS No.</p><p>Born</p><p>14-Jul-1938</p>',
      ['nhsNumber: ', 'birthDate: 14-Jul-1938'],
      [],
    ],
    [
      'another line is no part of it',
      '<p>Name</p><p>REED, Margaret</p><p>Elm Ward</p>',
      ['name: REED, Margaret'],
      ['Elm Ward'],
    ],
    ['nothing follows', '<p>REED, Margaret</p><p>NHS number</p>', ['nhsNumber: '], ['REED, Margaret']],
    ['the word that it is verified', '<p>NHS No.</p><p>✓ Verified</p><p>999 104 5120</p>', [NUMBER], ['✓ Verified']],
    ['a logo', '<b>NHS</b><p>REED, Margaret</p>', [], []],
    ['a label that is not the patient’s', '<p>Mother’s NHS number: 999 104 5120</p>', ['other: 999 104 5120'], []],
    [
      'text without any label',
      '<p>REED, Margaret</p><p>14-Jul-1938 (88y)</p>',
      [],
      ['REED, Margaret', '14-Jul-1938 (88y)'],
    ],
    [
      'a separator before it',
      '<p><b>REED, Margaret</b> <i>| NHS No. 999 104 5120</i></p>',
      [NUMBER],
      ['REED, Margaret'],
    ],
  ])('%s', (_name, body, fields, rest) => {
    expect(taken(body)).toEqual({ fields, rest });
  });
});

describe('labels in a row, with their values below', () => {
  const at = (text: string, left: number, top: number) => `<p data-box="${left} ${top} 90 20">${text}</p>`;
  const HEAD = at('NHS number', 0, 0) + at('Born', 100, 0) + at('Name', 200, 0);

  test('each takes what stands below it, in whatever order the page says it', () => {
    const values = at('REED, Margaret', 200, 30) + at('999 104 5120', 0, 30) + at('14-Jul-1938', 100, 30);
    expect(taken(HEAD + values)).toEqual({
      fields: [NUMBER, 'birthDate: 14-Jul-1938', 'name: REED, Margaret'],
      rest: [],
    });
  });

  test('only the nearest row is theirs', () => {
    const values = at('999 104 5120', 0, 30) + at('Allergies', 0, 60);
    expect(taken(HEAD + values).fields).toContain(NUMBER);
    expect(taken(HEAD + at('999 104 5120', 0, 30) + at('999 104 5120', 0, 60)).fields).toContain(NUMBER);
  });

  test('S1: with several numbers below it is the head of a list', () => {
    const values = at('999 104 5120', 0, 30) + at('900 000 0009', 0, 60);
    expect(taken(HEAD + values)).toEqual({ fields: ['nhsNumber: ', 'birthDate: ', 'name: '], rest: [] });
  });

  test('what stands above or beside them is not', () => {
    const values = at('900 000 0009', 0, -30) + at('900 000 0009', 500, 30);
    expect(taken(HEAD + values).fields).toEqual(['nhsNumber: ', 'birthDate: ', 'name: ']);
  });

  test('labels below one another are no such row', () => {
    const body = at('NHS number', 0, 0) + at('Born', 0, 30) + at('14-Jul-1938', 0, 60);
    expect(taken(body).fields).toEqual(['nhsNumber: ', 'birthDate: 14-Jul-1938']);
  });
});

describe('the texts of a label that an adapter names', () => {
  test.each<[string, string, readonly string[]]>([
    ['beside it', '<p><b>NHS No.</b> <i>999 104 5120</i></p>', ['999 104 5120']],
    ['below it', '<p>NHS No.</p><p>999 104 5120</p>', ['999 104 5120']],
    ['behind it in one text', '<p>NHS No: 999 104 5120</p>', ['999 104 5120']],
    ['for each such label', '<p>NHS no 1</p><p>nhs  no 2</p>', ['1', '2']],
    ['of no other label', '<p>NHS Nothing 1</p><p>Old NHS No. 2</p>', []],
    ['where nothing follows', '<p>NHS No.</p>', []],
  ])('%s', (_name, body, texts) => {
    expect(labelledTexts(piecesOf(body), 'NHS No.')).toEqual(texts);
  });
});

test.each(['General Practitioner', 'GP', 'Next of kin', 'Consultant'])(
  'S1: the name right behind “%s” is theirs',
  (who) => {
    const body = `<table><tr><td>${who}</td></tr><tr><td>Name</td><td>DOYLE, Patrick</td></tr></table>`;
    expect(taken(body).fields).not.toContain('name: DOYLE, Patrick');
    expect(taken(body.replace(who, 'Ward')).fields).toContain('name: DOYLE, Patrick');
  },
);

test('a caption under its value', () => {
  const body = '<p><span>Tomasz<em>Given</em></span><span>Nowak<em>Family name</em></span></p>';
  expect(taken(body).fields).toEqual(['givenNames: Tomasz', 'familyName: Nowak']);
  const beside = '<p><span>Ward 3</span><span><em>Family name</em>Nowak</span></p>';
  expect(taken(beside).fields).toEqual(['familyName: Nowak']);
});
