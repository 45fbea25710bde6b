import { describe, expect, test } from 'vitest';
import type { Sighting } from '../../../utils/page/sighting.ts';
import type { PlanLookup } from '../../../utils/plan/plan-lookup.ts';
import type { SessionState } from '../../../utils/session/session-state.ts';
import { decideView, identityToCheck, type Known, plansToDraw } from '../../../utils/view/decide-view.ts';
import type { SignInFailure } from '../../../utils/view/view.ts';
import { margaret, margaretWithoutBirthDate, patrick } from '../context/sightings.ts';
import { found, knownOf, planFor, SIGNED_IN, SIGNED_IN_AS } from './plans.ts';

const known = knownOf(margaret);
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
const FAILED: SignInFailure = { why: 'refused', code: 'SIGN-IN-DENIED' };
const SESSIONS: readonly SessionState[] = [
  SIGNED_IN,
  { kind: 'signedOut', failed: null },
  { kind: 'signedOut', failed: FAILED },
  { kind: 'signingIn', doing: 'window', since: 1 },
  { kind: 'locked', cause: 'idle', failed: null },
  { kind: 'roleNeeded', name: 'Ifẹ́ Adeyemi', roles: [SIGNED_IN.role, { ...SIGNED_IN.role, id: '2', role: 'Doctor' }] },
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
  [{ kind: 'reasonNeeded', alerts: null }, 'reasonNeeded'],
];

/** What must come out, in the order in which the questions are asked. */
function expected({ shows, service, session, confirmedBirthDate }: Known, said: string, looked: string) {
  if (service === null) return 'notConfigured';
  if (session.kind === 'locked' || session.kind === 'signingIn') return session.kind;
  if (shows.kind !== 'patient') return said;
  if (session.kind !== 'signedIn') return session.kind;
  if (shows.identity.birthDate === null && confirmedBirthDate === null) return 'birthDateNeeded';
  return looked;
}

test.each([
  ['pageChanged', true],
  ['nhsNumberInvalid', true],
  ['birthDateUnreadable', true],
  ['incomplete', true],
  ['declarationDiffers', false],
  ['declarationUnreadable', false],
  ['tooMuch', false],
  ['frameNotEnabled', false],
] as const)('a page that cannot be read (%s) can be taught, where the person may: %s', (cause, can) => {
  const shows = { kind: 'unreadable', cause } as const;
  const teach = can ? { teach: 'record' } : {};
  expect(decideView({ ...known, shows, taught: 'record' })).toEqual({
    kind: 'unreadable',
    cause,
    signedInAs: SIGNED_IN_AS,
    ...teach,
  });
  expect(decideView({ ...known, shows, taught: null })).not.toHaveProperty('teach');
  expect(decideView({ ...known, shows })).not.toHaveProperty('teach');
});

test('a page whose system is switched off says so, whoever is open and whoever is signed in, and nothing of anybody', () => {
  const standing = { system: 'Meadow', reason: { code: 'EPR-UPDATE' } };
  for (const [shows] of SHOWS) {
    for (const session of SESSIONS) {
      for (const [lookup] of LOOKUPS) {
        const now = { ...known, standing, shows, session, lookup };
        const signedInAs = session.kind === 'signedIn' ? SIGNED_IN_AS : null;
        expect(decideView(now)).toEqual({ kind: 'switchedOff', ...standing, signedInAs });
        expect(plansToDraw(now)).toBeNull();
      }
    }
  }
  expect(decideView({ ...known, standing, hidden: true })).toEqual({ kind: 'hidden' });
  expect(decideView({ ...known, standing, service: null })).toEqual({ kind: 'notConfigured' });
});

test('S1 S4: every combination of page, service, session and look-up', () => {
  let cases = 0;
  for (const [shows, said] of SHOWS)
    for (const service of [null, 'Example Plan Service'])
      for (const session of SESSIONS)
        for (const [lookup, looked] of LOOKUPS)
          for (const confirmedBirthDate of [null, margaret.identity.birthDate]) {
            const all: Known = { ...known, shows, service, session, lookup, confirmedBirthDate };
            const view = decideView(all);
            expect([all, view.kind]).toEqual([all, expected(all, said, looked)]);
            if (view.kind === 'plan') expect(view.signedInAs).toEqual(SIGNED_IN_AS);
            cases += 1;
          }
  expect(cases).toBe(SHOWS.length * 2 * SESSIONS.length * LOOKUPS.length * 2);
});

test('a sign-in that failed is said, once, and so is why Planside is locked', () => {
  expect(decideView({ ...known, session: { kind: 'signedOut', failed: FAILED } })).toMatchObject({ failed: FAILED });
  const locked = { kind: 'locked', cause: 'clockSetBack', failed: FAILED } as const;
  expect(decideView({ ...known, session: locked })).toEqual({ ...locked, service: 'Example Plan Service' });
});

test('a lock names nobody, whatever the page shows and whatever was found', () => {
  const session = { kind: 'locked', cause: 'idle', failed: null } as const;
  for (const [shows] of SHOWS) {
    const view = decideView({ ...known, shows, session, lookup: found(plan) });
    expect(JSON.stringify(view)).not.toMatch(/margaret|reed|999/i);
  }
});

describe('S10: a plan whose being looked at is not on record is not shown', () => {
  test('while it is being put there', () => {
    const view = decideView({ ...known, lookup: found(plan), audit: { pendingUntil: 7 } });
    expect(view).toMatchObject({ kind: 'looking', doing: 'recording', since: known.wait.since, until: 7 });
    expect(view).not.toHaveProperty('plan');
  });

  test('and not when it could not be', () => {
    const view = decideView({ ...known, lookup: found(plan), audit: { failed: 'AUD-STORE' } });
    expect(view).toMatchObject({ kind: 'couldNotCheck', cause: 'notAudited', code: 'AUD-STORE' });
    expect(view).not.toHaveProperty('plan');
  });

  test('what has to be on record are the plans that would be drawn, and no others', () => {
    const other = planFor(patrick.identity);
    expect(plansToDraw({ ...known, lookup: found(plan) })).toEqual([plan]);
    expect(plansToDraw({ ...known, lookup: found(plan, plan) })).toEqual([plan, plan]);
    expect(plansToDraw({ ...known, lookup: found(other) })).toBeNull();
    expect(plansToDraw({ ...known, lookup: null })).toBeNull();
  });
});

test('a warning before a lock stands over whatever is shown', () => {
  const locksSoon = { at: 1, cause: 'idle' } as const;
  for (const [shows] of SHOWS) {
    expect(decideView({ ...known, shows, session: { ...SIGNED_IN, locksSoon } })).toEqual({
      ...decideView({ ...known, shows }),
      locksSoon,
    });
  }
});

test('somebody with several roles can switch', () => {
  const view = decideView({ ...known, session: { ...SIGNED_IN, canSwitch: true } });
  expect(view).toMatchObject({ signedInAs: { ...SIGNED_IN_AS, canSwitch: true } });
});

test('whom an emergency alerts, and how far a reason has got, are said', () => {
  const lookup = { kind: 'reasonNeeded', alerts: 'the privacy officer' } as const;
  expect(decideView({ ...known, lookup, sending: { failed: 'AUD-LATER' } })).toMatchObject({
    kind: 'reasonNeeded',
    alerts: 'the privacy officer',
    sending: { failed: 'AUD-LATER' },
  });
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
