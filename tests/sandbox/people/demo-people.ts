import type { Person } from './person.ts';

/** What is fixed about somebody of the demo; the rest comes from the seed. */
export type DemoPerson = Omit<Person, 'patientId' | 'outOfHours'> & { readonly inQueue: boolean };

const nothingSpecial = { replacedNhsNumbers: [], previousFamilyNames: [], restricted: false } as const;

/** In the GP record. */
export const MARGARET_REED: DemoPerson = {
  ...nothingSpecial,
  nhsNumber: '9991045120',
  title: 'Mrs',
  givenNames: ['Margaret'],
  familyName: 'Reed',
  preferredName: 'Peggy',
  birthDate: '1938-07-14',
  gender: 'female',
  addressLines: ['3 Alder Way', 'Exampleton'],
  postcode: 'ZZ3 4BR',
  phone: '01632 960122',
  gpList: true,
  inQueue: false,
};

/** Ringing tonight; of another practice. */
export const PATRICK_DOYLE: DemoPerson = {
  ...nothingSpecial,
  nhsNumber: '9992607939',
  title: 'Mr',
  givenNames: ['Patrick', 'Joseph'],
  familyName: 'Doyle',
  preferredName: 'Paddy',
  birthDate: '1940-12-27',
  gender: 'male',
  addressLines: ['41 Canal Side', 'Exampleton'],
  postcode: 'ZZ6 2QD',
  phone: '01632 960128',
  gpList: false,
  inQueue: true,
};

/** Living at Willow House. */
export const ARTHUR_BELL: DemoPerson = {
  ...nothingSpecial,
  nhsNumber: '9995962837',
  title: 'Mr',
  givenNames: ['Arthur'],
  familyName: 'Bell',
  birthDate: '1937-10-03',
  gender: 'male',
  addressLines: ['Willow House', '1 Millpond Road', 'Exampleton'],
  postcode: 'ZZ1 1AA',
  phone: '01632 960140',
  careHome: 'willow-house',
  room: '7',
  gpList: true,
  inQueue: false,
};

/** The three people every demo begins with: one for each clinical system of the sandbox. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [MARGARET_REED, PATRICK_DOYLE, ARTHUR_BELL];
