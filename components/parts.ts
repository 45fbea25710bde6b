import type { Plan, SectionKey } from '../utils/plan/plan.ts';
import type { Notice } from '../utils/view/view.ts';
import { DOCUMENT_TITLES } from './document-titles.ts';
import type { Words } from './words/words.ts';

/** What must be known of a fact before it is relied on. */
export type Warning = keyof Words['WARNING'];

/** A plan on the screen, and the titles of those of its sections that have changed since somebody looked. */
export type SeenPlan = { readonly plan: Plan; readonly changed: readonly string[] };

/** What is to be said of a section besides its content, while it is closed too. */
export type Marks = { readonly warnings: readonly Warning[]; readonly changed: boolean };

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

const PARTS = Object.keys(DOCUMENT_TITLES) as readonly (keyof typeof DOCUMENT_TITLES)[];

function isAmong(titles: readonly string[], title: string): boolean {
  const wanted = title.trim().toLowerCase();
  return titles.some((one) => one.trim().toLowerCase() === wanted);
}

/** The part of a plan that the reader calls so; `undefined`: a section Planside does not know. */
function partCalled(title: string): keyof typeof DOCUMENT_TITLES | undefined {
  return PARTS.find((one) => isAmong([DOCUMENT_TITLES[one]], title));
}

/** A title of the document as it stands on the screen: ours in the language of the sidebar, any other as it was sent. */
export function shownTitle(title: string, { TITLE }: Pick<Words, 'TITLE'>): string {
  const part = partCalled(title);
  return part ? TITLE[part] : title;
}

/** Whether it is called so by us, not by the author. */
export function isOurTitle(title: string): boolean {
  return partCalled(title) !== undefined;
}

/** The titles of what has changed, from whichever notice says so. */
export function changedParts(notices: readonly Notice[]): readonly string[] {
  return notices.flatMap((notice) => (notice.kind === 'changed' || notice.kind === 'newerVersion' ? notice.parts : []));
}

/** What is to be said of the section of this title. */
export function marksOfTitle({ plan, changed }: SeenPlan, title: string): Marks {
  return {
    warnings: [
      ...(isAmong(plan.contradictions, title) ? ['contradicts' as const] : []),
      ...(isAmong(plan.unreadable, title) ? ['partUnreadable' as const] : []),
    ],
    changed: isAmong(changed, title),
  };
}

/** Whether the author’s text of one of these sections says something else than its entries. */
export function contradicts(plan: Plan, ...keys: readonly SectionKey[]): boolean {
  return keys.some((key) => isAmong(plan.contradictions, DOCUMENT_TITLES[key]));
}

/** Whether the next review may stand in what could not be read. */
export function isReviewUnreadable(plan: Plan): boolean {
  return isAmong(plan.unreadable, DOCUMENT_TITLES.treatment);
}

/** What is to be said of one section, or of several that stand under one heading. */
export function marksOf(seen: SeenPlan, ...keys: readonly SectionKey[]): Marks {
  const marks = keys.map((key) => marksOfTitle(seen, DOCUMENT_TITLES[key]));
  return {
    warnings: [...new Set(marks.flatMap(({ warnings }) => warnings))],
    changed: marks.some(({ changed }) => changed),
  };
}

/** The same for an item of the first screen; what could not be read at all says so itself. */
export function marksOfItem({ plan, changed }: SeenPlan, item: GlanceItem): Marks {
  const key = SECTION_OF[item];
  const { state } = plan[item];
  const partUnreadable = state !== 'unreadable' && isAmong(plan.unreadable, DOCUMENT_TITLES[key]);
  const onlyInText = state === 'notRecorded' && ownText(plan, key) !== null;
  return {
    warnings: [
      ...(contradicts(plan, key) ? ['contradictsBelow' as const] : []),
      ...(partUnreadable ? ['partUnreadable' as const] : []),
      ...(onlyInText ? ['onlyInTextBelow' as const] : []),
    ],
    changed: isAmong(changed, DOCUMENT_TITLES[key]),
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
