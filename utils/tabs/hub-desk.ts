import type { HubSays } from '../fhircast/hub-says.ts';
import type { HubReport } from '../messages.ts';
import { type Sighting, sameSighting } from '../page/sighting.ts';
import { HUB_FRAME } from './context-orders.ts';
import type { TabDesk } from './tab-desk-types.ts';

/** Whoever a hub has open, as the panel that follows it tells, beside the page in front of its window. */
export type HubDesk = {
  readonly desk: TabDesk;
  readonly report: (report: HubReport) => void;
  /** What the page in front shows; `null`: there is none that is looked at. */
  readonly beside: (shows: Sighting | null) => void;
};

/** The name of the page in front among the frames of a hub's desk. */
const PAGE_FRAME = 'page';
const NOBODY: Sighting = { kind: 'none' };
const UNSETTLED: Sighting = { kind: 'unsettled' };

/**
 * The desk of one panel that follows a hub. Hub and page in front are like two frames of one page: they must not name two
 * people, or no plan stands beside either. A page that names nobody, or cannot be read, speaks against nobody; what the
 * hub says is then compared with no page, and the link bar says so. While the hub has nobody open, nobody is followed,
 * whoever the page shows.
 *
 * @param told is told what the hub says before the desk is
 */
export function hubDesk(desk: TabDesk, told: (says: HubSays) => void): HubDesk {
  let [beside, saidOfPage] = [NOBODY, NOBODY];
  let [isOpen, sequence] = [false, 0];

  function tellOfPage(sighting: Sighting): void {
    if (sameSighting(saidOfPage, sighting)) return;
    saidOfPage = sighting;
    sequence += 1;
    desk.pageReported({ frame: PAGE_FRAME, sequence, sighting });
  }

  desk.topOpened({ frame: HUB_FRAME, is: 'read', taught: null, outlet: { send: () => {} }, isShown: () => false });
  return {
    desk,
    report({ sequence: ofHub, says }) {
      told(says);
      const before = isOpen;
      isOpen = says.is === 'patient';
      // So that neither of the two is looked for by itself in between.
      if (before !== isOpen && speaks(beside)) tellOfPage(UNSETTLED);
      desk.pageReported({ frame: HUB_FRAME, sequence: ofHub, sighting: sightingOf(says) });
      tellOfPage(isOpen ? beside : NOBODY);
    },
    beside(shows) {
      beside = shows && speaks(shows) ? shows : NOBODY;
      if (isOpen) tellOfPage(beside);
    },
  };
}

/** Whether a page may name somebody else than the hub. */
function speaks({ kind }: Sighting): boolean {
  return kind === 'patient' || kind === 'several' || kind === 'unsettled';
}

function sightingOf(says: HubSays): Sighting {
  switch (says.is) {
    case 'patient':
      return { kind: 'patient', identity: says.identity, openedBy: 'hub' };
    case 'nobody':
      return NOBODY;
    case 'unusable':
      return { kind: 'unreadable', cause: 'hubUnusable' };
    case 'asking':
    case 'connecting':
    case 'lost':
      return UNSETTLED;
  }
}
