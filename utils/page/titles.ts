import { oneLine } from '../patient/one-line.ts';
import {
  attributeOf,
  childCountOf,
  drawnParentOf,
  findAll,
  firstChildOf,
  isElement,
  isRendered,
  matches,
  nameOf,
  nextSiblingOf,
  parentNodeOf,
  textContentOf,
} from './dom.ts';
import type { Sight } from './sight.ts';

const HEADING = 'h1, h2, h3, h4, h5, h6, legend, caption, summary, [role="heading"]';
/** What wraps a heading and little else: a card's header. */
const MOST_BESIDE_HEADING = 12;
const MOST_CHILDREN_OF_WRAPPER = 3;
const LONGEST_TITLE = 200;
const UNSPOKEN = 'head, script, style, template, noscript';
const MOST_SIBLINGS = 40;
/** So many elements around a region are asked for words before it. */
const FARTHEST_WORDS = 5;
const MOST_TITLES_IN_REGION = 6;

/** The person a section is about is not the patient. */
const FOREIGN =
  /\b(?:next of kin|mother|father|parents?|guardians?|carers?|partner|spouse|husband|wife|siblings?|brothers?|sisters?|sons?|daughters?|children|household|family|relatives?|relations?(?:hips?)?|emergency contacts?|contacts|linked|associated|dependants?|proxy|proxies|donor|related|previous(?:ly)?|former|historic(?:al)?|superseded|merged|examples?|key worker|registered gp|teulu|mam|tad|perthynas)\b/i;
/** The person a section is about is the patient only where the page as a whole is about them. */
const DEPENDANT = /\b(?:bab(?:y|ies)|newborns?|infants?|twins?|triplets?)\b/i;
const OWN = /\b(?:patient|personal|demographics?|your|this) (?:details|information)\b|\bdemographics\b/i;

export function isForeignTitle(title: string): boolean {
  return FOREIGN.test(title) && !OWN.test(title);
}

export function isDependantTitle(title: string): boolean {
  return DEPENDANT.test(title);
}

/** The title an element is, or wraps; `null`: it is no title. */
export function titleIn(element: Element): string | null {
  if (matches(element, HEADING)) return titleText(element);
  // A wrapper has little in it; without this, all of a page would be read again at each of its levels.
  if (childCountOf(element) > MOST_CHILDREN_OF_WRAPPER) return null;
  const first = findAll(element, HEADING)[0];
  if (!first) return null;
  const all = textContentOf(element) ?? '';
  const title = textContentOf(first) ?? '';
  return all.trim().length <= title.trim().length + MOST_BESIDE_HEADING ? titleText(first) : null;
}

/**
 * The titles an element stands under, nearest first: of each element around it, the last title before it, and the
 * name it is given for assistive technology.
 */
export function titlesOver(element: Element): string[] {
  const titles: string[] = [];
  for (let at: Element | null = element; at !== null; at = drawnParentOf(at)) {
    const name = attributeOf(at, 'aria-label') ?? labelledBy(at);
    if (name) titles.push(name.slice(0, LONGEST_TITLE));
    titles.push(...titlesBefore(at).map(({ title }) => title));
  }
  return titles;
}

/** The nearest title an element stands under, with the element that is it. */
export function titleOver(element: Element): Pick<Title, 'title' | 'element'> | null {
  for (let at: Element | null = element; at !== null; at = drawnParentOf(at)) {
    const [nearest] = titlesBefore(at);
    if (nearest) return nearest;
  }
  return null;
}

/** `level`: 1 to 6 for headings, 7 for other titles. */
type Title = { readonly title: string; readonly level: number; readonly element: Element };

/** The last words before a region: a step that asks to check somebody says so there. */
export function leadIn(region: Element): string {
  let words = '';
  for (
    let at: Element | null = region, height = 0;
    at && words === '' && height < FARTHEST_WORDS;
    at = drawnParentOf(at), height += 1
  ) {
    words = wordsBefore(at);
  }
  return words;
}

function wordsBefore(element: Element): string {
  let words = '';
  const parent = parentNodeOf(element);
  for (let at = parent && firstChildOf(parent); at && at !== element; at = nextSiblingOf(at)) {
    // Titles are judged as titles.
    if (isElement(at) && (matches(at, UNSPOKEN) || !isRendered(at) || titleIn(at) !== null)) continue;
    const text = textContentOf(at) ?? '';
    words = text.length < LONGEST_TITLE ? `${words} ${text}` : '';
  }
  return oneLine(words).slice(-LONGEST_TITLE);
}

/** The titles in a region, for what the region as a whole is. */
export function titlesIn(region: Element, sight: Sight): string[] {
  return findAll(region, HEADING).slice(0, MOST_TITLES_IN_REGION).filter(sight.seesElement).map(titleText);
}

function labelledBy(element: Element): string | null {
  const id = attributeOf(element, 'aria-labelledby')?.split(/\s+/)[0];
  const named = id ? Document.prototype.getElementById.call(element.ownerDocument, id) : null;
  return named && textContentOf(named);
}

/** Of the titles before an element, below one parent, those it stands under: the last one, the last of a higher level, and so on. */
function titlesBefore(element: Element): Title[] {
  const parent = parentNodeOf(element);
  let over: Title[] = [];
  let seen = 0;
  for (let at = parent && firstChildOf(parent); at && at !== element && seen < MOST_SIBLINGS; at = nextSiblingOf(at)) {
    if (!isElement(at)) continue;
    seen += 1;
    const title = titleIn(at);
    if (title === null) continue;
    const level = levelOf(at);
    over = [...over.filter((one) => one.level < level), { title, level, element: at }];
  }
  return over.reverse();
}

/** 1 to 6 for `h1` to `h6`, also in a wrapper; 7 for other titles. */
function levelOf(title: Element): number {
  const heading = matches(title, HEADING) ? title : findAll(title, HEADING)[0];
  return Number(/^h([1-6])$/.exec(heading ? nameOf(heading) : '')?.[1] ?? 7);
}

function titleText(element: Element): string {
  return oneLine(textContentOf(element) ?? '').slice(0, LONGEST_TITLE);
}
