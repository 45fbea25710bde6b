/**
 * The plan as the sidebar needs it: FHIR-free, every item saying whether it was recorded, stated as none,
 * not recorded, or could not be read (docs/plan-service.md, “The document”). Built only by `read-document.ts`.
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

/** Sections the reader takes apart, by the titles of docs/plan-service.md; a document may have others. */
export const SECTION_TITLES = {
  cpr: 'CPR decision',
  treatment: 'Emergency care and treatment',
  symptoms: 'Symptoms and what to do',
  anticipatoryMedicines: 'Anticipatory medicines',
  contacts: 'Whom to call',
  placeOfCare: 'Preferred place of care',
  placeOfDeath: 'Preferred place of death',
  whatMatters: 'What matters to me',
  advanceDecisions: 'Advance decisions',
  allergies: 'Allergies',
  medicines: 'Medicines',
  conditions: 'Significant conditions',
  prognosis: 'Prognosis',
  alerts: 'Alerts and access to home',
  otherDocuments: 'Other documents',
} as const;

export type SectionKey = keyof typeof SECTION_TITLES;

/** What one statement on CPR says. `unknown` keeps the words that came, never a guess. */
export type CprStatement = {
  readonly says: 'notForCpr' | 'forCpr' | 'modifiedCpr' | 'unknown';
  /** Taken from the author's narrative, because it says something else than the coded entries. */
  readonly inWords?: true;
  /** The author's own words: reason, circumstances, or for `modifiedCpr` what to do. */
  readonly words?: string;
  /** When this statement is to be reviewed, ISO. */
  readonly reviewDue?: string;
  /** For `unknown`: the display or text that was sent. */
  readonly sentAs?: string;
  readonly source: Statement;
};

export type CprDecision =
  | { readonly state: 'notForCpr' | 'forCpr' | 'modifiedCpr' | 'unknown'; readonly statement: CprStatement }
  | { readonly state: 'conflicting'; readonly statements: readonly CprStatement[] }
  /** Nothing is coded, but words somewhere in the plan are about CPR: they are shown, never interpreted. */
  | { readonly state: 'inWordsOnly'; readonly mentions: readonly CprMention[] }
  | { readonly state: 'notRecorded' }
  /** The service keeps it from this role. */
  | { readonly state: 'hidden' }
  | { readonly state: 'unreadable' };

/** Words about CPR, and the title of the section they stand in. */
export type CprMention = { readonly section: string; readonly words: string };

/** The four levels of the NHS EPaCCS questionnaire, in their exact words, or other words as sent. */
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

/** A decision to refuse treatment in advance: the display of its code, and the author's words. */
export type Refusal = { readonly says: string; readonly words?: string; readonly source: Statement };

/** Somebody who may decide for the person: the kind of power, whether there is one, in words as sent. */
export type LegalProxy = { readonly kind: string; readonly status?: string };

export type AdvanceDecisions = {
  readonly refusals: readonly Refusal[];
  readonly proxies: readonly LegalProxy[];
  /** Mental capacity for these decisions, in words as sent. */
  readonly capacity?: string;
  /** Who was involved in the decisions. */
  readonly involved?: string;
};

export type Allergy = { readonly substance: string; readonly reaction?: string; readonly words?: string };

export type Medicine = { readonly name: string; readonly dosage?: string };

export type KnownCondition = {
  readonly name: string;
  /** ISO date, possibly without day and month, or words. */
  readonly since?: string;
  readonly words?: string;
};

export type Prognosis = { readonly says: string; readonly words?: string };

export type Alerts = {
  readonly alerts: readonly string[];
  /** How to get in, in the author's words. */
  readonly access?: string;
};

/** A form or paper that lies somewhere: what, where, whose. */
export type OtherDocument = { readonly name: string; readonly location?: string; readonly heldBy?: string };

/** A section whose content is shown as its author wrote it, as text. */
export type NarrativeSection = {
  readonly title: string;
  readonly state: 'recorded' | 'statedNone' | 'notRecorded' | 'hidden' | 'unreadable';
  /** Paragraphs of plain text, markup taken out. */
  readonly paragraphs: readonly string[];
  /** What its entries say beside that, line by line, in the words and displays that were sent. */
  readonly coded?: readonly string[];
};

/** Where the plan comes from and how old it is. */
export type Provenance = {
  /** Stays the same over the versions of one plan. */
  readonly planId: string;
  readonly title: string;
  /** The kind of document as sent, where it is none of the kinds of plan Planside knows. */
  readonly otherKind?: string;
  readonly author: Statement;
  /** Whoever wrote it with them. */
  readonly otherAuthors?: readonly string[];
  readonly approval: 'approved' | 'draft';
  readonly version?: string;
  readonly reviewed?: Statement;
  /** Whoever else stands by the plan, and as what: `legal: Dr Anjali Rao`. */
  readonly attested?: readonly string[];
  /** ISO date. */
  readonly reviewDue?: string;
  /** ISO date or date-time after which the document says it no longer holds. */
  readonly expires?: string;
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
  /** Every family name, current and previous, for agreement (docs/safety.md, S1). */
  readonly familyNames: readonly string[];
  /** FHIR administrative gender, in words: `Female`. */
  readonly gender?: string;
  /** The language to speak with the person; an interpreter is needed, not needed, or nobody said. */
  readonly language?: { readonly name: string; readonly interpreter: 'needed' | 'notNeeded' | 'notRecorded' };
  /** `true` where only `deceasedBoolean` is known, else the date. */
  readonly deceased: false | true | string;
  readonly restricted: boolean;
};

export type Plan = {
  /** The language its author wrote in (BCP 47), where the document says so. */
  readonly language?: string;
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
  readonly advanceDecisions: Told<AdvanceDecisions>;
  readonly allergies: Told<readonly Allergy[]>;
  readonly medicines: Told<readonly Medicine[]>;
  readonly conditions: Told<readonly KnownCondition[]>;
  readonly prognosis: Told<Prognosis>;
  readonly alerts: Told<Alerts>;
  readonly otherDocuments: Told<readonly OtherDocument[]>;
  /** Every section whose title Planside does not know, in the order of the document, as its author wrote it. */
  readonly otherSections: readonly NarrativeSection[];
  /** The author's own text of a section, where it says more or something else than what was taken from its entries. */
  readonly narratives: Readonly<Partial<Record<SectionKey, readonly string[]>>>;
  /** Titles of the sections whose text contradicts their entries; said on top. */
  readonly contradictions: readonly string[];
  /** Titles of the parts that could not be read; said on top (S11). */
  readonly unreadable: readonly string[];
  /** Those of them that point at something the document does not hold. */
  readonly linkedItemMissing: readonly string[];
};
