import type { Session } from '../../../utils/session/session.ts';

/** A nurse with two roles; every token of hers is a word that stands nowhere else. */
export const nurse: Session = {
  id: 'e6b1a2c4-5d3f-4a7b-8c9d-0e1f2a3b4c5d',
  issuer: 'https://login.example',
  subject: 'nurse',
  accessToken: 'access-of-the-nurse',
  refreshToken: 'refresh-of-the-nurse',
  idToken: 'id-of-the-nurse',
  expiresAt: Date.parse('2026-11-02T08:05:00Z'),
  name: 'Ifẹ́ Adeyemi',
  roles: [
    { id: '100', role: 'Nurse', organisation: 'Exampleton', odsCode: 'X26' },
    { id: '200', role: 'Nurse', organisation: 'Sampleton', odsCode: 'X27' },
  ],
  acting: 0,
};

/** Somebody else. */
export const doctor: Session = {
  ...nurse,
  id: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed',
  subject: 'doctor',
  accessToken: 'access-of-the-doctor',
  refreshToken: 'refresh-of-the-doctor',
  idToken: 'id-of-the-doctor',
  name: 'Sam Fernandes',
};
