import type { Offers } from '../offers.ts';

/** A search parameter as the CapabilityStatement lists it. `modifier` is required where it is named. */
export type SearchParameter = {
  readonly name: string;
  readonly type: 'token' | 'reference';
  readonly modifier?: 'identifier';
};

/** What may be asked of each resource type: the routes refuse all else, and `/metadata` lists exactly this. */
export const SEARCHES = {
  Patient: [{ name: 'identifier', type: 'token' }],
  Composition: [
    { name: 'subject', type: 'reference' },
    { name: 'patient', type: 'reference' },
    { name: 'type', type: 'token' },
    { name: 'status', type: 'token' },
  ],
  DocumentReference: [
    { name: 'subject', type: 'reference', modifier: 'identifier' },
    { name: 'category', type: 'token' },
    { name: 'type', type: 'token' },
    { name: 'custodian', type: 'reference', modifier: 'identifier' },
  ],
  Group: [{ name: 'managing-entity', type: 'reference', modifier: 'identifier' }],
} as const satisfies Record<string, readonly SearchParameter[]>;

export type SearchedType = keyof typeof SEARCHES;

/** Parameters about the answer itself, in place of the resource's own. */
export const RESULT_PARAMETERS: Record<SearchedType, readonly string[]> = {
  Patient: ['_count', '_total', '_revinclude'],
  Composition: ['_count', '_total', '_sort', '_include'],
  DocumentReference: [],
  Group: [],
};

/** What a search for Compositions can bring along, as `_include` names it, where documents are put together from parts. */
export const INCLUDES = ['subject', 'author', 'attester', 'entry'].map((name) => `Composition:${name}`);

/** What a search for Patients can bring along, as `_revinclude` names it. */
export const REV_INCLUDES = ['Composition:subject', 'Composition:patient'];

/** Parameters that may come more than once. */
export const REPEATABLE: readonly string[] = ['_include'];

/** Every parameter name a search of this type understands, as it is written in a request. */
export function parameterNames(type: SearchedType, offers: Offers = 'operation'): readonly string[] {
  const own: readonly SearchParameter[] = SEARCHES[type];
  const written = own.map(({ name, modifier }) => (modifier === undefined ? name : `${name}:${modifier}`));
  const forParts = type === 'Composition' && offers === 'include' ? ['_id'] : [];
  return [...written, ...RESULT_PARAMETERS[type], ...forParts];
}
