import type { CareHome, People } from '../people/person.ts';

/** What somebody may act in, and whom and what they see in it. */
export type Role = {
  /** Digits, as a user role profile of the Spine is named (`NHSD-Session-URID`). */
  readonly id: string;
  readonly role: string;
  readonly organisation: string;
  readonly odsCode: string;
  /** Whose plans may be asked for. */
  readonly reach: 'practiceList' | 'everyone' | 'ownHome' | 'nobody';
  /** Id of the home, where `reach` is `ownHome`. */
  readonly careHome?: string;
  /** Titles of the sections kept from this role. */
  readonly withheld: readonly string[];
};

/** Somebody who can sign in to the sandbox. Nobody here exists. */
export type Account = {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly roles: readonly [Role, ...Role[]];
};

/** What a care assistant is not shown (docs/plan-service.md names the sections). */
const NOT_FOR_CARE_ASSISTANTS = ['Significant conditions', 'Prognosis', 'Medicines'];

function atPractice({ name: organisation, odsCode }: People['practice']): readonly Account[] {
  const both = { organisation, odsCode, withheld: [] };
  return [
    {
      username: 'gp',
      password: 'gp-sandbox',
      name: 'Dr Hannah Okafor',
      roles: [{ id: '555021935107', role: 'GP', ...both, reach: 'practiceList' }],
    },
    {
      username: 'receptionist',
      password: 'receptionist-sandbox',
      name: 'Sam Petrie',
      roles: [{ id: '555021935208', role: 'Receptionist', ...both, reach: 'nobody' }],
    },
  ];
}

function clinicianAt({ name: organisation, odsCode }: People['outOfHoursProvider'], id: string): Role {
  return { id, role: 'Out-of-hours clinician', organisation, odsCode, reach: 'everyone', withheld: [] };
}

function nurseAt({ id: careHome, name: organisation, odsCode }: CareHome, id: string): Role {
  return { id, role: 'Nurse', organisation, odsCode, reach: 'ownHome', careHome, withheld: [] };
}

function assistantAt(home: CareHome, id: string): Role {
  return { ...nurseAt(home, id), role: 'Care assistant', withheld: NOT_FOR_CARE_ASSISTANTS };
}

/**
 * The accounts of the sandbox: one for each role that the plan service treats differently, and one for somebody who has
 * two of them and says which one acts.
 *
 * @param people the practice, the out-of-hours provider and at least one care home
 * @throws if there is no care home
 */
export function accountsOf({ practice, outOfHoursProvider, careHomes }: People): readonly Account[] {
  const [home] = careHomes;
  if (home === undefined) throw new Error('The sandbox needs a care home');
  return [
    ...atPractice(practice),
    {
      username: 'out-of-hours',
      password: 'out-of-hours-sandbox',
      name: 'Dr Tomas Lind',
      roles: [clinicianAt(outOfHoursProvider, '555021935309')],
    },
    {
      username: 'carer',
      password: 'carer-sandbox',
      name: 'Joy Mensah',
      roles: [assistantAt(home, '555021935410')],
    },
    {
      username: 'nurse',
      password: 'nurse-sandbox',
      name: 'Grace Whitlow',
      roles: [nurseAt(home, '555021935511')],
    },
    {
      username: 'bank-nurse',
      password: 'bank-nurse-sandbox',
      name: 'Priya Nair',
      roles: [nurseAt(home, '555021935612'), clinicianAt(outOfHoursProvider, '555021935713')],
    },
  ];
}
