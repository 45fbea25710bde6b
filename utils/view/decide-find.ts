import type { Known } from './decide-view.ts';
import type { FindView, ResidentsView } from './find-view.ts';
import { signedIn, withoutSession } from './without-session.ts';

/** Decides what the page in which a person is found shows beside the plan: nothing, while everything is hidden. */
export function decideFind(
  { service, session, hidden }: Pick<Known, 'service' | 'session' | 'hidden'>,
  residents: ResidentsView,
): FindView {
  if (hidden) return { kind: 'hidden' };
  if (service === null) return { kind: 'notConfigured' };
  if (session.kind !== 'signedIn') return withoutSession(service, session);
  const { locksSoon } = session;
  return { kind: 'ready', service, signedInAs: signedIn(session), residents, ...(locksSoon ? { locksSoon } : {}) };
}
