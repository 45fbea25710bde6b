import type { AuditEvent } from 'fhir/r4';
import { z } from 'zod';
import { trailEntryIn } from '../audit/trail-entry.ts';

const coding = z.looseObject({
  system: z.string().optional(),
  code: z.string().min(1),
  display: z.string().optional(),
});
const concept = z.looseObject({ coding: z.array(coding).optional(), text: z.string().optional() });
const reference = z.looseObject({
  reference: z.string().optional(),
  identifier: z.looseObject({ system: z.string().optional(), value: z.string().optional() }).optional(),
  display: z.string().optional(),
});
const entity = z.looseObject({
  what: reference.optional(),
  name: z.string().optional(),
  detail: z.array(z.looseObject({ type: z.string(), valueString: z.string().optional() })).optional(),
});

/** What FHIR R4 makes mandatory in an AuditEvent, and the parts that are read here. The rest is kept as it came. */
const auditEventSchema = z.looseObject({
  resourceType: z.literal('AuditEvent'),
  id: z.uuid(),
  type: coding,
  subtype: z.array(coding).optional(),
  action: z.enum(['C', 'R', 'U', 'D', 'E']).optional(),
  recorded: z.iso.datetime({ offset: true }),
  outcome: z.enum(['0', '4', '8', '12']).optional(),
  purposeOfEvent: z.array(concept).optional(),
  agent: z.array(z.looseObject({ requestor: z.boolean(), who: reference.optional() })).min(1),
  source: z.looseObject({ observer: z.looseObject({}) }),
  entity: z.array(entity).optional(),
});

export type ReadAuditEvent = z.infer<typeof auditEventSchema>;

/** Which elements are wrong, as FHIRPath, or the event. */
export function readAuditEvent(
  body: unknown,
): { readonly event: ReadAuditEvent; readonly resource: AuditEvent } | { readonly wrong: readonly string[] } {
  const result = auditEventSchema.safeParse(body);
  if (!result.success) return { wrong: result.error.issues.map(({ path }) => ['AuditEvent', ...path].join('.')) };
  if (trailEntryIn(result.data) === 'wrong') return { wrong: ['AuditEvent.entity.detail'] };
  return { event: result.data, resource: body as AuditEvent };
}
