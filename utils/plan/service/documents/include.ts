import type { Resource } from '../../fhir-schemas.ts';
import type { LookupFailure } from '../../plan-lookup.ts';
import { isResource } from '../../references.ts';
import type { Asking } from '../asking.ts';
import { read, search } from '../fhir-request.ts';
import { couldNotCheck, type Judged, judgeBody } from '../judge.ts';
import { judgeSearchset } from '../judge-searchset.ts';
import type { Fetched } from './fetched.ts';
import { gather } from './gather.ts';

/** What a FHIR document holds beside its Composition, as far as a search can bring it along (FHIR R4 Composition). */
const INCLUDED = ['subject', 'author', 'attester', 'entry'];

/**
 * Puts the document together here, where the service offers neither the operation nor the whole: the Composition with
 * what a search brings along, then whatever is still missing, one by one.
 *
 * @returns a document Bundle in which every resource has the identity it has at the service
 */
export async function fetchByInclude(asking: Asking, compositionId: string): Promise<Fetched> {
  const begun = await begin(asking, compositionId);
  if (!begun.ok) return { kind: 'failed', failure: begun.failure };
  const refusal = refusalOf(begun.value[0], compositionId);
  if (refusal) return { kind: 'failed', failure: refusal };
  const gathered = await gather(asking, begun.value);
  if (!gathered.ok) return { kind: 'failed', failure: gathered.failure };
  const entry = gathered.value.map((resource) => ({
    fullUrl: `${asking.fhirBase}/${resource.resourceType}/${String(resource.id)}`,
    resource,
  }));
  return { kind: 'document', document: { resourceType: 'Bundle', type: 'document', entry } };
}

/** The Composition, and after it what came along with it. */
async function begin(asking: Asking, compositionId: string): Promise<Judged<readonly Resource[]>> {
  const answer = await search(asking, 'Composition', [
    ['_id', compositionId],
    ...INCLUDED.map((name) => ['_include', `Composition:${name}`] as const),
  ]);
  const refusesIncludes = answer.kind === 'body' && answer.status === 400;
  if (!refusesIncludes) {
    const judged = judgeSearchset(answer);
    if (!judged.ok) return judged;
    const { matches, included } = judged.value;
    return { ok: true, value: matches.length === 1 ? [...matches, ...included] : [] };
  }
  const address = `${asking.fhirBase}/Composition/${encodeURIComponent(compositionId)}`;
  const alone = judgeBody(await read(asking, address));
  return alone.ok ? { ok: true, value: isResource(alone.value) ? [alone.value] : [] } : alone;
}

/** A Composition that is not the whole one would make sections look as if nobody had filled them in. */
function refusalOf(composition: Resource | undefined, compositionId: string): LookupFailure | null {
  if (composition?.resourceType !== 'Composition' || composition.id !== compositionId) {
    return unexpected('PLN-OTHER-PLAN');
  }
  const { section, meta } = composition;
  const hasSections = Array.isArray(section) && section.length > 0;
  return hasSections && !isSubset(meta) ? null : unexpected('PLN-PART-ONLY');
}

/** FHIR R4, tag `SUBSETTED`: the server has left elements out. */
function isSubset(meta: unknown): boolean {
  const tags = typeof meta === 'object' && meta !== null && 'tag' in meta && Array.isArray(meta.tag) ? meta.tag : [];
  return tags.some(
    (tag: unknown) => typeof tag === 'object' && tag !== null && 'code' in tag && tag.code === 'SUBSETTED',
  );
}

function unexpected(code: string): LookupFailure {
  return couldNotCheck('unexpectedAnswer', code);
}
