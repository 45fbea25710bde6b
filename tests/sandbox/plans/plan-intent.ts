/** What the author of a plan meant, free of FHIR. Missing means not recorded; `'none'` means stated as none. */
export type PlanIntent = {
  readonly author: Author;
  readonly status: 'approved' | 'draft' | 'enteredInError';
  readonly version: string;
  /** ISO dates. */
  readonly changed: string;
  readonly reviewed?: string;
  readonly reviewDue?: string;
  readonly revoked: boolean;
  /** No statement: not recorded. More than one: conflicting. */
  readonly cpr: readonly CprIntent[];
  readonly treatmentLevel?: string;
  readonly focusScale?: number;
  readonly recommendations?: string;
  readonly symptoms:
    | readonly { readonly symptom: string; readonly action: string; readonly treatmentLevel?: string }[]
    | 'none';
  readonly anticipatoryMedicines?:
    | {
        readonly issued: string;
        readonly medicines: readonly string[];
        readonly keptAt?: string;
        readonly words?: string;
      }
    | 'none';
  readonly contacts: readonly ContactIntent[];
  readonly placeOfCare: readonly { readonly place: string; readonly words?: string }[];
  readonly placeOfDeath: readonly { readonly code: string; readonly place: string; readonly words?: string }[];
  readonly whatMatters?: { readonly values?: string; readonly avoids?: string; readonly wishes?: string };
  readonly adrt?: { readonly code: string; readonly words: string };
  readonly proxy?: { readonly type: string; readonly status: 'present' | 'absent' };
  readonly capacity?: string;
  readonly involved?: string;
  readonly allergies: readonly { readonly substance: string; readonly reaction?: string }[] | 'none' | undefined;
  readonly medicines: readonly { readonly name: string; readonly dosage: string }[] | 'none' | undefined;
  readonly conditions: readonly { readonly name: string; readonly since?: string }[];
  readonly prognosis?: { readonly code: string; readonly words: string };
  readonly alerts: readonly string[];
  readonly access?: string;
  /** Language in which the person needs an interpreter. */
  readonly interpreter?: string;
  readonly otherDocuments: readonly { readonly name: string; readonly location: string; readonly source: string }[];
  /** Titles of sections that were damaged on the way (state `partial`). */
  readonly damaged: readonly string[];
};

export type Author = {
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly phone: string;
};

/** Somebody to ring. A `team` is a CareTeam, a `professional` a PractitionerRole, everybody else a RelatedPerson. */
export type ContactIntent = {
  readonly name: string;
  readonly relationship: string;
  readonly phones: readonly string[];
  readonly kind?: 'team' | 'professional';
  /** Teams only. */
  readonly words?: string;
};

export type CprIntent = {
  readonly says: 'notForCpr' | 'forCpr' | 'modifiedCpr' | 'unknown';
  /** SNOMED CT code. None for `modifiedCpr`; for `unknown` only where a code came that is no CPR decision, `words` then being its display. */
  readonly code?: string;
  readonly words: string;
  readonly date: string;
  readonly author: Author;
};
