import { NAME_STOCKS } from '../../people/names.ts';
import { dramaPhone } from '../../people/new-person.ts';
import type { ContactIntent } from '../plan-intent.ts';
import { RELATIONSHIPS } from '../wording/background-wording.ts';
import type { About } from './about.ts';

const FEMALE = ['wife', 'daughter', 'sister', 'niece', 'mother', 'neighbour, has a key'];
const MALE = ['husband', 'son', 'father'];

function relative({ random, person }: About, relationship: string): ContactIntent {
  const stock =
    NAME_STOCKS.find(({ family }) => family.includes(person.familyName)) ?? random.pick(NAME_STOCKS.slice(0, 10));
  const female = FEMALE.includes(relationship) || (!MALE.includes(relationship) && random.chance(0.5));
  const given = random.pick(female ? stock.female : stock.male);
  const family = random.chance(0.6) ? person.familyName : random.pick(stock.family);
  return {
    name: `${given} ${family}`,
    relationship,
    phones: random.chance(0.3) ? [dramaPhone(random), dramaPhone(random)] : [dramaPhone(random)],
  };
}

const PALLIATIVE_TEAM: ContactIntent = {
  kind: 'team',
  name: 'Riverside Community Palliative Team',
  relationship: 'Community palliative team, day and night',
  phones: ['01632 960145'],
  words: 'Ring first at night, before 111.',
};

const CHILDRENS_TEAM: ContactIntent = {
  kind: 'team',
  name: 'Exampleton Children’s Community Nursing',
  relationship: 'Community nurse, 24 hours',
  phones: ['01632 960188'],
};

const PROFESSIONALS: readonly ContactIntent[] = [
  { kind: 'professional', name: 'Dr Anjali Rao', relationship: 'GP, Example Lane Surgery', phones: ['01632 960150'] },
  { kind: 'professional', name: 'Haematology on call', relationship: 'Hospital specialist', phones: ['01632 960177'] },
  { kind: 'professional', name: 'Tomasz Źrebiec', relationship: 'Clinical nurse specialist', phones: ['07700 900145'] },
];

function nurseInCharge({ careHome }: About): ContactIntent[] {
  if (careHome === undefined) return [];
  return [
    {
      kind: 'team',
      name: 'Nurse in charge',
      relationship: careHome.name,
      phones: [careHome.phone],
      words: 'Day and night.',
    },
  ];
}

/** Those to ring, in the order to ring: care home, family, teams, professionals. */
export function contactIntents(who: About): readonly ContactIntent[] {
  const { random, child } = who;
  if (child) return [CHILDRENS_TEAM, relative(who, 'mother'), ...(random.chance(0.6) ? [relative(who, 'father')] : [])];
  const spouse = who.person.gender === 'female' ? 'husband' : 'wife';
  const closest = random.pick([[spouse], [spouse], ['partner'], []]);
  const relationships = [...closest, ...random.sample(RELATIONSHIPS, random.integer(1, 2))];
  const team = random.chance(0.6) ? [PALLIATIVE_TEAM] : [];
  const family = relationships.map((relationship) => relative(who, relationship));
  const order = random.chance(0.3) ? [...team, ...family] : [...family, ...team];
  return [...nurseInCharge(who), ...order, ...random.sample(PROFESSIONALS, random.integer(0, 2))];
}
