import { expect, it } from 'vitest';
import type { Sighting } from '../../../utils/page/sighting.ts';
import { tabDesk } from '../../../utils/tabs/tab-desk.ts';
import { newPast } from '../../../utils/tabs/visit.ts';
import { margaret } from '../context/sightings.ts';
import { SIGNED_IN } from '../view/plans.ts';

/** A tab beside which the panel stands, and what a hub's desk is told of its page. */
function played() {
  let [generation, tickets] = [0, 0];
  const moved: (Sighting | null)[] = [];
  const desk = tabDesk({
    surroundings: () => ({ service: 'Plans', session: SIGNED_IN, hidden: false, now: 0 }),
    saying: () => ({ language: 'en' }),
    isInPanel: () => true,
    visit: { ask: () => new Promise(() => {}), longestMs: 1, newPast },
    stands: () => {},
    drawn: () => {},
    access: { keep: async () => ({ ok: true }), giveReason: async () => null, ended: () => {} },
    nextGeneration: () => ++generation,
    newTicket: () => `ticket ${++tickets}`,
    moved: (shows) => moved.push(shows),
  });
  desk.panelOpened({ send: () => {} }, { is: 'unknown' });
  return { desk, moved };
}

it('a page that nobody looks at says nothing of anybody, and neither does one that has gone', () => {
  const { desk, moved } = played();
  expect(desk.shows()).toBeNull();
  desk.topOpened({ frame: 'top', is: 'read', taught: null, outlet: { send: () => {} }, isShown: () => true });
  desk.pageReported({ frame: 'top', sequence: 1, sighting: margaret });
  expect([desk.shows(), moved.at(-1)]).toEqual([margaret, margaret]);
  desk.pageReported({ frame: 'top', sequence: 2, sighting: { kind: 'unsettled' } });
  expect([desk.shows(), moved.at(-1)]).toEqual([{ kind: 'unsettled' }, { kind: 'unsettled' }]);
  desk.pageLeft('top');
  expect([desk.shows(), moved.at(-1)]).toEqual([null, null]);
});
