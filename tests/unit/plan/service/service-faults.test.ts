import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PlanLookup } from '../../../../utils/plan/plan-lookup.ts';
import type { Offers } from '../../../sandbox/plan-service/offers.ts';
import type { Fault } from '../../../sandbox/plan-service/switches.ts';
import { type Bench, IMPATIENT, pairFor, startBench, without, withPlan } from './fault-bench.ts';
import { type Expected, FAULT_CASES, type FaultCase } from './fault-cases.ts';

/** The steps of a look-up; each has a plan service of its own, so that all can fail at the same time. */
const STEPS = ['patient', 'plans', 'document', 'elsewhere', 'metadata'] as const;
type Step = (typeof STEPS)[number];

const SEEDS = [1, 2, 3, 4, 5];

const benches = new Map<Step | Offers, Bench>();
beforeAll(async () => {
  const kinds = [
    ...STEPS.map((step) => [step, 'operation'] as const),
    ['stored', 'stored'] as const,
    ['include', 'include'] as const,
  ];
  await Promise.all(kinds.map(async ([name, offers]) => benches.set(name, await startBench(offers))));
});
afterEach(() => {
  for (const { planService } of benches.values()) planService.switches.clear();
});
afterAll(() => Promise.all([...benches.values()].map(({ planService }) => planService.stop())));

function benchOf(name: Step | Offers): Bench {
  const bench = benches.get(name);
  if (!bench) throw new Error(`No plan service for ${name}`);
  return bench;
}

/** What the look-up of somebody with a plan, and of somebody without, must come to. */
function outcomes(step: Step, expected: Expected): { readonly has: object; readonly hasNot: object } {
  const elsewhere = step === 'elsewhere' && expected !== 'fine' ? null : [{ title: 'Plan held elsewhere' }];
  const fine = {
    has: { kind: 'found', plans: [{}], elsewhere },
    hasNot: { kind: 'noPlanFound', elsewhere },
  };
  if (expected === 'fine' || step === 'elsewhere' || step === 'metadata') return fine;
  return { has: expected, hasNot: step === 'document' ? fine.hasNot : expected };
}

/** S4: of somebody who has a plan, nothing ever says that there is none. */
function isTruthful({ kind }: PlanLookup): boolean {
  return kind !== 'noPlanFound' && kind !== 'noCurrentPlan';
}

async function meet({ name, fault, expected, at, waits }: FaultCase, step: Step): Promise<void> {
  const { planService, lookUp } = benchOf(step);
  planService.switches.set(step, fault);
  const wanted = outcomes(step, (step === 'patient' && at?.patient) || expected);
  const limits = waits && IMPATIENT;
  const turns = SEEDS.map(async (seed) => {
    const found = await lookUp(pairFor(seed, `${name} at ${step}`).has, limits);
    expect(found, `${step}, seed ${seed}`).toMatchObject(wanted.has);
    expect(isTruthful(found)).toBe(true);
  });
  const others = SEEDS.slice(0, 2).map(async (seed) => {
    const none = await lookUp(pairFor(seed, `${name} at ${step}`).hasNot, limits);
    expect(none, `${step}, seed ${seed}, without a plan`).toMatchObject(wanted.hasNot);
  });
  await Promise.all([...turns, ...others]);
}

test('without faults there is a plan for those who have one, in whatever form, and none for the others', async () => {
  for (const name of ['patient', 'stored', 'include'] as const) {
    const { lookUp } = benchOf(name);
    const [found, none] = await Promise.all([
      Promise.all(withPlan.map((person) => lookUp(person))),
      Promise.all(without.map((person) => lookUp(person))),
    ]);
    for (const [at, lookup] of found.entries()) {
      expect(lookup).toMatchObject({ kind: 'found', plans: [{ patient: { nhsNumber: withPlan[at]?.nhsNumber } }] });
    }
    for (const lookup of none) expect(lookup.kind).toBe('noPlanFound');
  }
});

test.each(FAULT_CASES)('S4: $name, at each step', async (faultCase) => {
  await Promise.all(STEPS.map((step) => meet(faultCase, step)));
});

describe('faults that pass are not noticed', () => {
  test.each(FAULT_CASES.filter(({ passes }) => passes))('$name', async ({ name, fault, waits }) => {
    const steps = STEPS.filter((step) => step !== 'metadata' && step !== 'elsewhere');
    await Promise.all(
      steps.map(async (step) => {
        const { planService, lookUp } = benchOf(step);
        const { has } = pairFor(1, `${name} at ${step}`);
        for (const times of [1, 2]) {
          for (let turn = 0; turn < times; turn += 1) planService.switches.next(step, fault);
          expect(await lookUp(has, waits && IMPATIENT), `${times} times at ${step}`).toMatchObject({
            kind: 'found',
            elsewhere: [{}],
          });
        }
      }),
    );
  });
});

describe('documents in other forms', () => {
  test.each(FAULT_CASES)('S4: $name, at a stored document and at a part of one', async (faultCase) => {
    const { name, fault, expected, parts, waits } = faultCase;
    await Promise.all(
      (['stored', 'include'] as const).map(async (form) => {
        const wanted = outcomes('document', (form === 'include' && parts) || expected);
        const { planService, lookUp } = benchOf(form);
        planService.switches.set('document', fault);
        const { has, hasNot } = pairFor(1, `${name} of ${form}`);
        const limits = waits && IMPATIENT;
        const [found, none] = await Promise.all([lookUp(has, limits), lookUp(hasNot, limits)]);
        expect(found, form).toMatchObject(wanted.has);
        expect(none, form).toMatchObject(wanted.hasNot);
      }),
    );
  });

  test('S4: pointers of a service that stores documents are no small matter', async () => {
    const { planService, lookUp } = benchOf('stored');
    planService.switches.set('elsewhere', { kind: 'status', status: 500 });
    const { hasNot } = pairFor(1, 'pointers');
    expect(await lookUp(hasNot)).toMatchObject({ kind: 'couldNotCheck', cause: 'serviceDown', code: 'PLN-500' });
  });
});

describe('the clock', () => {
  test.each([3_600_000, -600_000])('ahead by %i ms is said to be so', async (ms) => {
    const { planService, lookUp } = benchOf('patient');
    planService.switches.set('all', { kind: 'clock', ms });
    const found = await lookUp(pairFor(1, 'clock').has);
    if (found.kind !== 'found') throw new Error('There is a plan');
    expect(Math.round((found.clockAhead ?? 0) / 60_000)).toBe(-ms / 60_000);
  });
});

test('S4: faults of every kind in a row, and the truth after each', async () => {
  const { planService, lookUp } = benchOf('plans');
  const faults: readonly (Fault | readonly Fault[])[] = FAULT_CASES.map(({ fault }) => fault);
  for (const seed of SEEDS) {
    const { has } = pairFor(seed, 'in a row');
    for (const [at, fault] of faults.entries()) planService.switches.next(at % 2 ? 'patient' : 'document', fault);
    for (let turn = 0; turn < 6; turn += 1) {
      expect(isTruthful(await lookUp(has, IMPATIENT))).toBe(true);
    }
    planService.switches.clear();
    expect(await lookUp(has)).toMatchObject({ kind: 'found' });
  }
});

test('nobody there: no connection at all', async () => {
  const bench = await startBench('operation');
  await bench.planService.stop();
  const { has, hasNot } = pairFor(1, 'nobody there');
  for (const person of [has, hasNot]) {
    expect(await bench.lookUp(person)).toMatchObject({
      kind: 'couldNotCheck',
      cause: 'serviceDown',
      tries: 3,
    });
  }
});
