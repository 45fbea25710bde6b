import { describe, expect, it } from 'vitest';
import type { HubSays } from '../../../utils/fhircast/hub-says.ts';
import type { Sighting } from '../../../utils/page/sighting.ts';
import { hubDesk } from '../../../utils/tabs/hub-desk.ts';
import { tabDesk } from '../../../utils/tabs/tab-desk.ts';
import { newPast } from '../../../utils/tabs/visit.ts';
import type { View } from '../../../utils/view/view.ts';
import { margaret, patrick } from '../context/sightings.ts';
import { SIGNED_IN } from '../view/plans.ts';

/** A hub's desk with a panel that draws, and what it was told to draw last. */
function played() {
  let says: HubSays = { is: 'connecting', since: 1 };
  let [generation, tickets, sequence] = [0, 0, 0];
  const now: { view: View | null; context: { ticket: string | null; rests: number } | null } = {
    view: null,
    context: null,
  };
  const asked: string[] = [];
  const desk = tabDesk({
    surroundings: () => ({ service: 'Plans', session: SIGNED_IN, hidden: false, now: 0 }),
    saying: () => ({ language: 'en' }),
    isInPanel: () => true,
    visit: {
      ask({ nhsNumber }) {
        asked.push(nhsNumber);
        return new Promise(() => {});
      },
      longestMs: 1,
      newPast,
    },
    stands: () => {},
    drawn: () => {},
    access: { keep: async () => ({ ok: true }), giveReason: async () => null, ended: () => {} },
    nextGeneration: () => ++generation,
    newTicket: () => `ticket ${++tickets}`,
    hub: () => ({ name: 'hub.example', says }),
  });
  const hub = hubDesk(desk, (next) => {
    says = next;
  });
  desk.panelOpened(
    {
      send(order) {
        if ('follow' in order) return;
        Object.assign(now, { context: order, view: null });
        const { ticket } = order;
        const draw = { send: (drawn: { do: string; view?: View }) => Object.assign(now, { view: drawn.view ?? null }) };
        if (ticket) desk.sidebarOpened({ generation: order.generation, ticket }, `f${ticket}`, draw, 'panel');
      },
    },
    'read',
  );
  return {
    now,
    asked,
    says(next: HubSays): void {
      sequence += 1;
      hub.report({ sequence, says: next });
    },
    beside: (shows: Sighting | null) => hub.beside(shows),
    sequence: () => sequence,
    kind: () => now.view?.kind ?? null,
  };
}

const ofHub = ({ identity }: typeof margaret | typeof patrick): HubSays => ({ is: 'patient', identity });

describe('the desk of a hub', () => {
  it('looks for whoever the hub has open, and says that no page was compared', () => {
    const { says, now, sequence } = played();
    says(ofHub(margaret));
    expect(now.view).toMatchObject({
      kind: 'looking',
      page: margaret.identity,
      openedBy: 'hub',
      hub: { name: 'hub.example', isFollowed: true },
    });
    expect(now.context?.rests).toBe(sequence());
  });

  it.each([
    [{ is: 'nobody' }, 'noPatient'],
    [{ is: 'unusable' }, 'unreadable'],
    [{ is: 'connecting', since: 1 }, 'hubAway'],
    [{ is: 'lost', since: 1, cause: 'closed', nextAt: 2 }, 'hubAway'],
  ] as const)('shows no patient when the hub says %o', (next, kind) => {
    const hub = played();
    hub.says(ofHub(margaret));
    hub.says(next);
    expect(hub.kind()).toBe(kind);
    expect(JSON.stringify(hub.now.view)).not.toContain(margaret.identity.nhsNumber);
  });

  it('S2: draws nothing while the hub is being asked', () => {
    const hub = played();
    hub.says(ofHub(margaret));
    hub.says({ is: 'asking' });
    expect([hub.kind(), hub.now.context?.ticket]).toEqual([null, null]);
  });

  it('S1: shows nobody while the page in front shows somebody else, several, or is changing', () => {
    const hub = played();
    hub.says(ofHub(margaret));
    hub.beside(patrick);
    expect(hub.kind()).toBe('several');
    hub.beside({ kind: 'several' });
    expect(hub.kind()).toBe('several');
    hub.beside({ kind: 'unsettled' });
    expect(hub.now.context?.ticket).toBeNull();
    hub.beside({ kind: 'none' });
    expect(hub.now.view).toMatchObject({ kind: 'looking', openedBy: 'hub' });
  });

  it('S1: follows nobody while the hub has nobody open, whoever the page shows, and looks for no one of two', () => {
    const hub = played();
    hub.beside(patrick);
    hub.says({ is: 'nobody' });
    expect(hub.kind()).toBe('noPatient');
    hub.says(ofHub(margaret));
    expect(hub.kind()).toBe('several');
    hub.says({ is: 'nobody' });
    expect([hub.kind(), hub.asked]).toEqual(['noPatient', []]);
    hub.says(ofHub(patrick));
    expect(hub.now.view).toMatchObject({ kind: 'looking', page: patrick.identity });
    hub.says({ is: 'nobody' });
    expect([hub.kind(), hub.asked]).toEqual(['noPatient', [patrick.identity.nhsNumber]]);
  });

  it('says that the page was compared where it shows the same person', () => {
    const hub = played();
    hub.says(ofHub(margaret));
    hub.beside(margaret);
    expect(hub.now.view).toMatchObject({ kind: 'looking', hub: { isFollowed: true } });
    expect(hub.now.view).not.toHaveProperty('openedBy');
  });

  it.each([[null], [{ kind: 'none' }], [{ kind: 'unreadable', cause: 'pageChanged' }]] as const)(
    'is not spoken against by a page that shows %o, and stands as it stood',
    (shows) => {
      const hub = played();
      hub.says(ofHub(margaret));
      const before = hub.now.context;
      hub.beside(shows);
      expect(hub.now.context).toBe(before);
    },
  );
});
