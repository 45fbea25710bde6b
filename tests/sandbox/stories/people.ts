import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import type { PlanPatient } from '../../../utils/plan/plan.ts';

/** The invented people of the drawing. Every NHS number is in the 999 test range and passes modulus 11. */
type Drawn = Pick<PlanPatient, 'nhsNumber' | 'familyName' | 'givenNames' | 'gender' | 'title' | 'preferredName'> & {
  readonly birthDate: string;
};

function person(drawn: Drawn, more: Partial<PlanPatient> = {}): PlanPatient {
  return { ...drawn, familyNames: [drawn.familyName], deceased: false, restricted: false, ...more };
}

/** The same person, as a page shows them. */
export function onPage({ nhsNumber, birthDate, familyName, givenNames }: PlanPatient): PatientIdentity {
  return { nhsNumber, birthDate, familyName, givenNames };
}

export const REED = person({
  nhsNumber: '9991045120',
  birthDate: '1938-07-14',
  familyName: 'Reed',
  givenNames: 'Margaret',
  title: 'Mrs',
  gender: 'Female',
  preferredName: 'Peggy',
});

export const OKONKWO = person({
  nhsNumber: '9992733187',
  birthDate: '1992-03-02',
  familyName: 'Okonkwo',
  givenNames: 'Daniel',
  title: 'Mr',
  gender: 'Male',
});

/** A child of 7 years and 6 months. */
export const ABARA_LYNCH = person({
  nhsNumber: '9994506714',
  birthDate: '2019-05-09',
  familyName: 'Abara-Lynch',
  givenNames: 'Isla',
  title: 'Miss',
  gender: 'Female',
});

/** A baby, whose age is in months and days. */
export const BABY = person({
  nhsNumber: '9990413711',
  birthDate: '2026-02-10',
  familyName: 'Osei',
  givenNames: 'Kofi',
  gender: 'Male',
});

export const WHITCOMBE = person({
  nhsNumber: '9995162040',
  birthDate: '1944-01-30',
  familyName: 'Whitcombe-Hargreaves',
  givenNames: 'Bartholomew Augustine',
  title: 'Mr',
  gender: 'Male',
});

/** As long as names come, with a word that no line can hold. */
export const LONG_NAME = person({
  nhsNumber: '9996284395',
  birthDate: '1958-10-21',
  familyName: 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren',
  givenNames: 'Maria del Carmen Concepción Guadalupe Anastasia-Philippa',
  title: 'Professor Emerita Dame',
  gender: 'Female',
  preferredName: 'Concepción-Anastasia “Connie” from the second floor',
});

export const EVANS = person({
  nhsNumber: '9997021576',
  birthDate: '1949-04-05',
  familyName: 'Evans',
  givenNames: 'Gwilym',
  title: 'Mr',
  gender: 'Male',
});

export const MORGAN = person({
  nhsNumber: '9998153263',
  birthDate: '1933-11-11',
  familyName: 'Morgan',
  givenNames: 'Elsie',
  title: 'Mrs',
  gender: 'Female',
});

export const LEVY = person({
  nhsNumber: '9991490825',
  birthDate: '1946-02-03',
  familyName: 'Levy',
  givenNames: 'Ruth',
  title: 'Dr',
  gender: 'Female',
});

export const FARRELL = person(
  {
    nhsNumber: '9993758108',
    birthDate: '1936-08-08',
    familyName: 'Farrell',
    givenNames: 'Joan',
    title: 'Mrs',
    gender: 'Female',
  },
  { deceased: '2026-11-19' },
);

export const HART = person(
  {
    nhsNumber: '9994839268',
    birthDate: '1983-09-16',
    familyName: 'Hart',
    givenNames: 'Amelia',
    title: 'Ms',
    gender: 'Female',
  },
  { restricted: true },
);

export const BAKER = person({
  nhsNumber: '9997148606',
  birthDate: '1939-01-12',
  familyName: 'Baker',
  givenNames: 'Thomas',
  title: 'Mr',
  gender: 'Male',
});

/** A name of another script, read from right to left. */
export const RIGHT_TO_LEFT = person({
  nhsNumber: '9991528474',
  birthDate: '1950-02-04',
  familyName: 'أحمد',
  givenNames: 'ناديا',
  title: 'Mrs',
  gender: 'Female',
});

export const AHMED = person({
  nhsNumber: '9991528474',
  birthDate: '1950-04-02',
  familyName: 'Ahmed',
  givenNames: 'Nadia',
  gender: 'Female',
});

export const GREEN: PatientIdentity = {
  nhsNumber: '9993740616',
  birthDate: null,
  familyName: 'Green',
  givenNames: 'Olive',
};
