import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../utils/page/sighting.ts';
import type { HubRequests } from '../../../utils/tabs/hub-requests.ts';
import { type HubInForce, keepHubs } from '../../../utils/tabs/hubs.ts';
import type { TabDesk, TabDeskOptions } from '../../../utils/tabs/tab-desk-types.ts';
import { margaret, patrick } from '../context/sightings.ts';

type Made = {
  readonly id: number;
  readonly says: () => unknown;
  readonly reports: { frame: string; sighting: Sighting }[];
};

/** Panels of two windows, and what their desks were told. */
function played() {
  const made: Made[] = [];
  const forgotten: number[] = [];
  const told: HubInForce[][] = [];
  const pages = new Map<number, Sighting>();
  let inForce: HubInForce | null = { hub: 'hub.example', session: 'one' };
  const hubs = keepHubs({
    ready: async () => undefined,
    requests: {} as HubRequests,
    inForce: () => inForce,
    newDesk(id: number, hub: NonNullable<TabDeskOptions['hub']>) {
      const one: Made = { id, says: () => hub(), reports: [] };
      made.push(one);
      return { topOpened: () => {}, pageReported: (report: never) => one.reports.push(report) } as unknown as TabDesk;
    },
    forget: (id) => forgotten.push(id),
    shownIn: (tabId) => pages.get(tabId) ?? null,
  });
  const open = () => {
    const orders: HubInForce[] = [];
    told.push(orders);
    return hubs.open((now) => orders.push(now));
  };
  return { hubs, open, made, forgotten, told, pages, setInForce: (next: HubInForce | null) => (inForce = next) };
}

const ofPage = ({ reports }: Made) => reports.filter(({ frame }) => frame === 'page').map(({ sighting }) => sighting);

describe('panels that follow a hub', () => {
  it('have a desk each, in the place of no tab, and the next one that of whoever has gone', () => {
    const { open, made, forgotten } = played();
    const first = open();
    open();
    first.end();
    open();
    expect(made.map(({ id }) => id)).toEqual([-1, -2, -1]);
    expect(forgotten).toEqual([-1]);
  });

  it('are each compared with the page in front of their own window, and with no other', () => {
    const { hubs, open, made, pages } = played();
    const [one, other] = [open(), open()];
    for (const each of [one, other]) each.report({ sequence: 1, says: { is: 'patient', identity: margaret.identity } });
    pages.set(3, margaret);
    one.turnTo(3);
    other.turnTo(4);
    hubs.pageMoved(4, patrick);
    hubs.pageMoved(5, margaret);
    expect(made.map(ofPage)).toEqual([[margaret], [patrick]]);
    one.turnTo(5);
    expect(made.map(ofPage)[0]).toEqual([margaret, { kind: 'none' }]);
  });

  it('say each what they hear themselves', () => {
    const { open, made } = played();
    const [one] = [open(), open()];
    one.report({ sequence: 1, says: { is: 'nobody' } });
    expect(made.map(({ says }) => says())).toEqual([
      { name: 'hub.example', says: { is: 'nobody' } },
      { name: 'hub.example', says: expect.objectContaining({ is: 'connecting' }) },
    ]);
  });

  it('are told of another hub or sign-in, and of none; what follows a hub that is none any more shows no hub', () => {
    const { hubs, open, told, made, setInForce } = played();
    open();
    const gone = open();
    gone.end();
    setInForce({ hub: null, session: 'two' });
    hubs.changed();
    expect(told.map((orders) => orders.map(({ hub, session }) => `${hub} ${session}`))).toEqual([
      ['hub.example one', 'null two'],
      ['hub.example one'],
    ]);
    expect(made[0]?.says()).toBeNull();
  });
});
