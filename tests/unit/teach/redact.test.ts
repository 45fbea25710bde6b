// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseNhsNumber } from '../../../utils/patient/nhs-number.ts';
import { readFrame } from '../../../utils/teach/lesson.ts';
import { redact } from '../../../utils/teach/redact.ts';
import { writeAdapter } from '../../../utils/teach/write-adapter.ts';
import { pretendLayout } from '../page/layout.ts';
import { nobodyPage, patientPage, taken } from './lesson-bed.ts';

beforeAll(() => pretendLayout(window));

const NEEDLES = ['Quillfeather', 'Zebediah', 'Larkspur', 'Wisteria', 'Penicillin', 'metastatic', '07700'];
const BODY = `
<script>var who = "Quillfeather";</script>
<div id="shell" data-owner="Larkspur" title="Larkspur ward" onclick="open('Zebediah')">
  <section class="strip strip-quillfeather" id="patient-9434765919" aria-label="Record of Zebediah">
    <h2>QUILLFEATHER, Zebediah (Mr)</h2>
    <dl>
      <div><dt>Date of birth</dt><dd>14-Jul-1938 (88y)</dd></div>
      <div><dt>NHS number</dt><dd>943 476 5919</dd></div>
      <div><dt>Telephone</dt><dd>07700 900123</dd></div>
    </dl>
  </section>
  <p>Zebediah is allergic to Penicillin; NHS number of his sister 987 654 4321; born 02/03/1941. See
    <a href="/patients/9434765919?name=Quillfeather">Quillfeather's letters</a></p>
  <b>Date of birth (Larkspur years)</b>
  <p hidden>metastatic disease, Wisteria hospice</p>
  <img alt="Picture of Zebediah" src="/9434765919.png"><input readonly value="Quillfeather 943 476 5919">
  <textarea>Penicillin</textarea>
</div>`;
const AT = { number: 'div:nth-child(2) > dd', date: 'div:nth-child(1) > dd', name: 'h2' };

function taught(body = BODY) {
  const page = patientPage(body, AT);
  const written = writeAdapter('taught', [page]);
  if (written.kind !== 'written') throw new Error(`no ${written.what}`);
  return { page, adapter: written.adapter };
}

test('nothing that the page said is in a redacted page, nor in the adapter', () => {
  const { page, adapter } = taught();
  const { page: html, label } = redact(page, adapter);
  const all = `${html}${label}${JSON.stringify(adapter)}`.toLowerCase();
  const said = [
    ...NEEDLES,
    '9434765919',
    '943 476 5919',
    '987 654 4321',
    '1938',
    '1941',
    'sister',
    'letters',
    'disease',
  ];
  for (const needle of said) expect(all).not.toContain(needle.toLowerCase());
  expect(html).not.toMatch(/<script|onclick|src=|\?name/);
});

test('an invented person of the range for tests is open in it, and the adapter reads them', () => {
  const { page, adapter } = taught();
  const { page: html, label } = redact(page, adapter);
  const { kind, expected } = JSON.parse(label);
  expect(kind).toBe('patient-open');
  expect(parseNhsNumber(expected.nhsNumber)).toMatch(/^999/);
  expect(readFrame(taken(html), adapter)).toEqual({
    kind: 'patient',
    identity: {
      nhsNumber: expected.nhsNumber,
      birthDate: expected.dob,
      familyName: expected.familyName,
      givenNames: expected.givenName,
    },
  });
  expect(html).toContain('NHS number');
  expect(html).toContain('style="display:none"');
});

test('a page on which nobody is open expects nobody', () => {
  const { adapter } = taught();
  const { page, label } = redact(nobodyPage('<main id="day-list"><p>Quillfeather</p></main>'), adapter);
  expect(JSON.parse(label)).toMatchObject({ kind: 'none', expected: null });
  expect(page).toContain('id="day-list"');
  expect(page).not.toContain('Quillfeather');
});

test('a record in a frame is exported with the frames around it, each in its place, and none of their words', () => {
  const { page, adapter } = taught();
  const [record] = page.frames;
  if (!record) throw new Error('no frame');
  const around = taken('<main id="shell"><h1>Larkspur</h1><iframe id="queue" title="Queue"></iframe></main>');
  const list = taken('<ul id="waiting"><li>Wisteria</li></ul><iframe id="case" title="Zebediah"></iframe>');
  const frames = [
    { ...record, isTop: false, place: [0, 3] },
    { ...around, place: [], heldBy: () => 0 },
    { ...list, isTop: false, place: [0], heldBy: () => 3 },
  ];
  const { page: html } = redact({ ...page, frames }, adapter);
  for (const needle of NEEDLES) expect(html.toLowerCase()).not.toContain(needle.toLowerCase());
  const within = (text: string) => new DOMParser().parseFromString(text, 'text/html');
  const held = (text: string, id: string) => within(text).getElementById(id)?.getAttribute('srcdoc') ?? '';
  expect(within(html).getElementById('shell')).not.toBeNull();
  const inner = held(html, 'queue');
  expect(within(inner).getElementById('waiting')).not.toBeNull();
  expect(readFrame(taken(held(inner, 'case')), adapter).kind).toBe('patient');
});

test('a record in a frame that stands in no place is exported all the same', () => {
  const { page, adapter } = taught();
  const [record] = page.frames;
  if (!record) throw new Error('no frame');
  const frames = [taken('<main id="shell"></main>'), { ...record, isTop: false, place: null }];
  const { page: html } = redact({ ...page, frames }, adapter);
  expect(html).toContain('id="shell"');
  expect(readFrame(taken(html), adapter).kind).toBe('patient');
});

describe('whatever a page says', () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{5,9}$/);
  const { page, adapter } = (() => {
    pretendLayout(window);
    return taught();
  })();
  test('letters and digits go, wherever they stand', () => {
    fc.assert(
      fc.property(word, fc.stringMatching(/^[1-9]\d{4}$/), word, (one, digits, other) => {
        const needles = [`Qz${one}`, digits, `Zq${other}`];
        const [a, b, c] = needles;
        const body = `<p title="${a}" data-note="${b}" class="k${c}9">${a} ${b}: ${c}</p><ul><li aria-label="${c} ${b}">${b}${a}</li></ul><b>NHS number ${c}</b>`;
        const { page: html } = redact({ ...page, frames: [taken(body)] }, adapter);
        for (const needle of needles) expect(html).not.toContain(needle);
      }),
    );
  });
});
