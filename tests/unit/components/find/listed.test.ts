import { describe, expect, test } from 'vitest';
import { filtered, sorted, statesOf, tally } from '../../../../components/find/listed.ts';
import type { ListedPlan, ListedResident } from '../../../../utils/view/find-view.ts';
import { wordsIn } from '../../../words-in.ts';

const PLAN: ListedPlan = { kind: 'plan', changedOn: '2026-06-03', changed: false };

function resident(familyName: string | null, plan: ListedPlan = PLAN, changes: object = {}): ListedResident {
  const identity = { nhsNumber: '9991087109', birthDate: '1938-07-14', familyName, givenNames: 'Margaret', ...changes };
  return { identity, plan };
}

const names = (residents: readonly ListedResident[]) => residents.map(({ identity }) => identity.familyName);

test('A to Z, whatever the case and the accents; whoever has no name comes last', () => {
  const all = [resident(null), resident('reed'), resident('Élan'), resident('O’Neill'), resident('Adair')];
  expect(names(sorted(all))).toEqual(['Adair', 'Élan', 'O’Neill', 'reed', null]);
  // Each is opened by its place in the list as it was sent.
  expect(sorted(all).map(({ place }) => place)).toEqual([4, 2, 3, 1, 0]);
});

describe('what is typed', () => {
  const all = sorted([
    resident('O’Neill-Brown', PLAN, { givenNames: 'Zoë' }),
    resident('Reed', PLAN, { nhsNumber: '9991045120', birthDate: '1940-02-03' }),
  ]);
  test.each([
    ['', ['O’Neill-Brown', 'Reed']],
    ['reed', ['Reed']],
    ['RE', ['Reed']],
    ['zoe', ['O’Neill-Brown']],
    ['oneill zo', ['O’Neill-Brown']],
    ['999 104', ['Reed']],
    ['9991087109', ['O’Neill-Brown']],
    ['03/02/1940', ['Reed']],
    ['1938-07', ['O’Neill-Brown']],
    ['reed zoe', []],
    ['   ', ['O’Neill-Brown', 'Reed']],
    ['(', []],
  ])('%j', (typed, found) => {
    expect(names(filtered(all, typed))).toEqual(found);
  });
});

describe('the states', () => {
  test.each<[ListedPlan, string[]]>([
    [PLAN, ['plan']],
    [{ ...PLAN, changed: true, overdueSince: '2026-01-01' }, ['overdue', 'changed', 'plan']],
    [{ kind: 'noPlan' }, ['noPlan']],
    [{ kind: 'noCurrentPlan', found: 'draft' }, ['draft']],
    [{ kind: 'noCurrentPlan', found: 'withdrawn' }, ['withdrawn']],
    [{ kind: 'couldNotCheck' }, ['couldNotCheck']],
  ])('%j', (plan, kinds) => {
    expect(statesOf(resident('Reed', plan)).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('each has a shape of its own', () => {
    const plans: ListedPlan[] = [
      { ...PLAN, changed: true, overdueSince: '2026-01-01' },
      { kind: 'noPlan' },
      { kind: 'noCurrentPlan', found: 'draft' },
      { kind: 'couldNotCheck' },
    ];
    const icons = plans.flatMap((plan) => statesOf(resident('Reed', plan)).map(({ icon }) => icon));
    expect(new Set(icons).size).toBe(icons.length);
  });

  test('are counted, and what there is none of is not named', () => {
    const all = [resident('A'), resident('B', { ...PLAN, changed: true }), resident('C', { kind: 'couldNotCheck' })];
    expect(tally(all, wordsIn('en'))).toEqual([
      '3 residents',
      '2 with a plan',
      '1 changed since you last looked',
      '1 could not be checked',
    ]);
  });
});
