import type { People } from '../people/person.ts';

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

/**
 * The accounts of the sandbox: one for each role that the plan service treats differently.
 *
 * @param people the practice, the out-of-hours provider and at least one care home
 */
export function accountsOf(people: People): readonly Account[] {
  const { practice, outOfHoursProvider } = people;
  const home = people.careHomes[0];
  if (home === undefined) throw new Error('The sandbox needs a care home');
  const atPractice = { organisation: practice.name, odsCode: practice.odsCode, withheld: [] };
  const atHome = { organisation: home.name, odsCode: home.odsCode, reach: 'ownHome', careHome: home.id } as const;
  return [
    {
      username: 'gp',
      password: 'gp-sandbox',
      name: 'Dr Hannah Okafor',
      role: 'GP',
      ...atPractice,
      reach: 'practiceList',
    },
    {
      username: 'out-of-hours',
      password: 'out-of-hours-sandbox',
      name: 'Dr Tomas Lind',
      role: 'Out-of-hours clinician',
      organisation: outOfHoursProvider.name,
      odsCode: outOfHoursProvider.odsCode,
      reach: 'everyone',
      withheld: [],
    },
    {
      username: 'carer',
      password: 'carer-sandbox',
      name: 'Joy Mensah',
      role: 'Care assistant',
      ...atHome,
      withheld: NOT_FOR_CARE_ASSISTANTS,
    },
    { username: 'nurse', password: 'nurse-sandbox', name: 'Grace Whitlow', role: 'Nurse', ...atHome, withheld: [] },
    {
      username: 'receptionist',
      password: 'receptionist-sandbox',
      name: 'Sam Petrie',
      role: 'Receptionist',
      ...atPractice,
      reach: 'nobody',
    },
  ];
}
