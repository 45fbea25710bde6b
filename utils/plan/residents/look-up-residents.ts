import { type Asking, LIMITS } from '../service/asking.ts';
import { atMost } from '../service/at-most.ts';
import { capabilityOf } from '../service/capability.ts';
import { findCompositions } from '../service/find-plans.ts';
import { findMembers, type Member } from './find-members.ts';
import { findPeople, PEOPLE_AT_ONCE, type Person, unknownPerson } from './find-people.ts';
import { findPlansOf, PLANS_AT_ONCE, type PlansOfSeveral, type Recorded } from './find-plans-of.ts';
import { planOfResident } from './plan-of-resident.ts';
import type { Resident, ResidentPlan, ResidentsLookup } from './residents.ts';

/** Searches in flight at once. */
const AT_ONCE = 4;
/** So many are asked for one by one, where the service may not have understood a question about several. */
const MOST_ONE_BY_ONE = 20;

type Answered = { readonly people: readonly Recorded[]; readonly plans: PlansOfSeveral };

/**
 * Asks for the residents of the home of the role that acts, and what the service holds of each of them.
 *
 * @param asking with the session's access token; its signal ends everything, and so does the time it names
 * @param today ISO: whoever has left by then is no resident
 */
export async function lookUpResidents(asking: Asking, today: string): Promise<ResidentsLookup> {
  const { endsAt = performance.now() + (asking.limits ?? LIMITS).totalMs } = asking;
  const timeOut = AbortSignal.timeout(Math.max(0, Math.ceil(endsAt - performance.now())));
  const own = { ...asking, endsAt, signal: AbortSignal.any([asking.signal, timeOut]) };
  const members = await findMembers(own, today);
  if (!members.ok) {
    const { failure } = members;
    return failure.kind === 'accessRefused' ? { kind: 'noList' } : failure;
  }
  if (members.value === null) return { kind: 'noList' };
  const people = (await atMost(AT_ONCE, chunks(members.value, PEOPLE_AT_ONCE), (some) => peopleOf(own, some))).flat();
  const plans = await plansOf(own, people.flatMap(recorded));
  const residents = people.map(({ identity, patientId }): Resident => {
    const plan = plans.get(patientId ?? '') ?? { kind: 'couldNotCheck' as const };
    return { identity, plan };
  });
  return { kind: 'list', residents, askedAt: Date.now() };
}

/** Of whomever an answer that failed was about nothing is known but the number. */
async function peopleOf(asking: Asking, members: readonly Member[]): Promise<readonly Person[]> {
  const found = await findPeople(asking, members);
  return found.ok ? found.value : members.map(unknownPerson);
}

/** Everybody whose plans are known about, by the id of their record; whoever is missing could not be checked. */
async function plansOf(asking: Asking, people: readonly Recorded[]): Promise<ReadonlyMap<string, ResidentPlan>> {
  const answers = await atMost(AT_ONCE, chunks(people, PLANS_AT_ONCE), async (some): Promise<readonly Answered[]> => {
    const found = await findPlansOf(asking, some);
    return found.ok ? [{ people: some, plans: found.value }] : [];
  });
  const answered = answers.flat();
  const all = answered.flatMap(({ people: asked, plans }) =>
    asked.map((person) => ({ person, plans, held: plans.compositions.get(person.patientId) ?? [] })),
  );
  const without = all.filter(({ held }) => held.length === 0).map(({ person }) => person);
  const withPlans = all
    .filter(({ held }) => held.length > 0)
    .map(({ person, plans, held }) => {
      return [person.patientId, planOfResident(held, plans.carePlans, asking.fhirBase)] as const;
    });
  return new Map([...withPlans, ...(await noPlanOf(asking, without, answered))]);
}

/**
 * Who has no plan (S4): whom an answer about several leaves out, if the service is known to answer about several, and to
 * store no plans as whole documents, which no search for Compositions finds. Else it is asked about each of them.
 */
async function noPlanOf(
  asking: Asking,
  without: readonly Recorded[],
  answered: readonly Answered[],
): Promise<readonly (readonly [string, ResidentPlan])[]> {
  const capability = await capabilityOf(asking);
  if (!capability.ok || capability.value.mayStoreDocuments) return [];
  const none = ({ patientId }: Recorded) => [patientId, { kind: 'noPlan' }] as const;
  if (answered.some(({ plans }) => plans.compositions.size > 1)) return without.map(none);
  const asked = await atMost(AT_ONCE, without.slice(0, MOST_ONE_BY_ONE), async (person) => {
    const found = await findCompositions(asking, person.patientId, person.nhsNumber);
    return found.ok && found.value.empty ? [none(person)] : [];
  });
  return asked.flat();
}

function recorded({ identity: { nhsNumber }, patientId }: Person): readonly Recorded[] {
  return patientId === null ? [] : [{ nhsNumber, patientId }];
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
