import type { Bundle, FhirResource } from 'fhir/r4';
import { generatePeople } from '../people/generate-people.ts';
import type { People } from '../people/person.ts';
import { writePatient } from '../plan-service/fhir/write-patient.ts';
import { generatePlans } from '../plans/generate-plans.ts';
import type { PlanRecord } from '../plans/plan-record.ts';

type Person = People['persons'][number];

/** What the plan service holds of one person. */
export type Held = { readonly nhsNumber: string; readonly person: Person; readonly plan: PlanRecord | null };

const CAPABILITY = {
  resourceType: 'CapabilityStatement',
  fhirVersion: '4.0.1',
  rest: [{ mode: 'server', resource: [{ type: 'Composition', operation: [{ name: 'document', definition: 'x' }] }] }],
};

/** The day on which their plans are the same for everybody who counts. */
const TODAY = '2026-11-26';

/** One person of the sandbox with a plan in force, of middling length, and one without. */
export function heldBySandbox(seed = 1, today = TODAY): { readonly withPlan: Held; readonly withoutPlan: Held } {
  const people = generatePeople(seed, today);
  const { plans } = generatePlans(people, seed, today);
  const of = Map.groupBy(plans, ({ patientId }) => patientId);
  const held = people.persons.map((person) => ({ person, plans: of.get(person.patientId) ?? [] }));
  const single = held.flatMap(({ person, plans: [plan, second] }) =>
    plan && !second && plan.state === 'notForCpr' ? [{ nhsNumber: person.nhsNumber, person, plan }] : [],
  );
  const byLength = single.sort((one, other) => lengthOf(one.plan.document) - lengthOf(other.plan.document));
  const withPlan = byLength[Math.floor(byLength.length / 2)];
  const nobodys = held.find(({ plans: none }) => none.length === 0);
  if (!withPlan || !nobodys) throw new Error('The sandbox holds nobody with one plan, or nobody without any.');
  return { withPlan, withoutPlan: { nhsNumber: nobodys.person.nhsNumber, person: nobodys.person, plan: null } };
}

function lengthOf(document: Bundle<FhirResource>): number {
  return JSON.stringify(document).length;
}

/** A plan service that holds this one person: answers by the path below its base. */
export function answersOf({ person, plan }: Held): (path: string, headers: Headers) => Response {
  return (path, headers) => {
    if (path === 'metadata') return Response.json(CAPABILITY);
    if (path === 'Patient/_search') return Response.json(searchset([writePatient(person)]));
    if (path === 'Composition/_search') return Response.json(searchset(plan ? [plan.composition] : []));
    if (path === 'DocumentReference/_search') return Response.json(searchset([]));
    const etag = 'W/"1"';
    if (headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: { etag } });
    return plan ? Response.json(plan.document, { headers: { etag } }) : new Response(null, { status: 404 });
  };
}

function searchset(resources: readonly object[]): object {
  const entry = resources.map((resource) => ({ resource, search: { mode: 'match' } }));
  return { resourceType: 'Bundle', type: 'searchset', total: resources.length, entry };
}
