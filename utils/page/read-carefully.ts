import type { Adapter, FieldSource } from './adapter.ts';
import type { Budget } from './budget.ts';
import { isDetailOf } from './detail-of-list.ts';
import { drawnParentOf, isElement, isInside } from './dom.ts';
import { fieldsIn } from './fields.ts';
import { dialogOver } from './gates.ts';
import { type Look, NOBODY } from './look.ts';
import { looksOpen } from './looks-open.ts';
import type { PageIndex } from './page-index.ts';
import { pieceReader } from './pieces.ts';
import { LABELLED, type RegionTexts, regionTexts } from './read-region.ts';
import { type Also, readStandard, type Site } from './read-standard.ts';
import { fieldNodes, readWithAdapter } from './read-with-adapter.ts';
import type { ListMemory } from './rows.ts';
import type { Sight } from './sight.ts';
import type { Reading } from './sighting.ts';
import { isDependantTitle, isForeignTitle, titlesOver } from './titles.ts';

/** No banner has so many pieces of text. */
const MANY_PIECES = 60;

type Patient = Extract<Reading, { kind: 'patient' }>;

/**
 * Looks at one frame by an adapter that may be `careful`: it may know its system badly. Whoever it finds is then one more place of the
 * standard reading, under the same rules: lists, steps before a record opens, other people and a second person refuse.
 */
export function readCarefully(
  document: Document,
  adapter: Adapter,
  index: PageIndex,
  sight: Sight,
  spent: Budget,
  memory: ListMemory,
): Look {
  const found = readWithAdapter(document, adapter, index, sight);
  const [region] = found.restsOn;
  if (!adapter.careful || found.reading.kind !== 'patient' || !region) return found;
  const also = placeOf(region, found.reading, adapter, sight);
  const look = also ? readStandard(index, sight, spent, memory, also) : NOBODY;
  const reading = agreed(found.reading, look.reading);
  return { ...found, ...look, reading, restsOn: [...found.restsOn, ...look.restsOn] };
}

/** The standard reading may take another word for the family name, and never another person. */
function agreed(found: Patient, judged: Reading): Reading {
  if (judged.kind !== 'patient') return judged;
  return judged.identity.nhsNumber === found.identity.nhsNumber ? found : { kind: 'several' };
}

/** @returns `null`: what the adapter found stands nowhere */
function placeOf(region: Element, { identity }: Patient, adapter: Adapter, sight: Sight): Also | null {
  const stands = standsIn(region, adapter, sight);
  if (!stands) return null;
  const { place, around, dates } = stands;
  const texts: RegionTexts = {
    numbers: regionTexts(fieldsIn(pieceReader(sight).piecesIn(around) ?? [])).numbers,
    birthDates: identity.birthDate === null ? [] : [{ text: identity.birthDate, node: place }],
    names: [
      {
        name: { family: identity.familyName ?? '', given: identity.givenNames },
        nodes: [],
        isLink: false,
        rank: LABELLED,
      },
    ],
  };
  const titles = titlesOver(around);
  const isClosed = dialogOver(place) !== null || titles.some(isForeignTitle);
  const site: Site = {
    number: identity.nhsNumber,
    region: around,
    texts,
    claims: !isClosed && looksOpen({ region: around, texts }, titles, sight),
    isDependant: titles.some(isDependantTitle),
  };
  return { place, join: (sites, isInList, list) => join(site, place, dates, { sites, isInList, list }) };
}

type Stands = {
  readonly place: Element;
  readonly around: Element;
  readonly dates: readonly (Text | Element)[];
};

/** Where the number stands, the smallest element around all that is read, and where the birth date stands. */
function standsIn(region: Element, { fields }: Adapter, sight: Sight): Stands | null {
  const nodeOf = (source: FieldSource) => fieldNodes(region, source, sight)[0] ?? [];
  const dates = [fields.birthDate].flatMap(nodeOf);
  const standing = [fields.nhsNumber].flatMap(nodeOf).concat(dates);
  const name = nodeOf('whole' in fields.name ? fields.name.whole : fields.name.family);
  const [number] = standing;
  const place = number && (isElement(number) ? number : drawnParentOf(number));
  if (!place) return null;
  const whole = smallestAround(standing.concat(name), region);
  // A name may head the page, far from the number.
  const isBanner = (pieceReader(sight).piecesIn(whole)?.length ?? MANY_PIECES) < MANY_PIECES;
  return { place, around: isBanner ? whole : smallestAround(standing, region), dates };
}

type Joined = {
  readonly sites: Map<Element, Site>;
  readonly isInList: (place: Element) => boolean;
  readonly list: Element | undefined;
};

/**
 * Where the standard reading knows the number from its label and claims nobody, neither does this. The adapter says how
 * the birth date is written where it stands: a date with its month first would be none, or another.
 */
function join(site: Site, place: Element, dates: Stands['dates'], { sites, isInList, list }: Joined): void {
  for (const [element, other] of sites) {
    if (other.number === site.number) sites.set(element, { ...other, texts: datedAs(site, other.texts, dates) });
  }
  if (isInList(place)) return;
  const same = [...sites.values()].filter(({ number }) => number === site.number);
  const isOpen = same.length === 0 || same.some(({ claims }) => claims);
  sites.set(place, { ...site, claims: site.claims && isOpen && !isDetailOf(list, site.region) });
}

function datedAs({ texts: { birthDates } }: Site, texts: RegionTexts, dates: Stands['dates']): RegionTexts {
  const text = birthDates[0]?.text;
  const isThere = (node: Text | Element) =>
    dates.some((date) => date === node || (isElement(date) && isInside(node, date)));
  if (text === undefined) return texts;
  return { ...texts, birthDates: texts.birthDates.map((one) => (isThere(one.node) ? { ...one, text } : one)) };
}

function smallestAround(nodes: readonly (Text | Element)[], region: Element): Element {
  const [first] = nodes;
  for (let at = first ? drawnParentOf(first) : null; at !== null && at !== region; at = drawnParentOf(at)) {
    const around = at;
    if (nodes.every((node) => isInside(node, around))) return around;
  }
  return region;
}
