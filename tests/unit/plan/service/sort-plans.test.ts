import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REVOKED_EXTENSION } from '../../../../utils/plan/codes.ts';
import { type Composition, compositionSchema } from '../../../../utils/plan/fhir-schemas.ts';
import { isSameVersion, sortPlans } from '../../../../utils/plan/service/sort-plans.ts';

type Status = Composition['status'];
const STATUSES: readonly Status[] = ['final', 'amended', 'preliminary', 'entered-in-error'];

function plan(id: string, status: Status, date: string, more: Partial<Composition> = {}): Composition {
  return { resourceType: 'Composition', id, status, date, type: {}, subject: { reference: 'Patient/1' }, ...more };
}
const revoked = { extension: [{ url: REVOKED_EXTENSION, valueCode: 'deprecated' }] };
const replaces = (reference: string) => ({ relatesTo: [{ code: 'replaces', targetReference: { reference } }] });
const ids = (plans: readonly Composition[]) => plans.map(({ id }) => id);
const sorted = (...plans: readonly Composition[]) => {
  const { current, newerDrafts, withdrawn } = sortPlans(plans);
  return { current: ids(current), newerDrafts: ids(newerDrafts), withdrawn: ids(withdrawn) };
};
const [OLD, NEW] = ['2026-01-01T10:00:00Z', '2026-02-01T10:00:00Z'];

describe('one plan alone (H05)', () => {
  test.each<[string, Composition, Partial<ReturnType<typeof sorted>>]>([
    ['final is current', plan('a', 'final', OLD), { current: ['a'] }],
    ['amended is current', plan('a', 'amended', OLD), { current: ['a'] }],
    ['a draft is a draft', plan('a', 'preliminary', OLD), { newerDrafts: ['a'] }],
    ['entered in error is withdrawn', plan('a', 'entered-in-error', OLD), { withdrawn: ['a'] }],
    ['final and revoked is withdrawn', plan('a', 'final', OLD, revoked), { withdrawn: ['a'] }],
    ['amended and revoked is withdrawn', plan('a', 'amended', OLD, revoked), { withdrawn: ['a'] }],
    ['a revoked draft is nothing', plan('a', 'preliminary', OLD, revoked), {}],
  ])('%s', (_name, one, expected) => {
    expect(sorted(one)).toEqual({ current: [], newerDrafts: [], withdrawn: [], ...expected });
  });
});

describe('two plans', () => {
  test('in force: both, the newer first, whatever the server’s order', () => {
    const both = [plan('a', 'final', OLD), plan('b', 'final', NEW)];
    expect(sorted(...both).current).toEqual(['b', 'a']);
    expect(sorted(...both.reverse()).current).toEqual(['b', 'a']);
  });

  test('the newer by instant, not by letters', () => {
    const summer = plan('a', 'final', '2026-05-01T10:30:00+01:00');
    expect(sorted(summer, plan('b', 'final', '2026-05-01T10:00:00Z')).current).toEqual(['b', 'a']);
  });

  test.each(['Composition/a', 'https://plans.example/fhir/Composition/a', 'Composition/a/_history/3'])(
    'H05: one that replaces %s supersedes it, whatever the dates',
    (reference) => {
      expect(sorted(plan('a', 'final', NEW), plan('b', 'final', OLD, replaces(reference)))).toEqual({
        current: ['b'],
        newerDrafts: [],
        withdrawn: ['a'],
      });
    },
  );

  test('S4: a version number in a reference is nobody’s id', () => {
    const both = sorted(plan('3', 'final', OLD), plan('b', 'final', NEW, replaces('Composition/a/_history/3')));
    expect(both.current).toEqual(['b', '3']);
  });

  test('S4: what replaces something else than a plan supersedes nothing', () => {
    const both = sorted(plan('a', 'final', OLD), plan('b', 'final', NEW, replaces('DocumentReference/a')));
    expect(both.current).toEqual(['b', 'a']);
  });

  test('S4: a draft, or one entered in error, supersedes nothing', () => {
    expect(sorted(plan('a', 'final', OLD), plan('b', 'preliminary', NEW, replaces('Composition/a')))).toEqual({
      current: ['a'],
      newerDrafts: ['b'],
      withdrawn: [],
    });
    expect(sorted(plan('a', 'final', OLD), plan('b', 'entered-in-error', NEW, replaces('Composition/a')))).toEqual({
      current: ['a'],
      newerDrafts: [],
      withdrawn: ['b'],
    });
  });

  test('H05: one that replaces another and is revoked leaves none in force', () => {
    const both = sorted(plan('a', 'final', OLD), plan('b', 'final', NEW, { ...revoked, ...replaces('Composition/a') }));
    expect(both).toEqual({ current: [], newerDrafts: [], withdrawn: ['a', 'b'] });
  });

  test('S11: a draft counts only if it is newer than the current plan', () => {
    expect(sorted(plan('a', 'final', NEW), plan('b', 'preliminary', OLD)).newerDrafts).toEqual([]);
    expect(sorted(plan('a', 'final', OLD), plan('b', 'preliminary', NEW)).newerDrafts).toEqual(['b']);
    expect(sorted(plan('a', 'final', NEW, revoked), plan('b', 'preliminary', OLD)).newerDrafts).toEqual(['b']);
  });
});

describe('versions of one plan (FHIR R4: its identifier stays the same)', () => {
  const set = { identifier: { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:set' } };
  const of = (id: string, status: Status, date: string, more: Partial<Composition> = {}) =>
    plan(id, status, date, { ...set, ...more });

  test('H05: a later one supersedes an earlier one without saying so', () => {
    expect(sorted(of('a', 'final', OLD), of('b', 'amended', NEW))).toEqual({
      current: ['b'],
      newerDrafts: [],
      withdrawn: ['a'],
    });
  });

  test('S11: two of one date are both current', () => {
    expect(sorted(of('a', 'final', OLD), of('b', 'final', OLD)).current).toEqual(['a', 'b']);
  });

  test('H05: a later one that is revoked leaves none in force', () => {
    expect(sorted(of('a', 'final', OLD), of('b', 'final', NEW, revoked)).current).toEqual([]);
  });

  test('S4: a later draft, or one entered in error, supersedes nothing', () => {
    expect(sorted(of('a', 'final', OLD), of('b', 'preliminary', NEW))).toMatchObject({
      current: ['a'],
      newerDrafts: ['b'],
    });
    expect(sorted(of('a', 'final', OLD), of('b', 'entered-in-error', NEW)).current).toEqual(['a']);
  });

  test('S4: identifiers of two systems, or without a value, name two plans', () => {
    const other = { identifier: { system: 'urn:other', value: 'urn:uuid:set' } };
    expect(sorted(of('a', 'final', OLD), plan('b', 'final', NEW, other)).current).toEqual(['b', 'a']);
    const none = { identifier: { system: 'urn:ietf:rfc:3986' } };
    expect(sorted(plan('a', 'final', OLD, none), plan('b', 'final', NEW, none)).current).toEqual(['b', 'a']);
  });

  test('H05: what one says it replaces goes before dates', () => {
    expect(sorted(of('a', 'final', NEW), of('b', 'final', OLD, replaces('Composition/a'))).current).toEqual(['b']);
  });

  test.each([
    { targetIdentifier: { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:set' } },
    { targetReference: { identifier: { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:set' } } },
    { targetReference: { identifier: { value: 'urn:uuid:a' } } },
    { targetReference: { reference: 'urn:uuid:a' } },
  ])('H05: one that replaces %j supersedes it', (target) => {
    const newer = plan('b', 'final', NEW, { relatesTo: [{ code: 'replaces', ...target }] });
    expect(sorted(of('a', 'final', NEW), newer).current).toEqual(['b']);
  });

  test('an identifier that both have does not tell which is replaced: the date does', () => {
    const itself = { relatesTo: [{ code: 'replaces', targetIdentifier: set.identifier }] };
    expect(sorted(of('a', 'final', OLD, itself), of('b', 'final', NEW, itself)).current).toEqual(['b']);
  });

  test('S11: two that each say they replace the other are both current', () => {
    const both = [
      plan('a', 'final', OLD, replaces('Composition/b')),
      plan('b', 'final', NEW, replaces('Composition/a')),
    ];
    expect(sorted(...both).current).toEqual(['b', 'a']);
  });

  test('the same version is the same resource, or of the same plan and instant', () => {
    expect(isSameVersion(of('a', 'final', OLD), of('a', 'final', NEW))).toBe(true);
    expect(isSameVersion(of('a', 'final', OLD), of('x', 'final', OLD))).toBe(true);
    expect(isSameVersion(of('a', 'final', OLD), of('x', 'final', NEW))).toBe(false);
    expect(isSameVersion(of('a', 'final', '2026-05-01'), of('x', 'final', '2026-05-01'))).toBe(false);
    expect(isSameVersion(plan('a', 'final', OLD), plan('a', 'final', OLD))).toBe(true);
    expect(isSameVersion(plan('a', 'final', OLD), plan('b', 'final', OLD))).toBe(false);
    const other = { identifier: { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:other' } };
    expect(isSameVersion(of('1', 'final', OLD), plan('1', 'final', OLD, other))).toBe(false);
  });
});

test.each(['', 'yesterday', '2026-13-01', '01/02/2026x'])(
  'S4: a plan dated “%s” is no plan anybody can sort',
  (date) => {
    expect(compositionSchema.safeParse(plan('a', 'final', date)).success).toBe(false);
  },
);

const anyPlan = (id: string): fc.Arbitrary<Composition> =>
  fc
    .record({
      status: fc.constantFrom(...STATUSES),
      day: fc.integer({ min: 1, max: 5 }),
      isRevoked: fc.boolean(),
      replaced: fc.option(fc.constantFrom('a', 'b', 'c', 'd')),
    })
    .map(({ status, day, isRevoked, replaced }) => ({
      ...plan(id, status, `2026-03-0${day}`),
      ...(isRevoked ? revoked : {}),
      ...(replaced ? replaces(`Composition/${replaced}`) : {}),
    }));

test('S4 H05: every plan ends in exactly one place, or is a draft that no longer counts', () => {
  fc.assert(
    fc.property(fc.tuple(anyPlan('a'), anyPlan('b'), anyPlan('c'), anyPlan('d')), (plans) => {
      const { current, newerDrafts, withdrawn } = sortPlans(plans);
      const latest = current[0]?.date ?? '';
      for (const one of plans) {
        const places = [current, newerDrafts, withdrawn].filter((place) => place.includes(one)).length;
        const isRevoked = one.extension !== undefined;
        const over = one.status === 'preliminary' && (isRevoked || one.date <= latest);
        expect(places).toBe(over ? 0 : 1);
      }
      for (const one of current) {
        expect(['final', 'amended']).toContain(one.status);
        expect(one.extension).toBeUndefined();
      }
      expect(current.map(({ date }) => date)).toEqual(
        current
          .map(({ date }) => date)
          .sort()
          .reverse(),
      );
    }),
    { numRuns: 3000 },
  );
});
