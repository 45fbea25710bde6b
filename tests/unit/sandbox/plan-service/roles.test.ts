import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../sandbox/plan-service/accounts.ts';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { signIn } from './sign-in-by-http.ts';
import {
  accountOf,
  type Caller,
  callerAs,
  callerWith,
  foundIn,
  nhsNumberToken,
  notOnList,
  onList,
  ownHome,
  patientForm,
  people,
  refusalOf,
  resident,
  startTestBed,
} from './test-bed.ts';

let planService: PlanService;
let bankNurse: Caller;
let nurse: Role;
let clinician: Role;

beforeAll(async () => {
  planService = await startTestBed();
  bankNurse = await callerAs(planService, 'bank-nurse');
  const [first, second] = accountOf(planService, 'bank-nurse').roles;
  if (second === undefined) throw new Error('The bank nurse has one role');
  [nurse, clinician] = [first, second];
});
afterAll(() => planService.stop());

const as = ({ id }: Role) => ({ 'nhsd-session-urid': id });
const find = (caller: Caller, nhsNumber: string, headers = {}) =>
  caller.search('Patient', patientForm(nhsNumber), headers);

describe('somebody with several roles', () => {
  it('is told of them all when signing in, and of none as the only one', async () => {
    const { claims } = await signIn(planService, accountOf(planService, 'bank-nurse'));
    const { outOfHoursProvider } = people;
    expect(claims?.nhsid_nrbac_roles).toEqual([
      { person_roleid: nurse.id, role_name: 'Nurse', org_code: ownHome.odsCode, org_name: ownHome.name },
      {
        person_roleid: clinician.id,
        role_name: 'Out-of-hours clinician',
        org_code: outOfHoursProvider.odsCode,
        org_name: outOfHoursProvider.name,
      },
    ]);
    for (const name of ['role', 'organisation', 'ods_code']) expect(claims).not.toHaveProperty(name);
  });

  it('has to say which of them acts, in every request', async () => {
    const requests = [
      find(bankNurse, resident.nhsNumber),
      find(bankNurse, resident.nhsNumber, { 'nhsd-session-urid': '' }),
      bankNurse.get('Composition/plan-resident/$document'),
      bankNurse.put('AuditEvent/1', {}),
    ];
    for (const answer of await Promise.all(requests)) expect(await refusalOf(answer)).toEqual([400, 'required']);
  });

  it('sees whom that role sees', async () => {
    expect((await find(bankNurse, resident.nhsNumber, as(nurse))).status).toBe(200);
    expect(await refusalOf(await find(bankNurse, notOnList.nhsNumber, as(nurse)))).toEqual([403, 'forbidden']);
    expect((await find(bankNurse, notOnList.nhsNumber, as(clinician))).status).toBe(200);
    const residents = `Group?managing-entity:identifier=https://fhir.nhs.uk/Id/ods-organization-code|${ownHome.odsCode}`;
    expect((await bankNurse.get(residents, as(nurse))).status).toBe(200);
    expect(await refusalOf(await bankNurse.get(residents, as(clinician)))).toEqual([403, 'forbidden']);
  });

  it('gets the further pages of a search in the role that began it, and in no other', async () => {
    const form = { subject: `Patient/${onList.patientId}`, _count: '1' };
    const found = await foundIn(await bankNurse.search('Composition', form, as(clinician)));
    const next = found.link?.find(({ relation }) => relation === 'next')?.url ?? '';
    const path = next.slice(planService.fhirBase.length + 1);
    expect((await bankNurse.get(path, as(clinician))).status).toBe(200);
    expect(await refusalOf(await bankNurse.get(path, as(nurse)))).toEqual([404, 'not-found']);
  });
});

describe('the role that acts', () => {
  it('is one that this person has', async () => {
    const [{ id }] = accountOf(planService, 'out-of-hours').roles;
    for (const other of [id, '555000000000', 'Nurse']) {
      const answer = await find(bankNurse, resident.nhsNumber, { 'nhsd-session-urid': other });
      expect(await refusalOf(answer)).toEqual([403, 'forbidden']);
    }
  });

  it('need not be named by somebody with one', async () => {
    const { accessToken } = await signIn(planService, accountOf(planService, 'nurse'));
    const caller = callerWith(planService.fhirBase, accessToken);
    const [role] = accountOf(planService, 'nurse').roles;
    for (const headers of [{}, as(role), { 'nhsd-session-urid': '' }]) {
      expect((await find(caller, resident.nhsNumber, headers)).status).toBe(200);
    }
    expect(await refusalOf(await find(caller, resident.nhsNumber, as(nurse)))).toEqual([403, 'forbidden']);
  });

  it('acts for its own organisation, where one is named', async () => {
    const organisation = (odsCode: string) => ({ 'nhsd-end-user-organisation-ods': odsCode });
    const headers = (role: Role, odsCode: string) => ({ ...as(role), ...organisation(odsCode) });
    for (const odsCode of [nurse.odsCode, '']) {
      expect((await find(bankNurse, resident.nhsNumber, headers(nurse, odsCode))).status).toBe(200);
    }
    for (const odsCode of [clinician.odsCode, 'X26']) {
      const answer = await find(bankNurse, resident.nhsNumber, headers(nurse, odsCode));
      expect(await refusalOf(answer)).toEqual([403, 'forbidden']);
    }
    const gp = await callerAs(planService, 'gp');
    const pointers = { 'subject:identifier': nhsNumberToken(resident.nhsNumber) };
    const answer = await gp.search('DocumentReference', pointers, organisation(people.outOfHoursProvider.odsCode));
    expect(await refusalOf(answer)).toEqual([403, 'forbidden']);
  });
});
