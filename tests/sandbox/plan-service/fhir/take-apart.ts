import type { Bundle, Composition, FhirResource } from 'fhir/r4';

/** A document as a server holds it that has only its parts: every reference by type and id. */
export type Parts = { readonly composition: Composition; readonly others: readonly FhirResource[] };

/** A copy in which every reference is what `rename` makes of it. */
function renamed(value: unknown, rename: (reference: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => renamed(one, rename));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    const isReference = key === 'reference' && typeof inner === 'string';
    return [key, isReference ? rename(inner) : renamed(inner, rename)];
  });
  return Object.fromEntries(entries);
}

/**
 * Takes a document apart.
 *
 * @param searched the Composition as a search finds it, which knows how to name other versions of the plan
 * @returns the Composition with its sections, and every other resource but the Patient, who is held once for all plans
 */
export function takenApart(document: Bundle<FhirResource>, searched: Composition): Parts {
  const entries = document.entry ?? [];
  const names = new Map(
    entries.flatMap(({ fullUrl, resource }) =>
      fullUrl && resource?.id ? [[fullUrl, `${resource.resourceType}/${resource.id}`] as const] : [],
    ),
  );
  const resources = entries.flatMap(({ resource }) => resource ?? []);
  const [first, ...others] = resources.map(
    (resource) => renamed(resource, (reference) => names.get(reference) ?? reference) as FhirResource,
  );
  const { relatesTo } = searched;
  const composition =
    first?.resourceType === 'Composition' ? { ...first, ...(relatesTo ? { relatesTo } : {}) } : searched;
  return { composition, others: others.filter(({ resourceType }) => resourceType !== 'Patient') };
}
