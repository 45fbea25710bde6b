import { describe, expect, test } from 'vitest';
import type { Sighting } from '../../../utils/page/sighting.ts';
import type { PlanLookup } from '../../../utils/plan/plan-lookup.ts';
import { decideFind } from '../../../utils/view/decide-find.ts';
import { decideView, identityToCheck, plansToDraw } from '../../../utils/view/decide-view.ts';
import { margaret, patrick } from '../context/sightings.ts';
import { found, knownOf, planFor, SIGNED_IN, SIGNED_IN_AS } from './plans.ts';

const { nhsNumber, birthDate } = margaret.identity;
const searched = (changes: object = {}): Sighting => ({
  kind: 'patient',
  identity: { nhsNumber, birthDate, familyName: null, givenNames: '', ...changes },
  openedBy: 'search',
});
const listed: Sighting = { ...margaret, openedBy: 'residents' };
const plan = planFor(margaret.identity);
const view = (shows: Sighting, lookup: PlanLookup | null) => decideView({ ...knownOf(shows), lookup });
const NO_PLAN = { kind: 'noPlanFound', elsewhere: [], askedAt: 1 } as const;
const OTHER_DAY = '1938-07-15';

describe('whoever was found by a search', () => {
  test('S1: number and birth date are compared, the name is not, and the view says so', () => {
    expect(view(searched(), found(plan))).toMatchObject({ kind: 'plan', plan, openedBy: 'search' });
  });

  test('S1: another birth date shows nothing that the service holds', () => {
    const shown = view(searched({ birthDate: OTHER_DAY }), found(plan));
    expect(shown).toMatchObject({ kind: 'birthDateDiffers', openedBy: 'search' });
    expect(JSON.stringify(shown)).not.toMatch(/reed|margaret|1938-07-14/i);
    expect(plansToDraw({ ...knownOf(searched({ birthDate: OTHER_DAY })), lookup: found(plan) })).toBeNull();
  });

  test('S1: of two current plans each must have the birth date', () => {
    const other = planFor({ ...margaret.identity, birthDate: OTHER_DAY });
    expect(view(searched(), found(plan, other)).kind).toBe('birthDateDiffers');
  });

  test('S1: a plan without a whole birth date is not shown', () => {
    expect(view(searched(), found(planFor({ ...margaret.identity, birthDate: null }))).kind).toBe('birthDateDiffers');
  });

  test('S1: a plan of another number is not shown', () => {
    expect(view(searched(), found(planFor(patrick.identity))).kind).toBe('birthDateDiffers');
  });

  test.each<Extract<PlanLookup, { kind: 'noPlanFound' | 'noCurrentPlan' }>>([
    { kind: 'noPlanFound', elsewhere: [], askedAt: 1 },
    { kind: 'noCurrentPlan', found: 'draft', elsewhere: [], askedAt: 1 },
  ])('S4: $kind is said of whoever has this birth date alone', (lookup) => {
    expect(view(searched(), lookup).kind).toBe(lookup.kind);
    expect(view(searched(), { ...lookup, birthDate: birthDate ?? '' }).kind).toBe(lookup.kind);
    expect(view(searched(), { ...lookup, birthDate: OTHER_DAY }).kind).toBe('birthDateDiffers');
    // A page is compared with plans: what is said of none is said of its own patient.
    expect(view(margaret, { ...lookup, birthDate: OTHER_DAY }).kind).toBe(lookup.kind);
  });
});

describe('whoever was opened from a list of residents', () => {
  const confirmed = (lookup: PlanLookup | null, confirmedBirthDate: string | null = birthDate) =>
    decideView({ ...knownOf(listed), confirmedBirthDate, lookup });

  test('S1: is nobody to look for until somebody has looked at who it is, whatever is known already', () => {
    expect(identityToCheck({ shows: listed, confirmedBirthDate: null })?.birthDate).toBeNull();
    expect(plansToDraw({ ...knownOf(listed), lookup: found(plan) })).toBeNull();
    for (const lookup of [null, found(plan), NO_PLAN]) {
      expect(view(listed, lookup)).toMatchObject({ kind: 'birthDateNeeded', page: margaret.identity });
    }
    expect(confirmed(null)).toMatchObject({ kind: 'looking', page: margaret.identity });
  });

  test('S1: the birth date that was looked at is compared, too', () => {
    expect(confirmed(found(plan), OTHER_DAY)).toMatchObject({ kind: 'disagree', differs: ['birthDate'] });
  });

  test('S1: is compared whole, as with a page', () => {
    expect(confirmed(found(plan))).toMatchObject({ kind: 'plan', openedBy: 'residents' });
    expect(confirmed(found(planFor({ ...margaret.identity, familyName: 'Hill' })))).toMatchObject({
      kind: 'disagree',
      differs: ['familyName'],
    });
  });
});

describe('the page in which a person is found', () => {
  const residents = { kind: 'looking' } as const;

  test('is ready once somebody is signed in, in a role, and warns before a lock', () => {
    const ready = { kind: 'ready', service: 'Example', signedInAs: SIGNED_IN_AS, residents };
    expect(decideFind({ hidden: false, service: 'Example', session: SIGNED_IN }, residents)).toEqual(ready);
    const locksSoon = { at: 5, cause: 'idle' } as const;
    expect(decideFind({ hidden: false, service: 'Example', session: { ...SIGNED_IN, locksSoon } }, residents)).toEqual({
      ...ready,
      locksSoon,
    });
  });

  test('says why it is not', () => {
    expect(decideFind({ hidden: true, service: 'Example', session: SIGNED_IN }, residents)).toEqual({ kind: 'hidden' });
    expect(decideFind({ hidden: false, service: null, session: SIGNED_IN }, residents)).toEqual({
      kind: 'notConfigured',
    });
    const locked = { kind: 'locked', cause: 'idle', failed: null } as const;
    expect(decideFind({ hidden: false, service: 'Example', session: locked }, residents)).toEqual({
      ...locked,
      service: 'Example',
    });
    const signingIn = { kind: 'signingIn', doing: 'window', since: 1 } as const;
    expect(decideFind({ hidden: false, service: 'Example', session: signingIn }, residents).kind).toBe('signingIn');
  });
});
