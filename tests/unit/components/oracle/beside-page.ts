import { NO_CHANGES } from '../../../../utils/plan/changes.ts';
import type { PlanLookup } from '../../../../utils/plan/plan-lookup.ts';
import type { SessionState } from '../../../../utils/session/session-state.ts';
import { decideView } from '../../../../utils/view/decide-view.ts';
import type { View } from '../../../../utils/view/view.ts';
import { writePatient } from '../../../sandbox/plan-service/fhir/write-patient.ts';
import type { Answers } from '../../plan/service/answer-from.ts';
import { OFFERS_OPERATION } from '../../plan/service/asking.ts';
import type { PersonsPlans } from './sandbox-plans.ts';

function searchset(resources: readonly unknown[]): unknown {
  const entry = resources.map((resource) => ({ resource, search: { mode: 'match' } }));
  return { resourceType: 'Bundle', type: 'searchset', total: resources.length, entry };
}

/** Everything that a plan service holds of one person, by the address it is asked at. */
export function heldOf({ person, all, pointers }: PersonsPlans): Answers {
  return {
    metadata: OFFERS_OPERATION,
    'Patient/_search': searchset([writePatient(person)]),
    'Composition/_search': searchset(all.map(({ composition }) => composition)),
    'DocumentReference/_search': searchset(pointers.map(({ pointer }) => pointer)),
    ...Object.fromEntries(
      all.map(({ compositionId, document }) => [`Composition/${compositionId}/$document`, document]),
    ),
  };
}

const SAM_IS_IN: SessionState = {
  kind: 'signedIn',
  sessionId: 'fbd13cbb-1cbf-4c31-8c29-6f7eb4f6c5a2',
  name: 'Sam Patel',
  role: { id: '555021935107', role: 'GP', organisation: 'Example Lane Surgery', odsCode: 'X26001' },
  canSwitch: false,
  locksSoon: null,
};

/** What the sidebar is to show of a look-up, beside a page that says the same of this person as the plan. */
export function viewBeside({ person }: PersonsPlans, service: string, now: number, lookup: PlanLookup): View {
  const { nhsNumber, birthDate, familyName, givenNames } = person;
  return decideView({
    hidden: false,
    standing: 'read',
    shows: { kind: 'patient', identity: { nhsNumber, birthDate, familyName, givenNames: givenNames.join(' ') } },
    service,
    session: SAM_IS_IN,
    confirmedBirthDate: null,
    lookup,
    changes: NO_CHANGES,
    audit: 'kept',
    given: null,
    sending: 'no',
    confirming: null,
    wait: { doing: 'asking', since: now, until: now },
    notChecked: null,
    unread: [],
    now,
  });
}
