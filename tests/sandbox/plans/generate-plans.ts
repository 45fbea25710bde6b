import type { People, Person } from '../people/person.ts';
import { randomFrom } from '../people/random.ts';
import { demoVersions } from './demo-plans.ts';
import { about } from './intents/about.ts';
import type { PlanRecord, PlanState, PointerRecord } from './plan-record.ts';
import { generatePointers } from './pointers.ts';
import { enteredInError, versionsFor } from './states.ts';
import type { Version } from './version.ts';
import { whoHasAPlan } from './who-has-a-plan.ts';
import { writeDocument, writeSearchResult } from './write-document.ts';

/** Every so many-th person in one of these states has a version that was entered in error besides. */
const ENTERED_IN_ERROR_EVERY = 8;
const MAY_HAVE_ERROR: readonly PlanState[] = ['notForCpr', 'forCpr', 'overdue', 'superseded'];

/** A record whose FHIR is written when first asked for: most documents of the sandbox are never opened. */
function recordOf(version: Version, person: Person, state: PlanState): PlanRecord {
  let composition: PlanRecord['composition'] | undefined;
  let document: PlanRecord['document'] | undefined;
  return {
    compositionId: version.compositionId,
    patientId: person.patientId,
    state,
    intent: version.intent,
    get composition() {
      composition ??= writeSearchResult(version, person);
      return composition;
    },
    get document() {
      document ??= writeDocument(version, person);
      return document;
    },
  };
}

/**
 * The plans of the sandbox: 600 persons with one or more versions each, and pointers to plans held elsewhere.
 * The same people, seed and day give the same plans. `state` is the state of all of a person's plans together, so
 * every version of one person carries the same one, those entered in error too.
 */
export function generatePlans(
  people: People,
  seed: number,
  today: string,
): { readonly plans: readonly PlanRecord[]; readonly pointers: readonly PointerRecord[] } {
  const random = randomFrom(seed, 'who has a plan');
  const states = whoHasAPlan(people, today, random);
  let candidates = 0;
  const plans = [...states].flatMap(([person, state]) => {
    const who = about(person, people, seed, today);
    const demo = demoVersions(who);
    const versions = demo ?? versionsFor(who, state);
    const current = versions.at(-1);
    const mayHaveError = demo === undefined && current !== undefined && MAY_HAVE_ERROR.includes(state);
    const error = mayHaveError && ++candidates % ENTERED_IN_ERROR_EVERY === 0 ? [enteredInError(who, current)] : [];
    return [...versions, ...error].map((version) => recordOf(version, person, state));
  });
  return { plans, pointers: generatePointers(people, new Set(states.keys()), random, today) };
}
