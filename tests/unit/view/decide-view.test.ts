import { describe, expect, test } from 'vitest';
import type { Sighting } from '../../../utils/page/sighting.ts';
import { NO_CHANGES } from '../../../utils/plan/changes.ts';
import type { PlanLookup } from '../../../utils/plan/plan-lookup.ts';
import { decideView, identityToCheck, type Known } from '../../../utils/view/decide-view.ts';
import type { SignInFailure } from '../../../utils/view/view.ts';
import { margaret, margaretWithoutBirthDate, patrick } from '../context/sightings.ts';
import { found, planFor } from './plans.ts';

const signedInAs = { name: 'Ifẹ́ Adeyemi', role: 'Nurse', organisation: 'Exampleton' };
const known: Known = {
  shows: margaret,
  service: 'Example Plan Service',
  signedInAs,
  signIn: 'idle',
  confirmedBirthDate: null,
  lookup: null,
  unread: [],
  changes: NO_CHANGES,
  notChecked: null,
  now: Date.parse('2026-11-22T12:00:00Z'),
};
const plan = planFor(margaret.identity);

const SHOWS: readonly (readonly [Sighting, string])[] = [
  [margaret, 'patient'],
  [margaretWithoutBirthDate, 'patient'],
  [{ kind: 'none' }, 'noPatient'],
  [{ kind: 'unsettled' }, 'unsettled'],
  [{ kind: 'several' }, 'several'],
  [{ kind: 'unreadable', cause: 'pageChanged' }, 'unreadable'],
  [{ kind: 'unreadable', cause: 'nhsNumberInvalid' }, 'unreadable'],
  [{ kind: 'unreadable', cause: 'birthDateUnreadable' }, 'unreadable'],
  [{ kind: 'unreadable', cause: 'incomplete' }, 'unreadable'],
  [{ kind: 'unreadable', cause: 'declarationDiffers' }, 'unreadable'],
  [{ kind: 'unreadable', cause: 'tooMuch' }, 'unreadable'],
];
const SIGN_INS: readonly (SignInFailure | 'idle' | 'running')[] = [
  'idle',
  'running',
  'cancelled',
  'serviceDown',
  'refused',
  'insecure',
];
const LOOKUPS: readonly (readonly [PlanLookup | null, string])[] = [
  [null, 'looking'],
  [found(plan), 'plan'],
  [found(planFor(patrick.identity)), 'disagree'],
  [{ kind: 'noPlanFound', elsewhere: [], askedAt: 1 }, 'noPlanFound'],
  [{ kind: 'noPlanFound', elsewhere: null, askedAt: 1 }, 'noPlanFound'],
  [{ kind: 'noCurrentPlan', found: 'draft', elsewhere: [], askedAt: 1 }, 'noCurrentPlan'],
  [{ kind: 'noCurrentPlan', found: 'withdrawn', elsewhere: [], askedAt: 1 }, 'noCurrentPlan'],
  [{ kind: 'couldNotCheck', cause: 'timedOut', code: 'PLN-TIMEOUT', triedAt: 1, tries: 2 }, 'couldNotCheck'],
  [{ kind: 'signedOut' }, 'signedOut'],
  [{ kind: 'accessRefused', why: 'role' }, 'accessRefused'],
  [{ kind: 'reasonNeeded' }, 'reasonNeeded'],
];

/** What must come out, in the order in which the questions are asked. */
function expected(
  { shows, service, signedInAs: who, signIn, confirmedBirthDate }: Known,
  said: string,
  looked: string,
) {
  if (service === null) return 'notConfigured';
  if (shows.kind !== 'patient') return said;
  if (signIn === 'running') return 'signingIn';
  if (who === null) return 'signedOut';
  if (shows.identity.birthDate === null && confirmedBirthDate === null) return 'birthDateNeeded';
  return looked;
}

test('S1 S4: every combination of page, service, session and look-up', () => {
  let cases = 0;
  for (const [shows, said] of SHOWS)
    for (const service of [null, 'Example Plan Service'])
      for (const who of [null, signedInAs])
        for (const signIn of SIGN_INS)
          for (const [lookup, looked] of LOOKUPS)
            for (const confirmedBirthDate of [null, margaret.identity.birthDate]) {
              const all: Known = { ...known, shows, service, signedInAs: who, signIn, lookup, confirmedBirthDate };
              const view = decideView(all);
              expect([all, view.kind]).toEqual([all, expected(all, said, looked)]);
              if (view.kind === 'plan') expect(view.signedInAs).toEqual(signedInAs);
              cases += 1;
            }
  expect(cases).toBe(SHOWS.length * 2 * 2 * SIGN_INS.length * LOOKUPS.length * 2);
});

test('a sign-in that failed is said, once', () => {
  for (const failed of ['cancelled', 'serviceDown', 'refused', 'insecure'] as const) {
    expect(decideView({ ...known, signedInAs: null, signIn: failed })).toMatchObject({ kind: 'signedOut', failed });
  }
  expect(decideView({ ...known, signedInAs: null })).toMatchObject({ kind: 'signedOut', failed: null });
});

test('S4: what could not be asked about plans elsewhere is not “none”', () => {
  const none: PlanLookup = { kind: 'noPlanFound', elsewhere: null, askedAt: 1 };
  expect(decideView({ ...known, lookup: none })).toMatchObject({ elsewhere: [], elsewhereChecked: false });
  expect(decideView({ ...known, lookup: { ...none, elsewhere: [] } })).toMatchObject({ elsewhereChecked: true });
  expect(decideView({ ...known, lookup: { ...found(plan), elsewhere: null } })).toMatchObject({
    elsewhereChecked: false,
  });
});

describe('S1: a plan that disagrees shows nothing but who it is about', () => {
  const { patient } = plan;
  test.each([
    ['another number', { nhsNumber: '9000000009' }, ['nhsNumber']],
    ['another birth date', { birthDate: '1938-07-15' }, ['birthDate']],
    ['no whole birth date', { birthDate: null }, ['birthDate']],
    ['another family name', { familyNames: ['Reid'] }, ['familyName']],
    [
      'all of it',
      { nhsNumber: '9000000009', birthDate: null, familyNames: [] },
      ['nhsNumber', 'birthDate', 'familyName'],
    ],
  ])('%s', (_name, changes, differs) => {
    const view = decideView({
      ...known,
      lookup: found(planFor(margaret.identity, { patient: { ...patient, ...changes } })),
    });
    expect(view).toMatchObject({ kind: 'disagree', differs, page: margaret.identity });
    expect(view).not.toHaveProperty('plan.cprDecision');
  });

  test('also if only one of several current plans does', () => {
    const other = planFor({ ...margaret.identity, birthDate: '1938-07-15' });
    for (const plans of [
      [plan, other],
      [other, plan],
    ] as const) {
      expect(decideView({ ...known, lookup: found(...plans) })).toMatchObject({
        kind: 'disagree',
        differs: ['birthDate'],
      });
    }
  });
});

describe('a confirmed birth date', () => {
  const without = { ...known, shows: margaretWithoutBirthDate, lookup: found(plan) };

  test('S1: stands in where the page shows none', () => {
    expect(decideView(without).kind).toBe('birthDateNeeded');
    expect(decideView({ ...without, confirmedBirthDate: '1938-07-14' }).kind).toBe('plan');
  });

  test('S1: that is another than the plan’s is a disagreement', () => {
    expect(decideView({ ...without, confirmedBirthDate: '1938-07-15' })).toMatchObject({
      kind: 'disagree',
      differs: ['birthDate'],
    });
  });

  test('S1: never stands in for the page’s own', () => {
    expect(identityToCheck({ shows: margaret, confirmedBirthDate: '1999-01-01' })).toEqual(margaret.identity);
    expect(identityToCheck({ shows: { kind: 'none' }, confirmedBirthDate: '1999-01-01' })).toBeNull();
  });
});

test('S1: a page without a name is too little, whatever else agrees', () => {
  const shows: Sighting = { kind: 'patient', identity: { ...margaret.identity, familyName: null, givenNames: '' } };
  expect(decideView({ ...known, shows, lookup: found(plan) }).kind).toBe('birthDateNeeded');
});

test('S11: parts of the page that nobody can read are named in every state, and change nothing else', () => {
  for (const [shows] of SHOWS) {
    const view = decideView({ ...known, shows, unread: ['maps.example.org'] });
    expect(view).toEqual({ ...decideView({ ...known, shows }), unread: ['maps.example.org'] });
  }
});
