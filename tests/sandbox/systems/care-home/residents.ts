import type { CareHome, People, Person } from '../../people/person.ts';
import { randomFrom } from '../../people/random.ts';

/** Somebody living in the home, under an id of the product's own. */
export type Resident = { readonly id: string; readonly person: Person; readonly room: string };

/** A daily note; `date` is ISO. */
export type Note = { readonly date: string; readonly by: string; readonly text: string };

/** A home with its residents by room, as one member of staff sees it. */
export type Home = { readonly home: CareHome; readonly residents: readonly Resident[]; readonly user: string };

/** The homes by id. Residents without a room come last. */
export function homesOf(people: People): ReadonlyMap<string, Omit<Home, 'user'>> {
  return new Map(people.careHomes.map((home) => [home.id, { home, residents: residentsOf(people, home.id) }]));
}

function residentsOf(people: People, home: string): readonly Resident[] {
  return people.persons
    .filter((person) => person.careHome === home)
    .map((person) => ({ id: residentId(person), person, room: person.room ?? '' }))
    .toSorted((a, b) => (Number.parseInt(a.room, 10) || 999) - (Number.parseInt(b.room, 10) || 999));
}

/** Twelve hexadecimal digits: with 48 bits, two residents alike are not to be expected among a few hundred. */
function residentId(person: Person): string {
  return randomFrom(1, `resident:${person.nhsNumber}`).uuid().replaceAll('-', '').slice(0, 12);
}

/** `MR` for Margaret Reed, for the place where a photograph would be. */
export function initials({ givenNames, familyName }: Person): string {
  const letters = [givenNames[0] ?? '', familyName].map((name) => [...name].find((sign) => /\p{L}/u.test(sign)) ?? '');
  return letters.join('').toUpperCase();
}
