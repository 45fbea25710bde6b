import type { AuditEvent } from 'fhir/r4';
import { z } from 'zod';
import { NHS_NUMBER_SYSTEM } from './write-patient.ts';

export const ACT_REASON_SYSTEM = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';

const coding = z.looseObject({
  system: z.string().optional(),
  code: z.string().min(1),
  display: z.string().optional(),
});
const concept = z.looseObject({ coding: z.array(coding).optional(), text: z.string().optional() });
const reference = z.looseObject({
  reference: z.string().optional(),
  identifier: z.looseObject({ system: z.string().optional(), value: z.string().optional() }).optional(),
});

/** What FHIR R4 makes mandatory in an AuditEvent, and the parts that are read here. The rest is kept as it came. */
const auditEventSchema = z.looseObject({
  resourceType: z.literal('AuditEvent'),
  id: z.uuid(),
  type: coding,
  action: z.enum(['C', 'R', 'U', 'D', 'E']).optional(),
  recorded: z.iso.datetime({ offset: true }),
  outcome: z.enum(['0', '4', '8', '12']).optional(),
  purposeOfEvent: z.array(concept).optional(),
  agent: z.array(z.looseObject({ requestor: z.boolean() })).min(1),
  source: z.looseObject({ observer: z.looseObject({}) }),
  entity: z.array(z.looseObject({ what: reference.optional() })).optional(),
});

export type ReadAuditEvent = z.infer<typeof auditEventSchema>;

/** Which elements are wrong, as FHIRPath, or the event. */
export function readAuditEvent(
  body: unknown,
): { readonly event: ReadAuditEvent; readonly resource: AuditEvent } | { readonly wrong: readonly string[] } {
  const result = auditEventSchema.safeParse(body);
  if (!result.success) return { wrong: result.error.issues.map(({ path }) => ['AuditEvent', ...path].join('.')) };
  return { event: result.data, resource: body as AuditEvent };
}

/**
 * The NHS numbers of the patients a reason was given for: a purpose of v3-ActReason with the reason in words.
 * A purpose without words is none, so that an ordinary view never opens anything.
 */
export function reasonGivenFor({ purposeOfEvent = [], entity = [] }: ReadAuditEvent): readonly string[] {
  const inWords = purposeOfEvent.some(
    ({ coding: codings = [], text = '' }) =>
      text.trim() !== '' && codings.some(({ system }) => system === ACT_REASON_SYSTEM),
  );
  if (!inWords) return [];
  return entity.flatMap(({ what }) =>
    what?.identifier?.system === NHS_NUMBER_SYSTEM ? (what.identifier.value ?? []) : [],
  );
}
