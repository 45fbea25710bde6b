import type { FindOrder, PageOrder, Saying, Wanted } from '../messages.ts';
import type { Sighting } from '../page/sighting.ts';
import { decideFind } from '../view/decide-find.ts';
import { judgeOnFindLine, type Passed } from './allowed.ts';
import { dropOnLine } from './drop-on-line.ts';
import type { HeldLine } from './held-line.ts';
import type { LineOptions } from './lines.ts';
import { takePrefilled } from './open-find.ts';
import { type ResidentsList, type ResidentsOptions, residentsList } from './residents-list.ts';
import type { FindPage } from './sender.ts';
import type { Surroundings } from './tab-desk-types.ts';

/** The pages in which a person is found that are open, one for each tab. */
export type FindPages = {
  /** Before it nobody is heard: a session that is not known yet would count as none. */
  readonly ready: () => Promise<unknown>;
  /** This page has opened its line; what is asked for over it is on the list that comes back. */
  readonly opened: (page: FindPage, line: HeldLine) => ResidentsList;
  readonly left: (page: FindPage, line: HeldLine) => void;
  readonly isOpen: (page: FindPage) => boolean;
  /** Something that is said has changed, and nothing else. */
  readonly redraw: () => void;
  /**
   * Somebody else is signed in, or nobody: every line ends. A page that loses its line takes everything off the screen,
   * what was typed in too, and opens another for whoever is there now.
   */
  readonly endAll: () => void;
};

export type FindPagesOptions = {
  readonly surroundings: () => Surroundings;
  readonly saying: () => Saying;
  /** Whether anybody is signed in is known. */
  readonly ready: () => Promise<unknown>;
  readonly residents: Omit<ResidentsOptions, 'changed'>;
};

type OpenPage = { readonly frame: string; readonly line: HeldLine; readonly residents: ResidentsList };

/** No page is open. */
export function findPages({ surroundings, saying, ready, residents }: FindPagesOptions): FindPages {
  const pages = new Map<number, OpenPage>();
  const draw = ({ line, residents: list }: OpenPage) =>
    line.send({ do: 'draw', view: decideFind(surroundings(), list.view()), ...saying() } satisfies FindOrder);
  return {
    ready,
    opened({ tabId, frame }, line) {
      const list = residentsList({ ...residents, changed: () => draw(page) });
      const page = { frame, line, residents: list };
      pages.set(tabId, page);
      draw(page);
      return list;
    },
    left({ tabId }, line) {
      const page = pages.get(tabId);
      if (page?.line !== line) return;
      page.residents.end();
      pages.delete(tabId);
    },
    isOpen: ({ tabId, frame }) => pages.get(tabId)?.frame === frame,
    redraw() {
      for (const page of pages.values()) draw(page);
    },
    endAll() {
      for (const { line } of [...pages.values()]) line.end();
    },
  };
}

/** The line of one such page: it is the top frame of its tab's desk, and whom it wants is what the tab shows. */
export async function findLine(line: HeldLine, opened: Passed<'find.open'>, options: LineOptions): Promise<void> {
  const { from } = opened;
  const { frame, tabId } = from;
  const { desk, finds } = options;
  await finds.ready();
  const given = await takePrefilled(tabId);
  if (line.isOver()) return;
  const outlet = { send: (order: PageOrder) => line.send(order) };
  desk(opened).topOpened({ frame, is: 'read', taught: null, outlet, isShown: () => true });
  line.send({ do: 'start', frame, given } satisfies FindOrder);
  const residents = finds.opened(from, line);
  const drop = dropOnLine(judgeOnFindLine, from);
  line.heardBy({
    hear(message) {
      const said = judgeOnFindLine(message, from);
      if ('dropped' in said) return drop(message);
      if (said.name === 'find.list') return residents.look();
      const { sequence, wants } = said.body;
      desk(said).pageReported({ frame, sequence, sighting: sightingOf(wants, residents) });
    },
    tooMuch: drop,
    ended() {
      finds.left(from, line);
      desk(opened).pageLeft(frame);
      options.tidy(tabId);
    },
  });
}

/** Somebody of a list that has gone is nobody. */
function sightingOf(wants: Wanted, residents: ResidentsList): Sighting {
  if (wants.who === 'resident') {
    const identity = residents.at(wants.list, wants.place);
    return identity ? { kind: 'patient', identity, openedBy: 'residents' } : { kind: 'none' };
  }
  if (wants.who === 'nobody') return { kind: 'none' };
  const { nhsNumber, birthDate } = wants;
  return {
    kind: 'patient',
    identity: { nhsNumber, birthDate, familyName: null, givenNames: '' },
    openedBy: 'search',
  };
}
