import type { PageOrder } from '../messages.ts';
import type { Place } from '../page/place.ts';
import { placeIn, rememberPlace } from '../places.ts';

/** The top frame of a tab, and the clinical system it belongs to. */
export type TopLine = {
  readonly tabId: number;
  readonly systemId: string;
  readonly send: (order: PageOrder) => void;
};

export type TabPlaces = {
  /** Where the sidebar stands in the pages of a system. */
  readonly of: (systemId: string) => Promise<Place>;
  /**
   * From now on this top frame hears of it whenever somebody moves the sidebar.
   *
   * @returns ends that: the frame has left
   */
  readonly tell: (top: TopLine) => () => void;
  /** The person at the screen has moved the sidebar in this tab. */
  readonly arrange: (tabId: number, place: Place) => void;
  /** Folds the sidebar of this tab to the edge of the page, or brings it back. */
  readonly fold: (tabId: number) => Promise<void>;
};

/** The places of the sidebar in all tabs: moved in one, it stands so at once in all other tabs of the same system. */
export function tabPlaces(): TabPlaces {
  const tops = new Set<TopLine>();
  const systemOf = (tabId: number) => [...tops].findLast((top) => top.tabId === tabId)?.systemId;

  /** Remembers it, and tells the tabs of the system. */
  function move(systemId: string, place: Place, isTold: (top: TopLine) => boolean): void {
    void rememberPlace(systemId, place);
    for (const top of tops) if (top.systemId === systemId && isTold(top)) top.send({ do: 'place', place });
  }

  return {
    of: placeIn,
    tell(top) {
      tops.add(top);
      return () => tops.delete(top);
    },
    arrange(tabId, place) {
      const systemId = systemOf(tabId);
      // The tab itself has moved it already, and may have moved it again.
      if (systemId !== undefined) move(systemId, place, (top) => top.tabId !== tabId);
    },
    async fold(tabId) {
      const systemId = systemOf(tabId);
      if (systemId === undefined) return;
      const place = await placeIn(systemId);
      move(systemId, { ...place, folded: !place.folded }, () => true);
    },
  };
}
