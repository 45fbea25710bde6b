import { parseNhsNumber } from '../patient/nhs-number.ts';
import { type Budget, Overrun } from './budget.ts';
import { closest, drawnParentOf, follows, isElement, isInside, isRendered, matches } from './dom.ts';
import { fieldsIn } from './fields.ts';
import { asksToTake, dialogOver, isBanner, isConfirmTitle, isEntry, isResultsTitle } from './gates.ts';
import type { Look } from './look.ts';
import { mergeRegions } from './merge-regions.ts';
import type { PageIndex } from './page-index.ts';
import { type Piece, type PieceReader, pieceReader } from './pieces.ts';
import { bestNames, type RegionTexts, regionTexts } from './read-region.ts';
import { isInTableOfPeople, rowsAmong } from './rows.ts';
import type { Sight } from './sight.ts';
import type { Reading } from './sighting.ts';
import { isForeignTitle, titlesIn, titlesOver } from './titles.ts';

/** More mentions of NHS numbers than this are no page that anybody could be sure about. */
const MOST_PLACES = 1_000;
const MOST_SITES = 60;
const FEW_PLACES = 100;
const HIGHEST = 12;

/** One visible number that is labelled as a patient's own, and what stands around it. */
type Site = {
  readonly number: string;
  readonly region: Element;
  readonly texts: RegionTexts;
  /** Whether an open record is what this looks like; else it only counts against others. */
  readonly claims: boolean;
};

/**
 * The reading of a page without an adapter: visible regions in which, close together, stand an NHS number labelled as
 * the patient's own, a name and a birth date. Lists, results, steps that ask to confirm, relatives and hints claim
 * nobody; whatever else names another person refuses.
 */
export function readStandard(index: PageIndex, sight: Sight, { spend }: Budget): Look {
  const places = index.places();
  if (places.length > MOST_PLACES) throw new Overrun();
  const elements = places
    .map((place) => (isElement(place) ? place : drawnParentOf(place)))
    .filter((one) => one !== null);
  const outside = elements.filter((element) => !matches(element, 'script, style, title, option'));
  const { rows, alike } = rowsAmong(outside.filter((element) => isDrawn(element, outside.length, sight)));
  const listed = outside.filter((element) => rows.has(element) || isInTableOfPeople(element));
  const alone = outside.filter((element) => !listed.includes(element));
  const list = listed.find((element) => sight.seesElement(element));
  const reader = pieceReader(sight);
  const sites = new Map<Element, Site>();
  for (const element of alone) {
    spend();
    const site = siteAt(element, sight, reader);
    if (site) sites.set(element, { ...site, claims: site.claims && !isDetailOf(list, site.region) });
    if (sites.size > MOST_SITES) throw new Overrun();
  }
  for (const group of alike) {
    const numbers = new Set(group.flatMap((element) => sites.get(element)?.number ?? []));
    if (numbers.size > 1) for (const element of group) sites.delete(element);
  }
  return merged([...sites.values()], reader.fields);
}

/** Where few places mention numbers each is looked at closely; among many, the browser's own word must do. */
function isDrawn(element: Element, count: number, sight: Sight): boolean {
  return count <= FEW_PLACES ? sight.seesElement(element) : isRendered(element);
}

/** What stands behind a list of people, and is no banner, may only be what the list says of one of them. */
function isDetailOf(list: Element | undefined, region: Element): boolean {
  return list !== undefined && !isBanner(region) && follows(region, list);
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
  return { ...best, claims: looksOpen(best, titles, sight) };
}

type Found = { readonly region: Element; readonly texts: RegionTexts; readonly number: string };

/** What a region says, if it says one number, and that with the label one came from; `other`: it says another. */
function foundIn(region: Element, pieces: readonly Piece[], place: Element): Found | 'other' | null {
  const all = regionTexts(fieldsIn(pieces));
  const numbers = new Set(all.numbers.flatMap(({ text }) => (text === null ? [] : [digitsOf(text)])));
  const [number] = numbers;
  if (number === undefined) return null;
  const isOwn = all.numbers.some(({ label, text }) => text !== null && isInside(label.node, place));
  if (numbers.size > 1 || !isOwn) return 'other';
  return { region, texts: all, number };
}

/**
 * A larger region adds what the smaller one lacks. Where it names more people than the smaller one, its birth date may
 * be anybody's.
 */
function together(small: Found, large: Found): Found {
  const { names, birthDates } = small.texts;
  if (names.length === 0) return large;
  if (birthDates.length > 0 || large.texts.birthDates.length === 0) return small;
  const others = large.texts.names.filter(
    ({ rank, nodes }) => rank > 1 && !nodes.some((node) => isInside(node, small.region)),
  );
  return others.length > 0 ? small : { ...large, texts: { ...large.texts, names } };
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

/** Whether a region is the identity of an open record, and not the way to one. */
function looksOpen({ region, texts }: Found, titles: readonly string[], sight: Sight): boolean {
  if (dialogOver(region) || closest(region, '[role="search"], [role="option"]')) return false;
  if (isBanner(region)) return true;
  const all = [...titles, ...titlesIn(region)];
  if (isEntry(region) || all.some(isResultsTitle) || all.some(isConfirmTitle)) return false;
  const names = bestNames(texts.names);
  if (names.length > 0 && names.every(({ isLink }) => isLink)) return false;
  return !asksToTake(region, sight);
}

function merged(sites: readonly Site[], fields: ReadonlySet<HTMLInputElement>): Look {
  const claiming = sites.filter(({ claims }) => claims);
  return { reading: readingOf(sites, claiming), restsOn: sites.map(({ region }) => region), fields: [...fields] };
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
