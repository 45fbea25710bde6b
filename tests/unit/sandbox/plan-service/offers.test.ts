import type { Bundle, CapabilityStatement, Composition, DocumentReference, FhirResource } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PART_TYPES } from '../../../sandbox/plan-service/fhir/part-routes.ts';
import type { Offers } from '../../../sandbox/plan-service/offers.ts';
import { type PlanService, startPlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { generatePlans } from '../../../sandbox/plans/generate-plans.ts';
import type { PlanRecord } from '../../../sandbox/plans/plan-record.ts';
import { REDIRECT_URI } from './sign-in-by-http.ts';
import { type Caller, callerAs, foundIn, nhsNumberToken, ownHome, people, refusalOf, TODAY } from './test-bed.ts';

const RESPECT = '1382601000000107';
const generated = generatePlans(people, 7, TODAY).plans;
const personOf = new Map(people.persons.map((person) => [person.patientId, person] as const));
const isOf = (code: string) => (plan: PlanRecord) => plan.composition.type.coding?.[0]?.code === code;

/** Plans of people whom everybody may see, of both kinds that a server with stored documents treats differently. */
const inOwnHome = generated.filter(({ patientId, state }) => {
  const person = personOf.get(patientId);
  return person?.careHome === ownHome.id && ['notForCpr', 'superseded', 'overdue'].includes(state);
});
const plans = [...inOwnHome, ...generated.slice(0, 30)].filter((plan, at, all) => all.indexOf(plan) === at);

function planWho(belongs: (plan: PlanRecord) => boolean): PlanRecord {
  const found = plans.find(belongs);
  if (!found) throw new Error('The test bed lacks a plan');
  return found;
}

function start(offers: Offers): Promise<PlanService> {
  return startPlanService({ people, plans, pointers: [], redirectUris: [REDIRECT_URI], seed: 7, today: TODAY, offers });
}

async function statementOf({ fhirBase }: PlanService) {
  const statement: CapabilityStatement = await (await fetch(`${fhirBase}/metadata`)).json();
  return new Map((statement.rest?.[0]?.resource ?? []).map((resource) => [resource.type, resource] as const));
}

const resourcesIn = <T extends FhirResource>(bundle: Bundle<FhirResource>) =>
  (bundle.entry ?? []).flatMap(({ resource }) => (resource ? [resource as T] : []));

describe('a server that stores documents whole', () => {
  let planService: PlanService;
  let nurse: Caller;
  let carer: Caller;
  beforeAll(async () => {
    planService = await start('stored');
    [nurse, carer] = await Promise.all([callerAs(planService, 'nurse'), callerAs(planService, 'carer')]);
  });
  afterAll(() => planService.stop());

  const pointersTo = async ({ patientId }: PlanRecord) => {
    const form = { 'subject:identifier': nhsNumberToken(personOf.get(patientId)?.nhsNumber ?? '') };
    return resourcesIn<DocumentReference>(await foundIn(await nurse.search('DocumentReference', form)));
  };

  it('says so, and does not have the operation', async () => {
    const said = await statementOf(planService);
    expect(said.get('Composition')?.operation).toBeUndefined();
    expect(said.get('Bundle')?.interaction).toEqual([{ code: 'read' }]);
    const [plan] = inOwnHome;
    expect(await refusalOf(await nurse.get(`Composition/${plan?.compositionId}/$document`))).toEqual([
      404,
      'not-found',
    ]);
  });

  it('points at each of its documents, with their state, and gives them by that address', async () => {
    for (const plan of inOwnHome) {
      const pointer = (await pointersTo(plan)).find(({ id }) => id === `document-${plan.document.id}`);
      const isReplaced = plans.some(({ composition }) =>
        composition.relatesTo?.some(
          ({ targetReference }) => targetReference?.reference === `Composition/${plan.compositionId}`,
        ),
      );
      const status =
        plan.composition.status === 'entered-in-error' ? 'entered-in-error' : isReplaced ? 'superseded' : 'current';
      expect(pointer).toMatchObject({ status, docStatus: plan.composition.status });
      const url = pointer?.content[0]?.attachment.url?.replace(`${planService.fhirBase}/`, '') ?? '';
      const answer = await nurse.get(url);
      const etag = answer.headers.get('etag') ?? '';
      expect(await foundIn(answer)).toEqual(plan.document);
      expect((await nurse.get(url, { 'if-none-match': etag })).status).toBe(304);
    }
  });

  it('has its ReSPECT forms nowhere else', async () => {
    const isAlone = isOf(RESPECT);
    for (const plan of [
      planWho((one) => inOwnHome.includes(one) && isAlone(one)),
      planWho((one) => inOwnHome.includes(one) && !isAlone(one)),
    ]) {
      const found = await foundIn(await nurse.search('Composition', { subject: `Patient/${plan.patientId}` }));
      const ids = resourcesIn(found).map(({ id }) => id);
      expect(ids.includes(plan.compositionId)).toBe(!isAlone(plan));
      expect((await nurse.get(`Composition/${plan.compositionId}`)).status).toBe(isAlone(plan) ? 404 : 200);
    }
  });

  it('keeps from a role what is not for it, and from everybody what is not theirs', async () => {
    const [plan] = inOwnHome;
    const path = `Bundle/${plan?.document.id}`;
    const [composition] = resourcesIn<Composition>(await foundIn(await carer.get(path)));
    const medicines = composition?.section?.find(({ title }) => title === 'Medicines');
    expect(medicines?.emptyReason?.coding?.[0]?.code ?? 'withheld').toBe('withheld');
    const other = planWho(({ patientId }) => personOf.get(patientId)?.careHome === undefined);
    expect(await refusalOf(await carer.get(`Bundle/${other.document.id}`))).toEqual([403, 'forbidden']);
    expect(await refusalOf(await carer.get('Bundle/unknown'))).toEqual([404, 'not-found']);
  });

  it('wrongPatient: the document of somebody else', async () => {
    const [plan] = inOwnHome;
    planService.switches.next('document', { kind: 'wrongPatient' });
    const wrong = JSON.stringify(await foundIn(await nurse.get(`Bundle/${plan?.document.id}`)));
    expect(wrong).not.toContain(personOf.get(plan?.patientId ?? '')?.nhsNumber);
  });
});

describe('a server that has only the parts of documents', () => {
  let planService: PlanService;
  let nurse: Caller;
  let carer: Caller;
  beforeAll(async () => {
    planService = await start('include');
    [nurse, carer] = await Promise.all([callerAs(planService, 'nurse'), callerAs(planService, 'carer')]);
  });
  afterAll(() => planService.stop());

  const searchFor = (caller: Caller, { compositionId }: PlanRecord, includes: readonly string[]) =>
    caller.get(
      `Composition?${new URLSearchParams([['_id', compositionId], ...includes.map((one) => ['_include', one])])}`,
    );
  const named = (resource: unknown) =>
    [...JSON.stringify(resource).matchAll(/"reference":"([A-Za-z]+\/[^"]+)"/g)].map(([, name = '']) => name);

  it('says what it can bring along, and what can be read', async () => {
    const said = await statementOf(planService);
    expect(said.get('Composition')?.searchInclude).toContain('Composition:entry');
    expect(said.get('Composition')?.operation).toBeUndefined();
    for (const type of PART_TYPES) expect(said.get(type)?.interaction).toEqual([{ code: 'read' }]);
    const inDocuments = new Set(
      plans.flatMap(({ document }) => resourcesIn(document).map(({ resourceType }) => resourceType)),
    );
    for (const type of inDocuments) expect([...said.keys()]).toContain(type);
  });

  it('has whole Compositions, and everything they lead to, by type and id', async () => {
    for (const plan of inOwnHome) {
      const found = await foundIn(await searchFor(nurse, plan, []));
      const open = named(found);
      const seen = new Set<string>();
      for (let name = open.pop(); name !== undefined; name = open.pop()) {
        if (seen.has(name) || name.startsWith('Composition/')) continue;
        seen.add(name);
        const answer = await nurse.get(name);
        expect(answer.status, name).toBe(plan.intent.damaged.length > 0 ? answer.status : 200);
        open.push(...named(await answer.json()));
      }
      expect(JSON.stringify(found)).not.toContain('"reference":"urn:uuid:');
      const [composition] = resourcesIn<Composition>(found);
      const [whole] = resourcesIn<Composition>(plan.document);
      expect(composition?.section?.length).toBe(whole?.section?.length);
    }
  });

  it('brings along what is asked for, directly named, and marks it', async () => {
    const [plan] = inOwnHome;
    if (!plan) throw new Error('No plan');
    const modes = async (...includes: readonly string[]) => {
      const { entry = [], total } = await foundIn(await searchFor(nurse, plan, includes));
      expect(total).toBe(1);
      return entry.map(({ resource, search }) => `${search?.mode} ${resource?.resourceType}`);
    };
    expect(await modes()).toEqual(['match Composition']);
    expect(await modes('Composition:subject', 'Composition:author')).toEqual([
      'match Composition',
      'include Patient',
      'include PractitionerRole',
    ]);
    const all = await modes('Composition:subject', 'Composition:author', 'Composition:attester', 'Composition:entry');
    expect(all.length).toBeGreaterThan(4);
    expect(all).not.toContain('include Practitioner');
    expect(await refusalOf(await searchFor(nurse, plan, ['Composition:custodian']))).toEqual([400, 'not-supported']);
    expect((await foundIn(await nurse.search('Composition', { _id: 'unknown' }))).total).toBe(0);
  });

  it('keeps from a role what only withheld sections lead to', async () => {
    const condition = (plan: PlanRecord) =>
      resourcesIn(plan.document).find(({ resourceType }) => resourceType === 'MedicationStatement');
    const plan = planWho((one) => inOwnHome.includes(one) && condition(one) !== undefined);
    const name = `MedicationStatement/${condition(plan)?.id}`;
    expect((await nurse.get(name)).status).toBe(200);
    expect(await refusalOf(await carer.get(name))).toEqual([404, 'not-found']);
    const brought = await foundIn(await searchFor(carer, plan, ['Composition:entry']));
    expect(resourcesIn(brought).map(({ resourceType }) => resourceType)).not.toContain('MedicationStatement');
  });
});

it('a server with the operation refuses what the others offer', async () => {
  const planService = await start('operation');
  const nurse = await callerAs(planService, 'nurse');
  const [plan] = inOwnHome;
  expect(await refusalOf(await nurse.search('Composition', { _id: plan?.compositionId ?? '' }))).toEqual([
    400,
    'not-supported',
  ]);
  expect(await refusalOf(await nurse.get(`Bundle/${plan?.document.id}`))).toEqual([404, 'not-found']);
  expect((await nurse.get(`Composition/${plan?.compositionId}/$document`)).status).toBe(200);
  await planService.stop();
});
