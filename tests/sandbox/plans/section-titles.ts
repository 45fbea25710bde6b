import type { PlanIntent } from './plan-intent.ts';

/** Titles of the sections in the order of the contract (docs/plan-service.md, “The document”). */
export const SECTION_TITLES = [
  'CPR decision',
  'Emergency care and treatment',
  'Symptoms and what to do',
  'Anticipatory medicines',
  'Whom to call',
  'Preferred place of care',
  'Preferred place of death',
  'What matters to me',
  'Advance decisions',
  'Allergies',
  'Medicines',
  'Significant conditions',
  'Prognosis',
  'Alerts and access to home',
  'Other documents',
] as const;

export type SectionTitle = (typeof SECTION_TITLES)[number];

const filled = (list: readonly unknown[] | 'none' | undefined) => Array.isArray(list) && list.length > 0;

/** Titles of the sections in which this intent says something; *stated none* is not counted. */
export function filledSections(intent: PlanIntent): readonly SectionTitle[] {
  const says: Record<SectionTitle, boolean> = {
    'CPR decision': filled(intent.cpr),
    'Emergency care and treatment': true,
    'Symptoms and what to do': filled(intent.symptoms),
    'Anticipatory medicines': typeof intent.anticipatoryMedicines === 'object',
    'Whom to call': filled(intent.contacts),
    'Preferred place of care': filled(intent.placeOfCare),
    'Preferred place of death': filled(intent.placeOfDeath),
    'What matters to me': intent.whatMatters !== undefined,
    'Advance decisions': intent.adrt !== undefined || intent.proxy !== undefined || intent.capacity !== undefined,
    Allergies: filled(intent.allergies),
    Medicines: filled(intent.medicines),
    'Significant conditions': filled(intent.conditions),
    Prognosis: intent.prognosis !== undefined,
    'Alerts and access to home': filled(intent.alerts) || intent.access !== undefined,
    'Other documents': filled(intent.otherDocuments),
  };
  return SECTION_TITLES.filter((title) => says[title]);
}
