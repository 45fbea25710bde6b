import type { Person } from '../../../../sandbox/people/person.ts';
import type { PointerRecord } from '../../../../sandbox/plans/plan-record.ts';
import { age, day } from './days.ts';
import { type Asked, meantElsewhere } from './origin.ts';
import { calledInFull, inGroups } from './person.ts';
import { fact, type Lines } from './section.ts';

const SAYS_NOTHING = 'This does not mean “for CPR”.';

/** Who is open, as the page says: nothing of a plan has been compared with it. */
function who(person: Person, today: string): Lines {
  const { birthDate, nhsNumber } = person;
  const facts = [
    ...fact('Born', `${day(birthDate)} (${age(birthDate, today)})`, 'born'),
    ...fact('NHS No.', inGroups(nhsNumber), 'nhs-number'),
  ];
  const labelled = facts.map((line) => (line.startsWith('dt: ') ? `identity > ${line}` : line));
  return [`name > h1: ${calledInFull(person)}`, ...labelled];
}

/** All plans of this person are drafts, or were withdrawn: nothing of them is shown. */
export function meantWithoutPlan(
  person: Person,
  hasDraft: boolean,
  pointers: readonly PointerRecord[],
  asked: Asked,
): Lines {
  const { service, clock, today } = asked;
  const why = hasDraft ? 'Only a draft exists, not yet approved.' : 'The plan has been withdrawn.';
  return [
    ': (noCurrentPlan)',
    `status: (unseen) No current plan for ${calledInFull(person)}. ${why} ${SAYS_NOTHING}`,
    'alert: (unseen)',
    ': (reading)',
    'link: Reading this page',
    'link-cause: Not compared with a plan',
    ...who(person, today),
    'answer: (no-plan)',
    'verdict > h2: No current plan',
    `order: ${why}`,
    `about: ${SAYS_NOTHING}`,
    `answer: ${service} was asked at ${clock}.`,
    ...meantElsewhere(pointers, asked, true),
    'h2: Also worth asking',
    'li: The person, family or care home: is there a form at home?',
    'li: The GP record: care plan, ReSPECT or DNACPR entries',
    'signed-in-as: Sam Patel, GP, Example Lane Surgery',
    'button: Find',
    'button: Hide now',
    'button: Lock',
    'button: Sign out',
  ];
}
