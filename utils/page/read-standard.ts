import { foldedWords } from '../patient/names.ts';
import { parseNhsNumber } from '../patient/nhs-number.ts';
import { type Budget, Overrun } from './budget.ts';
import { isDetailOf } from './detail-of-list.ts';
import { closest, drawnParentOf, findAll, isElement, isInside, isRendered, matches, nameOf } from './dom.ts';
import { fieldsIn } from './fields.ts';
import { nameAtStart } from './find-name.ts';
import { dialogOver, isBanner } from './gates.ts';
import type { Look } from './look.ts';
import { looksOpen } from './looks-open.ts';
import { mergeRegions } from './merge-regions.ts';
import type { PageIndex } from './page-index.ts';
import { NOWHERE, type Piece, type PieceReader, pieceReader } from './pieces.ts';
import { bestNames, isNameAmong, LABELLED, type RegionName, type RegionTexts, regionTexts } from './read-region.ts';
import { type Alike, isInTableOfPeople, type ListMemory, rowsAmong } from './rows.ts';
import type { Sight } from './sight.ts';
import type { Reading } from './sighting.ts';
import { isDependantTitle, isForeignTitle, titleOver, titlesOver } from './titles.ts';

/** More mentions of NHS numbers than this are no page that anybody could be sure about. */
const MOST_PLACES = 1_000;
const MOST_SITES = 60;
const FEW_PLACES = 100;
const HIGHEST = 12;
/** A banner has no more pieces of text than this. */
const BANNER_PIECES = 18;
const LARGE_BANNER_PIECES = 60;

/** A place that an adapter knows, which the standard reading judges like those it finds itself. */
export type Also = {
  readonly place: Element;
  /** Puts what stands there among the others, unless it stands in a list of people. */
  readonly join: (sites: Map<Element, Site>, isInList: (place: Element) => boolean, list: Element | undefined) => void;
};

/** One visible number that is labelled as a patient's own, and what stands around it. */
export type Site = {
  readonly number: string;
  readonly region: Element;
  readonly texts: RegionTexts;
  /** Whether an open record is what this looks like; else it only counts against others. */
  readonly claims: boolean;
  /** Stands in a section about a baby: the patient, if the page as a whole is about the baby. */
  readonly isDependant: boolean;
};

/**
 * The reading of a page without an adapter: visible regions in which, close together, stand an NHS number labelled as
 * the patient's own, a name and a birth date. Lists, results, steps that ask to confirm, relatives and hints claim
 * nobody; whatever else names another person refuses.
 */
export function readStandard(
  index: PageIndex,
  sight: Sight,
  { spend }: Budget,
  memory: ListMemory,
  also: Also | null = null,
): Look {
  const places = index.places();
  if (places.length > MOST_PLACES) throw new Overrun();
  const labelled = places.map((place) => (isElement(place) ? place : drawnParentOf(place)));
  const elements = [...labelled, also?.place ?? null].filter((one) => one !== null);
  const outside = elements.filter((element) => closest(element, NOWHERE) === null);
  const tables = new Map<Element, boolean>();
  const inTables = new Set(outside.filter((element) => isInTableOfPeople(element, tables)));
  const others = outside.filter((element) => !inTables.has(element));
  const { rows, alike, lists } = rowsAmong(others.filter((element) => isDrawn(element, others.length, sight)));
  for (const one of lists) memory.keep(one);
  const list = [...inTables, ...rows].find((element) => sight.seesElement(element));
  const reader = pieceReader(sight);
  const sites = new Map<Element, Site>();
  for (const element of others) {
    spend();
    const site = rows.has(element) || memory.isRow(element) ? null : siteAt(element, sight, reader);
    if (site) sites.set(element, { ...site, claims: site.claims && !isDetailOf(list, site.region) });
    if (sites.size > MOST_SITES) throw new Overrun();
  }
  also?.join(sites, (place) => !others.includes(place) || rows.has(place) || memory.isRow(place), list);
  for (const group of alike) dropPeople(group, sites, memory);
  dropLastRows(sites, rowsAmong(others).rows);
  const own = [...sites.values()].filter((site) => !site.isDependant || isInDocumentTitle(site, index));
  return merged(own, reader.fields);
}

/** Two or three alike with different numbers are rows. Of three, a filter may leave one. */
function dropPeople(group: Alike, sites: Map<Element, Site>, memory: ListMemory): void {
  const numbers = new Set([...group.members].flatMap((element) => sites.get(element)?.number ?? []));
  if (numbers.size > 2) memory.keep(group);
  if (numbers.size > 1) for (const element of group.members) sites.delete(element);
}

/** What stands where rows stand is a row, also when all the others are hidden; unless it is all there is. */
function dropLastRows(sites: Map<Element, Site>, rows: ReadonlySet<Element>): void {
  const elsewhere = [...sites].some(([element, { claims }]) => claims && !rows.has(element));
  if (elsewhere) for (const element of rows) sites.delete(element);
}

/** Where few places mention numbers each is looked at closely; among many, the browser's own word must do. */
function isDrawn(element: Element, count: number, sight: Sight): boolean {
  return count <= FEW_PLACES ? sight.seesElement(element) : isRendered(element);
}

/** Whether the page as a whole is about this person: its title says so. */
function isInDocumentTitle({ texts }: Site, index: PageIndex): boolean {
  const title = foldedWords(index.title().replace(/[^\p{L}\p{M}\p{N}'’-]+/gu, ' '));
  const [name] = bestNames(texts.names);
  return name !== undefined && isNameAmong(name, title);
}

/** Climbs from a label until number, name and birth date stand together, or the region has become a page. */
function siteAt(place: Element, sight: Sight, { piecesIn }: PieceReader): Site | null {
  let best: Found | null = null;
  let before = 0;
  let region: Element | null = place;
  for (let height = 0; region && height < HIGHEST && !matches(region, 'html'); height += 1) {
    const pieces = piecesIn(region);
    if (!pieces || pieces.length === 0) break;
    if (pieces.length > before) {
      const found = foundIn(region, pieces, place);
      if (found === 'other' || (found === null && best)) break;
      if (found) best = best ? together(best, found) : found;
      if (best && isComplete(best.texts)) break;
    }
    before = pieces.length;
    region = drawnParentOf(region);
  }
  if (!best || !isSeen(best.texts, sight)) return null;
  const titles = titlesOver(best.region);
  if (titles.some(isForeignTitle)) return null;
  const named = withTitleName(best);
  const claims = dialogOver(place) === null && looksOpen(named, titles, sight);
  return { ...named, claims, isDependant: titles.some(isDependantTitle) };
}

/** A record is headed by a name: where the title right over a region is one, it is the name of that region. */
function withTitleName(found: Found): Found {
  if (found.texts.names.some(({ rank }) => rank > 3)) return found;
  const over = titleOver(found.region);
  const name = over?.title
    .split(/ ?[|·] ?| [-–—] /)
    .map((part) => nameAtStart(part, true))
    .find((one) => one !== null && one.rank > 1);
  if (!over || !name) return found;
  const heading: RegionName = { name: { whole: name.name }, nodes: [over.element], isLink: false, rank: 4 };
  return { ...found, texts: { ...found.texts, names: [heading] } };
}

type Found = {
  readonly region: Element;
  readonly texts: RegionTexts;
  readonly number: string;
  /** How many pieces of text stand in the region. */
  readonly size: number;
};

/** What a region says, if it says one number, and that with the label one came from; `other`: it says another. */
function foundIn(region: Element, pieces: readonly Piece[], place: Element): Found | 'other' | null {
  const all = regionTexts(fieldsIn(pieces));
  const numbers = new Set(all.numbers.flatMap(({ text }) => (text === null ? [] : [digitsOf(text)])));
  const [number] = numbers;
  if (number === undefined) return null;
  const isOwn = all.numbers.some(({ label, text }) => text !== null && isLabelOf(label.node, place));
  if (numbers.size > 1 || !isOwn) return 'other';
  return { region, texts: all, number, size: pieces.length };
}

/** A label is its place's own if it is written right in it, or is the name of the place itself. */
function isLabelOf(label: Node, place: Element): boolean {
  return label === place || drawnParentOf(label) === place;
}

/**
 * A larger region adds what the smaller one lacks. Where it names more people than the smaller one, its birth date may
 * be anybody's.
 */
function together(small: Found, large: Found): Found {
  const { names, birthDates } = small.texts;
  if (names.length === 0) {
    const isWhole = large.size <= BANNER_PIECES || (large.size <= LARGE_BANNER_PIECES && isBanner(large.region));
    const near = large.texts.names.filter((name) => isWhole || isFarName(name, small));
    return { ...large, texts: { ...large.texts, names: near } };
  }
  if (birthDates.length > 0 || large.texts.birthDates.length === 0) return small;
  const others = large.texts.names.filter(
    ({ rank, nodes }) => rank > 1 && !nodes.some((node) => isInside(node, small.region)),
  );
  return others.length > 0 ? small : { ...large, texts: { ...large.texts, names } };
}

/**
 * Whether a name that stands some way off can be the one for a number: labelled, or heading the page as the name of a
 * record does. Never what stands at the top of the page: the person at the screen, or the system.
 */
function isFarName({ name, nodes, rank }: RegionName, small: Found): boolean {
  const [node] = nodes;
  const element = node && (isElement(node) ? node : drawnParentOf(node));
  if (!element || rank === LABELLED) return element !== null;
  const top = closest(element, 'header, [role="banner"]');
  if (top && !isInside(small.region, top)) return false;
  if (rank > 3 && 'whole' in name && name.whole.includes(',')) return true;
  const heading = closest(element, 'h1, h2, [role="heading"][aria-level="1"]');
  const isFirst = heading !== null && (nameOf(heading) !== 'h2' || findAll(document, 'h1, h2')[0] === heading);
  return isFirst && rank > 1;
}

function isComplete({ names, birthDates }: RegionTexts): boolean {
  return names.length > 0 && birthDates.length > 0;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** What stands behind something else is not seen; neither is a number that nobody can see. */
function isSeen(texts: RegionTexts, sight: Sight): boolean {
  return texts.numbers.some(({ nodes }) => nodes.length > 0 && !nodes.some((node) => sight.isCovered(node)));
}

function merged(sites: readonly Site[], fields: PieceReader['fields']): Look {
  const claiming = sites.filter(({ claims }) => claims);
  const restsOn = sites.flatMap(({ region, texts }) => [
    region,
    ...texts.names.flatMap(({ nodes }) => nodes.filter(isElement)),
  ]);
  return { reading: readingOf(sites, claiming), restsOn, fields: [...fields] };
}

function readingOf(sites: readonly Site[], claiming: readonly Site[]): Reading {
  if (claiming.length === 0) return { kind: 'none' };
  if (new Set(sites.map(({ number }) => number)).size > 1) return { kind: 'several' };
  const nhsNumber = parseNhsNumber(claiming[0]?.number ?? '');
  if (nhsNumber === null) return { kind: 'unreadable', cause: 'nhsNumberInvalid' };
  return mergeRegions(
    nhsNumber,
    claiming.map(({ texts }) => texts),
  );
}
