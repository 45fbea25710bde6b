import { bundleSchema } from '../../utils/plan/fhir-schemas.ts';
import { type Entry, isShallow, resolveReferences } from '../../utils/plan/references.ts';
import { plainName } from './safe-words.ts';

/** Another plan is no part of this one's document. */
const LEAD_OUT: ReadonlySet<string> = new Set(['relatesTo']);

/**
 * References in a document that lead nowhere in it, by where they stand (`Composition.custodian`), each place once.
 * Names of fields only: an address may hold anything.
 */
export function missingIn(document: unknown): readonly string[] {
  const bundle = isShallow(document) ? bundleSchema.safeParse(document) : null;
  if (!bundle?.success) return [];
  const sent: Entry[] = (bundle.data.entry ?? []).flatMap(({ fullUrl, resource }) =>
    resource ? [{ fullUrl, resource }] : [],
  );
  const { entries, named } = resolveReferences(sent);
  const places = entries.flatMap(({ resource }) =>
    unresolvedIn(resource, plainName(resource.resourceType), (reference) => named.has(reference)),
  );
  return [...new Set(places)];
}

function unresolvedIn(value: unknown, place: string, isHere: (reference: string) => boolean): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => unresolvedIn(one, place, isHere));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => {
    if (LEAD_OUT.has(field)) return [];
    if (field === 'reference' && typeof inner === 'string') return isHere(inner) ? [] : [place];
    return unresolvedIn(inner, `${place}.${plainName(field)}`, isHere);
  });
}
