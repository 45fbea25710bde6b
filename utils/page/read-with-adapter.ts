import type { Adapter, FieldSource, NameSource } from './adapter.ts';
import { type IdentityTexts, readIdentity } from './read-identity.ts';
import type { Reading } from './sighting.ts';
import { isVisible, visibleMatches } from './visibility.ts';

/** Longest text an adapter's pattern is run on, so that no page can make it slow. */
const LONGEST_FIELD = 300;

/** What a look found, and the elements it rests on: a change in one of them puts the reading in doubt. */
export type Look = { readonly reading: Reading; readonly restsOn: readonly Element[] };

/**
 * Looks at one frame by an adapter. Fails closed: more than one region, a missing proof or anything forbidden
 * gives no claim.
 */
export function readWithAdapter(document: Document, adapter: Adapter): Look {
  const frame = document.location?.pathname ?? '';
  if (adapter.framePaths && !adapter.framePaths.some((path) => frame.startsWith(path))) return nobody();
  if (adapter.forbids.some((selector) => visibleMatches(document, selector).length > 0)) return nobody();
  const regions = visibleMatches(document, adapter.region);
  const region = regions[0];
  if (!region) {
    const expected = adapter.expects !== undefined && visibleMatches(document, adapter.expects).length > 0;
    return expected ? { reading: { kind: 'unreadable', cause: 'pageChanged' }, restsOn: [] } : nobody();
  }
  if (regions.length > 1) return { reading: { kind: 'several' }, restsOn: regions };
  if (!adapter.proves.every((selector) => visibleMatches(document, selector).length > 0)) return nobody();
  return { reading: readIdentity(fieldTexts(region, adapter)), restsOn: [region] };
}

function nobody(): Look {
  return { reading: { kind: 'none' }, restsOn: [] };
}

function fieldTexts(region: Element, { fields }: Adapter): IdentityTexts {
  const { birthDate } = fields;
  return {
    nhsNumber: fieldText(region, fields.nhsNumber),
    birthDate: fieldText(region, birthDate),
    ...(birthDate.order ? { birthDateOrder: birthDate.order } : {}),
    name: nameTexts(region, fields.name),
  };
}

function nameTexts(region: Element, source: NameSource): IdentityTexts['name'] {
  if ('whole' in source) {
    const whole = fieldText(region, source.whole);
    return whole === null ? null : { whole };
  }
  const family = fieldText(region, source.family);
  return family === null ? null : { family, given: fieldText(region, source.given) ?? '' };
}

/** The text of the one visible element a field names, or `null`: none, several that differ, or empty. */
function fieldText(region: Element, source: FieldSource): string | null {
  const texts = new Set(
    [...region.querySelectorAll(source.selector)].filter(isVisible).map((element) => fieldValue(element, source)),
  );
  const [text] = texts;
  return texts.size === 1 && text ? text : null;
}

function fieldValue(element: Element, source: FieldSource): string {
  const raw = source.attribute ? (element.getAttribute(source.attribute) ?? '') : (element.textContent ?? '');
  const text = raw
    .slice(0, LONGEST_FIELD)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  if (!source.pattern) return text;
  return new RegExp(source.pattern, 'u').exec(text)?.[1]?.trim() ?? '';
}
