import * as z from 'zod/mini';

/**
 * The parts of FHIR R4 resources that Planside reads. Anything else in a resource is dropped; a part that is there in
 * another shape makes the resource unreadable, which is then said.
 */
const opt = <T extends z.core.$ZodType>(type: T) => z.exactOptional(type);
const text = z.string();

export const codingSchema = z.object({ system: opt(text), code: opt(text), display: opt(text) });
export const conceptSchema = z.object({ coding: opt(z.array(codingSchema)), text: opt(text) });
export const referenceSchema = z.object({
  reference: opt(text),
  display: opt(text),
  identifier: opt(z.object({ system: opt(text), value: opt(text) })),
});
const identifierSchema = z.object({ system: opt(text), value: opt(text) });
const annotationSchema = z.object({ text });
const periodSchema = z.object({ start: opt(text), end: opt(text) });
const telecomSchema = z.object({ system: opt(text), value: opt(text), use: opt(text) });
const humanNameSchema = z.object({
  use: opt(text),
  text: opt(text),
  family: opt(text),
  given: opt(z.array(text)),
  prefix: opt(z.array(text)),
});
const extensionSchema = z.object({ url: text, valueString: opt(text), valueCode: opt(text) });
const metaSchema = z.object({ versionId: opt(text), security: opt(z.array(codingSchema)) });

export const patientSchema = z.object({
  resourceType: z.literal('Patient'),
  id: opt(text),
  meta: opt(metaSchema),
  active: opt(z.boolean()),
  identifier: z.array(identifierSchema),
  name: z.array(humanNameSchema),
  birthDate: opt(z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))),
  gender: opt(text),
  deceasedBoolean: opt(z.boolean()),
  deceasedDateTime: opt(text),
  link: opt(z.array(z.object({ type: text, other: opt(referenceSchema) }))),
});

const sectionSchema = z.object({
  title: opt(text),
  text: opt(z.object({ status: opt(text), div: text })),
  entry: opt(z.array(referenceSchema)),
  emptyReason: opt(conceptSchema),
  section: opt(z.array(z.unknown())),
});

export const compositionSchema = z.object({
  resourceType: z.literal('Composition'),
  id: opt(text),
  meta: opt(metaSchema),
  status: z.enum(['preliminary', 'final', 'amended', 'entered-in-error']),
  type: conceptSchema,
  subject: referenceSchema,
  // Which plan is the newest hangs on it.
  date: z.string().check(z.refine((date) => !Number.isNaN(Date.parse(date)))),
  title: opt(text),
  author: opt(z.array(referenceSchema)),
  attester: opt(z.array(z.object({ mode: text, time: opt(text), party: opt(referenceSchema) }))),
  custodian: opt(referenceSchema),
  relatesTo: opt(z.array(z.object({ code: text, targetReference: opt(referenceSchema) }))),
  extension: opt(z.array(extensionSchema)),
  section: opt(z.array(sectionSchema)),
});

export const flagSchema = z.object({
  resourceType: z.literal('Flag'),
  status: z.enum(['active', 'inactive', 'entered-in-error']),
  code: conceptSchema,
  period: opt(periodSchema),
  author: opt(referenceSchema),
});

type Item = {
  linkId: string;
  answer?: {
    valueString?: string;
    valueInteger?: number;
    valueDateTime?: string;
    valueCoding?: Coding;
    valueReference?: Reference;
    item?: Item[];
  }[];
  item?: Item[];
};
const itemSchema: z.ZodMiniType<Item> = z.lazy(() =>
  z.object({
    linkId: text,
    answer: opt(
      z.array(
        z.object({
          valueString: opt(text),
          valueInteger: opt(z.int()),
          valueDateTime: opt(text),
          valueCoding: opt(codingSchema),
          valueReference: opt(referenceSchema),
          item: opt(z.array(z.lazy(() => itemSchema))),
        }),
      ),
    ),
    item: opt(z.array(itemSchema)),
  }),
);
export const questionnaireResponseSchema = z.object({
  resourceType: z.literal('QuestionnaireResponse'),
  status: text,
  authored: opt(text),
  author: opt(referenceSchema),
  item: opt(z.array(itemSchema)),
});

export const carePlanSchema = z.object({
  resourceType: z.literal('CarePlan'),
  status: text,
  title: opt(text),
  description: opt(text),
  period: opt(periodSchema),
  author: opt(referenceSchema),
});

export const conditionSchema = z.object({ resourceType: z.literal('Condition'), code: conceptSchema });

export const observationSchema = z.object({
  resourceType: z.literal('Observation'),
  status: text,
  code: conceptSchema,
  valueCodeableConcept: opt(conceptSchema),
  valueString: opt(text),
  effectiveDateTime: opt(text),
  performer: opt(z.array(referenceSchema)),
  note: opt(z.array(annotationSchema)),
});

export const procedureSchema = z.object({
  resourceType: z.literal('Procedure'),
  status: text,
  code: opt(conceptSchema),
  performedDateTime: opt(text),
  location: opt(referenceSchema),
  note: opt(z.array(annotationSchema)),
});

export const medicationRequestSchema = z.object({
  resourceType: z.literal('MedicationRequest'),
  status: text,
  medicationCodeableConcept: opt(conceptSchema),
  dosageInstruction: opt(z.array(z.object({ text: opt(text) }))),
});

export const relatedPersonSchema = z.object({
  resourceType: z.literal('RelatedPerson'),
  active: opt(z.boolean()),
  name: opt(z.array(humanNameSchema)),
  relationship: opt(z.array(conceptSchema)),
  telecom: opt(z.array(telecomSchema)),
});

export const careTeamSchema = z.object({
  resourceType: z.literal('CareTeam'),
  name: opt(text),
  category: opt(z.array(conceptSchema)),
  telecom: opt(z.array(telecomSchema)),
  note: opt(z.array(annotationSchema)),
});

export const practitionerRoleSchema = z.object({
  resourceType: z.literal('PractitionerRole'),
  practitioner: opt(referenceSchema),
  organization: opt(referenceSchema),
  code: opt(z.array(conceptSchema)),
  telecom: opt(z.array(telecomSchema)),
});

export const practitionerSchema = z.object({
  resourceType: z.literal('Practitioner'),
  name: opt(z.array(humanNameSchema)),
});

export const organizationSchema = z.object({
  resourceType: z.literal('Organization'),
  name: opt(text),
  telecom: opt(z.array(telecomSchema)),
});

export const documentReferenceSchema = z.object({
  resourceType: z.literal('DocumentReference'),
  status: text,
  type: opt(conceptSchema),
  date: opt(text),
  custodian: opt(referenceSchema),
  content: opt(z.array(z.object({ attachment: z.object({ title: opt(text), creation: opt(text) }) }))),
});

export const operationOutcomeSchema = z.object({
  resourceType: z.literal('OperationOutcome'),
  issue: z.array(z.object({ severity: opt(text), code: text })),
});

/** Any resource, as it came: its type is known, the rest is parsed by whoever reads it. */
const anyResource = z.looseObject({ resourceType: text });

export const bundleSchema = z.object({
  resourceType: z.literal('Bundle'),
  type: text,
  total: opt(z.int()),
  link: opt(z.array(z.object({ relation: text, url: text }))),
  entry: opt(
    z.array(z.object({ fullUrl: opt(text), resource: opt(anyResource), search: opt(z.object({ mode: opt(text) })) })),
  ),
});

export type Coding = z.infer<typeof codingSchema>;
export type Concept = z.infer<typeof conceptSchema>;
export type Reference = z.infer<typeof referenceSchema>;
export type HumanName = z.infer<typeof humanNameSchema>;
export type Patient = z.infer<typeof patientSchema>;
export type Composition = z.infer<typeof compositionSchema>;
export type PractitionerRole = z.infer<typeof practitionerRoleSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type QuestionnaireItem = z.infer<typeof itemSchema>;
export type QuestionnaireAnswer = NonNullable<QuestionnaireItem['answer']>[number];
export type Bundle = z.infer<typeof bundleSchema>;
export type Resource = z.infer<typeof anyResource>;
