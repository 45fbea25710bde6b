import type { Sighting } from '../../../utils/page/sighting.ts';
import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import { NO_CHANGES } from '../../../utils/plan/changes.ts';
import type { Plan } from '../../../utils/plan/plan.ts';
import type { PlanLookup } from '../../../utils/plan/plan-lookup.ts';
import type { SessionState } from '../../../utils/session/session-state.ts';
import type { Known } from '../../../utils/view/decide-view.ts';

const notRecorded = { state: 'notRecorded' } as const;

/** A plan of this person that says nothing but “not for CPR”. */
export function planFor(identity: PatientIdentity, changes: Partial<Plan> = {}): Plan {
  return {
    patient: {
      nhsNumber: identity.nhsNumber,
      birthDate: identity.birthDate,
      familyName: identity.familyName ?? '',
      givenNames: identity.givenNames,
      familyNames: [identity.familyName ?? ''],
      deceased: false,
      restricted: false,
    },
    provenance: { planId: '|plan', title: 'ReSPECT form', author: {}, approval: 'approved' },
    cprDecision: { state: 'notForCpr', statement: { says: 'notForCpr', source: {} } },
    treatmentLevel: notRecorded,
    emergencyTreatment: notRecorded,
    symptoms: notRecorded,
    anticipatoryMedicines: notRecorded,
    contacts: notRecorded,
    placeOfCare: notRecorded,
    placeOfDeath: notRecorded,
    whatMatters: notRecorded,
    advanceDecisions: notRecorded,
    allergies: notRecorded,
    medicines: notRecorded,
    conditions: notRecorded,
    prognosis: notRecorded,
    alerts: notRecorded,
    otherDocuments: notRecorded,
    otherSections: [],
    narratives: {},
    contradictions: [],
    unreadable: [],
    linkedItemMissing: [],
    ...changes,
  };
}

/** A look-up that found these plans. */
export function found(...plans: readonly [Plan, ...Plan[]]): Extract<PlanLookup, { kind: 'found' }> {
  const when = { fetchedAt: 1, clockAhead: null, savedBecause: null };
  return { kind: 'found', plans, newerDraft: null, elsewhere: [], ...when };
}

/** Somebody who is signed in. */
export const SIGNED_IN: Extract<SessionState, { kind: 'signedIn' }> = {
  kind: 'signedIn',
  sessionId: '8f7a2f0e-6d1e-4c53-9d1f-0f8b0f3f9a10',
  name: 'Ifẹ́ Adeyemi',
  role: { id: '1', role: 'Nurse', organisation: 'Exampleton', odsCode: 'X26' },
  canSwitch: false,
  locksSoon: null,
};

/** What the sidebar shows of them. */
export const SIGNED_IN_AS = { name: 'Ifẹ́ Adeyemi', role: 'Nurse', organisation: 'Exampleton' };

const NOW = Date.parse('2026-11-22T12:00:00Z');

/** A tab of which nothing is known but this. */
export function knownOf(shows: Sighting): Known {
  return {
    hidden: false,
    standing: 'read',
    shows,
    service: 'Example Plan Service',
    session: SIGNED_IN,
    confirmedBirthDate: null,
    lookup: null,
    unread: [],
    changes: NO_CHANGES,
    audit: 'kept',
    given: null,
    sending: 'no',
    confirming: null,
    wait: { doing: 'asking', since: NOW, until: NOW + 18_500 },
    notChecked: null,
    now: NOW,
  };
}
