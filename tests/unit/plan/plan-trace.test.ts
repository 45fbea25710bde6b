import { describe, expect, test } from 'vitest';
import { changesIn } from '../../../utils/plan/changes.ts';
import type { Plan } from '../../../utils/plan/plan.ts';
import { traceOf } from '../../../utils/plan/plan-trace.ts';
import { margaret } from '../context/sightings.ts';
import { planFor } from '../view/plans.ts';

const LOOKER = 'https://sign-in.example.org nurse-7';
const base = planFor(margaret.identity);
const version = (number: string, changes: Partial<Plan> = {}): Plan => ({
  ...base,
  ...changes,
  provenance: { ...base.provenance, planId: 'urn|set-1', version: number },
});
const contact = (name: string, date?: string): Partial<Plan> => ({
  contacts: { state: 'recorded', value: [{ name, phones: [] }], source: date ? { date } : {} },
});
const look = async (plan: Plan, at = 5) => {
  const { titles: _titles, ...trace } = await traceOf(plan, LOOKER);
  return new Map([[trace.key, { ...trace, at }]]);
};
const changed = async (before: Plan, now: Plan) =>
  changesIn([await traceOf(now, LOOKER)], await look(before), null).sinceLooked;

test('a version that has been seen is no change', async () => {
  expect(await changed(version('3'), version('3'))).toBeNull();
  expect(changesIn([await traceOf(version('3'), LOOKER)], new Map(), null).sinceLooked).toBeNull();
});

test('a newer version names what differs, and when it was last looked at', async () => {
  expect(await changed(version('3', contact('Helen Reed')), version('4', contact('Tom Reed')))).toEqual({
    at: 5,
    parts: ['Whom to call'],
  });
  expect(await changed(version('3'), version('4', { cprDecision: { state: 'notRecorded' } }))).toEqual({
    at: 5,
    parts: ['CPR decision'],
  });
});

test('who said it and when is no content', async () => {
  expect(
    await changed(version('3', contact('Helen', '2026-01-01')), version('4', contact('Helen', '2026-02-01'))),
  ).toEqual({
    at: 5,
    parts: [],
  });
});

test('a section that came or went is named as far as its title is known', async () => {
  const extra: Partial<Plan> = {
    otherSections: [{ title: 'Hospital letter', state: 'recorded', paragraphs: ['Hello'] }],
  };
  expect((await changed(version('3'), version('4', extra)))?.parts).toEqual(['Hospital letter']);
  expect((await changed(version('3', extra), version('4')))?.parts).toEqual(['A section that is no longer there']);
});

describe('S7 S8: nothing can be read from a trace', () => {
  test('neither person nor plan nor words nor a stranger’s title', async () => {
    const { titles: _titles, ...trace } = await traceOf(
      version('3', {
        ...contact('Helen Reed'),
        otherSections: [{ title: 'Letter about Margaret Reed', state: 'recorded', paragraphs: ['x'] }],
      }),
      LOOKER,
    );
    expect(Object.values(trace.sections).concat(Object.keys(trace.sections), trace.key, trace.version)).toSatisfy(
      (all: string[]) => all.every((one) => /^[0-9a-f]{32}$/.test(one)),
    );
  });

  test('two people who look leave traces that have nothing in common', async () => {
    const [one, other] = [await traceOf(version('3'), LOOKER), await traceOf(version('3'), 'somebody else')];
    expect(one.key).not.toBe(other.key);
    const both = new Set([...Object.values(one.sections), ...Object.values(other.sections)]);
    expect(both.size).toBe(Object.keys(one.sections).length + Object.keys(other.sections).length);
  });
});

describe('while a plan is shown', () => {
  const since = async (shown: readonly Plan[], now: readonly Plan[]) => {
    const traces = (plans: readonly Plan[]) => Promise.all(plans.map((plan) => traceOf(plan, LOOKER)));
    return changesIn(await traces(now), new Map(), await traces(shown)).sinceShown;
  };
  const another: Plan = { ...base, provenance: { ...base.provenance, planId: 'urn|set-2' } };

  test('the same plans are no change', async () => {
    expect(await since([version('3'), another], [another, version('3')])).toBeNull();
  });

  test('a newer version, another plan, one plan more and one less are', async () => {
    expect(await since([version('3')], [version('4', contact('Tom'))])).toEqual({ parts: ['Whom to call'] });
    expect((await since([version('3')], [another]))?.parts).toContain('CPR decision');
    expect(await since([version('3'), another], [version('3')])).toEqual({ parts: [] });
    expect((await since([version('3')], [version('3'), another]))?.parts).toContain('CPR decision');
  });
});
