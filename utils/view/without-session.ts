import type { HubAway, HubSays } from '../fhircast/hub-says.ts';
import type { Role } from '../session/session.ts';
import type { SessionState } from '../session/session-state.ts';
import type { NotSignedIn } from './find-view.ts';
import type { RoleChoice, SignedInAs, ViewState } from './view.ts';

/** Who is signed in, as people read it. */
export function signedIn({ name, role, canSwitch }: Extract<SessionState, { kind: 'signedIn' }>): SignedInAs {
  return { name, role: role.role, organisation: role.organisation, ...(canSwitch ? { canSwitch } : {}) };
}

/** What stands there while nobody knows whom the hub has open. Whoever is not signed in has to do that first. */
export function withoutHub(service: string, session: SessionState, hubName: string, link: HubAway): ViewState {
  if (session.kind !== 'signedIn') return withoutSession(service, session);
  return { kind: 'hubAway', hubName, link, signedInAs: signedIn(session) };
}

/** Whether a hub says nothing of who is open. */
export function isAway(says: HubSays): says is HubAway {
  return says.is === 'lost' || says.is === 'connecting';
}

/** What stands in place of everything while nobody is signed in, in a role. */
export function withoutSession(service: string, session: Exclude<SessionState, { kind: 'signedIn' }>): NotSignedIn {
  switch (session.kind) {
    case 'locked':
      return { kind: 'locked', service, cause: session.cause, failed: session.failed };
    case 'signingIn':
      return { ...session, service };
    case 'signedOut':
      return { kind: 'signedOut', service, failed: session.failed };
    case 'roleNeeded':
      return { kind: 'roleNeeded', name: session.name, roles: session.roles.map(choiceOf) };
  }
}

function choiceOf({ role, organisation }: Role): RoleChoice {
  return { role, organisation };
}
