import type { Hono } from 'hono';
import type { People, Person } from '../../../sandbox/people/person.ts';

/** A Sunday on which every test happens. */
export const TODAY = () => Temporal.PlainDate.from('2026-11-22');

const ordinary = {
  replacedNhsNumbers: [],
  title: 'Mrs',
  previousFamilyNames: [],
  gender: 'female',
  restricted: false,
  addressLines: ['3 Alder Way', 'Exampleton'],
  postcode: 'ZZ3 4BR',
  gpList: true,
} as const;

export const REED: Person = {
  ...ordinary,
  patientId: 'plan-service-id-of-reed',
  nhsNumber: '9991045120',
  givenNames: ['Margaret', 'Ann'],
  familyName: 'Reed',
  preferredName: 'Peggy',
  birthDate: '1938-07-14',
  phone: '01632 960122',
  careHome: 'willow-house',
  room: '7',
};

/** A name that breaks pages which forget to escape. */
export const MARKUP: Person = {
  ...ordinary,
  patientId: 'plan-service-id-of-markup',
  nhsNumber: '9992607939',
  givenNames: ["D'Arcy"],
  familyName: `O'Neil <img src=x onerror="alert(1)"> & Co`,
  birthDate: '1940-12-27',
  careHome: 'willow-house',
  room: '8',
  outOfHours: { calledAt: '2026-11-22T18:42:00+00:00', complaint: 'Pain <b>here</b>', priority: 'urgent' },
};

export const RESTRICTED: Person = {
  ...ordinary,
  patientId: 'plan-service-id-of-restricted',
  nhsNumber: '9995962837',
  givenNames: ['Arthur'],
  familyName: 'Bell',
  birthDate: '1937-10-03',
  restricted: true,
  addressLines: ['99 Secret Street'],
  deceased: '2026-01-02',
  careHome: 'the-laurels',
  room: '1',
  outOfHours: { calledAt: '2026-11-22T18:00:00+00:00', complaint: 'Fall', priority: 'routine' },
};

export const PEOPLE: People = {
  persons: [REED, MARKUP, RESTRICTED],
  careHomes: [
    { id: 'willow-house', name: 'Willow House', odsCode: 'ZZ101', phone: '01632 960140' },
    { id: 'the-laurels', name: 'The Laurels', odsCode: 'ZZ102', phone: '01632 960141' },
  ],
  practice: { name: 'Example Lane Surgery', odsCode: 'ZZ001', phone: '01632 960150' },
  outOfHoursProvider: { name: 'Nightjar Out-of-Hours', odsCode: 'ZZ002', phone: '020 7946 0111' },
};

/** Somebody signed in: requests carry the session's cookie. */
export type Visit = {
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, fields: Record<string, string>) => Promise<Response>;
};

/** Signs in with any name and password. */
export async function signedIn(app: Hono, fields: Record<string, string> = {}): Promise<Visit> {
  const body = new URLSearchParams({ username: 'a.tester', password: 'anything', ...fields });
  const answer = await app.request('/login', { method: 'POST', body });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    get: async (path) => app.request(path, { headers: { cookie } }),
    post: async (path, sent) =>
      app.request(path, { method: 'POST', body: new URLSearchParams(sent), headers: { cookie } }),
  };
}

/** A page's markup must not carry the markup in the name. */
export const LIVE_MARKUP = /<img src=x|<b>here/;
