/**
 * Who a page or a plan says a patient is. The only shape in which a patient travels between the rooms.
 * Every value is already normalised: parse with the neighbours of this file, never by hand.
 */
export type PatientIdentity = {
  /** 10 digits, no spaces, modulus 11 checked (`nhs-number.ts`). */
  readonly nhsNumber: string;
  /** ISO `YYYY-MM-DD`; `null` where the page shows none. */
  readonly birthDate: string | null;
  /** As shown, without title, e.g. `O’Neill-Brown`; `null` where the page shows no name. */
  readonly familyName: string | null;
  /** As shown, e.g. `Mary Ann`; empty where only the family name is known. */
  readonly givenNames: string;
};
