import { randomUUID } from 'node:crypto';
import type { Bundle, Composition, FhirResource } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../sandbox/people/person.ts';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { accessReason } from './audit-event-of.ts';
import {
  type Caller,
  callerAs,
  foundIn,
  nhsNumberToken,
  notOnList,
  onList,
  otherResident,
  ownHome,
  patientForm,
  people,
  refusalOf,
  refused,
  refuser,
  resident,
  startTestBed,
} from './test-bed.ts';

type Username = 'gp' | 'out-of-hours' | 'carer' | 'nurse' | 'receptionist';

let planService: PlanService;
const callers = new Map<string, Caller>();

const as = (username: Username): Caller => {
  const caller = callers.get(username);
  if (caller === undefined) throw new Error('Not signed in');
  return caller;
};

beforeAll(async () => {
  planService = await startTestBed();
  for (const { username } of planService.accounts) callers.set(username, await callerAs(planService, username));
});
afterAll(() => planService.stop());

/** Every way to ask about a person; the plan's id where the person has one. */
function asked(caller: Caller, person: Person, plan?: string): Promise<Response>[] {
  return [
    caller.search('Patient', patientForm(person.nhsNumber)),
    caller.get(`Patient/${person.patientId}`),
    caller.search('Composition', { subject: `Patient/${person.patientId}` }),
    caller.search('DocumentReference', { 'subject:identifier': nhsNumberToken(person.nhsNumber) }),
    ...(plan === undefined ? [] : [caller.get(`Composition/${plan}`), caller.get(`Composition/${plan}/$document`)]),
  ];
}

describe('who may see whom', () => {
  it.each<[Username, string, Person, string | undefined]>([
    ['gp', 'on the list', onList, 'plan-new'],
    ['out-of-hours', 'on no list of theirs', notOnList, 'plan-elsewhere'],
    ['out-of-hours', 'in a home', otherResident, undefined],
    ['nurse', 'in their home', resident, 'plan-resident'],
    ['carer', 'in their home', resident, 'plan-resident'],
  ])('%s sees somebody %s', async (username, _where, person, plan) => {
    for (const answer of await Promise.all(asked(as(username), person, plan))) expect(answer.status).toBe(200);
  });

  it.each<[Username, string, Person, string | undefined, string]>([
    ['gp', 'of another practice', notOnList, 'plan-elsewhere', 'business-rule'],
    ['nurse', 'of another home', otherResident, undefined, 'forbidden'],
    ['nurse', 'who lives at home', onList, 'plan-new', 'forbidden'],
    ['carer', 'of another home', otherResident, undefined, 'forbidden'],
    ['receptionist', 'on the list', onList, 'plan-new', 'forbidden'],
  ])('%s does not see somebody %s', async (username, _where, person, plan, code) => {
    for (const answer of await Promise.all(asked(as(username), person, plan))) {
      expect(await refusalOf(answer)).toEqual([403, code]);
    }
  });

  it('keeps from everyone what a patient refused to share', async () => {
    expect(refused.size).toBeGreaterThanOrEqual(3);
    const sharesNot = ({ patientId }: Person) => refused.has(patientId);
    const caller = people.persons.find((person) => sharesNot(person) && person.outOfHours !== undefined);
    const neighbour = people.persons.find((person) => sharesNot(person) && person.careHome === ownHome.id);
    const cases: [Username, Person | undefined, string?][] = [
      ['gp', refuser, 'plan-refused'],
      ['out-of-hours', refuser, 'plan-refused'],
      ['out-of-hours', caller],
      ['nurse', neighbour],
      ['carer', neighbour],
    ];
    for (const [username, person, plan] of cases) {
      if (person === undefined) throw new Error('Nobody refused');
      for (const answer of await Promise.all(asked(as(username), person, plan))) {
        expect(await refusalOf(answer)).toEqual([403, 'suppressed']);
      }
    }
  });

  it('tells a receptionist not even whether there is somebody', async () => {
    const unknown = ['9990000018', '9990000026'].find((one) =>
      people.persons.every(({ nhsNumber }) => nhsNumber !== one),
    );
    const answer = await as('receptionist').search('Patient', patientForm(unknown ?? ''));
    expect(await refusalOf(answer)).toEqual([403, 'forbidden']);
    expect(await refusalOf(await as('receptionist').get('Composition/unknown'))).toEqual([403, 'forbidden']);
  });
});

describe('a reason', () => {
  it('opens one patient to the one who gave it', async () => {
    const gp = as('gp');
    const id = randomUUID();
    const silent = { ...accessReason(id, notOnList.nhsNumber, ''), id };
    expect((await gp.put(`AuditEvent/${id}`, silent)).status).toBe(201);
    expect((await gp.search('Patient', patientForm(notOnList.nhsNumber))).status).toBe(403);
    const given = randomUUID();
    const reason = accessReason(given, notOnList.nhsNumber, 'Visiting while her own practice is closed');
    expect((await gp.put(`AuditEvent/${given}`, reason)).status).toBe(201);
    for (const answer of await Promise.all(asked(gp, notOnList, 'plan-elsewhere'))) expect(answer.status).toBe(200);
    const other = people.persons.find(({ gpList, nhsNumber }) => !gpList && nhsNumber !== notOnList.nhsNumber);
    expect((await gp.search('Patient', patientForm(other?.nhsNumber ?? ''))).status).toBe(403);
  });

  it('does not help where the patient refused or the home is another', async () => {
    for (const [username, person, code] of [
      ['gp', refuser, 'suppressed'],
      ['nurse', otherResident, 'forbidden'],
    ] as const) {
      const id = randomUUID();
      const reason = accessReason(id, person.nhsNumber, 'Emergency');
      expect((await as(username).put(`AuditEvent/${id}`, reason)).status).toBe(201);
      expect(await refusalOf(await as(username).search('Patient', patientForm(person.nhsNumber)))).toEqual([403, code]);
    }
  });
});

describe('a care assistant', () => {
  const WITHHELD = ['Significant conditions', 'Prognosis', 'Medicines'];
  const compositionIn = (bundle: Bundle<FhirResource>) => bundle.entry?.[0]?.resource as Composition;

  it('gets the document without what is not for that role, and sees that it is missing', async () => {
    const whole = await foundIn(await as('nurse').get('Composition/plan-resident/$document'));
    expect(JSON.stringify(whole)).toContain('Secret condition');
    const bundle = await foundIn(await as('carer').get('Composition/plan-resident/$document'));
    expect(JSON.stringify(bundle)).not.toContain('Secret');
    const { section = [] } = compositionIn(bundle);
    expect(section.map(({ title }) => title)).toEqual(compositionIn(whole).section?.map(({ title }) => title));
    for (const { title = '', entry, text, emptyReason } of section) {
      const withheld = WITHHELD.includes(title);
      expect([entry === undefined, text === undefined], title).toEqual([withheld, withheld]);
      expect(emptyReason?.coding?.[0]?.code).toBe(withheld ? 'withheld' : undefined);
    }
    const types = bundle.entry?.map(({ resource }) => resource?.resourceType);
    expect(types).toEqual(['Composition', 'Patient', 'PractitionerRole', 'Flag', 'AllergyIntolerance']);
  });

  it('gets no more from search and read', async () => {
    const form = { subject: `Patient/${resident.patientId}` };
    expect(await (await as('nurse').search('Composition', form)).text()).toContain('Secret');
    for (const answer of [
      await as('carer').search('Composition', form),
      await as('carer').get('Composition/plan-resident'),
    ]) {
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain('Secret');
    }
  });

  it('is never told that a nurse’s version is still good', async () => {
    const path = 'Composition/plan-resident/$document';
    const etag = (await as('nurse').get(path)).headers.get('etag') ?? '';
    expect((await as('nurse').get(path, { 'if-none-match': etag })).status).toBe(304);
    expect((await as('carer').get(path, { 'if-none-match': etag })).status).toBe(200);
  });
});
