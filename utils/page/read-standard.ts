import { parseNhsNumber } from '../patient/nhs-number.ts';
import { type Budget, Overrun } from './budget.ts';
import { closest, drawnParentOf, isElement, isInside, matches, nameOf } from './dom.ts';
import { fieldsIn } from './fields.ts';
import { asksToTake, dialogOver, isBanner, isConfirmTitle, isEntry, isResultsTitle } from './gates.ts';
import type { Look } from './look.ts';
import { mergeRegions } from './merge-regions.ts';
import type { PageIndex } from './page-index.ts';
import { type Piece, type PieceReader, pieceReader } from './pieces.ts';
import { type RegionTexts, regionTexts } from './read-region.ts';
import { isInTableOfPeople, rowsAmong } from './rows.ts';
import type { Sight } from './sight.ts';
import type { Reading } from './sighting.ts';
import { isForeignTitle, titlesOver } from './titles.ts';

/** More mentions of NHS numbers than this are no page that anybody could be sure about. */
const MOST_PLACES = 1_000;
const MOST_SITES = 60;
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
  const { rows, alike } = rowsAmong(outside);
  const alone = outside.filter((element) => !rows.has(element) && !isInTableOfPeople(element));
  const reader = pieceReader(sight);
  const sites = new Map<Element, Site>();
  for (const element of alone) {
    spend();
    const site = siteAt(element, sight, reader);
    if (site) sites.set(element, site);
    if (sites.size > MOST_SITES) throw new Overrun();
  }
  for (const group of alike) {
    const numbers = new Set(group.flatMap((element) => sites.get(element)?.number ?? []));
    if (numbers.size > 1) for (const element of group) sites.delete(element);
  }
  return merged([...sites.values()]);
}

/** Climbs from a label until number, name and birth date stand together, or the region has become a page. */
function siteAt(place: Element, sight: Sight, { piecesIn }: PieceReader): Site | null {
  let best: { region: Element; texts: RegionTexts; number: string } | null = null;
  let region: Element | null = place;
  let pieces: readonly Piece[] | null = [];
  for (let height = 0; region && height < HIGHEST && !matches(region, 'html'); height += 1) {
    const before: number = pieces.length;
    pieces = piecesIn(region);
    if (!pieces || (height === 0 && pieces.length === 0)) break;
    if (pieces.length > before || height === 0) {
      const texts = regionTexts(fieldsIn(pieces));
      const numbers = new Set(texts.numbers.flatMap(({ text }) => (text === null ? [] : [digitsOf(text)])));
      const [number] = numbers;
      if (numbers.size > 1 || (number !== undefined && !texts.numbers.some(({ label }) => isInside(label.node, place))))
        break;
      if (number !== undefined) {
        best = better(best, { region, texts, number });
        if (isComplete(texts)) break;
      } else if (best) break;
    }
    region = drawnParentOf(region);
  }
  if (!best || !isSeen(best.texts, sight)) return null;
  const titles = titlesOver(best.region);
  if (titles.some(isForeignTitle)) return null;
  return { ...best, claims: looksOpen(best.region, best.texts, titles, sight) };
}

function better<T extends { texts: RegionTexts }>(before: T | null, now: T): T {
  if (!before) return now;
  const gains =
    (now.texts.names.length > 0 && before.texts.names.length === 0) ||
    (now.texts.birthDates.length > 0 && before.texts.birthDates.length === 0);
  return gains ? now : before;
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
function looksOpen(region: Element, texts: RegionTexts, titles: readonly string[], sight: Sight): boolean {
  if (dialogOver(region) || closest(region, 'form[role="search"], [role="search"], [role="option"]')) return false;
  if (isBanner(region)) return true;
  if (isEntry(region) || titles.some(isResultsTitle) || titles.some(isConfirmTitle)) return false;
  if (texts.names.length > 0 && texts.names.every(({ isLink }) => isLink)) return false;
  return !asksToTake(region, sight);
}

function merged(sites: readonly Site[]): Look {
  const claiming = sites.filter(({ claims }) => claims);
  const restsOn = sites.map(({ region }) => region);
  const nodes = claiming.flatMap(({ texts }) => nodesOf(texts));
  const fields = nodes.filter((node) => isElement(node) && nameOf(node) === 'input') as HTMLInputElement[];
  const reading = readingOf(sites, claiming);
  return { reading, restsOn, fields };
}

function nodesOf({ numbers, names, birthDates }: RegionTexts): (Text | Element)[] {
  return [
    ...numbers.flatMap(({ nodes }) => nodes),
    ...names.flatMap(({ nodes }) => nodes),
    ...birthDates.map(({ node }) => node),
  ];
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
