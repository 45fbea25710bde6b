import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { gpRecordAdapter } from '../../sandbox/adapters/adapters.ts';
import { DesksBed } from './desks-bed.ts';
import { known, onPage } from './few-plans.ts';
import type { OneTab } from './one-tab.ts';

let bed: DesksBed;
let tab: OneTab;

beforeAll(async () => {
  bed = await DesksBed.start();
});
afterAll(() => bed.stop());
beforeEach(async () => {
  await bed.fresh();
  tab = bed.tab();
  tab.open(onPage(known));
  await bed.signIn(tab);
  await tab.until('plan');
});

/** Another way to read, as a pack or somebody at the settings brings it. */
function change(systems: (own: (typeof bed.settings.clinicalSystems)[number]) => object[]): void {
  const clinicalSystems = bed.settings.clinicalSystems.flatMap(systems);
  bed.extension.write('local', { settings: { ...bed.settings, clinicalSystems } });
}
const leaves = () => tab.pageOrders.filter((order) => (order as { do: string }).do === 'leave').length;

test('a page that is read otherwise from now on begins anew, and its tab shows nothing of what was read', async () => {
  change((own) => [{ ...own, adapter: gpRecordAdapter }]);
  await vi.waitFor(() => expect(leaves()).toBe(1));
  tab.load({ kind: 'unsettled' });
  await vi.waitFor(() => expect(tab.pageOrders[0]).toMatchObject({ do: 'read', adapter: gpRecordAdapter }));
  await tab.until('unsettled');
});

test('whoever is read as before stays as they are: signed in, with the same plan in the same frame', async () => {
  const { view } = tab;
  const orders = tab.pageOrders.length;
  bed.sent.length = 0;
  change((own) => [own, { ...own, id: 'other', origins: ['https://other.example/*'] }]);
  // Heard by the same background after that: nothing before it is left to come.
  await expect.poll(() => bed.extension.read('local', 'settings')).toMatchObject({ clinicalSystems: { length: 2 } });
  const other = bed.tab(2);
  other.open(onPage(known));
  await other.until('plan');
  expect(tab.view).toBe(view);
  expect(tab.pageOrders).toHaveLength(orders);
  expect(leaves()).toBe(0);
});

test('a page of a system that has just been enabled is read, though it comes before that is in force', async () => {
  const [own] = bed.settings.clinicalSystems;
  bed.extension.write('local', { settings: { ...bed.settings, clinicalSystems: [] } });
  await vi.waitFor(() => expect(leaves()).toBe(1));
  change(() => [own as object]);
  tab.load({ kind: 'patient', identity: onPage(known) });
  await tab.until('plan');
  expect(leaves()).toBe(0);
});
