import * as z from 'zod/mini';

/**
 * The parts of FHIR R4 resources that Planside reads. Anything else in a resource is dropped; a part that is there in
 * another shape makes the resource unreadable, which is then said.
 */
export const opt = <T extends z.core.$ZodType>(type: T) => z.exactOptional(type);
export const text = z.string();

export const codingSchema = z.object({ system: opt(text), code: opt(text), display: opt(text) });
export const conceptSchema = z.object({ coding: opt(z.array(codingSchema)), text: opt(text) });
export const referenceSchema = z.object({
  reference: opt(text),
  display: opt(text),
  identifier: opt(z.object({ system: opt(text), value: opt(text) })),
});
export const identifierSchema = z.object({ use: opt(text), system: opt(text), value: opt(text) });
export const annotationSchema = z.object({ text });
export const periodSchema = z.object({ start: opt(text), end: opt(text) });
export const telecomSchema = z.object({ system: opt(text), value: opt(text), use: opt(text) });
export const humanNameSchema = z.object({
  use: opt(text),
  text: opt(text),
  family: opt(text),
  given: opt(z.array(text)),
  prefix: opt(z.array(text)),
});
const extensionFields = {
  url: text,
  valueString: opt(text),
  valueDateTime: opt(text),
  valueBoolean: opt(z.boolean()),
  valueCodeableConcept: opt(conceptSchema),
};
export const extensionSchema = z.object({ ...extensionFields, extension: opt(z.array(z.object(extensionFields))) });
export const metaSchema = z.object({ versionId: opt(text), security: opt(z.array(codingSchema)) });

const number = z.number();
export const quantitySchema = z.object({ value: opt(number), comparator: opt(text), unit: opt(text), code: opt(text) });
export const rangeSchema = z.object({ low: opt(quantitySchema), high: opt(quantitySchema) });
export const ratioSchema = z.object({ numerator: opt(quantitySchema), denominator: opt(quantitySchema) });
const repeatSchema = z.object({
  boundsPeriod: opt(periodSchema),
  boundsDuration: opt(quantitySchema),
  boundsRange: opt(rangeSchema),
  count: opt(number),
  countMax: opt(number),
  duration: opt(number),
  durationMax: opt(number),
  durationUnit: opt(text),
  frequency: opt(number),
  frequencyMax: opt(number),
  period: opt(number),
  periodMax: opt(number),
  periodUnit: opt(text),
  dayOfWeek: opt(z.array(text)),
  timeOfDay: opt(z.array(text)),
  when: opt(z.array(text)),
  offset: opt(number),
});
const timingSchema = z.object({ code: opt(conceptSchema), event: opt(z.array(text)), repeat: opt(repeatSchema) });
export const dosageSchema = z.object({
  text: opt(text),
  additionalInstruction: opt(z.array(conceptSchema)),
  patientInstruction: opt(text),
  timing: opt(timingSchema),
  asNeededBoolean: opt(z.boolean()),
  asNeededCodeableConcept: opt(conceptSchema),
  site: opt(conceptSchema),
  route: opt(conceptSchema),
  method: opt(conceptSchema),
  doseAndRate: opt(
    z.array(
      z.object({
        doseQuantity: opt(quantitySchema),
        doseRange: opt(rangeSchema),
        rateQuantity: opt(quantitySchema),
        rateRange: opt(rangeSchema),
        rateRatio: opt(ratioSchema),
      }),
    ),
  ),
  maxDosePerPeriod: opt(ratioSchema),
  maxDosePerAdministration: opt(quantitySchema),
  maxDosePerLifetime: opt(quantitySchema),
});

export type Quantity = z.infer<typeof quantitySchema>;
export type Range = z.infer<typeof rangeSchema>;
export type Ratio = z.infer<typeof ratioSchema>;
export type Timing = z.infer<typeof timingSchema>;
export type Dosage = z.infer<typeof dosageSchema>;
export type Coding = z.infer<typeof codingSchema>;
export type Concept = z.infer<typeof conceptSchema>;
export type Reference = z.infer<typeof referenceSchema>;
export type HumanName = z.infer<typeof humanNameSchema>;
export type Identifier = z.infer<typeof identifierSchema>;
