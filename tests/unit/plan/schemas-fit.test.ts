import type * as fhir from 'fhir/r4';
import { expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import type * as schemas from '../../../utils/plan/fhir-schemas.ts';

type Schemas = typeof schemas;
type Takes<S extends z.ZodMiniType> = z.input<S>;
/** A type of R4 with optional fields that are left out rather than `undefined`, as JSON has them. */
type Sent<T> = T extends object ? { [Key in keyof T]: Sent<Exclude<T[Key], undefined>> } : T;
/** Where Planside asks for more than R4: whom a plan is about, what a condition or an allergy is. */
type Needs<T, Key extends keyof T> = Sent<T & Required<Pick<T, Key>>>;

test('S6: whatever R4 calls a resource of the kinds we read, our schemas take', () => {
  expectTypeOf<Sent<fhir.Patient>>().toExtend<Takes<Schemas['patientSchema']>>();
  expectTypeOf<Sent<fhir.Flag>>().toExtend<Takes<Schemas['flagSchema']>>();
  expectTypeOf<Sent<fhir.QuestionnaireResponse>>().toExtend<Takes<Schemas['questionnaireResponseSchema']>>();
  expectTypeOf<Sent<fhir.CarePlan>>().toExtend<Takes<Schemas['carePlanSchema']>>();
  expectTypeOf<Sent<fhir.Observation>>().toExtend<Takes<Schemas['observationSchema']>>();
  expectTypeOf<Sent<fhir.Procedure>>().toExtend<Takes<Schemas['procedureSchema']>>();
  expectTypeOf<Sent<fhir.MedicationRequest>>().toExtend<Takes<Schemas['medicationRequestSchema']>>();
  expectTypeOf<Sent<fhir.MedicationStatement>>().toExtend<Takes<Schemas['medicationStatementSchema']>>();
  expectTypeOf<Sent<fhir.Medication>>().toExtend<Takes<Schemas['medicationSchema']>>();
  expectTypeOf<Sent<fhir.RelatedPerson>>().toExtend<Takes<Schemas['relatedPersonSchema']>>();
  expectTypeOf<Sent<fhir.CareTeam>>().toExtend<Takes<Schemas['careTeamSchema']>>();
  expectTypeOf<Sent<fhir.PractitionerRole>>().toExtend<Takes<Schemas['practitionerRoleSchema']>>();
  expectTypeOf<Sent<fhir.Practitioner>>().toExtend<Takes<Schemas['practitionerSchema']>>();
  expectTypeOf<Sent<fhir.Organization>>().toExtend<Takes<Schemas['organizationSchema']>>();
  expectTypeOf<Sent<fhir.OperationOutcome>>().toExtend<Takes<Schemas['operationOutcomeSchema']>>();
  expectTypeOf<Needs<fhir.Composition, 'subject'>>().toExtend<Takes<Schemas['compositionSchema']>>();
  expectTypeOf<Needs<fhir.Condition, 'code'>>().toExtend<Takes<Schemas['conditionSchema']>>();
  expectTypeOf<Needs<fhir.AllergyIntolerance, 'code'>>().toExtend<Takes<Schemas['allergySchema']>>();
});
