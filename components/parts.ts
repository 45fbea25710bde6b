import type { Plan, SECTION_TITLES, SectionKey } from '../utils/plan/plan.ts';
import type { Notice } from '../utils/view/view.ts';
import { MISSING } from './words.ts';

/** The titles of the document’s sections, which notices name too: one that differs from the reader’s does not compile. */
export const TITLES: { readonly [Key in SectionKey]: (typeof SECTION_TITLES)[Key] } = {
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
};

/** A plan on the screen, and the titles of those of its sections that have changed since somebody looked. */
export type SeenPlan = { readonly plan: Plan; readonly changed: readonly string[] };

/** What is to be said of a section besides its content, while it is closed too. */
export type Marks = { readonly warnings: readonly string[]; readonly changed: boolean };

/** The items of the first screen, and the section each stands in. */
const SECTION_OF = {
  treatmentLevel: 'treatment',
  anticipatoryMedicines: 'anticipatoryMedicines',
  contacts: 'contacts',
  placeOfCare: 'placeOfCare',
  placeOfDeath: 'placeOfDeath',
} as const satisfies Partial<Record<keyof Plan, SectionKey>>;

export type GlanceItem = keyof typeof SECTION_OF;

/** A text about these may give the address of a restricted patient away. */
const TELLS_WHERE: ReadonlySet<SectionKey> = new Set([
  'alerts',
  'contacts',
  'placeOfCare',
  'placeOfDeath',
  'anticipatoryMedicines',
  'otherDocuments',
]);

function isAmong(titles: readonly string[], title: string): boolean {
  const wanted = title.trim().toLowerCase();
  return titles.some((one) => one.trim().toLowerCase() === wanted);
}

/** The titles of what has changed, from whichever notice says so. */
export function changedParts(notices: readonly Notice[]): readonly string[] {
  return notices.flatMap((notice) => (notice.kind === 'changed' || notice.kind === 'newerVersion' ? notice.parts : []));
}

/** What is to be said of the section of this title. */
export function marksOfTitle({ plan, changed }: SeenPlan, title: string): Marks {
  return {
    warnings: [
      ...(isAmong(plan.contradictions, title) ? [MISSING.contradicts] : []),
      ...(isAmong(plan.unreadable, title) ? [MISSING.partUnreadable] : []),
    ],
    changed: isAmong(changed, title),
  };
}

/** Whether the author’s text of one of these sections says something else than its entries. */
export function contradicts(plan: Plan, ...keys: readonly SectionKey[]): boolean {
  return keys.some((key) => isAmong(plan.contradictions, TITLES[key]));
}

/** Whether the next review may stand in what could not be read. */
export function isReviewUnreadable(plan: Plan): boolean {
  return isAmong(plan.unreadable, TITLES.treatment);
}

/** What is to be said of one section, or of several that stand under one heading. */
export function marksOf(seen: SeenPlan, ...keys: readonly SectionKey[]): Marks {
  const marks = keys.map((key) => marksOfTitle(seen, TITLES[key]));
  return {
    warnings: [...new Set(marks.flatMap(({ warnings }) => warnings))],
    changed: marks.some(({ changed }) => changed),
  };
}

/** The same for an item of the first screen; what could not be read at all says so itself. */
export function marksOfItem({ plan, changed }: SeenPlan, item: GlanceItem): Marks {
  const key = SECTION_OF[item];
  const { state } = plan[item];
  const partUnreadable = state !== 'unreadable' && isAmong(plan.unreadable, TITLES[key]);
  const onlyInText = state === 'notRecorded' && ownText(plan, key) !== null;
  return {
    warnings: [
      ...(contradicts(plan, key) ? [MISSING.contradictsBelow] : []),
      ...(partUnreadable ? [MISSING.partUnreadable] : []),
      ...(onlyInText ? [MISSING.onlyInTextBelow] : []),
    ],
    changed: isAmong(changed, TITLES[key]),
  };
}

/**
 * The author’s own text of a section; `null`: nothing but what the entries say. Of a restricted patient it is kept from
 * view where it may say where they are.
 */
export function ownText(plan: Plan, key: SectionKey): readonly string[] | 'hidden' | null {
  const paragraphs = plan.narratives[key] ?? [];
  if (paragraphs.length === 0) return null;
  return plan.patient.restricted && TELLS_WHERE.has(key) ? 'hidden' : paragraphs;
}
