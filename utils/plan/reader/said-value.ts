import {
  ADVANCE_DECISIONS,
  CPR_DISCUSSIONS,
  LEGAL_PROXIES,
  OTHER_DISPLAYS,
  PLACES_OF_DEATH,
  PROGNOSES,
} from '../codes.ts';
import { conceptText, spokenName } from '../concepts.ts';
import { conceptSchema, humanNameSchema, periodSchema } from '../fhir-types.ts';

/**
 * What a CodeableConcept or Coding says: its display and its author's text, else its code.
 *
 * @param briefly the author's text alone, where there is one, and no code without words
 */
export function conceptIn(value: unknown, briefly = false): string | undefined {
  const concept = conceptSchema.safeParse(value);
  if (!concept.success || !isObject(value) || !('coding' in value || 'text' in value)) return codingIn(value);
  const codes = (concept.data.coding ?? []).flatMap(({ code }) => code ?? []);
  const display = concept.data.coding?.find((one) => one.display)?.display;
  const words = [...new Set([briefly ? undefined : display, conceptText(concept.data)])];
  const said = words.filter((one) => one !== undefined).join(', ');
  return said === '' && !briefly ? named(codes[0]) : said;
}

/** Codes that come without their own display, in the words of the facts of the domain. */
const DISPLAYS: Readonly<Record<string, string>> = {
  ...PLACES_OF_DEATH,
  ...ADVANCE_DECISIONS,
  ...LEGAL_PROXIES,
  ...PROGNOSES,
  ...CPR_DISCUSSIONS,
  ...OTHER_DISPLAYS,
};

function named(code: string | undefined): string | undefined {
  return code === undefined ? undefined : (DISPLAYS[code] ?? code);
}

function codingIn(value: unknown): string | undefined {
  if (!isObject(value) || typeof value.code !== 'string' || typeof value.system !== 'string' || 'value' in value)
    return undefined;
  return typeof value.display === 'string' ? value.display : named(value.code);
}

/** A person's name as it is said. */
export function nameIn(key: string, value: Json): string | undefined {
  const name = key === 'name' ? humanNameSchema.safeParse(value) : null;
  return name?.success ? spokenName([name.data]) : undefined;
}

/** `<= 3 mg`. */
export function quantityIn(value: Json): string | undefined {
  if (typeof value.value !== 'number') return undefined;
  return [value.comparator, value.value, value.unit ?? value.code].filter((part) => part !== undefined).join(' ');
}

/** From when, until when, by days. */
export function periodIn(value: Json): string | undefined {
  const period = periodSchema.safeParse(value);
  const { start, end } = period.success ? period.data : {};
  const [from, to] = [start?.slice(0, 10), end?.slice(0, 10)];
  if (from && to) return `${from} – ${to}`;
  return from ? `from ${from}` : to && `until ${to}`;
}

/** A comment, and who made it (FHIR R4 Annotation). */
export function commentIn(key: string, { text, authorString, authorReference }: Json): string | undefined {
  if (key !== 'note' || typeof text !== 'string') return undefined;
  const by = authorString ?? (isObject(authorReference) ? authorReference.display : undefined);
  return typeof by === 'string' ? `${text} (${by})` : text;
}

/** Something that is attached: what it is called, and that it is not shown. */
export function attachmentIn(value: Json): string | undefined {
  const isAttachment = ['contentType', 'data', 'url'].some((field) => typeof value[field] === 'string');
  const title = typeof value.title === 'string' ? [value.title] : [];
  return isAttachment && value.system === undefined ? [...title, 'attached, not shown here'].join(': ') : undefined;
}

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
