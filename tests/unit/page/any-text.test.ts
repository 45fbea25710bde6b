// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { parseDeclared } from '../../../utils/page/declared-context.ts';
import { fieldsIn } from '../../../utils/page/fields.ts';
import { nameAtStart } from '../../../utils/page/find-name.ts';
import { cutAtLabels, isStatus, labelAt } from '../../../utils/page/labels.ts';
import type { Piece } from '../../../utils/page/pieces.ts';
import { regionTexts } from '../../../utils/page/read-region.ts';
import { parseNhsNumber } from '../../../utils/patient/nhs-number.ts';
import { declaration, patientResource } from './declarations.ts';
import { page, pretendLayout } from './layout.ts';
import { thatEnds } from './no-hang.ts';

beforeAll(() => pretendLayout(window));

/** Words that mean something to the reader, and what stands between them. */
const WORDS = [
  'O’NEILL',
  "D'ARCY",
  'NHS',
  'NHS No.',
  'NHS number',
  'Rhif GIG',
  'Mother’s NHS number',
  'Date of birth',
  'DOB:',
  'Born',
  'Dyddiad geni',
  'Surname',
  'Forename',
  'Name',
  'Enw',
  'Patient',
  'Gender',
  'Female',
  'Mrs',
  '(Mrs)',
  'REED',
  'REED,',
  'Margaret',
  'van',
  'der',
  'verified',
  '✓',
  '999 104 5120',
  '9991045120',
  '14-Jul-1938',
  '14/07/1938',
  '(88y)',
  ' ',
  '  ',
  ',',
  ':',
  '：',
  '/',
  '|',
  '·',
  '-',
  '–',
  '(',
  ')',
  '.',
  'A',
  'a',
  'Aa ',
  'É',
  '\u0301',
  '\u202e',
  '\u200b',
  '1',
  '١',
  '𝟗',
];

/** What makes patterns go wrong: the same over and over, and then something that does not fit. */
const repeated = fc
  .tuple(fc.constantFrom(...WORDS), fc.constantFrom('', ' '), fc.constantFrom('', '!', ' x', '1'))
  .map(([word, between, end]) => {
    const one = word + between;
    return one.repeat(Math.floor((2_000 - end.length) / one.length)) + end;
  });
const mixed = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 120 })
  .chain((words) => fc.constantFrom(words.join(' '), words.join('')))
  .map((text) => text.slice(0, 2_000));
const text = fc.oneof(
  fc.string({ maxLength: 2_000, unit: 'binary' }),
  fc.string({ maxLength: 200, unit: 'grapheme' }),
  mixed,
  repeated,
);

const digits = (one: string) => one.replace(/[^0-9]/g, '');

test('S12: whatever the text, its label ends inside it, and what is left is its end', () => {
  fc.assert(
    fc.property(text, fc.boolean(), (one, isLabel) => {
      const label = thatEnds(() => labelAt(one, isLabel));
      if (isLabel) expect(label).not.toBeNull();
      if (label) expect(one.endsWith(label.rest)).toBe(true);
      expect(typeof isStatus(one)).toBe('boolean');
    }),
    { numRuns: 1000 },
  );
});

test('S1: whatever the text, cutting it loses no digit and makes up none', () => {
  fc.assert(
    fc.property(text, (one) => {
      const parts = thatEnds(() => cutAtLabels(one));
      expect(parts.map(digits).join('')).toBe(digits(one));
      // The parts stand in the text as they are, in their order.
      let at = 0;
      for (const part of parts) {
        at = one.indexOf(part, at);
        expect(at).toBeGreaterThanOrEqual(0);
        at += part.length;
      }
    }),
    { numRuns: 1000 },
  );
});

test('S12: whatever the text, a name in it is its beginning, has letters, and no digit', () => {
  fc.assert(
    fc.property(text, fc.boolean(), (one, isHeading) => {
      const found = thatEnds(() => nameAtStart(one, isHeading));
      if (!found) return;
      expect(one.trimStart().startsWith(found.name)).toBe(true);
      expect(found.name).toMatch(/\p{L}/u);
      expect(digits(found.name)).toBe('');
      expect(found.rank).toBeGreaterThanOrEqual(1);
    }),
    { numRuns: 1000 },
  );
});

/** Pieces that each stand in an element of their own. */
function piecesOf(
  texts: readonly { readonly text: string; readonly line: number; readonly isLabel: boolean }[],
): Piece[] {
  const { body } = page('');
  return texts.map((one) => {
    const node = document.createTextNode(one.text);
    body.appendChild(document.createElement('p')).append(node);
    return { ...one, node, isHeading: false, isLink: false };
  });
}

test('S1: whatever the texts, every one is a label, a value or left over, and a number is only what stands in them', () => {
  const pieces = fc.array(
    fc.record({ text: text.filter((one) => one !== ''), line: fc.nat(4), isLabel: fc.boolean() }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(pieces, (texts) => {
      const fields = thatEnds(() => fieldsIn(piecesOf(texts)));
      const all = texts.map((one) => one.text).join(' ');
      for (const chunk of fields.unlabelled) expect(all).toContain(chunk.text);
      for (const { values } of fields.fields) for (const chunk of values) expect(all).toContain(chunk.text);
      const { numbers } = regionTexts(fields);
      for (const number of numbers) {
        const valid = number.text === null ? null : parseNhsNumber(number.text);
        if (valid) expect(digits(all)).toContain(valid);
      }
    }),
    { numRuns: 300 },
  );
});

test('S12: whatever JSON a page declares, parsing it throws nothing and gives a patient only with a valid number', () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  const keys = ['resourceType', 'identifier', 'birthDate', 'name', '__proto__', 'constructor'] as const;
  const changed = fc
    .tuple(fc.constantFrom(...keys), value)
    .map(([key, other]) =>
      declaration({ resource: { ...patientResource(), ...JSON.parse(`{"${key}":${JSON.stringify(other)}}`) } }),
    );
  const cut = fc.nat(400).map((length) => declaration().slice(0, length));
  const event = fc.record({ timestamp: value, event: value, context: value }).map((changes) => declaration(changes));
  fc.assert(
    fc.property(fc.oneof(fc.json(), changed, cut, event, text), (json) => {
      const declared = parseDeclared(json);
      if (!declared) return;
      expect(Number.isFinite(declared.timestamp)).toBe(true);
      if (!declared.patient) return;
      const { nhsNumber, birthDate, familyName } = declared.patient;
      expect(parseNhsNumber(nhsNumber)).toBe(nhsNumber);
      expect(birthDate ?? '1900-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(familyName?.trim()).toBeTruthy();
    }),
    { numRuns: 3000 },
  );
});
