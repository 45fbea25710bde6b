import { describe, expect, it } from 'vitest';
import type { HubSays } from '../../../utils/fhircast/hub-says.ts';
import type { SessionState } from '../../../utils/session/session-state.ts';
import { decideView } from '../../../utils/view/decide-view.ts';
import { margaret, patrick } from '../context/sightings.ts';
import { found, knownOf, planFor, SIGNED_IN_AS } from './plans.ts';

const LOST: HubSays = { is: 'lost', since: 1, cause: 'closed', nextAt: 2 };
const byHub = { ...margaret, openedBy: 'hub' } as const;
const hub = (says: HubSays | null) => ({ hub: { name: 'hub.example', says } });
const known = { ...knownOf(byHub), lookup: found(planFor(margaret.identity)) };

describe('a hub that is followed', () => {
  it('S1: shows the plan only of whoever agrees with it', () => {
    const says: HubSays = { is: 'patient', identity: margaret.identity };
    expect(decideView({ ...known, ...hub(says) })).toMatchObject({
      kind: 'plan',
      openedBy: 'hub',
      hub: { name: 'hub.example', isFollowed: true },
    });
    const other = { ...known, lookup: found(planFor(patrick.identity)), ...hub(says) };
    expect(decideView(other)).toMatchObject({ kind: 'disagree' });
    const unborn = { ...known, shows: { ...byHub, identity: { ...margaret.identity, birthDate: null } }, ...hub(says) };
    expect(decideView(unborn)).toMatchObject({ kind: 'birthDateNeeded' });
  });

  it('that is lost shows no patient, whatever else is known', () => {
    const view = decideView({ ...known, ...hub(LOST) });
    expect(view).toEqual({
      kind: 'hubAway',
      hubName: 'hub.example',
      link: LOST,
      signedInAs: SIGNED_IN_AS,
      openedBy: 'hub',
      hub: { name: 'hub.example', isFollowed: true },
    });
  });

  it.each([
    [{ kind: 'signedOut', failed: null }, 'signedOut'],
    [{ kind: 'locked', cause: 'idle', failed: null }, 'locked'],
    [{ kind: 'signingIn', doing: 'window', since: 1 }, 'signingIn'],
    [{ kind: 'roleNeeded', name: 'Sam Patel', roles: [] }, 'roleNeeded'],
  ] as const satisfies readonly (readonly [SessionState, string])[])(
    'waits for whoever is not signed in: %o',
    (session, kind) => {
      expect(decideView({ ...known, session, ...hub(LOST) }).kind).toBe(kind);
    },
  );

  it('that is not followed changes nothing but that it can be', () => {
    const { hub: could, ...view } = decideView({ ...knownOf(margaret), lookup: known.lookup, ...hub(null) });
    expect(could).toEqual({ name: 'hub.example', isFollowed: false });
    expect(view).toEqual(decideView({ ...knownOf(margaret), lookup: known.lookup }));
  });

  it('hidden is hidden', () => {
    expect(decideView({ ...known, hidden: true, ...hub(LOST) })).toEqual({ kind: 'hidden' });
  });
});
