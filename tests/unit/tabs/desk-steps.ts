import assert from 'node:assert/strict';
import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import type { PlanLookup } from '../../../utils/plan/plan-lookup.ts';
import type { SessionState } from '../../../utils/session/session-state.ts';
import { margaret, patrick } from '../context/sightings.ts';
import { found, planFor, SIGNED_IN } from '../view/plans.ts';
import type { Asked, DeskRig } from './desk-rig.ts';

/** What the plan service may say. */
export type Answer = 'plan' | 'planOfAnother' | 'none' | 'drafts' | 'down' | 'signedOut' | 'breaks';

const STATES = {
  signIn: SIGNED_IN,
  otherPerson: { ...SIGNED_IN, sessionId: '0d9c7a3e-2f45-4b18-8a57-6c1d2e3f4a5b', name: 'Sam Petrie' },
  signOut: { kind: 'signedOut', failed: null },
  lock: { kind: 'locked', cause: 'idle', failed: null },
  switchRole: { kind: 'roleNeeded', name: SIGNED_IN.name, roles: [SIGNED_IN.role, { ...SIGNED_IN.role, id: '2' }] },
} as const satisfies Readonly<Record<string, SessionState>>;

export const PERSON_CHANGES = [
  'signIn',
  'otherPerson',
  'signOut',
  'lock',
  'switchRole',
  'serviceGone',
  'hide',
  'showAgain',
] as const;
/** Whoever is signed in is so no longer, or differently; or everything is hidden, or shown again. */
export type PersonChange = (typeof PERSON_CHANGES)[number];

/** What the plan service answers; whoever it is about, the look-up's id stands in it. */
export function answerOf(kind: Answer, asked: Asked): PlanLookup {
  const [at, mine] = [asked.id, asked.patient];
  const another: PatientIdentity =
    mine.nhsNumber === margaret.identity.nhsNumber ? patrick.identity : margaret.identity;
  const answers: Readonly<Record<Exclude<Answer, 'breaks'>, PlanLookup>> = {
    plan: { ...found(planFor(mine)), fetchedAt: at },
    planOfAnother: { ...found(planFor(another)), fetchedAt: at },
    none: { kind: 'noPlanFound', elsewhere: null, askedAt: at },
    drafts: { kind: 'noCurrentPlan', found: 'draft', elsewhere: [], askedAt: at },
    down: { kind: 'couldNotCheck', cause: 'serviceDown', code: 'PLN-503', triedAt: at, tries: 1 },
    signedOut: { kind: 'signedOut' },
  };
  return answers[kind === 'breaks' ? 'down' : kind];
}

/** Retry and sign-in look again, with whoever is signed in now. */
export function asksAgain(rig: DeskRig, before: number): void {
  const shown = rig.shown();
  const { service, session, hidden } = rig.surroundings;
  const isReady = !hidden && service !== null && session.kind === 'signedIn';
  const can = shown.kind === 'patient' && shown.identity.birthDate !== null && isReady;
  if (can) assert.equal(rig.asked.length, before + 1);
}

/** Somebody else is signed in, or nobody: a new generation, and nothing that was asked before goes on. */
export function changePerson(rig: DeskRig, change: PersonChange): void {
  const { surroundings, generation } = rig;
  if (change === 'serviceGone') rig.surroundings = { ...surroundings, service: null };
  else if (change === 'hide' || change === 'showAgain') {
    rig.surroundings = { ...surroundings, hidden: change === 'hide' };
  } else {
    const service = STATES[change].kind === 'signedIn' ? 'Example' : surroundings.service;
    rig.surroundings = { ...surroundings, session: STATES[change], service };
  }
  const before = rig.asked.length;
  void rig.desk.personChanged();
  assert.notEqual(rig.generation, generation, 'S2: the frame of whoever was there before stays');
  asksAgain(rig, before);
}
