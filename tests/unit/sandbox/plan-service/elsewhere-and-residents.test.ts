import type { Group } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../sandbox/people/person.ts';
import { writeGroup } from '../../../sandbox/plan-service/fhir/write-group.ts';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import {
  type Caller,
  callerAs,
  foundIn,
  nhsNumberToken,
  onList,
  otherResident,
  ownHome,
  people,
  refusalOf,
  resident,
  startTestBed,
} from './test-bed.ts';

let planService: PlanService;
let gp: Caller;
let carer: Caller;

beforeAll(async () => {
  planService = await startTestBed();
  gp = await callerAs(planService, 'gp');
  carer = await callerAs(planService, 'carer');
});
afterAll(() => planService.stop());

const SUBJECT = { 'subject:identifier': nhsNumberToken(onList.nhsNumber) };
const CARE_PLAN = { category: 'http://snomed.info/sct|734163000' };
const ods = (code: string) => `https://fhir.nhs.uk/Id/ods-organization-code|${code}`;

describe('plans held elsewhere', () => {
  const custodians = async (form: Record<string, string>) => {
    const bundle = await foundIn(await gp.search('DocumentReference', form));
    return bundle.entry?.map(({ resource }) =>
      resource?.resourceType === 'DocumentReference' ? resource.custodian?.identifier?.value : '',
    );
  };

  it('finds the pointers of one person, filtered as asked', async () => {
    expect(await custodians({ ...SUBJECT, ...CARE_PLAN })).toEqual(['ZZ900', 'ZZ901']);
    expect(await custodians({ ...SUBJECT, type: 'http://snomed.info/sct|1382601000000107' })).toEqual(['ZZ901']);
    expect(await custodians({ ...SUBJECT, 'custodian:identifier': ods('ZZ900') })).toEqual(['ZZ900']);
    expect(await custodians({ ...SUBJECT, category: 'http://snomed.info/sct|823651000000106' })).toBeUndefined();
  });

  it('is offered by address too', async () => {
    const bundle = await foundIn(
      await gp.get(`DocumentReference?${new URLSearchParams({ ...SUBJECT, ...CARE_PLAN })}`),
    );
    expect([bundle.total, bundle.entry?.length]).toEqual([2, 2]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['no subject', CARE_PLAN, 'required'],
    ['a wrong number', { 'subject:identifier': nhsNumberToken('9991045121') }, 'value'],
    ['the dotted spelling', { 'subject.identifier': nhsNumberToken(onList.nhsNumber) }, 'not-supported'],
    ['a custodian without system', { ...SUBJECT, 'custodian:identifier': 'ZZ900' }, 'value'],
    ['a category without system', { ...SUBJECT, category: '734163000' }, 'value'],
    ['a count', { ...SUBJECT, _count: '1' }, 'not-supported'],
  ])('refuses %s', async (_what, form, code) => {
    expect(await refusalOf(await gp.search('DocumentReference', form))).toEqual([400, code]);
  });
});

describe('residents', () => {
  const ask = (caller: Caller, code: string) =>
    caller.get(`Group?managing-entity:identifier=${encodeURIComponent(ods(code))}`);

  it('lists everyone who lives in one’s own home', async () => {
    const bundle = await foundIn(await ask(carer, ownHome.odsCode));
    const group = bundle.entry?.[0]?.resource as Group;
    const living = people.persons.filter(({ careHome, deceased }) => careHome === ownHome.id && deceased === undefined);
    expect(group).toMatchObject({ type: 'person', actual: true, active: true, quantity: living.length });
    expect(group.managingEntity?.identifier?.value).toBe(ownHome.odsCode);
    expect(new Set(group.member?.map(({ entity }) => entity.identifier?.value))).toEqual(
      new Set(living.map(({ nhsNumber }) => nhsNumber)),
    );
    expect(group.member?.map(({ entity }) => entity.reference)).toContain(`Patient/${resident.patientId}`);
  });

  it('no longer lists who has died', () => {
    const dead = { ...resident, deceased: '2026-11-20' };
    const members = (persons: Person[]) => writeGroup(ownHome, persons).member?.length;
    expect([members([resident]), members([dead]), members([{ ...resident, deceased: true }])]).toEqual([1, 0, 0]);
  });

  it('lists no other home, and nobody to those who work in none', async () => {
    const other = people.careHomes.find(({ id }) => id !== ownHome.id);
    expect(await refusalOf(await ask(carer, other?.odsCode ?? ''))).toEqual([403, 'forbidden']);
    expect(await refusalOf(await ask(gp, ownHome.odsCode))).toEqual([403, 'forbidden']);
    expect(await refusalOf(await ask(gp, people.practice.odsCode))).toEqual([403, 'forbidden']);
  });

  it('finds several at once, and leaves out whom the role may not see', async () => {
    const form = {
      identifier: [resident, otherResident, onList].map((one) => nhsNumberToken(one.nhsNumber)).join(','),
    };
    const bundle = await foundIn(await carer.search('Patient', form));
    expect(bundle.entry?.map(({ resource }) => resource?.id)).toEqual([resident.patientId]);
    const subject = [resident, otherResident].map(({ patientId }) => `Patient/${patientId}`).join(',');
    const plans = await foundIn(await carer.search('Composition', { subject, _include: 'Composition:entry:CarePlan' }));
    expect(plans.entry?.map(({ resource }) => resource?.id)).toEqual(['plan-resident']);
    expect(await refusalOf(await carer.search('Composition', { subject, _include: 'Composition:author' }))).toEqual([
      400,
      'not-supported',
    ]);
  });

  it('refuses a question about too many', async () => {
    const identifier = Array(51).fill(nhsNumberToken(resident.nhsNumber)).join(',');
    expect(await refusalOf(await carer.search('Patient', { identifier }))).toEqual([400, 'too-costly']);
  });

  it('refuses what is not understood', async () => {
    expect(await refusalOf(await carer.get('Group'))).toEqual([400, 'required']);
    expect(await refusalOf(await carer.get('Group?managing-entity:identifier=ZZ101'))).toEqual([400, 'value']);
    expect(await refusalOf(await carer.get('Group?managing-entity=Organization/1'))).toEqual([400, 'not-supported']);
  });
});
