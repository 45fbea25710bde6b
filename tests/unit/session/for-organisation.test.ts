import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forOrganisation, hintedRole } from '../../../utils/session/for-organisation.ts';
import type { Role, Session } from '../../../utils/session/session.ts';

const role = (name: string, more: Partial<Role> = {}): Role => ({
  id: '555021935612',
  role: name,
  organisation: 'Meadow House',
  odsCode: 'ZZ101',
  ...more,
});
const NURSE = role('Nurse');
const CLINICIAN = role('Out-of-hours clinician', { id: '555021935713', code: 'S8000:G8000:R8001' });
const COMMUNITY = role('Community nurse', { id: '555021935814' });

const session = (roles: [Role, ...Role[]], acting: number | null): Session => ({
  id: '3f0b8f5e-2c2e-4c36-9a3c-5f1f0b8c1d11',
  issuer: 'https://sign-in.example.org',
  subject: 'bank-nurse',
  accessToken: 'a',
  refreshToken: null,
  idToken: 'i',
  expiresAt: 0,
  name: 'Priya Nair',
  roles,
  acting,
});

describe('the role that is chosen first', () => {
  it.each<[readonly string[], number | null]>([
    [[], null],
    [['Porter'], null],
    [['out-of-hours clinician'], 1],
    [['Clinician'], 1],
    [['R8001'], 1],
    [['S8000:G8000:R8001'], 1],
    [['555021935814'], 2],
    [['clin'], null],
    [['Porter', 'Clinician', 'Nurse'], 1],
    // It means two of them: nobody guesses which, and no later hint decides it.
    [['Nurse', 'Clinician'], null],
    [['Community nurse', 'Clinician'], 2],
    [['—'], null],
  ])('of a nurse, a clinician and a community nurse, by the hints %j', (hints, index) => {
    expect(hintedRole([NURSE, CLINICIAN, COMMUNITY], hints)).toBe(index);
  });

  it('is one that somebody has, whatever the hints', () => {
    const names = fc.array(fc.constantFrom('Nurse', 'GP', 'Community nurse', ''), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(names, fc.array(fc.string()), (roles, hints) => {
        const index = hintedRole(
          roles.map((name) => role(name, { id: '' })),
          hints,
        );
        expect(index === null || index < roles.length).toBe(true);
      }),
    );
  });

  it('changes nothing for somebody who has one role, and keeps all roles to switch to', () => {
    expect(forOrganisation(session([NURSE], 0), { roleHints: ['Clinician'] })).toEqual(session([NURSE], 0));
    const both = forOrganisation(session([NURSE, CLINICIAN], null), { roleHints: ['Clinician'] });
    expect(both).toEqual(session([NURSE, CLINICIAN], 1));
  });
});

describe('the organisation of a computer', () => {
  const organisation = { odsCode: 'ZZ001', name: 'Example Lane Surgery' };

  it('is that of a role which names none, and takes the place of no other', () => {
    const nameless = role('Nurse', { odsCode: '', organisation: '' });
    const named = role('Nurse', { odsCode: '', organisation: 'Ward 7' });
    expect(forOrganisation(session([nameless, named, CLINICIAN], null), { organisation }).roles).toEqual([
      { ...nameless, odsCode: 'ZZ001', organisation: 'Example Lane Surgery' },
      { ...named, odsCode: 'ZZ001' },
      CLINICIAN,
    ]);
    expect(forOrganisation(session([nameless], 0), {})).toEqual(session([nameless], 0));
  });
});
