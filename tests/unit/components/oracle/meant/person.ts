import type { Person } from '../../../../sandbox/people/person.ts';
import { age, day } from './days.ts';
import { fact, type Lines } from './section.ts';

const GENDERS: Readonly<Record<Person['gender'], string>> = {
  female: 'Female',
  male: 'Male',
  other: 'Other',
  unknown: 'Not known',
};

/** `REED, Margaret`, as it is also said aloud. */
export function calledInFull({ familyName, givenNames }: Person): string {
  return [familyName.toUpperCase(), ...(givenNames.length > 0 ? [givenNames.join(' ')] : [])].join(', ');
}

/** 3 3 4, with spaces. */
export function inGroups(nhsNumber: string): string {
  return [nhsNumber.slice(0, 3), nhsNumber.slice(3, 6), nhsNumber.slice(6)].join(' ');
}

function death({ birthDate, deceased }: Person): Lines {
  if (deceased === undefined) return [];
  if (deceased === true) return fact('Died', 'Date not recorded', 'died');
  return [...fact('Died', day(deceased), 'died'), ...fact('Age at Death', age(birthDate, deceased), 'age-at-death')];
}

/** The banner: who, born when and so how old, of which gender, under which number, called what. */
export function meantPerson(person: Person, today: string): Lines {
  const { birthDate, deceased, gender, nhsNumber, preferredName, title } = person;
  const named = calledInFull(person);
  const born = deceased === undefined ? `${day(birthDate)} (${age(birthDate, today)})` : day(birthDate);
  const facts = [
    ...fact('Born', born, 'born'),
    ...death(person),
    ...fact('Gender', GENDERS[gender], 'gender'),
    ...fact('NHS No.', inGroups(nhsNumber), 'nhs-number'),
    ...(preferredName === undefined ? [] : fact('Preferred name', preferredName, 'preferred-name')),
  ];
  return [
    ...(deceased === undefined ? [] : ['identity: (died)']),
    `name > h1: ${title === '' ? named : `${named} (${title})`}`,
    // Every number of the sandbox is of the range that is never issued.
    'test-patient: Test patient',
    ...facts.map((line) => (line.startsWith('dt: ') ? `identity > ${line}` : line)),
  ];
}
