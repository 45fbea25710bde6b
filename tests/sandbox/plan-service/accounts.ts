import type { CareHome, People } from '../people/person.ts';

/** Somebody who can sign in to the sandbox. Nobody here exists. */
export type Account = {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly odsCode: string;
  /** Whose plans the account may ask for. */
  readonly reach: 'practiceList' | 'everyone' | 'ownHome' | 'nobody';
  /** Id of the home, where `reach` is `ownHome`. */
  readonly careHome?: string;
  /** Titles of the sections kept from this role. */
  readonly withheld: readonly string[];
};

/** What a care assistant is not shown (docs/plan-service.md names the sections). */
const NOT_FOR_CARE_ASSISTANTS = ['Significant conditions', 'Prognosis', 'Medicines'];

function atPractice({ name: organisation, odsCode }: People['practice']): readonly Account[] {
  const both = { organisation, odsCode, withheld: [] };
  return [
    { username: 'gp', password: 'gp-sandbox', name: 'Dr Hannah Okafor', role: 'GP', ...both, reach: 'practiceList' },
    {
      username: 'receptionist',
      password: 'receptionist-sandbox',
      name: 'Sam Petrie',
      role: 'Receptionist',
      ...both,
      reach: 'nobody',
    },
  ];
}

function outOfHours({ name: organisation, odsCode }: People['outOfHoursProvider']): Account {
  return {
    username: 'out-of-hours',
    password: 'out-of-hours-sandbox',
    name: 'Dr Tomas Lind',
    role: 'Out-of-hours clinician',
    organisation,
    odsCode,
    reach: 'everyone',
    withheld: [],
  };
}

function atHome({ id: careHome, name: organisation, odsCode }: CareHome): readonly Account[] {
  const both = { organisation, odsCode, reach: 'ownHome', careHome } as const;
  return [
    {
      username: 'carer',
      password: 'carer-sandbox',
      name: 'Joy Mensah',
      role: 'Care assistant',
      ...both,
      withheld: NOT_FOR_CARE_ASSISTANTS,
    },
    { username: 'nurse', password: 'nurse-sandbox', name: 'Grace Whitlow', role: 'Nurse', ...both, withheld: [] },
  ];
}

/**
 * The accounts of the sandbox: one for each role that the plan service treats differently.
 *
 * @param people the practice, the out-of-hours provider and at least one care home
 * @throws if there is no care home
 */
export function accountsOf({ practice, outOfHoursProvider, careHomes }: People): readonly Account[] {
  const [home] = careHomes;
  if (home === undefined) throw new Error('The sandbox needs a care home');
  return [...atPractice(practice), outOfHours(outOfHoursProvider), ...atHome(home)];
}
