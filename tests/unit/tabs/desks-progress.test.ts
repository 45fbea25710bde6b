import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { DesksBed } from './desks-bed.ts';
import { known, onPage, otherKnown } from './few-plans.ts';
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
  bed.service.log.clear();
});

/** What was said to be done while the plan was looked for, each once. */
function steps(): readonly string[] {
  return [...new Set(tab.views.flatMap((view) => (view.kind === 'looking' ? [view.doing] : [])))];
}

test('what is done is said in its order, as one wait, and putting on record has a limit of its own', async () => {
  tab.views.length = 0;
  bed.service.switches.set('patient', { kind: 'slow', ms: 50 });
  bed.service.switches.set('document', { kind: 'slow', ms: 50 });
  tab.open(onPage(otherKnown));
  await tab.untilPlanOf(otherKnown);
  expect(steps()).toEqual(['asking', 'fetching', 'recording']);
  const waits = tab.views.flatMap((view) => (view.kind === 'looking' ? [view] : []));
  expect(new Set(waits.map(({ since }) => since)).size).toBe(1);
  for (const { doing, since, until } of waits) {
    if (doing === 'recording') expect(until - since).toBeGreaterThan(5_000);
    else expect(until - since).toBe(18_500);
  }
});

test('stopped: the requests are ended, nothing was checked, and asking again finds the plan', async () => {
  bed.service.switches.set('plans', { kind: 'never' });
  tab.open(onPage(otherKnown));
  await vi.waitFor(() => expect(bed.service.log.records.some(({ step }) => step === 'plans')).toBe(true));
  await tab.press({ do: 'cancel' });
  expect(await tab.until('couldNotCheck')).toMatchObject({ cause: 'cancelled', code: 'PLN-CANCELLED' });
  const asked = () => bed.service.log.records.filter(({ step }) => step === 'plans');
  await vi.waitFor(() => expect(asked().every(({ isBrokenOff }) => isBrokenOff)).toBe(true));
  bed.service.switches.clear();
  await tab.press({ do: 'retry' });
  await tab.untilPlanOf(otherKnown);
});

test('a plan that stands there is not stopped', async () => {
  await tab.press({ do: 'cancel' });
  await tab.untilPlanOf(known);
  expect(tab.views.at(-1)?.kind).toBe('plan');
});
