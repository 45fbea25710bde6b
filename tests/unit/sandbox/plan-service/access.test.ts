import type { Bundle, Composition, FhirResource } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../sandbox/people/person.ts';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
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
