import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import type { Plan } from '../../../utils/plan/plan.ts';
import type { PlanLookup } from '../../../utils/plan/plan-lookup.ts';

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
  return { kind: 'found', plans, newerDraft: null, elsewhere: [], fetchedAt: 1, clockAhead: null };
}
