import type { PlanRecord, PlanState } from '../plans/plan-record.ts';
import { filledSections, SECTION_TITLES } from '../plans/section-titles.ts';
import type { Pair } from './alike.ts';
import type { Person } from './person.ts';

/** What is asked when somebody is chosen for a part. */
export type Casting = {
  readonly state: (person: Person) => PlanState | undefined;
  /** Has a plan with every section of the contract filled in. */
  readonly isFull: (person: Person) => boolean;
};

/** Looks the plans up by person. */
export function casting(plans: readonly PlanRecord[]): Casting {
  const states = new Map(plans.map(({ patientId, state }) => [patientId, state] as const));
  const full = new Set(
    plans.flatMap(({ patientId, intent }) =>
      filledSections(intent).length === SECTION_TITLES.length ? [patientId] : [],
    ),
  );
  return { state: ({ patientId }) => states.get(patientId), isFull: ({ patientId }) => full.has(patientId) };
}

/** The first who fits; throws, naming the part, if nobody does. */
export function find(part: string, among: readonly Person[], fits: (person: Person) => boolean): Person {
  const found = among.find(fits);
  if (found === undefined) throw new Error(`Nobody can be cast as ${part}`);
  return found;
}

/** Nothing about the record that would surprise. */
export function isOrdinary(person: Person): boolean {
  const plainRecord = person.deceased === undefined && !person.restricted && person.previousFamilyNames.length === 0;
  return plainRecord && person.replacedNhsNumbers.length === 0 && person.givenNames.length > 0;
}

/** A pair on the GP list whose plans say not for CPR and for CPR, in that order; throws, naming the part. */
export function differingPair(part: string, pairs: readonly Pair[], { state }: Casting): Pair {
  const found = pairs
    .flatMap(([a, b]) => [[a, b] as const, [b, a] as const])
    .find(([a, b]) => a.gpList && b.gpList && state(a) === 'notForCpr' && state(b) === 'forCpr');
  if (found === undefined) throw new Error(`Nobody can be cast as ${part}: no such pair differs in CPR`);
  return found;
}
