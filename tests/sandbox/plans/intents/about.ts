import { ageOn } from '../../people/dates.ts';
import type { CareHome, People, Person } from '../../people/person.ts';
import { type Random, randomFrom } from '../../people/random.ts';

/** Whom a plan is about, with the choices that are theirs alone. */
export type About = {
  readonly person: Person;
  readonly careHome?: CareHome;
  readonly child: boolean;
  readonly today: string;
  readonly random: Random;
};

/** Everybody's plan has its own choices, so one plan more changes no other. */
export function about(person: Person, people: People, seed: number, today: string): About {
  const careHome = people.careHomes.find((home) => home.id === person.careHome);
  return {
    person,
    ...(careHome === undefined ? {} : { careHome }),
    child: ageOn(person.birthDate, today) < 18,
    today,
    random: randomFrom(seed, `plan:${person.patientId}`),
  };
}

/** What the staff call somebody. */
export function calledName({ title, givenNames, familyName, preferredName }: Person): string {
  return preferredName ?? givenNames[0] ?? `${title} ${familyName}`.trim();
}
