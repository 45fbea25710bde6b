import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { View } from '../../../utils/view/view.ts';
import type { Person } from '../../sandbox/people/person.ts';
import { people } from '../sandbox/plan-service/test-bed.ts';
import { DesksBed } from './desks-bed.ts';
import { known, onPage, otherKnown, withTwo } from './few-plans.ts';
import type { OneTab } from './one-tab.ts';

const TABS = 20;
const STEPS = 400;
const SEED = 12;

let bed: DesksBed;

beforeAll(async () => {
  bed = await DesksBed.start();
});
afterAll(() => bed.stop());

const withPlans = [known, otherKnown, withTwo];

/** Every tab has patients of its own, the first three each one with a plan: anybody else in it came from another tab. */
function castOf(tabs: number): readonly (readonly Person[])[] {
  const others = people.persons.filter(
    (person) => !withPlans.includes(person) && person.replacedNhsNumbers.length === 0 && !person.deceased,
  );
  return Array.from({ length: tabs }, (_, tab) => [...withPlans.slice(tab, tab + 1), ...others.splice(0, 2)]);
}

/** Everybody a view names. */
function numbersIn(view: View): string[] {
  if (view.kind === 'plan') return [view.plan, ...view.alsoCurrent].map(({ patient }) => patient.nhsNumber);
  return 'page' in view ? [view.page.nhsNumber] : [];
}

const step = fc.record({
  tab: fc.nat(TABS - 1),
  does: fc.oneof(
    { weight: 20, arbitrary: fc.nat(2) },
    { weight: 3, arbitrary: fc.constantFrom('nobody', 'several', 'unsettled') },
    { weight: 2, arbitrary: fc.constant('reload') },
    { weight: 1, arbitrary: fc.constant('turnTo') },
  ),
  pause: fc.constantFrom(0, 0, 0, 2, 20),
});

test('H12: of twenty tabs at once, whatever is done in them, none ever shows a patient of another', async () => {
  await bed.fresh();
  const cast = castOf(TABS);
  const tabs = cast.map((_, index) => bed.tab(index + 1));
  const open = (tab: OneTab, person: Person | undefined) => person && tab.open(onPage(person));
  tabs.forEach((tab, index) => {
    open(tab, cast[index]?.[0]);
  });
  await bed.signIn(tabs[0] as OneTab);
  for (const [index, { tab: at, does, pause }] of fc.sample(step, { numRuns: STEPS, seed: SEED }).entries()) {
    const tab = tabs[at] as OneTab;
    if (typeof does === 'number') open(tab, cast[at]?.[does]);
    else if (does === 'reload') tab.load({ kind: 'unsettled' });
    else if (does === 'turnTo') bed.extension.events.tabActivated.happen({ tabId: tab.id });
    else tab.show({ kind: does === 'nobody' ? 'none' : does });
    if (index % 100 === 99) await bed.born();
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  for (const [index, tab] of tabs.entries()) {
    const [first] = cast[index] ?? [];
    open(tab, first);
    const isTheirs = (view: View) => numbersIn(view).includes(first?.nhsNumber ?? '');
    await tab.untilView((view) => isTheirs(view) && (view.kind === 'plan' || index >= withPlans.length));
  }
  const drawn = tabs.flatMap(({ views }, index) => views.flatMap(numbersIn).map((number) => ({ index, number })));
  expect(drawn.length).toBeGreaterThan(STEPS / 4);
  const own = cast.map((persons) => new Set(persons.map(({ nhsNumber }) => nhsNumber)));
  const strangersIn = (sets: typeof own) => drawn.filter(({ index, number }) => !sets[index]?.has(number));
  expect(strangersIn(own)).toEqual([]);
  // Had every tab drawn for the one opposite, nothing of it were its own.
  expect(strangersIn(own.toReversed())).toHaveLength(drawn.length);
});
