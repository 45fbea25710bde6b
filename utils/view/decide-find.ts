import type { Known } from './decide-view.ts';
import { signedIn, withoutSession } from './decide-view.ts';
import type { FindView } from './find-view.ts';

/** Decides what the page in which a person is found shows: by the service and the session alone, unless everything is hidden. */
export function decideFind({ service, session, hidden }: Pick<Known, 'service' | 'session' | 'hidden'>): FindView {
  if (hidden) return { kind: 'hidden' };
  if (service === null) return { kind: 'notConfigured' };
  if (session.kind !== 'signedIn') return withoutSession(service, session);
  const { locksSoon } = session;
  return { kind: 'ready', service, signedInAs: signedIn(session), ...(locksSoon ? { locksSoon } : {}) };
}
