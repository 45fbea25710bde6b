import { oneLine } from '../patient/one-line.ts';
import type { Adapter, FieldSource, NameSource } from './adapter.ts';
import { attributeOf, findAll } from './dom.ts';
import { chunkTexts, labelledPieces, labelledTexts } from './fields.ts';
import { type Look, NOBODY } from './look.ts';
import type { PageIndex } from './page-index.ts';
import { type PieceReader, pieceReader } from './pieces.ts';
import { type IdentityTexts, readIdentity } from './read-identity.ts';
import type { Sight } from './sight.ts';
import type { Reading } from './sighting.ts';

/** Longest text an adapter's pattern is run on, so that no page can make it slow. */
const LONGEST_FIELD = 200;

/**
 * Looks at one frame by an adapter, in its document and its open shadow roots. Fails closed: more than one region, a
 * missing proof, anything forbidden, or a screen that is not as the adapter knows it, gives no claim.
 */
export function readWithAdapter(document: Document, adapter: Adapter, index: PageIndex, sight: Sight): Look {
  const visible = (selector: string): Element[] =>
    index.roots().flatMap((root) => findAll(root, selector).filter(sight.seesElement));
  const frame = document.location?.pathname ?? '';
  if (adapter.framePaths && !adapter.framePaths.some((path) => frame.startsWith(path))) return NOBODY;
  if (adapter.forbids.some((selector) => visible(selector).length > 0)) return NOBODY;
  const regions = visible(adapter.region).filter((region) => !isNumberCovered(region, adapter, sight));
  const [region] = regions;
  if (!isAsKnown(adapter, region !== undefined, visible)) {
    return { reading: { kind: 'unreadable', cause: 'pageChanged' }, restsOn: regions };
  }
  if (!region) return NOBODY;
  if (regions.length > 1) return { reading: { kind: 'several' }, restsOn: regions };
  if (!adapter.proves.every((selector) => visible(selector).length > 0)) return NOBODY;
  return { reading: readRegion(region, adapter, sight), restsOn: [region], fields: [...pieceReader(sight).fields] };
}

/** Whether something stands in front of the number: then a person reads another page, not this region. */
function isNumberCovered(region: Element, { fields }: Adapter, sight: Sight): boolean {
  const nodes = fieldNodes(region, fields.nhsNumber, sight);
  return nodes.length > 0 && nodes.every(sight.isCovered);
}

/** Where a field stands that can be seen. */
export function fieldNodes(region: Element, source: FieldSource, sight: Sight): readonly (Text | Element)[] {
  return 'label' in source
    ? labelledPieces(pieceReader(sight).piecesIn(region) ?? [], source.label).map(({ node }) => node)
    : findAll(region, source.selector).filter(sight.seesElement);
}

function isAsKnown({ selfTest = [] }: Adapter, hasRegion: boolean, visible: (selector: string) => Element[]): boolean {
  return selfTest.every(({ shows, sees }) => (sees === 'patient') === hasRegion || visible(shows).length === 0);
}

function readRegion(region: Element, { fields }: Adapter, sight: Sight): Reading {
  const { birthDate } = fields;
  const read = (source: FieldSource) => fieldText(region, source, sight);
  return readIdentity({
    nhsNumber: read(fields.nhsNumber),
    birthDate: read(birthDate),
    birthDateOrder: birthDate.order,
    name: nameTexts(fields.name, read),
  });
}

function nameTexts(source: NameSource, read: (source: FieldSource) => string | null): IdentityTexts['name'] {
  if ('whole' in source) {
    const whole = read(source.whole);
    return whole === null ? null : { whole };
  }
  const family = read(source.family);
  return family === null ? null : { family, given: read(source.given) ?? '' };
}

/** The one visible text a field names, or `null`: none, several that differ, or empty. */
export function fieldText(region: Element, source: FieldSource, sight: Sight): string | null {
  const reader = pieceReader(sight);
  const raw =
    'label' in source
      ? labelledTexts(reader.piecesIn(region) ?? [], source.label)
      : findAll(region, source.selector)
          .filter(sight.seesElement)
          .map((element) => fieldValue(element, source, reader));
  const texts = new Set(raw.map((text) => cut(text, source.pattern)));
  const [text] = texts;
  return texts.size === 1 && text ? text : null;
}

function fieldValue(
  element: Element,
  { from = 'text' }: Extract<FieldSource, { selector: string }>,
  reader: PieceReader,
): string {
  if (from === 'text') return chunkTexts(reader.piecesIn(element) ?? []);
  if (from !== 'value') return attributeOf(element, from.attribute) ?? '';
  if (!('value' in element) || typeof element.value !== 'string') return '';
  reader.fields.add(element as HTMLInputElement);
  return element.value;
}

function cut(raw: string, pattern: string | undefined): string {
  const text = oneLine(raw).slice(0, LONGEST_FIELD);
  return pattern ? (new RegExp(pattern, 'u').exec(text)?.[1]?.trim() ?? '') : text;
}
