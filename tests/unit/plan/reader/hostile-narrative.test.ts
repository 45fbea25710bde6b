// @vitest-environment happy-dom
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Plan, SECTION_TITLES } from '../../../../utils/plan/plan.ts';
import { readDocument } from '../../../../utils/plan/reader/read-document.ts';
import { showing } from '../../../sandbox/stories/plan-stories.ts';
import { NOW } from '../../../sandbox/stories/story.ts';
import { draw } from '../../components/draw.tsx';
import { documentOf, flag, form, type Json, NUMBER, type Part } from '../documents.ts';
import { allergy, carePlan, condition, decision, ordered, place, relative, taken } from './contradiction-documents.ts';
import { HOSTILE } from './hostile-strings.ts';

let hits = 0;
Object.assign(globalThis, { hit: () => (hits += 1) });
afterAll(() => expect(hits).toBe(0));

function planOf(parts: readonly Part[], changes: Json = {}): Plan {
  const read = readDocument(documentOf(parts, [], changes), NUMBER);
  if (!read.ok) throw new Error(read.why);
  return read.plan;
}

/** Entries that say something in each section, so that the author's text stands beside them. */
const ENTRIES: Readonly<Record<string, readonly Json[]>> = {
  [SECTION_TITLES.cpr]: [decision('notForCpr', 'Frailty')],
  [SECTION_TITLES.treatment]: [carePlan('Comfort, symptomatic treatment only', 'Stay at home')],
  [SECTION_TITLES.anticipatoryMedicines]: [ordered('Morphine', '2.5 mg')],
  [SECTION_TITLES.contacts]: [relative('Helen Reed', '01632 960123')],
  [SECTION_TITLES.placeOfCare]: [place('Home')],
  [SECTION_TITLES.placeOfDeath]: [place('Home')],
  [SECTION_TITLES.whatMatters]: [form([['5090977699027', { valueString: 'My garden' }]])],
  [SECTION_TITLES.allergies]: [allergy('Penicillin', 'rash')],
  [SECTION_TITLES.medicines]: [taken('Furosemide', '40 mg')],
  [SECTION_TITLES.conditions]: [condition('Heart failure')],
  [SECTION_TITLES.alerts]: [flag({ text: 'Small dog' })],
};

const TITLES = [...Object.values(SECTION_TITLES), 'Anything else', 'Allergies of old'];

/** This narrative in every section, beside entries and alone; in the last one without anything around it. */
function narratedBy(attack: string): Plan {
  const lead = 'Eight words of which the entries hold none whatever.';
  const div = `<div xmlns="http://www.w3.org/1999/xhtml"><p>${lead}</p>${attack}<p>After.</p></div>`;
  const narrated = TITLES.map((title) => ({
    title,
    ...(ENTRIES[title] ? { entries: ENTRIES[title] } : {}),
    section: { text: { status: 'additional', div } },
  }));
  return planOf([...narrated, { title: 'Bare', section: { text: { div: attack } } }]);
}

/** These words wherever somebody may write words. */
function wordedBy(words: string): Plan {
  const name = { name: [{ text: words }], relationship: [{ text: words }] };
  const answered = (...ids: readonly string[]) => form(ids.map((id) => [id, { valueString: words }] as const));
  const parts: readonly Part[] = [
    { title: SECTION_TITLES.cpr, entries: [decision('notForCpr', words)] },
    { title: SECTION_TITLES.treatment, entries: [carePlan(words, words)] },
    { title: SECTION_TITLES.anticipatoryMedicines, entries: [ordered(words, words)] },
    { title: SECTION_TITLES.contacts, entries: [{ ...relative(words, words), ...name }] },
    { title: SECTION_TITLES.placeOfCare, entries: [place(words)] },
    { title: SECTION_TITLES.placeOfDeath, entries: [place(words)] },
    { title: SECTION_TITLES.whatMatters, entries: [answered('5090977699027', '914986869542', 'PRE001.2')] },
    {
      title: SECTION_TITLES.advanceDecisions,
      entries: [flag({ text: words }), answered('6121442206090', 'CPR001.6.2')],
    },
    { title: SECTION_TITLES.allergies, entries: [allergy(words, words)] },
    { title: SECTION_TITLES.medicines, entries: [taken(words, words)] },
    { title: SECTION_TITLES.conditions, entries: [condition(words)] },
    { title: SECTION_TITLES.alerts, entries: [flag({ text: words }), answered('PRE001.3')] },
    { title: words, section: { text: { div: '<p>Anything</p>' } } },
  ];
  return planOf(parts, { title: words, custodian: { display: words }, author: [{ display: words }] });
}

/** The same plan with every sign that means something in markup made a letter. */
function harmless(plan: Plan): Plan {
  return JSON.parse(JSON.stringify(plan), (_key, value) =>
    typeof value === 'string' ? value.replace(/[^\p{L}\p{M}\p{N}\s.,;:!?+–-]/gu, 'x') : value,
  );
}

/** The elements of a drawing with the names of their attributes, without any text. */
function skeleton(element: Element): string {
  const attributes = [...element.attributes].map(({ name }) => name).sort();
  return `<${[element.localName, ...attributes].join(' ')}>${[...element.children].map(skeleton).join('')}</>`;
}

const NEVER =
  'script, style, iframe, frame, object, embed, img, video, audio, link, meta, base, form, input, math, template';

/** S6: the drawing is made of the components' own elements only, and the words stand in it as they came. */
function expectOnlyText(plan: Plan): void {
  const { article } = draw(showing(plan), NOW);
  const own = draw(showing(harmless(plan)), NOW).article;
  expect(skeleton(article)).toBe(skeleton(own));
  expect([...article.querySelectorAll(NEVER)].map(({ localName }) => localName)).toEqual([]);
  const attributes = [...article.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
  expect(attributes.filter(({ name }) => /^on|^style$|^src/.test(name)).map(({ name }) => name)).toEqual([]);
  const addresses = attributes.filter(({ name }) => /href|action|data$/.test(name)).map(({ value }) => value);
  expect(addresses.filter((address) => !/^(?:tel:[+\d]+|#[\w-]+)$/.test(address))).toEqual([]);
  const written = [...article.querySelectorAll('.written')];
  expect(written.filter(({ children }) => children.length > 0)).toEqual([]);
  const texts = new Set(written.map(({ textContent }) => textContent));
  const paragraphs = [...Object.values(plan.narratives), ...plan.otherSections.map((section) => section.paragraphs)];
  expect(paragraphs.flat().filter((paragraph) => !texts.has(paragraph))).toEqual([]);
}

const named = HOSTILE.map((attack) => [JSON.stringify(attack).slice(0, 70), attack] as const);

test('there are enough of them', () => {
  expect(new Set(HOSTILE).size).toBeGreaterThanOrEqual(100);
  const plan = narratedBy('<p>Anything at all</p>');
  expect(plan.otherSections).toHaveLength(3);
  expect(Object.keys(plan.narratives)).toHaveLength(Object.keys(SECTION_TITLES).length);
});

test('a sidebar that took them for markup would be caught', () => {
  const element = (html: string) => Object.assign(document.createElement('div'), { innerHTML: html });
  const caught = HOSTILE.filter((attack) => skeleton(element(attack)) !== skeleton(element('')));
  expect(caught.length).toBeGreaterThan(90);
});

describe('S6: a hostile narrative is drawn as text', () => {
  test.each(named)('%s', (_name, attack) => {
    expectOnlyText(narratedBy(attack));
  });
});

describe('S6: hostile words in every field are drawn as text', () => {
  test.each(named)('%s', (_name, attack) => {
    expectOnlyText(wordedBy(attack));
  });
});

test('S6 S11: tags that an author typed as words are read as words', () => {
  const typed = '&lt;script&gt;hit()&lt;/script&gt; and &lt;b&gt;not&lt;/b&gt; for CPR';
  const plan = narratedBy(`<div><p>${typed}</p></div>`);
  expectOnlyText(plan);
  expect(plan.otherSections[0]?.paragraphs).toContain('<script>hit()</script> and <b>not</b> for CPR');
});

const folder = join(import.meta.dirname, '../../../../../shared/fhir/fhir-test-cases');
const there = existsSync(folder);
if (!there) console.warn(`SKIPPED: no FHIR files beside the repository (${folder})`);
const files = there ? readdirSync(folder).filter((name) => /^list-xhtml-|^pat-security/.test(name)) : [];

describe.skipIf(!there)('S6: the narratives of the FHIR test cases', () => {
  test('are there', () => {
    expect(files.length).toBeGreaterThanOrEqual(8);
  });

  test.each(files)('%s', (name) => {
    const { text } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { text: { div: string } };
    const plan = narratedBy(text.div);
    expectOnlyText(plan);
    const read = plan.otherSections[0]?.paragraphs.join(' ') ?? '';
    expect(read).toMatch(/This is some narrative|some text in no particular language/);
    expect(read).not.toMatch(/somescript|onClick|DOCTYPE/);
  });
});
