import type { HubSays } from '../fhircast/hub-says.ts';
import type { HubReport } from '../messages.ts';
import type { Sighting } from '../page/sighting.ts';
import type { SessionState } from '../session/session-state.ts';
import { hubDesk } from './hub-desk.ts';
import type { HubRequests } from './hub-requests.ts';
import type { Said } from './said.ts';
import type { TabDesk, TabDeskOptions } from './tab-desk-types.ts';

/** The hub that policy names, for whoever is signed in; each `null`: there is none. */
export type HubInForce = { readonly hub: string | null; readonly session: string | null };

/** @returns `null`: not known yet */
export function hubInForce({ hub, hubIs }: Pick<Said, 'hub' | 'hubIs'>, session: SessionState): HubInForce | null {
  if (hub === undefined) return null;
  // Another hub, or another session of it, is as good as another sign-in: what was connected for one is over.
  return { hub, session: session.kind === 'signedIn' ? `${session.sessionId} ${hubIs}` : null };
}

/** One panel that can follow the hub. */
export type PanelHub = {
  readonly desk: TabDesk;
  readonly report: (report: HubReport) => void;
  /** This tab is in front of the panel's window. */
  readonly turnTo: (tabId: number) => void;
  readonly end: () => void;
};

export type Hubs = {
  /** Before it nobody is heard: settings and session that are not known yet would count as none. */
  readonly ready: () => Promise<unknown>;
  readonly requests: HubRequests;
  /** A panel can follow the hub. @param tell is called with the hub in force, at once and whenever it is another */
  readonly open: (tell: (now: HubInForce) => void) => PanelHub;
  /** Hub or sign-in may be others. */
  readonly changed: () => void;
  /** Who is open in a tab is another, or in doubt; `null`: nothing is looked at there any more. */
  readonly pageMoved: (tabId: number, shows: Sighting | null) => void;
};

export type HubsOptions = {
  readonly ready: () => Promise<unknown>;
  readonly requests: HubRequests;
  /** `null`: not known yet. */
  readonly inForce: () => HubInForce | null;
  /** Makes the desk of one hub; `id` stands in the place of a tab's, and is no tab's. */
  readonly newDesk: (id: number, hub: NonNullable<TabDeskOptions['hub']>) => TabDesk;
  readonly forget: (id: number) => void;
  /** What a tab shows; `null`: nothing is looked at there. */
  readonly shownIn: (tabId: number) => Sighting | null;
};

type Open = {
  readonly id: number;
  tabId: number | null;
  readonly beside: (shows: Sighting | null) => void;
  readonly tell: () => void;
};

/** No panel follows anything yet. */
export function keepHubs({ ready, requests, inForce, newDesk, forget, shownIn }: HubsOptions): Hubs {
  const all = new Set<Open>();

  /** Below every tab, and the same again for the next panel once one has gone: so a visit goes on after this worker was killed. */
  function freeId(): number {
    const taken = new Set([...all].map(({ id }) => id));
    let id = -1;
    while (taken.has(id)) id -= 1;
    return id;
  }

  return {
    ready,
    requests,
    open(tell) {
      const id = freeId();
      let says: HubSays = { is: 'connecting', since: Date.now() };
      const hub = () => {
        const name = inForce()?.hub;
        return name ? { name, says } : null;
      };
      const { desk, report, beside } = hubDesk(newDesk(id, hub), (next) => {
        says = next;
      });
      const one: Open = {
        id,
        tabId: null,
        beside,
        tell() {
          const now = inForce();
          if (now) tell(now);
        },
      };
      all.add(one);
      one.tell();
      return {
        desk,
        report,
        turnTo(tabId) {
          one.tabId = tabId;
          beside(shownIn(tabId));
        },
        end() {
          all.delete(one);
          forget(id);
        },
      };
    },
    changed() {
      for (const { tell } of all) tell();
    },
    pageMoved(tabId, shows) {
      for (const one of all) if (one.tabId === tabId) one.beside(shows);
    },
  };
}
