import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DesksBed } from './desks-bed.ts';
import { known, onPage, otherKnown as other } from './few-plans.ts';
import type { OneTab } from './one-tab.ts';
import { turns } from './pretend-extension.ts';

let bed: DesksBed;

beforeAll(async () => {
  bed = await DesksBed.start();
});
afterAll(() => bed.stop());

/** A computer on which the organisation has set this, and somebody has signed in with a patient open. */
async function signedIn(managed: object): Promise<OneTab> {
  await bed.fresh({}, managed);
  const tab = bed.tab();
  tab.open(onPage(known));
  await bed.signIn(tab);
  return tab;
}

const asked = () => bed.sent.filter(({ address }) => address.includes('/_search')).length;
const orders = (tab: OneTab) => tab.pageOrders.map((order) => (order as { do: string }).do);

describe('a reason before every plan', () => {
  it('is asked for before the service is, in each visit of somebody new, and opens that visit alone', async () => {
    const tab = await signedIn({ reasons: 'always' });
    expect(await tab.until('reasonNeeded')).toMatchObject({ alerts: null });
    expect(asked()).toBe(0);
    await tab.press({ do: 'giveReason', reason: 'permission', words: '' });
    await tab.untilPlanOf(known);
    tab.open(onPage(other));
    await tab.until('reasonNeeded');
    tab.open(onPage(known));
    await tab.until('reasonNeeded');
    expect(bed.told().map(({ what }) => what)).toContain('1/6');
  });
});

describe('the page of the organisation', () => {
  const managed = { logOutPage: 'https://sign-in.example.org/log-out' };

  it('opens once somebody has signed out, and not when Planside locks', async () => {
    const tab = await signedIn(managed);
    await tab.untilPlanOf(known);
    await tab.press({ do: 'lock' });
    await tab.until('locked');
    await bed.signIn(tab);
    await tab.untilPlanOf(known);
    expect(bed.extension.done).not.toContain(`tab ${managed.logOutPage}`);
    await tab.press({ do: 'signOut' });
    await tab.until('signedOut');
    await vi.waitFor(() => expect(bed.extension.done).toContain(`tab ${managed.logOutPage}`));
  });
});

describe('whom to call', () => {
  it('goes with everything that is drawn', async () => {
    const support = { name: 'IT helpdesk', telephone: '01632 960100' };
    const tab = await signedIn({ support });
    await tab.untilPlanOf(known);
    expect(tab.sidebarOrders.length).toBeGreaterThan(0);
    for (const order of tab.sidebarOrders) expect(order.support).toEqual(support);
  });
});

describe('plans in the panel alone', () => {
  it('stand in no page, and nobody is asked about while nobody can see them; the button says so', async () => {
    await bed.fresh({}, {});
    const tab = bed.tab();
    tab.open(onPage(known));
    await bed.signIn(tab);
    await tab.untilPlanOf(known);
    const before = asked();
    bed.extension.hand({ surfaces: ['panel'] });
    await vi.waitFor(() => expect(bed.extension.badges.get(tab.id)?.text).toBe('open'));
    expect(tab.view).toBeNull();
    tab.open(onPage(other));
    await vi.waitFor(() => expect(tab.pageOrders.at(-1)).toMatchObject({ do: 'context', about: 'unsettled' }));
    expect(asked()).toBe(before);
    bed.extension.hand({ surfaces: ['page'] });
    await tab.untilPlanOf(other);
  });
});

describe('a page that is no longer enabled', () => {
  it('S9: is left at once when the permission is taken away', async () => {
    const tab = await signedIn({});
    await tab.untilPlanOf(known);
    bed.extension.takenAway.add('https://gp.example/*');
    bed.extension.events.permissionsRemoved.happen();
    await vi.waitFor(() => expect(orders(tab).at(-1)).toBe('leave'));
  });

  it('S9: is left at once when the policy that enabled it is withdrawn', async () => {
    const { clinicalSystems, planService } = bed.settings;
    await bed.fresh({ clinicalSystems: [] }, { clinicalSystems, planService });
    const tab = bed.tab();
    tab.open(onPage(known));
    await bed.signIn(tab);
    await tab.untilPlanOf(known);
    bed.extension.write('session', { policyHasCome: true });
    bed.extension.hand({});
    await vi.waitFor(() => expect(orders(tab).at(-1)).toBe('leave'));
  });

  it('stays as it is while a broken policy changes nothing that is in force', async () => {
    const { clinicalSystems, planService } = bed.settings;
    const managed = { clinicalSystems, planService };
    await bed.fresh({ clinicalSystems: [] }, managed);
    bed.extension.write('local', { policy: { lastGood: managed } });
    const tab = bed.tab();
    tab.open(onPage(known));
    await bed.signIn(tab);
    await tab.untilPlanOf(known);
    const { generation } = tab;
    const before = bed.extension.reads('managed');
    const read = vi.waitFor(() => expect(bed.extension.reads('managed')).toBeGreaterThan(before));
    bed.extension.hand({ ...managed, reasons: 'never' });
    await read;
    await turns(500);
    expect([tab.generation, orders(tab).includes('leave')]).toEqual([generation, false]);
  });
});
