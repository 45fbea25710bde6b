import type { People, Person } from '../../people/person.ts';
import { doctorFor } from '../shared/staff.ts';
import type { Today } from '../shared/wording.ts';
import { appointmentBook } from './appointments.ts';

/** One line of a list: results, appointments, recently opened. */
export function listLine(person: Person): Record<string, unknown> {
  return {
    nhsNumber: person.nhsNumber,
    familyName: person.familyName,
    givenNames: person.givenNames,
    title: person.title,
    birthDate: person.birthDate,
    gender: person.gender,
    deceased: person.deceased ?? null,
    restricted: person.restricted,
  };
}

/** What the banner shows; a restricted person's address and telephone never leave the server. */
export function identityOf(person: Person): Record<string, unknown> {
  return {
    ...listLine(person),
    preferredName: person.preferredName ?? null,
    address: person.restricted ? null : [...person.addressLines, person.postcode].join(', '),
    phone: person.restricted ? null : (person.phone ?? null),
    usualDoctor: doctorFor(person.nhsNumber),
    registeredHere: person.gpList,
  };
}

/** Today's appointments as the page shows them. */
export function appointmentLines(people: People, today: Today): readonly Record<string, unknown>[] {
  return appointmentBook(people.persons, today()).map(({ person, ...appointment }) => ({
    ...appointment,
    ...listLine(person),
  }));
}
