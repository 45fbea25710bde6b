// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { parseAdapter } from '../../../utils/page/adapter-schema.ts';
import { parseNhsNumber } from '../../../utils/patient/nhs-number.ts';
import { readLessonPage } from '../../../utils/teach/lesson.ts';
import { writeAdapter } from '../../../utils/teach/write-adapter.ts';
import { pretendLayout } from '../page/layout.ts';
import { nobodyPage, patientPage } from './lesson-bed.ts';

beforeAll(() => pretendLayout(window));

type Somebody = { family: string; given: string; number: string; day: number; year: number };

const word = fc.stringMatching(/^[A-Z][a-z]{3,8}$/);
const number = fc
  .integer({ min: 400_000_000, max: 999_999_999 })
  .map((nine) => [...'0123456789'].map((check) => `${nine}${check}`).find((one) => parseNhsNumber(one) !== null))
  .filter((one) => one !== undefined);
const somebody: fc.Arbitrary<Somebody> = fc.record({
  family: word.map((one) => `Q${one.toLowerCase()}`),
  given: word.map((one) => `Z${one.toLowerCase()}`),
  number,
  day: fc.integer({ min: 13, max: 28 }),
  year: fc.integer({ min: 1920, max: 2020 }),
});

/** A name for a part of a page: one that somebody wrote, one that a machine made, one made from the patient, or none. */
const naming = fc.constantFrom(
  () => 'class="person-part"',
  () => 'class="css-1x8y2z"',
  ({ family }: Somebody) => `class="card-${family.toLowerCase()}" id="p-${family.toLowerCase()}"`,
  ({ number: own }: Somebody) => `id="patient-${own}" data-field="${own}"`,
  () => '',
);
const values = fc.constantFrom('selectors', 'labels', 'own labels', 'mixed');

const FIELD: Readonly<Record<string, readonly [string, string, string]>> = {
  selectors: ['', '', ''],
  labels: ['Name', 'Date of birth', 'NHS number'],
  'own labels': ['Client', 'Came into the world', 'Spine key'],
  mixed: ['', 'Born', 'Spine key'],
};

function body(one: Somebody, by: string, part: (one: Somebody) => string): string {
  const [name = '', born = '', key = ''] = FIELD[by] ?? [];
  const cell = (at: string, label: string, value: string) =>
    `<div>${label ? `<dt>${label}</dt>` : ''}<dd ${label ? '' : `class="fact-${at}"`} data-at="${at}">${value}</dd></div>`;
  const spaced = one.number.replace(/^(...)(...)(....)$/, '$1 $2 $3');
  return `${FINDING}<main><section class="strip" ${part(one)}><dl>${cell('name', name, `${one.family}, ${one.given}`)}${cell('born', born, `${one.day}/03/${one.year}`)}${cell('key', key, spaced)}</dl></section><p>Seen by nurse Abbott</p></main>`;
}

/** Stands on every page of the system, and says nothing of any. */
const FINDING = '<form id="find-box"><b>Find</b></form>';
const AT = { number: '[data-at="key"]', date: '[data-at="born"]', name: '[data-at="name"]' };

test('whatever a system calls its parts: every patient exactly, nobody on a list, and nothing of a patient in the adapter', () => {
  fc.assert(
    fc.property(somebody, somebody, values, naming, (one, other, by, part) => {
      fc.pre(one.number !== other.number && one.family !== other.family && one.given !== other.given);
      const pages = [
        patientPage(body(one, by, part), AT),
        patientPage(body(other, by, part), AT),
        nobodyPage(`${FINDING}<main><ul id="day"><li>${one.family}, ${one.given} ${one.number}</li></ul></main>`),
      ] as const;
      const written = writeAdapter('any', pages);
      if (written.kind !== 'written') throw new Error(`no ${written.what}`);
      const { adapter } = written;
      expect(parseAdapter(JSON.parse(JSON.stringify(adapter)))).toEqual(adapter);
      for (const page of pages.slice(0, 2)) {
        expect(readLessonPage(page, adapter)).toEqual({
          kind: 'patient',
          identity: 'identity' in page && page.identity,
        });
      }
      expect(readLessonPage(pages[2], adapter)).toEqual({ kind: 'none' });
      const said = JSON.stringify(adapter).toLowerCase();
      for (const { family, given, number: own, year } of [one, other])
        for (const needle of [family, given, own, String(year)]) expect(said).not.toContain(needle.toLowerCase());
    }),
    { numRuns: 60 },
  );
});
