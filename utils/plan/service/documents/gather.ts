import type { Resource } from '../../fhir-schemas.ts';
import { isResource } from '../../references.ts';
import type { Asking } from '../asking.ts';
import { atMost } from '../at-most.ts';
import { read } from '../fhir-request.ts';
import { couldNotCheck, failed, type Judged, judgeBody } from '../judge.ts';
import { ownReference } from '../own-reference.ts';

/** A plan links to a few dozen resources; what lies beyond these limits stays unresolved, and is named as missing. */
const MOST_READ = 60;
const DEEPEST = 3;
const AT_ONCE = 4;

/** Other documents and other versions are no part of a document; other people are no part of it at all. */
const NEVER_READ: ReadonlySet<string> = new Set(['Composition', 'Bundle', 'Patient']);

/**
 * Adds to a Composition and what came with it whatever else at this service they lead to.
 *
 * @param begun the Composition first
 * @returns the Composition first, each resource once. What the service says it does not have stays out of it; anything
 *   else that goes wrong fails the whole, because what is missing may be the decision
 */
export async function gather(asking: Asking, begun: readonly Resource[]): Promise<Judged<readonly Resource[]>> {
  const had = new Map(begun.map((resource) => [linkTo(resource), resource] as const));
  const asked = new Set<string>();
  const [subject] = linksOf(begun[0]?.subject, asking.fhirBase);
  let edge = [...had.values()];
  for (let depth = 0; depth < DEEPEST && edge.length > 0; depth += 1) {
    const wanted = [...new Set(linksOf(edge, asking.fhirBase))]
      .filter((link) => !had.has(link) && !asked.has(link))
      .filter((link) => link === subject || !NEVER_READ.has(link.slice(0, link.indexOf('/'))))
      .slice(0, MOST_READ - asked.size);
    for (const link of wanted) asked.add(link);
    const answers = await atMost(AT_ONCE, wanted, (link) => readLinked(asking, link));
    edge = [];
    for (const answer of answers) {
      if (!answer.ok) return answer;
      if (answer.value) edge.push(answer.value);
    }
    for (const resource of edge) had.set(linkTo(resource), resource);
  }
  return { ok: true, value: [...had.values()] };
}

/** @returns `null` where the service says, of this one resource, that it does not have or does not give it */
async function readLinked(asking: Asking, link: string): Promise<Judged<Resource | null>> {
  const answer = await read(asking, `${asking.fhirBase}/${link}`);
  const judged = judgeBody(answer);
  if (!judged.ok) {
    const { failure } = judged;
    const isAbsent = failure.kind === 'couldNotCheck' && ['notFound', 'refusedRequest'].includes(failure.cause);
    return isAbsent ? { ok: true, value: null } : judged;
  }
  return isResource(judged.value) && linkTo(judged.value) === link
    ? { ok: true, value: judged.value }
    : failed(couldNotCheck('unexpectedAnswer', 'PLN-OTHER-RESOURCE', answer.tries));
}

/** Every resource of this service that a resource names, as `Type/id`. */
function linksOf(value: unknown, fhirBase: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => linksOf(one, fhirBase));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'reference' && typeof inner === 'string' ? (linkIn(inner, fhirBase) ?? []) : linksOf(inner, fhirBase),
  );
}

/** Versions are left as they are: what is there now may be another one. */
function linkIn(reference: string, fhirBase: string): string | undefined {
  const own = ownReference(reference, fhirBase);
  return own && own.version === undefined ? `${own.type}/${own.id}` : undefined;
}

function linkTo({ resourceType, id }: Resource): string {
  return `${resourceType}/${String(id)}`;
}
