/**
 * The plan as the sidebar needs it: FHIR-free, every item saying whether it was recorded, stated as none,
 * not recorded, or could not be read (design.md §7). Built only by `read-document.ts`.
 */

/** Who said something, and when. Every field may be missing from the document. */
export type Statement = {
  /** ISO date or date-time as sent. */
  readonly date?: string;
  /** Name of the author, with role where the document has one: `Dr Anjali Rao, GP`. */
  readonly by?: string;
  /** Organisation of the author. */
  readonly organisation?: string;
  /** The author's telephone number, as sent. */
  readonly phone?: string;
};

/** One item of the plan. `T` is what was recorded. Absence is always one of three different things. */
export type Told<T> =
  | { readonly state: 'recorded'; readonly value: T; readonly source: Statement }
  | { readonly state: 'statedNone'; readonly source: Statement }
  | { readonly state: 'notRecorded' }
  /** Kept from view to protect a restricted patient, or withheld by the service for this role. */
  | { readonly state: 'hidden'; readonly why: 'restricted' | 'role' }
  | { readonly state: 'unreadable' };

/** What one statement on CPR says. `unknown` keeps the words that came, never a guess. */
export type CprStatement = {
  readonly says: 'notForCpr' | 'forCpr' | 'modifiedCpr' | 'unknown';
  /** The author's own words: reason, circumstances, or for `modifiedCpr` what to do. */
  readonly words?: string;
  /** For `unknown`: the display or text that was sent. */
  readonly sentAs?: string;
  readonly source: Statement;
};

export type CprDecision =
  | { readonly state: 'notForCpr' | 'forCpr' | 'modifiedCpr' | 'unknown'; readonly statement: CprStatement }
  | { readonly state: 'conflicting'; readonly statements: readonly CprStatement[] }
  | { readonly state: 'notRecorded' }
  | { readonly state: 'unreadable' };

/** The four levels of the NHS EPaCCS questionnaire, in their exact words (facts/domain.md B4), or other words as sent. */
export type TreatmentLevel =
  | { readonly level: 'comfort' | 'home' | 'hospital' | 'intensive'; readonly words?: string }
  | { readonly level: 'unknown'; readonly words: string };

export type AnticipatoryMedicines = {
  /** Names and doses in the author's words. */
  readonly medicines: readonly string[];
  readonly issued?: string;
  /** Where they are kept, in the author's words; absent where the document does not say. */
  readonly keptAt?: string;
  readonly words?: string;
};

/** A person or team to ring. */
export type Contact = {
  readonly name: string;
  /** `daughter`, `community palliative team`, … */
  readonly relationship?: string;
  readonly phones: readonly string[];
  readonly words?: string;
};

export type Symptom = {
  readonly symptom: string;
  /** What to do, in the author's words. */
  readonly action: string;
  readonly treatmentLevel?: string;
  readonly source: Statement;
};

export type PlacePreference = {
  /** Display of the code, or the text as sent. */
  readonly place: string;
  readonly words?: string;
};

export type WhatMatters = {
  readonly values?: string;
  readonly avoids?: string;
  readonly wishes?: string;
};

/** ReSPECT focus and recommendations. */
export type EmergencyTreatment = {
  /** 1 = sustain life, 100 = comfort (ReSPECT scale). */
  readonly focusScale?: number;
  readonly focus?: string;
  readonly recommendations: readonly string[];
};

/** A section whose content is shown as its author wrote it, as text. */
export type NarrativeSection = {
  readonly title: string;
  readonly state: 'recorded' | 'statedNone' | 'notRecorded' | 'hidden' | 'unreadable';
  /** Paragraphs of plain text, markup taken out. */
  readonly paragraphs: readonly string[];
};

/** Where the plan comes from and how old it is. */
export type Provenance = {
  readonly title: string;
  readonly author: Statement;
  readonly approval: 'approved' | 'draft';
  readonly version?: string;
  readonly reviewed?: Statement;
  /** ISO date. */
  readonly reviewDue?: string;
  readonly custodian?: string;
  /** Last change as the service states it (`Composition.date`). */
  readonly lastUpdated?: string;
};

/** The person inside the plan document. */
export type PlanPatient = {
  readonly nhsNumber: string;
  readonly birthDate: string | null;
  readonly familyName: string;
  readonly givenNames: string;
  readonly title?: string;
  readonly preferredName?: string;
  /** Every family name, current and previous, for agreement (design.md §5). */
  readonly familyNames: readonly string[];
  /** FHIR administrative gender, in words: `Female`. */
  readonly gender?: string;
  /** `true` where only `deceasedBoolean` is known, else the date. */
  readonly deceased: false | true | string;
  readonly restricted: boolean;
};

export type Plan = {
  readonly patient: PlanPatient;
  readonly provenance: Provenance;
  readonly cprDecision: CprDecision;
  readonly treatmentLevel: Told<TreatmentLevel>;
  readonly emergencyTreatment: Told<EmergencyTreatment>;
  readonly symptoms: Told<readonly Symptom[]>;
  readonly anticipatoryMedicines: Told<AnticipatoryMedicines>;
  /** In the order to ring. */
  readonly contacts: Told<readonly Contact[]>;
  /** First choice, then second. */
  readonly placeOfCare: Told<readonly PlacePreference[]>;
  readonly placeOfDeath: Told<readonly PlacePreference[]>;
  readonly whatMatters: Told<WhatMatters>;
  /** Every other section of the document, in its order, as its author wrote it. */
  readonly otherSections: readonly NarrativeSection[];
  /** Names of the parts that could not be read; said on top (S11). */
  readonly unreadable: readonly string[];
};

/** A pointer to a plan another organisation holds. Never fetched, never a link. */
export type PlanElsewhere = {
  readonly title: string;
  readonly custodian?: string;
  readonly date?: string;
};
