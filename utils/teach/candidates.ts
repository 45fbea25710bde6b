import { closest, drawnParentOf, findAll, isElement, isInside, nameOf } from '../page/dom.ts';
import { chunkTexts, fieldsIn } from '../page/fields.ts';
import { type FoundName, nameAtStart } from '../page/find-name.ts';
import { cutAtLabels, labelAt } from '../page/labels.ts';
import { splitName } from '../patient/names.ts';
import type { LessonFrame } from './rebuild.ts';
import { datesIn, numbersIn } from './values.ts';

/** What may be pointed at, and how it is read. */
export type NumberPick = {
  readonly element: Element;
  readonly nhsNumber: string;
  /** Stands in a list or a table, as many people's do. */
  readonly isListed: boolean;
};
export type DatePick = { readonly element: Element; readonly birthDate: string };
export type NamePick = {
  readonly elements: { readonly whole: Element } | { readonly family: Element; readonly given: Element };
  readonly familyName: string;
  readonly givenNames: string;
};

const LONGEST = 200;
const MOST = 8;
const CLIMB = 3;
/** Behind all that stand close by. */
const LAST = 100;
const NUMBER_LABEL = /\b(?:NHS|GIG)\b/i;
const BIRTH_LABEL = /\b(?:birth|born|dob|d\.o\.b|geni|ganwyd|ganed)\b/i;

/** The text of an element as a reading takes it; empty where it is long. */
export function textOf({ reader }: LessonFrame, element: Element): string {
  const text = chunkTexts(reader.piecesIn(element) ?? []);
  return text.length <= LONGEST ? text : '';
}

/** NHS numbers on a page, those that a label names first. */
export function numberPicks(frame: LessonFrame): NumberPick[] {
  const picks = smallestWith(frame, (text) => numbersIn(text)[0]?.nhsNumber);
  const ranked = picks.map(({ element, value }) => ({
    pick: { element, nhsNumber: value, isListed: isListed(element) },
    rank: (isNear(frame, element, NUMBER_LABEL) ? 0 : 2) + (isListed(element) ? 1 : 0),
  }));
  return first(ranked);
}

/** Dates on a page, those that a label of a birth date names first, then those nearest to the number. */
export function datePicks(frame: LessonFrame, number: Element): DatePick[] {
  const picks = smallestWith(frame, (text) => datesIn(text)[0]?.birthDate);
  const ranked = picks.map(({ element, value }) => ({
    pick: { element, birthDate: value },
    rank: (isNear(frame, element, BIRTH_LABEL) ? 0 : LAST) + distance(element, number),
  }));
  return first(ranked);
}

/** Names on a page, nearest to the number first. */
export function namePicks(frame: LessonFrame, number: Element): NamePick[] {
  const found = smallestWith(frame, (text) => nameIn(bareName(text))?.name).flatMap(({ element }) => {
    const pick = nameAt(frame, element);
    const sure = nameIn(bareName(textOf(frame, element)))?.rank ?? 0;
    const hasLabel = (frame.reader.piecesIn(element) ?? []).some(({ isLabel }) => isLabel);
    const rank = distance(element, number) + (isListed(element) ? LAST : 0);
    return pick && !hasLabel ? [{ pick, rank, element, sure }] : [];
  });
  // `Margaret` within `REED, Margaret` is less of a name, `REED, Margaret` within `Patient REED, Margaret` no less.
  const best = found.filter(
    (one) => !found.some((other) => other !== one && isInside(one.element, other.element) && other.sure > one.sure),
  );
  const smallest = best.filter(
    (one) => !best.some((other) => other !== one && isInside(other.element, one.element) && other.sure >= one.sure),
  );
  return [...labelledParts(frame, number), ...first(smallest)].slice(0, MOST);
}

/** What stands at an element, or right around it, when somebody points at it. */
export function numberAt(frame: LessonFrame, element: Element): NumberPick | null {
  const found = around(frame, element, (text) => numbersIn(text)[0]?.nhsNumber);
  return found && { element: found.element, nhsNumber: found.value, isListed: isListed(found.element) };
}

export function dateAt(frame: LessonFrame, element: Element): DatePick | null {
  const found = around(frame, element, (text) => datesIn(text)[0]?.birthDate);
  return found && { element: found.element, birthDate: found.value };
}

/** Whoever points at a name knows that it is one. */
export function nameAt(frame: LessonFrame, element: Element): NamePick | null {
  const text = bareName(textOf(frame, element));
  const parts = splitName(nameIn(text)?.name ?? text);
  if (!parts || /\d/.test(parts.familyName)) return null;
  return { elements: { whole: element }, familyName: parts.familyName, givenNames: parts.givenNames };
}

/** Whoever points at a part of a name means all of it: `Margaret` within `REED, Margaret` is less of a name. */
export function wholeNameAt(frame: LessonFrame, element: Element): NamePick | null {
  const part = textOf(frame, element);
  const own = nameAt(frame, element);
  let best = own;
  let sure = nameIn(bareName(part))?.rank ?? 0;
  // What is a name by itself is meant as it is: somebody may have chosen it.
  let at = own && sure === 0 ? drawnParentOf(element) : null;
  for (let height = 0; at && height < CLIMB; height += 1) {
    const whole = nameIn(bareName(textOf(frame, at)));
    if (whole && whole.rank > sure && whole.name.includes(part)) [best, sure] = [nameAt(frame, at), whole.rank];
    at = drawnParentOf(at);
  }
  return best;
}

/** Family name and given names that stand apart. */
export function partsAt(frame: LessonFrame, family: Element, given: Element): NamePick | null {
  const parts = splitName(`${textOf(frame, family)}, ${textOf(frame, given)}`);
  return parts && { elements: { family, given }, familyName: parts.familyName, givenNames: parts.givenNames };
}

/** Without the label before it, and without what other labels begin behind it. */
function bareName(text: string): string {
  const [head = ''] = cutAtLabels(text);
  const label = labelAt(head, false);
  return label && label.rest !== '' ? label.rest : head;
}

/** A name that fills a text, but for a title, an age or a number behind it. */
function nameIn(text: string): FoundName | undefined {
  const found = nameAtStart(text, true);
  return found && found.rank > 1 ? found : undefined;
}

function labelledParts(frame: LessonFrame, number: Element): NamePick[] {
  for (let at = drawnParentOf(number); at !== null; at = drawnParentOf(at)) {
    const pieces = frame.reader.piecesIn(at);
    if (!pieces) return [];
    const { fields } = fieldsIn(pieces);
    const nodeOf = (kind: string) => fields.find((field) => field.kind === kind)?.values[0]?.piece.node;
    const [family, given] = [nodeOf('familyName'), nodeOf('givenNames')];
    if (!family || !given) continue;
    const [one, other] = [family, given].map((node) => (isElement(node) ? node : drawnParentOf(node)));
    const pick = one && other && one !== other ? partsAt(frame, one, other) : null;
    return pick ? [pick] : [];
  }
  return [];
}

type Found = { readonly element: Element; readonly value: string };

function smallestWith(frame: LessonFrame, valueIn: (text: string) => string | undefined): Found[] {
  const found = new Map<Element, string>();
  for (const root of frame.index.roots()) {
    for (const element of findAll(root, '*')) {
      if (!frame.sight.seesElement(element)) continue;
      const value = valueIn(textOf(frame, element));
      if (value !== undefined) found.set(element, value);
    }
  }
  const inner = new Set<Element>();
  for (const [element, value] of found) {
    for (let at = drawnParentOf(element); at !== null; at = drawnParentOf(at))
      if (found.get(at) === value) inner.add(at);
  }
  return [...found].filter(([element]) => !inner.has(element)).map(([element, value]) => ({ element, value }));
}

function around(frame: LessonFrame, from: Element, valueIn: (text: string) => string | undefined): Found | null {
  let at: Element | null = from;
  for (let height = 0; at !== null && height <= CLIMB; height += 1) {
    const value = valueIn(textOf(frame, at));
    if (value !== undefined) return { element: at, value };
    at = drawnParentOf(at);
  }
  return null;
}

/** Whether a label stands in the same text, or in the little text right around. */
function isNear(frame: LessonFrame, element: Element, label: RegExp): boolean {
  let at: Element | null = element;
  for (let height = 0; at !== null && height < CLIMB; height += 1) {
    if (label.test(textOf(frame, at).slice(0, LONGEST / 2))) return true;
    at = drawnParentOf(at);
  }
  return false;
}

function isListed(element: Element): boolean {
  return closest(element, 'table, ul, ol, [role="grid"], [role="list"]') !== null && nameOf(element) !== 'h1';
}

/** How far apart two elements stand: the steps from both to what is around both. */
function distance(one: Element, other: Element): number {
  let steps = 0;
  for (let at: Element | null = one; at !== null; at = drawnParentOf(at)) {
    if (isInside(other, at)) {
      for (let from: Element | null = other; from !== null && from !== at; from = drawnParentOf(from)) steps += 1;
      return steps;
    }
    steps += 1;
  }
  return steps;
}

function first<Pick>(ranked: readonly { readonly pick: Pick; readonly rank: number }[]): Pick[] {
  return [...ranked]
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST)
    .map(({ pick }) => pick);
}
