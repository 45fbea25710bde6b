// @vitest-environment happy-dom
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { differences } from './oracle/compare.ts';
import { lookAt, type Seen } from './oracle/look-at.tsx';
import { viewOf } from './oracle/look-up.ts';
import { meantText } from './oracle/meant/meant-text.ts';
import { CLOCK, everybodyWithPlans, type PersonsPlans, TODAY } from './oracle/sandbox-plans.ts';
import { whereaboutsOf } from './oracle/whereabouts.ts';

const SERVICE = 'Example Plan Service';
const NOW = Date.parse(`${TODAY}T${CLOCK}Z`);
const ASKED = { service: SERVICE, clock: CLOCK, today: TODAY };

const everybody = everybodyWithPlans();
const isDamaged = ({ current }: PersonsPlans) => current.some(({ intent }) => intent.damaged.length > 0);
const GROUPS = {
  'whole plans': everybody.filter((plans) => plans.current.length > 0 && !isDamaged(plans)),
  'plans damaged on the way': everybody.filter(isDamaged),
  'no current plan': everybody.filter(({ current }) => current.length === 0),
} as const;

const meant = new Map(everybody.map((plans) => [plans, meantText(plans, ASKED)] as const));
const linesOf = (some: readonly PersonsPlans[]) => some.flatMap((plans) => meant.get(plans) ?? []).length;

const seen = new Map<PersonsPlans, Seen>();
/** Milliseconds. On an idle machine all are drawn in twenty seconds; a busy one takes its time. */
const LONG = 400_000;

beforeAll(async () => {
  for (const plans of everybody) seen.set(plans, lookAt(await viewOf(plans, SERVICE, NOW), NOW));
}, LONG);
afterAll(() => vi.unstubAllGlobals());

function seenOf(plans: PersonsPlans): Seen {
  const found = seen.get(plans);
  if (!found) throw new Error(`Nobody looked at ${plans.person.nhsNumber}`);
  return found;
}

/** What is said of each of these and must not be, or is not and must. */
function faults(some: readonly PersonsPlans[]): readonly string[] {
  return some.flatMap((plans) =>
    differences(meant.get(plans) ?? [], seenOf(plans).lines).map((fault) => `${plans.person.nhsNumber} ${fault}`),
  );
}

describe(`S11: ${everybody.length} persons, ${linesOf(everybody)} lines: the sidebar says what was meant`, () => {
  test.each(Object.entries(GROUPS).map(([name, some]) => [name, some.length, linesOf(some), some] as const))(
    '%s: %i persons, %i lines, 0 differences',
    (_name, _persons, _lines, some) => {
      expect(faults(some)).toEqual([]);
    },
  );

  test('of everybody and everything, and of each kind of person enough', () => {
    const withPlan = everybody.filter(({ current }) => current.length > 0);
    const among = (is: (plans: PersonsPlans) => boolean) => withPlan.filter(is).length;
    expect(everybody.length).toBeGreaterThanOrEqual(600);
    expect(withPlan.length).toBeGreaterThan(550);
    expect(linesOf(withPlan)).toBeGreaterThan(90_000);
    expect(among(isDamaged)).toBeGreaterThanOrEqual(30);
    expect(among(({ current }) => current.length > 1)).toBeGreaterThanOrEqual(24);
    expect(among(({ newerDrafts }) => newerDrafts.length > 0)).toBeGreaterThanOrEqual(30);
    expect(among(({ person }) => person.deceased !== undefined)).toBeGreaterThanOrEqual(10);
    expect(among(({ person }) => person.restricted)).toBeGreaterThanOrEqual(5);
    expect(among(({ pointers }) => pointers.length > 0)).toBeGreaterThanOrEqual(30);
  });
});

test('nothing of a restricted patient tells where they are: no relative, no place, no key', () => {
  const restricted = everybody.filter(({ person }) => person.restricted);
  const told = restricted.flatMap((plans) =>
    whereaboutsOf(plans).filter((words) => seenOf(plans).text.includes(words)),
  );
  expect(restricted.flatMap(whereaboutsOf).length).toBeGreaterThan(50);
  expect(told).toEqual([]);
});

test('no plan of the sandbox is drawn with a hole in it', () => {
  expect(everybody.flatMap((plans) => seenOf(plans).holes)).toEqual([]);
});

test('what is meant is worked out without the product, and so are the people and plans it is worked out from', () => {
  const sources: Readonly<Record<string, string>> = import.meta.glob(
    ['./oracle/meant/*.ts', './oracle/sandbox-plans.ts', '../../sandbox/people/*.ts', '../../sandbox/plans/**/*.ts'],
    { query: '?raw', import: 'default', eager: true },
  );
  expect(Object.keys(sources).length).toBeGreaterThan(50);
  const ofProduct = Object.entries(sources).filter(([, source]) =>
    /from '[^']*\/(?:utils|components|entrypoints)\//.test(source),
  );
  expect(ofProduct.map(([name]) => name)).toEqual([]);
});
