import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Happening, KilledWorld, type LifePlan, type Outcome } from './killed-world.ts';
import type { Behaviour } from './pretend-service.ts';

const IMMORTAL = 1_000_000;
const keep = (draft: number, signedIn = true): Happening => ({ kind: 'keep', draft, signedIn });
const DELIVER: Happening = { kind: 'deliver' };
/** Every kept event is with the service, once; nothing is missing in a trail, and nothing is left. */
const WHOLE = { vanished: [], broken: [], unreported: [], conflicts: 0, waiting: 0, open: [] };

/**
 * Every kept event is with the service or told of as lost; trails are unbroken, and what is missing in them is reported.
 * What was kept again after its first was delivered and forgotten is left: the service holds the first.
 */
function expectTold({ vanished, broken, unreported, waiting, open, conflicts }: Outcome): void {
  expect({ vanished, broken, unreported }).toEqual({ vanished: [], broken: [], unreported: [] });
  expect(open).toHaveLength(waiting);
  if (conflicts === 0) expect(waiting).toBe(0);
}

describe('killed at every step once', () => {
  const keeps = [keep(0), keep(1), DELIVER, keep(2), { kind: 'deliverOne', draft: 2 }, keep(0), DELIVER] as const;
  const scripts: Readonly<Record<string, readonly Happening[]>> = {
    'keeping and delivering': keeps,
    'after a lost database': [keep(0), keep(1), { kind: 'loseDatabase' }, keep(2), DELIVER, keep(3), DELIVER],
    'after a lost mark': [keep(0), DELIVER, { kind: 'loseMark', how: 'wiped' }, keep(1), keep(2), DELIVER],
    'while the database is shut': [keep(0), keep(1), { kind: 'shut' }, DELIVER, keep(2), DELIVER, keep(3), DELIVER],
    'many at once': [keep(0), { kind: 'together', draft: 1 }, { kind: 'together', draft: 3 }],
  };

  it.each(Object.entries(scripts))('%s', async (_what, happenings) => {
    let steps = 0;
    for (let wasKilled = true; wasKilled; steps += 1) {
      for (const isLate of [false, true]) {
        const world = new KilledWorld([].values(), [].values());
        wasKilled = await world.live({ happenings, steps, isLate });
        await world.live({ happenings, steps: IMMORTAL, isLate: false });
        expectTold(await world.end());
      }
    }
    expect(steps).toBeGreaterThan(15);
  });

  it('before the database shuts for a while: what was on its way into it keeps its place in the trail', async () => {
    for (let steps = 0, wasKilled = true; wasKilled; steps += 1) {
      for (const isLate of [false, true]) {
        const world = new KilledWorld([].values(), [].values());
        wasKilled = await world.live({ happenings: [keep(0), keep(1)], steps, isLate });
        const meanwhile = [{ kind: 'shut' }, keep(2), DELIVER, DELIVER, DELIVER] as const;
        await world.live({ happenings: meanwhile, steps: IMMORTAL, isLate: false });
        expectTold(await world.end());
      }
    }
  });

  it('on a full disk, where each event is delivered at once', async () => {
    for (let steps = 0, wasKilled = true; wasKilled; steps += 1) {
      for (const isLate of [false, true]) {
        const world = new KilledWorld([].values(), Array<boolean>(100).fill(true).values());
        wasKilled = await world.live({ happenings: [keep(0), keep(1), keep(0)], steps, isLate });
        expectTold(await world.end());
      }
    }
  });
});

const aDraft = fc.nat(5);
const keeping = fc.record({ kind: fc.constant('keep' as const), draft: aDraft, signedIn: fc.boolean() });
const together = fc.record({ kind: fc.constant('together' as const), draft: aDraft });
const delivering = fc.constant(DELIVER);
const deliveringOne = fc.record({ kind: fc.constant('deliverOne' as const), draft: aDraft });
const daily: fc.WeightedArbitrary<Happening>[] = [
  { arbitrary: keeping, weight: 5 },
  { arbitrary: together, weight: 1 },
  { arbitrary: delivering, weight: 3 },
  { arbitrary: deliveringOne, weight: 1 },
];
const behaviour: fc.Arbitrary<Behaviour> = fc.oneof(
  { arbitrary: fc.constant('takes' as const), weight: 5 },
  {
    arbitrary: fc.constantFrom<Behaviour>(
      'takesSilently',
      'unreachable',
      'webPage',
      'otherAnswer',
      'nods',
      401,
      403,
      422,
      429,
      503,
    ),
    weight: 4,
  },
);
const losingDatabase = fc.constant<Happening>({ kind: 'loseDatabase' });
const shutting = fc.constantFrom<Happening>({ kind: 'shut' }, { kind: 'shut' }, { kind: 'open' });
const losingMark = (...how: readonly ('wiped' | 'unreadable' | 'yesterday')[]) =>
  fc.constantFrom(...how).map((each): Happening => ({ kind: 'loseMark', how: each }));

/** Lives in which these things happen besides those of every day. */
function lives(...others: readonly fc.Arbitrary<Happening>[]): fc.Arbitrary<readonly LifePlan[]> {
  const happening = fc.oneof(...daily, ...others.map((arbitrary) => ({ arbitrary, weight: 2 })));
  return fc.array(
    fc.record({
      happenings: fc.array(happening, { minLength: 1, maxLength: 6 }),
      steps: fc.nat(60),
      isLate: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  );
}

async function outcomeOf(plans: readonly LifePlan[], answers: readonly Behaviour[], isFull: readonly boolean[] = []) {
  const world = new KilledWorld(answers.values(), isFull.values());
  for (const plan of plans) await world.live(plan);
  return world.end();
}

const behaviours = fc.array(behaviour, { maxLength: 30 });
/** Seven properties: in all never fewer than four hundred worlds. */
const RUNS = { numRuns: process.env.CI ? 300 : 80 };

describe('killed at any steps, while the service takes, refuses, is away or is not heard', () => {
  it('on a sound disk: every kept event is with the service once, and nothing is missing', async () => {
    const property = fc.asyncProperty(lives(), behaviours, async (plans, answers) => {
      const outcome = await outcomeOf(plans, answers);
      expect(outcome).toEqual({ ...WHOLE, saysMarkLost: false, gapEvents: 0 });
    });
    await fc.assert(property, RUNS);
  });

  it('with databases lost: every kept event is with the service, or told of as lost', async () => {
    const property = fc.asyncProperty(lives(losingDatabase), behaviours, async (plans, answers) => {
      const outcome = await outcomeOf(plans, answers);
      expectTold(outcome);
      expect(outcome.saysMarkLost).toBe(false);
    });
    await fc.assert(property, RUNS);
  });

  it.each([
    ['for a while', false],
    ['for good', true],
  ])('with databases shut %s: every kept event is with the service, or told of as lost', async (_how, staysShut) => {
    const property = fc.asyncProperty(lives(shutting), behaviours, async (plans, answers) => {
      const world = new KilledWorld(answers.values(), [].values());
      // A mark that begins beside a database that is shut stands in for one that may be lost, and says so.
      await world.live({ happenings: [keep(0)], steps: IMMORTAL, isLate: false });
      for (const plan of plans) await world.live(plan);
      const outcome = await world.end(staysShut);
      expectTold(outcome);
      expect(outcome.saysMarkLost).toBe(false);
    });
    await fc.assert(property, RUNS);
  });

  it('with marks lost or of yesterday: every kept event is with the service once, and nothing is missing', async () => {
    const losing = losingMark('wiped', 'unreadable', 'yesterday');
    const property = fc.asyncProperty(lives(losing), behaviours, async (plans, answers) => {
      const { saysMarkLost, gapEvents, ...rest } = await outcomeOf(plans, answers);
      expect(rest).toEqual(WHOLE);
      expect(saysMarkLost).toBe(gapEvents > 0);
    });
    await fc.assert(property, RUNS);
  });

  it('with both lost: what vanished unnamed, vanished with a mark, and that is said', async () => {
    const property = fc.asyncProperty(
      lives(losingDatabase, losingMark('unreadable')),
      behaviours,
      async (plans, answers) => {
        const outcome = await outcomeOf(plans, answers);
        if (!outcome.saysMarkLost) expectTold(outcome);
        expect(outcome.broken).toEqual([]);
      },
    );
    await fc.assert(property, RUNS);
  });

  it('on a disk that is full now and then: every kept event is with the service, every gap is told of', async () => {
    const fullness = fc.array(fc.boolean(), { maxLength: 40 });
    const property = fc.asyncProperty(lives(), behaviours, fullness, async (plans, answers, isFull) => {
      const outcome = await outcomeOf(plans, answers, isFull);
      expectTold(outcome);
      expect(outcome.saysMarkLost).toBe(false);
    });
    await fc.assert(property, RUNS);
  });
});
