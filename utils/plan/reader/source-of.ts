import type { Resource } from '../fhir-schemas.ts';
import { periodSchema, type Reference, referenceSchema } from '../fhir-types.ts';
import type { Statement } from '../plan.ts';
import type { PlanDocument } from './document.ts';
import { statementBy } from './statement.ts';

/** Where the resources of FHIR R4 say when something was said, and by whom; the first that is there counts. */
const DATES = [
  'effectiveDateTime',
  'performedDateTime',
  'authoredOn',
  'authored',
  'dateTime',
  'recordedDate',
  'dateAsserted',
  'created',
  'date',
  'startDate',
] as const;
const AUTHORS = [
  'author',
  'recorder',
  'requester',
  'asserter',
  'performer',
  'expressedBy',
  'informationSource',
] as const;

/** Who said what a resource says, and when, as far as the document tells. */
export function sourceOf(document: PlanDocument, resource: Resource | undefined): Statement {
  if (!resource) return {};
  const [by] = AUTHORS.flatMap((field) => referenceIn(resource[field]));
  return statementBy(document, by, dateOf(resource));
}

function dateOf(resource: Resource): string | undefined {
  const period = periodSchema.safeParse(resource.period);
  const [date] = DATES.flatMap((field) => (typeof resource[field] === 'string' ? [resource[field]] : []));
  return (period.success ? period.data.start : undefined) ?? date;
}

function referenceIn(value: unknown): Reference[] {
  const parsed = referenceSchema.safeParse(Array.isArray(value) ? value[0] : value);
  return parsed.success ? [parsed.data] : [];
}
