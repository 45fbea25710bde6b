import { IDBFactory } from 'fake-indexeddb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { revisePlan } from '../../sandbox/plans/revise-plan.ts';
import { aWhile, DesksBed } from './desks-bed.ts';
import { fewPlans, known, onPage, otherKnown } from './few-plans.ts';
import type { OneTab } from './one-tab.ts';

let bed: DesksBed;
let tab: OneTab;
let before: number;

beforeAll(async () => {
  bed = await DesksBed.start();
});
afterAll(() => bed.stop());
afterEach(() => void vi.useRealTimers());
beforeEach(async () => {
  await bed.fresh();
  before = bed.told().length;
  tab = bed.tab();
});

/** Somebody has signed in beside the record of a patient, and sees the plan. */
async function seen(person = known): Promise<void> {
  tab.open(onPage(person));
  await bed.signIn(tab);
  await tab.until('plan');
}

const views = () => bed.told(before).filter(({ what }) => what === 'access');

describe('a patient who is open', () => {
  test('S10: has the plan beside the page, and the service holds exactly one view of it', async () => {
    await seen();
    const { plan, signedInAs } = await tab.until('plan');
    expect([plan.patient.nhsNumber, signedInAs.role]).toEqual([known.nhsNumber, 'GP']);
    expect(await bed.untilTold(1, before)).toMatchObject([
      { what: 'access', nhsNumber: known.nhsNumber, by: 'Dr Hannah Okafor', as: 'GP', purpose: 'TREAT' },
    ]);
    await aWhile();
    expect(views()).toHaveLength(1);
    const { done } = bed.extension;
    expect(done.indexOf('local set auditMark')).toBeLessThan(done.indexOf('tab 1 draws plan'));
  });

  test('S10: is looked at once, however often the background is killed and begins again', async () => {
    await seen();
    for (const ms of [0, 1, 5, 20, 60, 100]) {
      bed.kill();
      await bed.born();
      await aWhile(ms);
    }
    await tab.until('plan');
    await bed.untilTold(1, before);
    tab.show({ kind: 'unsettled' });
    await tab.until('unsettled');
    tab.load({ kind: 'patient', identity: onPage(known) });
    await tab.until('plan');
    await aWhile();
    expect(views()).toHaveLength(1);
  });

  test('S10: another visit, another patient and another version are looked at once more', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    await seen();
    tab.show({ kind: 'none' });
    await tab.until('noPatient');
    tab.open(onPage(known));
    await tab.until('plan');
    await bed.untilTold(2, before);
    tab.open(onPage(otherKnown));
    await tab.untilPlanOf(otherKnown);
    await bed.untilTold(3, before);
    const record = fewPlans.find(({ patientId }) => patientId === otherKnown.patientId);
    if (!record) throw new Error('No plan');
    bed.service.store.revise(revisePlan(record, otherKnown, {}));
    // Turning to the tab again counts only after some seconds.
    vi.setSystemTime(Date.now() + 60_000);
    bed.extension.events.tabActivated.happen({ tabId: 1 });
    await bed.untilTold(4, before);
    expect(views().map(({ nhsNumber }) => nhsNumber)).toEqual([
      known.nhsNumber,
      known.nhsNumber,
      otherKnown.nhsNumber,
      otherKnown.nhsNumber,
    ]);
  });

  test('S10: is not shown where neither disk nor service takes that it is looked at', async () => {
    tab.open(onPage(known));
    await bed.signIn(tab);
    await tab.until('plan');
    tab.show({ kind: 'none' });
    await tab.until('noPatient');
    bed.service.switches.set('audit', { kind: 'status', status: 503 });
    const shut = () => {
      throw new Error('full');
    };
    vi.stubGlobal('indexedDB', { open: shut, deleteDatabase: shut });
    bed.kill();
    await bed.born();
    tab.open(onPage(otherKnown));
    const { cause, code } = await tab.until('couldNotCheck');
    expect([cause, code]).toEqual(['notAudited', 'AUD-STORE']);
    expect(tab.views.filter((view) => view.kind === 'plan')).toHaveLength(1);
    // It is tried again as soon as the window comes forward, also when the service has been asked a moment ago.
    vi.stubGlobal('indexedDB', new IDBFactory());
    bed.service.switches.clear();
    await tab.press({ do: 'revalidate' });
    await tab.untilPlanOf(otherKnown);
  });

  test('S7: leaves no trace of who it is in storage, nor in any address', async () => {
    await seen();
    await bed.untilTold(1, before);
    const { session, local } = bed.extension.stored;
    const kept = JSON.stringify([...session, ...local]).toLowerCase();
    const addresses = bed.sent.map(({ address }) => address).join(' ');
    for (const word of [
      known.nhsNumber,
      known.birthDate,
      known.familyName.toLowerCase(),
      known.postcode.toLowerCase(),
    ]) {
      expect(kept).not.toContain(word);
      expect(addresses).not.toContain(word);
    }
  });
});

describe('an event that cannot be delivered', () => {
  beforeEach(async () => {
    bed.service.switches.set('audit', { kind: 'down' });
    await seen();
    await vi.waitFor(() => expect(bed.extension.alarms.has('audit')).toBe(true));
    expect(views()).toEqual([]);
  });

  test.each<[string, () => unknown]>([
    ['the computer is on the network again', () => bed.backOnline.map((heard) => heard())],
    ['its alarm rings', () => bed.extension.ring('audit')],
    [
      'the background begins to live again, with no page open',
      () => {
        bed.tabs.length = 0;
        return bed.born();
      },
    ],
    ['something else happens', () => tab.press({ do: 'copied' })],
  ])('goes when %s', async (_, happens) => {
    bed.service.switches.clear();
    await happens();
    await vi.waitFor(() => expect(views()).toHaveLength(1), { timeout: 5_000 });
  });

  test('waits over a sign-out, and goes with whoever signs in next, in the name of who looked', async () => {
    await tab.press({ do: 'signOut' });
    await tab.until('signedOut');
    bed.service.switches.clear();
    bed.extension.ring('audit');
    await aWhile();
    expect(views()).toEqual([]);
    await bed.signIn(tab, 'receptionist');
    await vi.waitFor(() => expect(views()).toMatchObject([{ by: 'Dr Hannah Okafor' }]), { timeout: 5_000 });
  });
});

describe('tabs', () => {
  test('frames of one tab that open at once hear the same name for their doubts, in every life', async () => {
    const orders = [tab.pageOrders, tab.frame(1), tab.frame(2)];
    const names = () => orders.map(([first]) => (first as { doubtEvent?: string } | undefined)?.doubtEvent);
    await vi.waitFor(() => expect(names()).not.toContain(undefined));
    bed.kill();
    await bed.born();
    orders.push(tab.pageOrders);
    await vi.waitFor(() => expect(names()).not.toContain(undefined));
    expect(new Set(names()).size).toBe(1);
  });

  test('one that is closed ends its visit, and no other', async () => {
    await seen();
    const other = bed.tab(2);
    other.open(onPage(known));
    await other.until('plan');
    await bed.untilTold(2, before);
    const visits = () => Object.keys(bed.extension.read('session', 'visits') as object);
    expect(visits()).toEqual(['1', '2']);
    tab.close();
    await vi.waitFor(() => expect(visits()).toEqual(['2']));
  });

  test('S3: a visit that ends before it is known who asks is not opened afterwards', async () => {
    await seen();
    tab.show({ kind: 'none' });
    await tab.until('noPatient');
    bed.extension.before = async (call) => {
      if (call === 'session get session,watch,ending') await aWhile(20);
    };
    tab.open(onPage(otherKnown));
    tab.close();
    await aWhile();
    bed.extension.before = async () => undefined;
    expect(bed.extension.read('session', 'visits')).toEqual({});
  });
});
