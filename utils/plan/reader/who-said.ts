import * as z from 'zod/mini';
import type { Resource } from '../fhir-schemas.ts';
import { referenceSchema } from '../fhir-types.ts';
import type { PlanDocument } from './document.ts';
import { sourceOf } from './source-of.ts';
import { statementBy } from './statement.ts';

/** Where the resources of FHIR R4 name people who said, ordered or did something. */
const PEOPLE = [
  'author',
  'recorder',
  'asserter',
  'requester',
  'performer',
  'expressedBy',
  'informationSource',
  'source',
  'sender',
  'authenticator',
] as const;

/**
 * Who said what stands in a resource, and on which day, in words: `Dr Anjali Rao, 2026-05-02`.
 *
 * @returns empty where the document does not tell
 */
export function whoSaid(document: PlanDocument, resource: Resource): string {
  const people = PEOPLE.flatMap((field) => [resource[field] ?? []].flat()).flatMap((one) => nameOf(document, one));
  const { date } = sourceOf(document, resource);
  return [...new Set([...people, ...(date ? [date.slice(0, 10)] : [])])].join(', ');
}

/** A reference, or somebody in a part to play (`performer.actor`). */
function nameOf(document: PlanDocument, value: unknown): readonly string[] {
  const acting = z.object({ actor: referenceSchema }).safeParse(value);
  const reference = acting.success ? acting.data.actor : referenceSchema.safeParse(value).data;
  if (!reference) return [];
  const { by, organisation } = statementBy(document, reference);
  return by ? [by] : organisation ? [organisation] : [];
}
