import { beforeEach, describe, expect, test } from 'vitest';
import { NO_CHANGES } from '../../../utils/plan/changes.ts';
import type { CouldNotCheckCause, PlanLookup } from '../../../utils/plan/plan-lookup.ts';
import { newPast, openVisit, type VisitAnswer } from '../../../utils/tabs/visit.ts';
import { margaret } from '../context/sightings.ts';
import { found, planFor } from '../view/plans.ts';
import { flush } from './desk-rig.ts';

const MINUTE = 60_000;
const LONGEST_MS = 18_500;
const plan = planFor(margaret.identity);
const down = (cause: CouldNotCheckCause): PlanLookup => ({
  kind: 'couldNotCheck',
  cause,
  code: 'PLN-X',
  triedAt: 1,
  tries: 3,
});

let time = 0;
let changed = 0;
let asked: {
  readonly signal: AbortSignal;
  readonly fetching: () => void;
  readonly answer: (lookup: PlanLookup) => Promise<void>;
}[] = [];
let visit = open();

function open() {
  return openVisit({
    longestMs: LONGEST_MS,
    newPast,
    now: () => time,
    changed: () => {
      changed += 1;
    },
    ask: (_patient, past, signal, fetching) =>
      new Promise<VisitAnswer>((resolve) => {
        asked.push({
          signal,
          fetching,
          answer: (lookup) => {
            resolve({ lookup, changes: NO_CHANGES, past });
            return flush();
          },
        });
      }),
  });
}

async function found10OClock(): Promise<void> {
  visit.look(margaret.identity);
  await asked[0]?.answer({ ...found(plan), fetchedAt: time });
}

beforeEach(() => {
  time = 10 * 60 * MINUTE;
  changed = 0;
  asked = [];
  visit = open();
});

test('looks once, however often it is asked to', async () => {
  visit.look(margaret.identity);
  visit.look(margaret.identity);
  expect(asked.length).toBe(1);
  await asked[0]?.answer(found(plan));
  visit.look(margaret.identity);
  expect(asked.length).toBe(1);
  expect(visit.found().lookup?.kind).toBe('found');
});

describe('asking again, quietly', () => {
  test('leaves the plan where it is until the answer is there, and takes the newer one', async () => {
    await found10OClock();
    time += 5 * MINUTE;
    visit.revalidate(margaret.identity);
    expect(visit.found().lookup?.kind).toBe('found');
    const newer = planFor(margaret.identity, { cprDecision: { state: 'notRecorded' } });
    await asked[1]?.answer({ ...found(newer), fetchedAt: time });
    expect(visit.found().lookup).toMatchObject({ plans: [newer], fetchedAt: time });
  });

  test('not again within ten seconds, and not twice at a time', async () => {
    await found10OClock();
    time += 9_000;
    visit.revalidate(margaret.identity);
    expect(asked.length).toBe(1);
    time += 2_000;
    visit.revalidate(margaret.identity);
    visit.revalidate(margaret.identity);
    expect(asked.length).toBe(2);
  });

  test.each<CouldNotCheckCause>([
    'offline',
    'serviceDown',
    'timedOut',
    'tooMany',
    'interrupted',
    'cutShort',
    'notFhir',
  ])('H18: %s: the plan stays, and it is said since when it was not checked', async (cause) => {
    await found10OClock();
    const at = time;
    time += 5 * MINUTE;
    visit.revalidate(margaret.identity);
    await asked[1]?.answer(down(cause));
    expect(visit.found()).toMatchObject({ lookup: { kind: 'found', fetchedAt: at }, notChecked: { at, cause } });
  });

  test.each<CouldNotCheckCause>(['wrongPatient', 'replacedNumber', 'severalRecords', 'unexpectedAnswer', 'notFound'])(
    'S4: %s: the plan goes',
    async (cause) => {
      await found10OClock();
      time += MINUTE;
      visit.revalidate(margaret.identity);
      await asked[1]?.answer(down(cause));
      expect(visit.found()).toMatchObject({ lookup: { kind: 'couldNotCheck', cause }, notChecked: null });
    },
  );

  test.each<PlanLookup>([
    { kind: 'accessRefused', why: 'role' },
    { kind: 'signedOut' },
    { kind: 'noCurrentPlan', found: 'withdrawn', elsewhere: [], askedAt: 1 },
    { kind: 'reasonNeeded', alerts: null },
  ])('H05: $kind: the plan goes', async (lookup) => {
    await found10OClock();
    time += MINUTE;
    visit.revalidate(margaret.identity);
    await asked[1]?.answer(lookup);
    expect(visit.found().lookup).toEqual(lookup);
  });

  test('H04: a plan that nobody could check for a quarter of an hour goes', async () => {
    await found10OClock();
    for (let minutes = 5; minutes <= 20; minutes += 5) {
      time += 5 * MINUTE;
      visit.revalidate(margaret.identity);
      await asked.at(-1)?.answer(down('serviceDown'));
    }
    expect(visit.found().lookup).toMatchObject({ kind: 'couldNotCheck', cause: 'serviceDown' });
  });

  test('H04: an old plan is not shown while it is asked about', async () => {
    await found10OClock();
    time += 16 * MINUTE;
    changed = 0;
    visit.revalidate(margaret.identity);
    expect(visit.found().lookup).toBeNull();
    expect(changed).toBe(1);
  });

  test('the warning goes with the next good answer', async () => {
    await found10OClock();
    time += MINUTE;
    visit.revalidate(margaret.identity);
    await asked[1]?.answer(down('offline'));
    time += MINUTE;
    visit.revalidate(margaret.identity);
    await asked[2]?.answer({ ...found(plan), fetchedAt: time });
    expect(visit.found()).toMatchObject({ lookup: { fetchedAt: time }, notChecked: null });
  });

  test('S4: “no plan found” does not outlive a question that failed', async () => {
    visit.look(margaret.identity);
    // The brand of a validated empty answer is the judge's own; here only the visit is asked about.
    await asked[0]?.answer({ kind: 'noCurrentPlan', found: 'draft', elsewhere: [], askedAt: time });
    time += MINUTE;
    visit.revalidate(margaret.identity);
    await asked[1]?.answer(down('offline'));
    expect(visit.found().lookup).toMatchObject({ kind: 'couldNotCheck', cause: 'offline' });
  });

  test('I9: where nothing could be checked, turning to the tab asks at once', async () => {
    visit.look(margaret.identity);
    await asked[0]?.answer(down('offline'));
    visit.revalidate(margaret.identity);
    expect(asked.length).toBe(2);
    expect(visit.found().lookup).toMatchObject({ cause: 'offline' });
  });
});

describe('what is waited for', () => {
  test('is the answer first, then what the service has named; since when, and until when at the latest', async () => {
    visit.look(margaret.identity);
    const within = { since: time, until: time + LONGEST_MS };
    expect(visit.found().wait).toEqual({ doing: 'asking', ...within });
    time += 400;
    asked[0]?.fetching();
    expect([visit.found().wait, changed]).toEqual([{ doing: 'fetching', ...within }, 1]);
    visit.again(margaret.identity);
    expect(visit.found().wait).toEqual({ doing: 'asking', since: time, until: time + LONGEST_MS });
  });

  test('S3: is not said of a look-up that is over, nor of one that nobody waits for', async () => {
    await found10OClock();
    time += MINUTE;
    visit.revalidate(margaret.identity);
    changed = 0;
    asked[0]?.fetching();
    asked[1]?.fetching();
    expect([visit.found().wait.doing, changed]).toEqual(['asking', 0]);
  });
});

describe('whoever does not want to wait', () => {
  test('S4: is told that nothing was checked; the request is ended, and its answer changes nothing', async () => {
    visit.look(margaret.identity);
    time += 6_000;
    visit.cancel();
    const lookup = { kind: 'couldNotCheck', cause: 'cancelled', code: 'PLN-CANCELLED', triedAt: time, tries: 1 };
    expect([visit.found().lookup, changed, asked[0]?.signal.aborted]).toEqual([lookup, 1, true]);
    await asked[0]?.answer(found(plan));
    expect([visit.found().lookup, changed]).toEqual([lookup, 1]);
  });

  test('is not asked for again when they come back to the tab, and is when they ask', async () => {
    visit.look(margaret.identity);
    visit.cancel();
    visit.revalidate(margaret.identity);
    expect(asked.length).toBe(1);
    visit.again(margaret.identity);
    await asked[1]?.answer(found(plan));
    expect(visit.found().lookup?.kind).toBe('found');
  });

  test('takes back what was found while it is put on record', async () => {
    await found10OClock();
    visit.cancel();
    expect(visit.found().lookup).toMatchObject({ kind: 'couldNotCheck', cause: 'cancelled' });
  });
});

test('S3: what comes after the end changes nothing, and its request is ended', async () => {
  visit.look(margaret.identity);
  visit.end();
  expect(asked[0]?.signal.aborted).toBe(true);
  await asked[0]?.answer(found(plan));
  expect(visit.found().lookup).toBeNull();
  expect(changed).toBe(0);
});

test('trying again forgets what was found', async () => {
  await found10OClock();
  visit.again(margaret.identity);
  expect(visit.found().lookup).toBeNull();
  expect(asked.length).toBe(2);
});
