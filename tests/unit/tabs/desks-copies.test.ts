import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DesksBed } from './desks-bed.ts';
import { known, onPage, otherKnown, strangers, withTwo } from './few-plans.ts';
import type { OneTab } from './one-tab.ts';

let bed: DesksBed;
let tab: OneTab;

beforeAll(async () => {
  bed = await DesksBed.start();
});
afterAll(() => bed.stop());
beforeEach(async () => {
  await bed.fresh({ offlineCopies: true });
  tab = bed.tab();
  tab.open(onPage(known));
  await bed.signIn(tab);
  await tab.until('plan');
});

async function nobody(): Promise<void> {
  tab.show({ kind: 'none' });
  await tab.until('noPatient');
}

/** The service cannot be asked about anybody. */
async function serviceGoes(): Promise<void> {
  await nobody();
  for (const step of ['patient', 'plans', 'document', 'elsewhere'] as const) {
    bed.service.switches.set(step, { kind: 'status', status: 500 });
  }
}

async function seen(person = known): Promise<void> {
  tab.open(onPage(person));
  await tab.untilPlanOf(person);
  // It is kept without anybody's waiting for it.
  await vi.waitFor(async () => expect((await indexedDB.databases()).map(({ name }) => name)).toContain('copies'));
  await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('where the service cannot be asked', () => {
  test('H18: a plan that was seen is shown as the copy it is, and its being looked at is on record as that', async () => {
    await seen();
    const before = bed.told().length;
    await serviceGoes();
    tab.open(onPage(known));
    const { saved, notices } = await tab.until('plan');
    expect(saved).toBe(true);
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'savedCopy', cause: 'serviceDown' }));
    await vi.waitFor(() => {
      const events = bed.service.store.auditEvents().slice(before);
      expect(events.filter(({ resource }) => JSON.stringify(resource.entity).includes('saved copy'))).toHaveLength(1);
    });
  });

  test('both of two plans are shown, in their order', async () => {
    await seen(withTwo);
    const live = await tab.untilPlanOf(withTwo);
    await serviceGoes();
    tab.open(onPage(withTwo));
    const copy = await tab.untilPlanOf(withTwo);
    expect([copy.saved, copy.plan, copy.alsoCurrent]).toEqual([true, live.plan, live.alsoCurrent]);
  });

  test('H06: of a patient nobody has looked at there is none', async () => {
    await serviceGoes();
    tab.open(onPage(otherKnown));
    expect((await tab.until('couldNotCheck')).cause).toBe('serviceDown');
  });

  test('the next life shows it too', async () => {
    await seen();
    await serviceGoes();
    bed.kill();
    await bed.born();
    tab.open(onPage(known));
    expect((await tab.until('plan')).saved).toBe(true);
  });

  test('H21: whoever signs in next has none of it', async () => {
    await seen();
    await serviceGoes();
    await tab.press({ do: 'lock' });
    await tab.until('locked');
    await bed.signIn(tab);
    tab.open(onPage(known));
    await tab.until('couldNotCheck');
  });

  test('H05: what the service has said since ends it', async () => {
    await seen();
    await nobody();
    bed.service.switches.set('patient', { kind: 'wrongPatient' });
    tab.open(onPage(known));
    expect((await tab.until('couldNotCheck')).cause).toBe('wrongPatient');
    bed.service.switches.clear();
    await serviceGoes();
    tab.open(onPage(known));
    await tab.untilView((view) => view.kind === 'couldNotCheck' && view.cause === 'serviceDown');
  });
});

describe('what is not kept', () => {
  test('a plan that only an emergency has opened: it lasts for the visit', async () => {
    await nobody();
    tab.open(onPage(strangers[0]));
    await tab.until('reasonNeeded');
    await tab.press({ do: 'giveReason', reason: 'emergency', words: 'Found collapsed' });
    await tab.until('plan');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await serviceGoes();
    tab.open(onPage(strangers[0]));
    await tab.until('couldNotCheck');
  });

  test('anything, once it is not allowed any more; nor is what was kept before found when it is again', async () => {
    await seen();
    await nobody();
    bed.extension.write('local', { settings: bed.settings });
    await vi.waitFor(async () => {
      expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('copies');
    });
    expect(bed.extension.stored.session.has('copyKeys')).toBe(false);
    bed.extension.write('local', { settings: { ...bed.settings, offlineCopies: true } });
    await serviceGoes();
    tab.open(onPage(known));
    await tab.until('couldNotCheck');
  });
});
