import { lookUpPlan } from '../../../../utils/plan/look-up-plan.ts';
import type { PlanLookup } from '../../../../utils/plan/plan-lookup.ts';
import { LIMITS, type Limits } from '../../../../utils/plan/service/asking.ts';
import { forgetCapabilities } from '../../../../utils/plan/service/capability.ts';
import { generatePeople } from '../../../sandbox/people/generate-people.ts';
import type { Person } from '../../../sandbox/people/person.ts';
import { randomFrom } from '../../../sandbox/people/random.ts';
import type { Offers } from '../../../sandbox/plan-service/offers.ts';
import { type PlanService, startPlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { refusedSharing } from '../../../sandbox/plan-service/refused-sharing.ts';
import { generatePlans } from '../../../sandbox/plans/generate-plans.ts';
import { REDIRECT_URI, signIn } from '../../sandbox/plan-service/sign-in-by-http.ts';
import { smallPointer } from '../../sandbox/plan-service/small-plan.ts';
import { anAsking } from './asking.ts';

const SEED = 7;
const TODAY = '2026-11-22';

/** The product's own rules, with hardly a pause between tries, and more time than the busiest machine can need. */
const PATIENT: Limits = {
  ...LIMITS,
  ...{ totalMs: 120_000, tryMs: 60_000, besideMs: 60_000 },
  ...{ leastWaitMs: 1, longestWaitMs: 3 },
};
/** And with a fraction of its patience, for what never comes; enough, still, for what does. */
export const IMPATIENT: Limits = { ...PATIENT, totalMs: 30_000, tryMs: 1_500, besideMs: 3_000 };

const people = generatePeople(SEED, TODAY);
const generated = generatePlans(people, SEED, TODAY);
const planned = new Set(generated.plans.map(({ patientId }) => patientId));
const single = new Set(
  generated.plans.flatMap(({ patientId, state }) =>
    ['notForCpr', 'forCpr', 'overdue'].includes(state) ? [patientId] : [],
  ),
);
const isPlain = ({ replacedNhsNumbers }: Person) => replacedNhsNumbers.length === 0;
const some = people.persons.filter((person) => single.has(person.patientId) && isPlain(person)).slice(0, 30);
const theirs = new Set(some.map(({ patientId }) => patientId));
const plans = generated.plans.filter(({ patientId }) => theirs.has(patientId));
/** Who they are hangs on who has a plan. */
const refused = refusedSharing(people, plans);
const shares = ({ patientId }: Person) => !refused.has(patientId);

/** People with one current plan, and people with none. */
export const withPlan = some.filter(shares);
export const without = people.persons
  .filter((person) => !planned.has(person.patientId) && isPlain(person) && shares(person))
  .slice(0, withPlan.length);

const pointers = [...some, ...without].map((person) => smallPointer(person, '736366004', `Z-${person.patientId}`));

/** A plan service with these people, and a look-up in it by somebody who may see everybody. */
export type Bench = {
  readonly planService: PlanService;
  readonly lookUp: (person: Person, limits?: Limits) => Promise<PlanLookup>;
};

/** Starts a plan service that gives documents in this way, and signs in. */
export async function startBench(offers: Offers): Promise<Bench> {
  const planService = await startPlanService({
    ...{ people, plans, pointers, offers, seed: SEED, today: TODAY },
    redirectUris: [REDIRECT_URI],
  });
  const account = planService.accounts.find(({ roles: [{ reach }] }) => reach === 'everyone');
  if (!account) throw new Error('Nobody may see everybody');
  const { accessToken } = await signIn(planService, account);
  const { fhirBase } = planService;
  const lookUp = (person: Person, limits = PATIENT) => {
    // What a service offers is asked once an hour; here every look-up asks, so that it too can fail.
    forgetCapabilities();
    return lookUpPlan(anAsking({ fhirBase, accessToken, odsCode: account.roles[0].odsCode, limits }), person.nhsNumber);
  };
  return { planService, lookUp };
}

/** Somebody with a plan and somebody without, the same for the same seed and case. */
export function pairFor(seed: number, label: string): { readonly has: Person; readonly hasNot: Person } {
  const random = randomFrom(seed, label);
  return { has: random.pick(withPlan), hasNot: random.pick(without) };
}
