import type { FieldSource } from '../page/adapter.ts';
import { findAll, isInside } from '../page/dom.ts';
import { labelAt } from '../page/labels.ts';
import { foldedWords } from '../patient/names.ts';
import type { LessonFrame } from './rebuild.ts';
import { selectorsOf } from './selectors.ts';
import type { IsStable } from './stable.ts';

export type FieldKind = 'nhsNumber' | 'birthDate' | 'name';

const LEAD: Readonly<Record<FieldKind, string>> = {
  nhsNumber: '(?:NHS|GIG|nhs)\\D*',
  birthDate: '(?:[Bb]irth|BIRTH|[Bb]orn|BORN|DOB|D[.]O[.]B|geni)\\W*',
  name: '(?:[Nn]ame|NAME|[Pp]atient|Enw)\\W+',
};
const DATE_PATTERNS = [
  '(\\d\\d?[-/. ](?:\\d\\d?|[A-Za-z]+)[-/. ]\\d{4})',
  '(\\d{4}-\\d\\d-\\d\\d)',
  '([A-Za-z]+ \\d\\d?,? \\d{4})',
];
const NUMBER_PATTERN = '(\\d{3}[ -]?\\d{3}[ -]?\\d{4})';
/** Patterns for a value in a longer text, from the plainest to those that need a word of Planside's own before it. */
const PATTERNS: Readonly<Record<FieldKind, readonly string[]>> = {
  nhsNumber: [NUMBER_PATTERN, `${LEAD.nhsNumber}${NUMBER_PATTERN}`],
  birthDate: [...DATE_PATTERNS, ...DATE_PATTERNS.map((one) => `${LEAD.birthDate}${one}`)],
  name: [
    '^([^\\d(|·•]+)',
    '^(.+?)\\s*(?:[Bb]orn|[Dd]ate|DOB|NHS|\\d)',
    `${LEAD.name}([^\\d(|·•]+)`,
    `${LEAD.name}(.+?)\\s*(?:[Bb]orn|[Dd]ate|DOB|NHS|\\d)`,
  ],
};
const LONGEST_LABEL = 60;

/**
 * How one value may be found inside a region, the surest first: by what its element is called, by a label Planside
 * knows, by what stands around its element, by any other label.
 *
 * @param names of the patients of the lesson, which no label holds
 */
export function sourcesOf(
  element: Element,
  region: Element,
  kind: FieldKind,
  frame: LessonFrame,
  isStable: IsStable,
  names: ReadonlySet<string>,
): FieldSource[] {
  const selectors = selectorsOf(element, isStable, region).filter((selector) =>
    isOnly(element, selector, region, frame),
  );
  const own = selectors.filter((selector) => !/[ >]/.test(selector));
  const labels = labelsOf(element, region, frame, names);
  const known = labels.filter((label) => labelAt(label, false)?.rest === '');
  const plain: FieldSource[] = [
    ...own.map((selector) => ({ selector })),
    ...known.map((label) => ({ label })),
    ...selectors.filter((selector) => !own.includes(selector)).map((selector) => ({ selector })),
    ...labels.filter((label) => !known.includes(label)).map((label) => ({ label })),
  ];
  return [...plain, ...plain.flatMap((source) => PATTERNS[kind].map((pattern) => ({ ...source, pattern })))];
}

/** Whether a selector finds this element alone, or others that can be seen say nothing else. */
function isOnly(element: Element, selector: string, region: Element, { sight, reader }: LessonFrame): boolean {
  const found = findAll(region, selector).filter(sight.seesElement);
  const texts = new Set(found.map((one) => JSON.stringify(reader.piecesIn(one)?.map(({ text }) => text))));
  return found.includes(element) && texts.size === 1;
}

/** The words before a value: those in its own text, and those of the pieces of text before it. */
function labelsOf(element: Element, region: Element, { reader }: LessonFrame, names: ReadonlySet<string>): string[] {
  const pieces = reader.piecesIn(region) ?? [];
  const at = pieces.findIndex(({ node }) => node === element || isInside(node, element));
  const inside = labelAt(pieces[at]?.text ?? '', false);
  const own = inside && inside.rest !== '' ? pieces[at]?.text.slice(0, -inside.rest.length) : undefined;
  return [own, pieces[at - 1]?.text]
    .map((text) => text?.replace(/[\s:.]+$/, '').trim() ?? '')
    .filter((text) => /^\p{L}[^\d]*$/u.test(text) && text.length <= LONGEST_LABEL)
    .filter((text) => !foldedWords(text.replace(/[^\p{L}\p{M} -]/gu, ' ')).some((word) => names.has(word)));
}
