import { randomUUID } from 'node:crypto';
import type { Bundle, FhirResource, OperationOutcome } from 'fhir/r4';
import { generatePeople } from '../../../sandbox/people/generate-people.ts';
import type { Person } from '../../../sandbox/people/person.ts';
import type { Account } from '../../../sandbox/plan-service/accounts.ts';
import { type PlanService, startPlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { refusedSharing } from '../../../sandbox/plan-service/refused-sharing.ts';
import { REDIRECT_URI, signIn } from './sign-in-by-http.ts';
import { smallPlan, smallPointer } from './small-plan.ts';

export const TODAY = '2026-11-22';
export const people = generatePeople(7, TODAY);

function personWho(belongs: (person: Person) => boolean, persons: readonly Person[] = people.persons): Person {
  const found = persons.find(belongs);
  if (found === undefined) throw new Error('The people of the test bed lack somebody');
  return found;
}

const home = people.careHomes[0];
if (home === undefined) throw new Error('No care home');
const plain = ({ restricted, deceased, replacedNhsNumbers }: Person) =>
  !restricted && deceased === undefined && replacedNhsNumbers.length === 0;

export const ownHome = home;
export const onList = personWho((person) => plain(person) && person.gpList && person.careHome === undefined);
export const notOnList = personWho((person) => plain(person) && !person.gpList && person.careHome === undefined);
export const resident = personWho((person) => plain(person) && person.careHome === home.id);
export const otherResident = personWho(
  ({ careHome, gpList }) => careHome !== undefined && careHome !== home.id && gpList,
);
export const replaced = personWho(({ replacedNhsNumbers, gpList }) => replacedNhsNumbers.length > 0 && gpList);
/** The only one of them with a plan who will not share it. */
export const refuser = personWho(
  (person) => plain(person) && person.gpList && person.careHome === undefined && person.outOfHours === undefined,
  people.persons.toReversed(),
);
export const restricted = personWho(({ restricted: is, gpList }) => is && gpList);

export const plans = [
  smallPlan('plan-old', onList, { date: '2025-05-01', type: '736366004', status: 'amended' }),
  smallPlan('plan-new', onList, { date: '2026-06-01T09:00:00+01:00' }),
  smallPlan('plan-middle', onList, { date: '2026-01-01T09:00:00Z', status: 'preliminary' }),
  smallPlan('plan-resident', resident),
  smallPlan('plan-elsewhere', notOnList),
  smallPlan('plan-elsewhere-old', notOnList, { date: '2025-05-01' }),
  smallPlan('plan-refused', refuser),
];

export const refused = refusedSharing(people, plans);

export const pointers = [
  smallPointer(onList, '736366004', 'ZZ900'),
  smallPointer(onList, '1382601000000107', 'ZZ901'),
  smallPointer(resident, '736366004', 'ZZ902'),
];

/** The plan service with these people and plans. */
export function startTestBed(options: { readonly accessTokenSeconds?: number } = {}): Promise<PlanService> {
  return startPlanService({ people, plans, pointers, redirectUris: [REDIRECT_URI], seed: 7, today: TODAY, ...options });
}

export function accountOf(planService: PlanService, username: string): Account {
  const account = planService.accounts.find((one) => one.username === username);
  if (account === undefined) throw new Error(`No account ${username}`);
  return account;
}

/** Speaks FHIR with one access token. */
export type Caller = {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly search: (type: string, form: Record<string, string>, headers?: Record<string, string>) => Promise<Response>;
  readonly put: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
};

export function callerWith(fhirBase: string, accessToken: string): Caller {
  const common = () => ({
    authorization: `Bearer ${accessToken}`,
    'x-request-id': randomUUID(),
    accept: 'application/fhir+json',
  });
  const call = (path: string, init: RequestInit) => fetch(`${fhirBase}/${path}`, init);
  return {
    get: (path, headers = {}) => call(path, { headers: { ...common(), ...headers } }),
    search: (type, form, headers = {}) =>
      call(`${type}/_search`, {
        method: 'POST',
        headers: { ...common(), ...headers },
        body: new URLSearchParams(form),
      }),
    put: (path, body, headers = {}) =>
      call(path, {
        method: 'PUT',
        headers: { ...common(), 'content-type': 'application/fhir+json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}

/** Signs an account in for real and speaks for it. */
export async function callerAs(planService: PlanService, username: string): Promise<Caller> {
  const { accessToken } = await signIn(planService, accountOf(planService, username));
  return callerWith(planService.fhirBase, accessToken);
}

export const nhsNumberToken = (nhsNumber: string) => `https://fhir.nhs.uk/Id/nhs-number|${nhsNumber}`;

export const patientForm = (nhsNumber: string) => ({ identifier: nhsNumberToken(nhsNumber), _count: '2' });

/** Status and issue code of a refusal, having checked that it is an OperationOutcome that nobody may cache. */
export async function refusalOf(answer: Response): Promise<readonly [status: number, code: string]> {
  const outcome: OperationOutcome = await answer.json();
  if (outcome.resourceType !== 'OperationOutcome') throw new Error('No OperationOutcome');
  if (answer.headers.get('cache-control') !== 'no-store') throw new Error('May be cached');
  if (!answer.headers.get('content-type')?.startsWith('application/fhir+json')) throw new Error('Not FHIR JSON');
  return [answer.status, outcome.issue[0]?.code ?? ''];
}

/** The resources of a searchset. */
export async function foundIn(answer: Response): Promise<Bundle<FhirResource>> {
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.json();
}
