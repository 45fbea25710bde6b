import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import {
  type Caller,
  callerAs,
  foundIn,
  nhsNumberToken,
  onList,
  patientForm,
  people,
  refusalOf,
  replaced,
  restricted,
  startTestBed,
} from './test-bed.ts';

let planService: PlanService;
let gp: Caller;

beforeAll(async () => {
  planService = await startTestBed();
  gp = await callerAs(planService, 'gp');
});
afterAll(() => planService.stop());

const NHS_NUMBER = 'https://fhir.nhs.uk/Id/nhs-number';
const used = new Set(people.persons.flatMap((person) => [person.nhsNumber, ...person.replacedNhsNumbers]));
/** Valid, and nobody's. */
const NOBODY = ['9990000018', '9990000026', '9990000034'].find((number) => !used.has(number)) ?? '';

describe('patient search', () => {
  it('finds the one patient, by form and by address', async () => {
    const form = patientForm(onList.nhsNumber);
    const asGet = await gp.get(`Patient?${new URLSearchParams(form)}`);
    for (const answer of [await gp.search('Patient', form), asGet]) {
      const bundle = await foundIn(answer);
      expect(bundle).toMatchObject({ type: 'searchset', total: 1, link: [{ relation: 'self' }] });
      expect(bundle.entry).toHaveLength(1);
      expect(bundle.entry?.[0]).toMatchObject({
        fullUrl: `${planService.fhirBase}/Patient/${onList.patientId}`,
        search: { mode: 'match' },
        resource: {
          resourceType: 'Patient',
          id: onList.patientId,
          active: true,
          identifier: [{ system: NHS_NUMBER, value: onList.nhsNumber }],
          name: expect.arrayContaining([expect.objectContaining({ use: 'official', family: onList.familyName })]),
          birthDate: onList.birthDate,
          gender: onList.gender,
        },
      });
    }
  });

  it.each(['Composition:subject', 'Composition:patient'])('brings all plans along with %s', async (along) => {
    const form = { ...patientForm(onList.nhsNumber), _revinclude: along };
    const { total, entry = [] } = await foundIn(await gp.search('Patient', form));
    expect(total).toBe(1);
    const seen = entry.map(({ resource, search }) => `${search?.mode} ${resource?.id}`);
    expect(seen).toEqual([`match ${onList.patientId}`, 'include plan-new', 'include plan-middle', 'include plan-old']);
  });

  it('brings along nothing else, and nothing of nobody', async () => {
    const form = patientForm(onList.nhsNumber);
    const refused = await gp.search('Patient', { ...form, _revinclude: 'Flag:subject' });
    expect(await refusalOf(refused)).toEqual([400, 'not-supported']);
    const nobody = { ...patientForm(NOBODY), _revinclude: 'Composition:subject' };
    expect((await foundIn(await gp.search('Patient', nobody))).entry).toBeUndefined();
  });

  it('finds nobody under a number that is nobody’s: no entry at all', async () => {
    const bundle = await foundIn(await gp.search('Patient', patientForm(NOBODY)));
    expect(bundle.total).toBe(0);
    expect(bundle.entry).toBeUndefined();
  });

  it('answers to a replaced number with the patient of the new one, which says so', async () => {
    const [old = ''] = replaced.replacedNhsNumbers;
    const bundle = await foundIn(await gp.search('Patient', patientForm(old)));
    expect(bundle.entry?.[0]?.resource).toMatchObject({
      identifier: [{ system: NHS_NUMBER, value: replaced.nhsNumber }],
      link: expect.arrayContaining([
        { other: { type: 'Patient', identifier: { system: NHS_NUMBER, value: old } }, type: 'replaces' },
      ]),
    });
  });

  it('does not say where a restricted patient is', async () => {
    const bundle = await foundIn(await gp.search('Patient', patientForm(restricted.nhsNumber)));
    const patient = bundle.entry?.[0]?.resource;
    expect(patient).toMatchObject({ meta: { security: [expect.objectContaining({ code: 'R' })] } });
    expect(patient).not.toHaveProperty('address');
    expect(patient).not.toHaveProperty('telecom');
    expect(JSON.stringify(patient)).not.toContain(restricted.postcode);
  });

  it('says who has died', async () => {
    const dead = people.persons.find(({ deceased, gpList }) => typeof deceased === 'string' && gpList);
    const bundle = await foundIn(await gp.search('Patient', patientForm(dead?.nhsNumber ?? '')));
    expect(bundle.entry?.[0]?.resource).toMatchObject({ deceasedDateTime: dead?.deceased });
  });

  it('counts as asked', async () => {
    const none = await foundIn(await gp.search('Patient', { ...patientForm(onList.nhsNumber), _count: '0' }));
    expect([none.total, none.entry]).toEqual([1, undefined]);
    const untold = await foundIn(await gp.search('Patient', { ...patientForm(onList.nhsNumber), _total: 'none' }));
    expect(untold.total).toBeUndefined();
  });

  it.each<[string, Record<string, string>, string]>([
    ['no identifier', { _count: '2' }, 'required'],
    ['an empty one', { identifier: '' }, 'value'],
    ['a number without its system', { identifier: onList.nhsNumber }, 'value'],
    ['another system', { identifier: `https://example.org/Id|${onList.nhsNumber}` }, 'value'],
    ['nine digits', { identifier: nhsNumberToken('999104512') }, 'value'],
    ['spaces', { identifier: nhsNumberToken('999 104 5120') }, 'value'],
    ['a wrong check digit', { identifier: nhsNumberToken('9991045121') }, 'value'],
    ['a name', { ...patientForm(onList.nhsNumber), family: 'Reed' }, 'not-supported'],
    ['a birth date', { ...patientForm(onList.nhsNumber), birthdate: '1938-07-14' }, 'not-supported'],
    ['a sort', { ...patientForm(onList.nhsNumber), _sort: 'name' }, 'not-supported'],
    ['a count in words', { identifier: nhsNumberToken(onList.nhsNumber), _count: 'two' }, 'value'],
    ['a negative count', { identifier: nhsNumberToken(onList.nhsNumber), _count: '-1' }, 'value'],
    ['an unknown total', { ...patientForm(onList.nhsNumber), _total: 'maybe' }, 'value'],
  ])('refuses %s', async (_what, form, code) => {
    expect(await refusalOf(await gp.search('Patient', form))).toEqual([400, code]);
  });

  it('refuses a parameter given twice, in form and address together', async () => {
    const answer = await gp.get(
      `Patient?identifier=${nhsNumberToken(onList.nhsNumber)}&identifier=${nhsNumberToken(NOBODY)}`,
    );
    expect(await refusalOf(answer)).toEqual([400, 'not-supported']);
  });

  it('never repeats what was asked in a refusal', async () => {
    const answer = await gp.search('Patient', { identifier: nhsNumberToken('9991045121') });
    expect(await answer.text()).not.toContain('9991045121');
  });
});

describe('patient read', () => {
  it('gives the patient once, and 304 to whoever has it', async () => {
    const answer = await gp.get(`Patient/${onList.patientId}`);
    const etag = answer.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/".+"$/);
    expect(await answer.json()).toMatchObject({ id: onList.patientId });
    const again = await gp.get(`Patient/${onList.patientId}`, { 'if-none-match': etag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await gp.get(`Patient/${onList.patientId}`, { 'if-none-match': 'W/"other"' })).status).toBe(200);
  });

  it('knows no other ids', async () => {
    expect(await refusalOf(await gp.get('Patient/00000000-0000-4000-8000-000000000000'))).toEqual([404, 'not-found']);
  });
});
