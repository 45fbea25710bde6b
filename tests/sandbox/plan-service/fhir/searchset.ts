import type { Bundle, FhirResource } from 'fhir/r4';
import type { SearchValues } from './read-search.ts';

export type Searchset = {
  readonly fhirBase: string;
  readonly self: string;
  readonly resources: readonly FhirResource[];
  /** What the results name and the client wants along. */
  readonly included?: readonly FhirResource[];
  /** Left out where it is not to be told. */
  readonly total?: number;
  readonly next?: string;
};

/** The search as a URL, as FHIR asks of `link[self]`; it stands in the body only. */
export function selfLink(fhirBase: string, type: string, values: SearchValues): string {
  return `${fhirBase}/${type}?${new URLSearchParams([...values])}`;
}

/** A Bundle of type `searchset` (FHIR R4 §3.1.1). Without results it has no `entry`. */
export function searchset({ fhirBase, self, resources, included = [], total, next }: Searchset): Bundle {
  const entryOf = (mode: 'match' | 'include') => (resource: FhirResource) => ({
    fullUrl: `${fhirBase}/${resource.resourceType}/${resource.id ?? ''}`,
    resource,
    search: { mode },
  });
  const entry = [...resources.map(entryOf('match')), ...included.map(entryOf('include'))];
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    ...(total === undefined ? {} : { total }),
    link: [{ relation: 'self', url: self }, ...(next === undefined ? [] : [{ relation: 'next', url: next }])],
    ...(entry.length === 0 ? {} : { entry }),
  };
}
