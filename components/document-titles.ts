import type { SECTION_TITLES, SectionKey } from '../utils/plan/plan.ts';
import type { ORIGIN } from '../utils/plan/reader/read-document.ts';
import type { OUTSIDE } from '../utils/plan/reader/read-outside.ts';
import type { UNTITLED } from '../utils/plan/reader/sections.ts';

type ReadersTitles = { readonly [Key in SectionKey]: (typeof SECTION_TITLES)[Key] } & {
  readonly origin: typeof ORIGIN;
  readonly outside: typeof OUTSIDE;
  readonly untitled: typeof UNTITLED;
};

/**
 * What the reader calls the parts of a plan, and names them by in notices: one that differs from the reader’s does not
 * compile. On the screen they are called as in `words/`.
 */
export const DOCUMENT_TITLES: ReadersTitles = {
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
  origin: 'Where this plan comes from',
  outside: 'Outside the sections',
  untitled: 'Untitled section',
};
