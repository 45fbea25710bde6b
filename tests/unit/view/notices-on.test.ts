import { describe, expect, test } from 'vitest';
import { decideView, type Known } from '../../../utils/view/decide-view.ts';
import { margaret, patrick } from '../context/sightings.ts';
import { found, knownOf, planFor } from './plans.ts';

const known = knownOf(margaret);
const plan = planFor(margaret.identity);

describe('S11: notices', () => {
  const noticesOn = (changes: Partial<Known>) => {
    const view = decideView({ ...known, ...changes });
    return view.kind === 'plan' ? view.notices : view.kind;
  };
  const reviewed = (reviewDue: string) =>
    found(
      planFor(margaret.identity, { provenance: { ...plan.provenance, reviewDue, reviewed: { date: '2025-05-01' } } }),
    );
  const test999 = { kind: 'testPatient' };

  test.each<[string, Partial<Known>, unknown]>([
    ['nothing to say but that this is a test patient', { lookup: found(plan) }, [test999]],
    [
      'due yesterday',
      { lookup: reviewed('2026-11-21') },
      [{ kind: 'overdue', due: '2026-11-21', reviewed: '2025-05-01' }, test999],
    ],
    [
      'the older of two current plans due',
      { lookup: found(plan, ...reviewed('2026-11-21').plans) },
      [{ kind: 'severalCurrent', count: 2 }, { kind: 'overdue', due: '2026-11-21', reviewed: '2025-05-01' }, test999],
    ],
    [
      'a statement on CPR due',
      {
        lookup: found(
          planFor(margaret.identity, {
            cprDecision: {
              state: 'notForCpr',
              statement: { says: 'notForCpr', reviewDue: '2026-11-01', source: { date: '2026-05-01' } },
            },
          }),
        ),
      },
      [{ kind: 'overdue', due: '2026-11-01', reviewed: '2026-05-01' }, test999],
    ],
    ['due today', { lookup: reviewed('2026-11-22') }, [test999]],
    ['two current plans', { lookup: found(plan, plan) }, [{ kind: 'severalCurrent', count: 2 }, test999]],
    [
      'parts of either plan that cannot be read',
      {
        lookup: found(
          planFor(margaret.identity, { unreadable: ['CPR decision'] }),
          planFor(margaret.identity, { unreadable: ['Allergies'] }),
        ),
      },
      [
        { kind: 'severalCurrent', count: 2 },
        { kind: 'unreadableParts', parts: ['CPR decision', 'Allergies'], linkedItemMissing: [] },
        test999,
      ],
    ],
    [
      'another given name',
      { lookup: found(planFor({ ...margaret.identity, givenNames: 'Joan' })) },
      [{ kind: 'givenNameDiffers', page: 'Margaret', plan: 'Joan' }, test999],
    ],
    [
      'a newer draft',
      { lookup: { ...found(plan), newerDraft: { startedAt: '2026-11-01', by: 'Dr Rao' } } },
      [{ kind: 'draftNewer', startedAt: '2026-11-01', by: 'Dr Rao' }, test999],
    ],
    [
      'a restricted patient',
      { lookup: found(planFor(margaret.identity, { patient: { ...plan.patient, restricted: true } })) },
      [{ kind: 'restricted' }, test999],
    ],
  ])('%s', (_name, changes, notices) => {
    expect(noticesOn(changes)).toEqual(notices);
  });

  test.each<[string, Partial<Known>, unknown]>([
    [
      'what contradicts itself',
      { lookup: found(planFor(margaret.identity, { contradictions: ['Allergies'] })) },
      { kind: 'contradiction', parts: ['Allergies'] },
    ],
    [
      'what nobody here knows',
      {
        lookup: found(
          planFor(margaret.identity, {
            otherSections: [
              { title: 'Portable orders', state: 'recorded', paragraphs: ['x'] },
              { title: 'Empty', state: 'notRecorded', paragraphs: [] },
            ],
          }),
        ),
      },
      { kind: 'unknownSections', parts: ['Portable orders'] },
    ],
    [
      'another kind of document',
      {
        lookup: found(
          planFor(margaret.identity, { provenance: { ...plan.provenance, otherKind: 'Discharge letter' } }),
        ),
      },
      { kind: 'otherKind', sentAs: 'Discharge letter' },
    ],
    [
      'a plan that has ended',
      {
        lookup: found(
          planFor(margaret.identity, { provenance: { ...plan.provenance, expires: '2026-11-21T10:00:00Z' } }),
        ),
      },
      { kind: 'expired', on: '2026-11-21T10:00:00Z' },
    ],
    [
      'days to come',
      {
        lookup: found(
          planFor(margaret.identity, {
            cprDecision: { state: 'notForCpr', statement: { says: 'notForCpr', source: { date: '2027-01-02' } } },
            provenance: { ...plan.provenance, lastUpdated: '2026-11-23T09:00:00Z' },
          }),
        ),
      },
      { kind: 'datedInFuture', dates: ['2026-11-23', '2027-01-02'] },
    ],
    [
      'a service that could not be asked again',
      { lookup: found(plan), notChecked: { at: 5, cause: 'offline' } },
      { kind: 'notCheckedSince', at: 5, cause: 'offline' },
    ],
    [
      'what has changed since it was looked at',
      { lookup: found(plan), changes: { sinceLooked: { at: 5, parts: ['Allergies'] }, sinceShown: null } },
      { kind: 'changed', lastLooked: 5, parts: ['Allergies'] },
    ],
    [
      'what has just been replaced',
      { lookup: found(plan), changes: { sinceLooked: null, sinceShown: { parts: [] } } },
      { kind: 'newerVersion', parts: [] },
    ],
    [
      'a clock that is fast',
      { lookup: { ...found(plan), clockAhead: 180_000 } },
      { kind: 'clockWrong', minutes: 3, is: 'ahead' },
    ],
    [
      'a clock that is slow',
      { lookup: { ...found(plan), clockAhead: -7_200_000 } },
      { kind: 'clockWrong', minutes: 120, is: 'behind' },
    ],
  ])('%s', (_name, changes, notice) => {
    expect(noticesOn(changes)).toContainEqual(notice);
  });

  test('H19: the service’s day counts for review and end, whatever this computer’s clock says', () => {
    const due = reviewed('2026-11-21');
    const YEAR = 365 * 24 * 3_600_000;
    expect(noticesOn({ lookup: { ...due, clockAhead: -YEAR }, now: known.now - YEAR })).toContainEqual(
      expect.objectContaining({ kind: 'overdue' }),
    );
    expect(
      noticesOn({ lookup: { ...reviewed('2027-05-01'), clockAhead: YEAR }, now: known.now + YEAR }),
    ).not.toContainEqual(expect.objectContaining({ kind: 'overdue' }));
    expect(noticesOn({ lookup: { ...found(plan), clockAhead: 119_000 } })).toEqual([test999]);
  });

  test('nobody outside the 999 range is called a test patient', () => {
    expect(noticesOn({ shows: patrick, lookup: found(planFor(patrick.identity)) })).toEqual([]);
  });
});
