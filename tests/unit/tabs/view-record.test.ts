import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AuditFact } from '../../../utils/access/audit/audit-draft.ts';
import type { Plan } from '../../../utils/plan/plan.ts';
import type { PlanLookup } from '../../../utils/plan/plan-lookup.ts';
import { inTime, type Kept, type ViewRecord, viewRecord } from '../../../utils/tabs/view-record.ts';
import type { AccessGiven, Known } from '../../../utils/view/decide-view.ts';
import { margaret } from '../context/sightings.ts';
import { found, planFor } from '../view/plans.ts';
import { turns } from './pretend-extension.ts';

type Asked = { readonly fact: AuditFact; readonly answer: (kept: Kept) => void; readonly fail: () => void };
type Seen = Pick<Known, 'lookup' | 'given' | 'shows'>;

const KEPT: Kept = { ok: true };
const FULL: Kept = { ok: false, code: 'AUD-STORE' };

let asked: Asked[];
let changed: number;
let record: ViewRecord;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  changed = 0;
  record = viewRecord(
    (fact) =>
      new Promise((resolve, reject) => {
        asked.push({ fact, answer: resolve, fail: () => reject(new Error('broken')) });
      }),
    () => {
      changed += 1;
    },
  );
});
afterEach(() => vi.useRealTimers());

function plan(planId = '|plan', version: string | null = '1', lastUpdated = '2026-01-01'): Plan {
  const { provenance } = planFor(margaret.identity);
  return planFor(margaret.identity, {
    provenance: { ...provenance, planId, lastUpdated, ...(version === null ? {} : { version }) },
  });
}

const live: Seen = { lookup: found(plan()), given: null, shows: margaret };
const saved: Seen = { lookup: { ...found(plan()), savedBecause: 'offline' }, given: null, shows: margaret };
const because = (reason: AccessGiven['reason']): Seen => ({ ...live, given: { reason, alerts: null } });

async function keep(plans: readonly Plan[], seen: Seen = live): Promise<void> {
  record.stateOf(plans, seen);
  asked.at(-1)?.answer(KEPT);
  await turns();
}

describe('a view', () => {
  test('S10: is pending until it is on record, and says so once it is', async () => {
    expect(record.stateOf([plan()], live)).toEqual({ pendingUntil: Date.now() + 5_000 });
    await turns();
    expect(record.stateOf([plan()], live)).toEqual({ pendingUntil: Date.now() + 5_000 });
    expect(changed).toBe(0);
    asked[0]?.answer(KEPT);
    await turns();
    expect([record.stateOf([plan()], live), changed]).toEqual(['kept', 1]);
    expect(asked).toHaveLength(1);
  });

  test('names the plans in their order, their versions, whether they are a copy, and the reason', async () => {
    const both = [plan('|new', '2'), plan('|old', '7')];
    record.stateOf(both, { ...saved, given: { reason: 'emergency', alerts: 'the officer' } });
    const plans = [
      { planId: '|new', version: '2' },
      { planId: '|old', version: '7' },
    ];
    expect(asked[0]?.fact).toEqual({ kind: 'view', plans, savedCopy: true, reason: 'emergency' });
  });

  test.each<[string, readonly Plan[], Seen]>([
    ['another version', [plan('|plan', '2')], live],
    ['another plan', [plan('|other')], live],
    ['one more plan', [plan(), plan('|other')], live],
    ['a version without a number, of another day', [plan('|plan', null, '2026-01-02')], live],
    ['a saved copy', [plan()], saved],
    ['a reason', [plan()], because('permission')],
    ['one that was opened by a search', [plan()], { ...live, shows: { ...margaret, openedBy: 'search' } }],
  ])('S10: %s is another view', async (_, plans, seen) => {
    await keep([plan()]);
    await keep([plan('|plan', null)]);
    expect(record.stateOf(plans, seen)).toEqual({ pendingUntil: Date.now() + 5_000 });
    expect(asked).toHaveLength(3);
  });

  test('S10: another reason is another view', async () => {
    await keep([plan()], because('permission'));
    expect(record.stateOf([plan()], because('emergency'))).toEqual({ pendingUntil: Date.now() + 5_000 });
  });

  test('what else a look-up says makes no other view', async () => {
    await keep([plan()]);
    const later: PlanLookup = { ...found(plan()), fetchedAt: 99, clockAhead: 5, elsewhere: null };
    expect(record.stateOf([plan()], { ...live, lookup: later })).toBe('kept');
    expect(asked).toHaveLength(1);
  });
});

describe('what could not be put on record', () => {
  test.each<[string, (one: Asked | undefined) => void, string]>([
    ['a full disk', (one) => one?.answer(FULL), 'AUD-STORE'],
    ['something that breaks', (one) => one?.fail(), 'AUD-BROKEN'],
    ['no answer for five seconds', () => vi.advanceTimersByTime(5_000), 'AUD-TIME'],
  ])('S10: %s is no record, and has a code', async (_, goesWrong, code) => {
    record.stateOf([plan()], live);
    goesWrong(asked[0]);
    await turns();
    expect([record.stateOf([plan()], live), changed]).toEqual([{ failed: code }, 1]);
    expect(asked).toHaveLength(1);
  });

  test('has nearly five seconds', async () => {
    record.stateOf([plan()], live);
    await vi.advanceTimersByTimeAsync(4_999);
    asked[0]?.answer(KEPT);
    await turns();
    expect(record.stateOf([plan()], live)).toBe('kept');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('an answer that comes too late changes nothing until it is tried again', async () => {
    record.stateOf([plan()], live);
    await vi.advanceTimersByTimeAsync(5_000);
    asked[0]?.answer(KEPT);
    await turns();
    expect(record.stateOf([plan()], live)).toEqual({ failed: 'AUD-TIME' });
    expect(record.retry()).toBe(true);
    expect(record.retry()).toBe(false);
    expect(record.stateOf([plan()], live)).toEqual({ pendingUntil: Date.now() + 5_000 });
    expect(asked).toHaveLength(2);
  });

  test('is tried again when it is asked for again, and what is there is not', async () => {
    await keep([plan('|other')]);
    record.stateOf([plan()], live);
    record.stateOf([plan('|third')], live);
    asked[1]?.answer(FULL);
    await turns();
    record.retry();
    expect(record.stateOf([plan('|other')], live)).toBe('kept');
    expect(record.stateOf([plan('|third')], live)).toEqual({ pendingUntil: Date.now() + 5_000 });
    expect(asked).toHaveLength(3);
    expect(record.stateOf([plan()], live)).toEqual({ pendingUntil: Date.now() + 5_000 });
    expect(asked).toHaveLength(4);
  });
});

test('S10: whatever is asked for in whatever order, nothing counts as kept that was not, and nothing is kept twice', async () => {
  const step = fc.record({
    which: fc.nat(3),
    copy: fc.boolean(),
    does: fc.constantFrom('asks', 'asks', 'asks', 'keeps', 'fails', 'retries', 'waits'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25, size: 'max' }), async (steps) => {
      const [open, kept, said]: [Map<string, Asked>, Set<string>, string[]] = [new Map(), new Set(), []];
      const own = viewRecord(
        (fact) => {
          const key = JSON.stringify(fact);
          if (kept.has(key)) said.push(`kept twice: ${key}`);
          return new Promise((resolve, reject) =>
            open.set(key, { fact, answer: resolve, fail: () => reject(new Error('broken')) }),
          );
        },
        () => undefined,
      );
      for (const { which, copy, does } of steps) {
        const seen = copy ? saved : live;
        const [oldest] = open;
        if (does === 'retries') own.retry();
        else if (does === 'waits') await vi.advanceTimersByTimeAsync(5_000);
        else if (does === 'asks') {
          const plans = [{ planId: `|${which}`, version: '1' }];
          const key = JSON.stringify({ kind: 'view', plans, savedCopy: copy, reason: null });
          const state = own.stateOf([plan(`|${which}`)], seen);
          if (state === 'kept' && !kept.has(key)) said.push(`not kept: ${key}`);
        } else if (oldest) {
          open.delete(oldest[0]);
          if (does === 'fails') oldest[1].fail();
          else oldest[1].answer(KEPT);
          if (does === 'keeps') kept.add(oldest[0]);
        }
        if (does === 'waits') for (const key of [...open.keys()]) open.delete(key);
        await turns(10);
      }
      expect(said).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

test('inTime takes as long as it is told', async () => {
  const late = inTime(new Promise(() => undefined), 20_000);
  const answers: Kept[] = [];
  void late.then((kept) => answers.push(kept));
  await vi.advanceTimersByTimeAsync(19_999);
  expect(answers).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(answers).toEqual([{ ok: false, code: 'AUD-TIME' }]);
});
