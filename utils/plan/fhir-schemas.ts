import * as z from 'zod/mini';
import {
  annotationSchema,
  type Coding,
  codingSchema,
  conceptSchema,
  dosageSchema,
  extensionSchema,
  humanNameSchema,
  identifierSchema,
  metaSchema,
  opt,
  periodSchema,
  type Reference,
  referenceSchema,
  telecomSchema,
  text,
} from './fhir-types.ts';

/** The resources of FHIR R4 that Planside reads; what their parts are is in `fhir-types.ts`. */
export const patientSchema = z.object({
  resourceType: z.literal('Patient'),
  id: opt(text),
  meta: opt(metaSchema),
  active: opt(z.boolean()),
  identifier: z._default(z.array(identifierSchema), []),
  name: z._default(z.array(humanNameSchema), []),
  birthDate: opt(z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))),
  gender: opt(text),
  deceasedBoolean: opt(z.boolean()),
  deceasedDateTime: opt(text),
  communication: opt(z.array(z.object({ language: conceptSchema, preferred: opt(z.boolean()) }))),
  extension: opt(z.array(extensionSchema)),
  link: opt(z.array(z.object({ type: text, other: opt(referenceSchema) }))),
});

const sectionFields = {
  title: opt(text),
  code: opt(conceptSchema),
  text: opt(z.object({ status: opt(text), div: text })),
  entry: opt(z.array(referenceSchema)),
  emptyReason: opt(conceptSchema),
  author: opt(z.array(referenceSchema)),
  // Nobody knows what is in it; only its words are shown.
  extension: opt(z.array(z.unknown())),
};
type SectionWithin = z.infer<z.ZodMiniObject<typeof sectionFields>> & { section?: SectionWithin[] };
const sectionSchema: z.ZodMiniType<SectionWithin> = z.lazy(() =>
  z.object({ ...sectionFields, section: opt(z.array(sectionSchema)) }),
);

export const compositionSchema = z.object({
  resourceType: z.literal('Composition'),
  id: opt(text),
  language: opt(text),
  meta: opt(metaSchema),
  identifier: opt(identifierSchema),
  status: z.enum(['preliminary', 'final', 'amended', 'entered-in-error']),
  type: conceptSchema,
  subject: referenceSchema,
  // Which plan is the newest hangs on it.
  date: z.string().check(z.refine((date) => !Number.isNaN(Date.parse(date)))),
  title: opt(text),
  author: opt(z.array(referenceSchema)),
  attester: opt(z.array(z.object({ mode: text, time: opt(text), party: opt(referenceSchema) }))),
  custodian: opt(referenceSchema),
  relatesTo: opt(
    z.array(z.object({ code: text, targetReference: opt(referenceSchema), targetIdentifier: opt(identifierSchema) })),
  ),
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
  text?: string;
  answer?: {
    valueString?: string;
    valueBoolean?: boolean;
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
    text: opt(text),
    answer: opt(
      z.array(
        z.object({
          valueString: opt(text),
          valueBoolean: opt(z.boolean()),
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

export const conditionSchema = z.object({
  resourceType: z.literal('Condition'),
  code: conceptSchema,
  onsetDateTime: opt(text),
  onsetString: opt(text),
  note: opt(z.array(annotationSchema)),
});

export const allergySchema = z.object({
  resourceType: z.literal('AllergyIntolerance'),
  code: conceptSchema,
  reaction: opt(z.array(z.object({ manifestation: opt(z.array(conceptSchema)) }))),
  note: opt(z.array(annotationSchema)),
});

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
  medicationReference: opt(referenceSchema),
  doNotPerform: opt(z.boolean()),
  intent: opt(text),
  dosageInstruction: opt(z.array(dosageSchema)),
});

export const medicationStatementSchema = z.object({
  resourceType: z.literal('MedicationStatement'),
  status: text,
  medicationCodeableConcept: opt(conceptSchema),
  medicationReference: opt(referenceSchema),
  dosage: opt(z.array(dosageSchema)),
});

export const medicationSchema = z.object({ resourceType: z.literal('Medication'), code: opt(conceptSchema) });

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
  telecom: opt(z.array(telecomSchema)),
});

export const organizationSchema = z.object({
  resourceType: z.literal('Organization'),
  name: opt(text),
  telecom: opt(z.array(telecomSchema)),
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

export type Patient = z.infer<typeof patientSchema>;
export type Composition = z.infer<typeof compositionSchema>;
export type PractitionerRole = z.infer<typeof practitionerRoleSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type QuestionnaireItem = z.infer<typeof itemSchema>;
export type QuestionnaireAnswer = NonNullable<QuestionnaireItem['answer']>[number];
export type QuestionnaireResponse = z.infer<typeof questionnaireResponseSchema>;
export type Bundle = z.infer<typeof bundleSchema>;
export type Resource = z.infer<typeof anyResource>;
