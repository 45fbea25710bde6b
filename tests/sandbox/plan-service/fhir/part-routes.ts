import type { CapabilityStatementRestResource, FhirResource } from 'fhir/r4';
import type { Hono } from 'hono';
import { withEtag } from './etag.ts';
import { notFound } from './outcome.ts';
import { needScope, permit, permitRole } from './permit.ts';
import { type FhirContext, type FhirEnv, isAboutSomebodyElse, type Surroundings } from './surroundings.ts';
import { withholdFromDocument } from './withhold.ts';

/** What documents of the sandbox are put together from, beside Composition and Patient. */
export const PART_TYPES = [
  'AllergyIntolerance',
  'CarePlan',
  'CareTeam',
  'Condition',
  'Flag',
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Procedure',
  'QuestionnaireResponse',
  'RelatedPerson',
] as const satisfies readonly CapabilityStatementRestResource['type'][];

/** The parts of a plan that a role may see: those that only withheld sections lead to are none of them. */
export function partsShown(c: FhirContext, { store }: Surroundings, planId: string): readonly FhirResource[] {
  const composition = store.composition(planId);
  const parts = store.partsOf(planId);
  const entry = [...(composition ? [composition] : []), ...parts].map((resource) => ({ resource }));
  const shown = withholdFromDocument({ resourceType: 'Bundle', type: 'document', entry }, c.get('role').withheld);
  const names = new Set((shown.entry ?? []).map(({ resource }) => `${resource?.resourceType}/${resource?.id}`));
  return parts.filter(({ resourceType, id }) => names.has(`${resourceType}/${id}`));
}

function readPart(c: FhirContext, around: Surroundings, name: string): FhirResource {
  permitRole(c);
  const { store } = around;
  const planId = store.planOfPart(name);
  const patient = planId === undefined ? undefined : store.patient(store.patientOfPlan(planId) ?? '');
  if (planId === undefined || patient === undefined) throw notFound('resource');
  permit(c, around, patient);
  const [type = ''] = name.split('/');
  const part = isAboutSomebodyElse(c)
    ? store.partOfAnother(patient.id, type)
    : partsShown(c, around, planId).find(({ id }) => `${type}/${id}` === name);
  if (part === undefined) throw notFound('resource');
  return part;
}

/** Everything that a Composition names, one by one. */
export function partRoutes(app: Hono<FhirEnv>, around: Surroundings): void {
  for (const type of PART_TYPES) {
    app.get(`/${type}/:id{[A-Za-z0-9.-]+}`, (c) => {
      needScope(c, 'user/Composition.rs');
      return withEtag(c, readPart(c, around, `${type}/${c.req.param('id')}`));
    });
  }
}
