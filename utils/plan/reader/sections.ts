import { SECTION_CODES } from '../codes.ts';
import { conceptText } from '../concepts.ts';
import type { Resource, Section } from '../fhir-schemas.ts';
import { SECTION_TITLES, type SectionKey } from '../plan.ts';
import { asCoded } from './as-coded.ts';
import type { PlanDocument } from './document.ts';
import { wordsInExtensions } from './extensions.ts';
import { narrativeParagraphs } from './narrative.ts';
import { statementBy } from './statement.ts';

/** What one section holds: the resources it links to, its author's text, and whether something of it cannot be read. */
export type SectionContent = {
  readonly section: Section | undefined;
  readonly resources: readonly Resource[];
  /** The author's text, paragraph by paragraph. */
  readonly paragraphs: readonly string[];
  readonly damaged: boolean;
  /** It points at something the document does not hold. */
  readonly linkedItemMissing: boolean;
  /** What the section says beside its text and its entries, in its own words. */
  readonly otherWords: readonly string[];
  /** So does something in it: who said it, where, with what. */
  readonly furtherItemMissing: boolean;
};

const KEYS = Object.keys(SECTION_TITLES).filter((key): key is SectionKey => key in SECTION_TITLES);

/** Which section this is, by its title or its code (docs/plan-service.md); `null`: none that Planside takes apart. */
export function sectionKey({ title, code }: Section): SectionKey | null {
  const named = title?.trim().toLowerCase();
  const byTitle = KEYS.find((key) => SECTION_TITLES[key].toLowerCase() === named);
  const codes = (code?.coding ?? []).map((coding) => `${coding.system}|${coding.code}`);
  return byTitle ?? KEYS.find((key) => codes.some((one) => one === SECTION_CODES[key])) ?? null;
}

/** All sections in the order of the document; a section inside another stands behind it, one without content is left out. */
export function sectionsIn(sections: readonly Section[] | undefined): readonly Section[] {
  return (sections ?? []).flatMap((section) => {
    const within = sectionsIn(section.section);
    const isShell = within.length > 0 && !section.text && !section.emptyReason && (section.entry ?? []).length === 0;
    return isShell ? within : [section, ...within];
  });
}

/**
 * The section of this kind, with its entries resolved. Whatever in it will not be read makes it damaged: a missing
 * resource, a resource of another type, words without entries, the same section twice.
 *
 * @param types of resource that the section's reader reads
 */
export function sectionContent(document: PlanDocument, key: SectionKey, types: readonly string[]): SectionContent {
  const matching = sectionsIn(document.composition.section).filter((section) => sectionKey(section) === key);
  const [section] = matching;
  const linked = matching.flatMap(({ entry }) => entry ?? []).map(document.resolve);
  const resources = linked.filter((resource) => resource !== undefined);
  const paragraphs = matching.flatMap(({ text }) => narrativeParagraphs(text?.div ?? ''));
  const linkedItemMissing = resources.length < linked.length;
  const damaged =
    matching.length > 1 ||
    linkedItemMissing ||
    resources.some(({ resourceType }) => !types.includes(resourceType)) ||
    (linked.length === 0 && emptyReason(section) === undefined && paragraphs.length > 0) ||
    emptyReason(section) === 'unavailable';
  const furtherItemMissing = resources.some((resource) => pointsNowhere(document, resource));
  // On CPR whatever there is is a statement, understood or not.
  const unknown = key === 'cpr' ? [] : resources.filter(({ resourceType }) => !types.includes(resourceType));
  const otherWords = [
    ...matching.flatMap((one) => otherWordsOf(document, one)),
    ...unknown.flatMap((resource) => asCoded(document, resource)),
  ];
  return { section, resources, paragraphs, damaged, linkedItemMissing, furtherItemMissing, otherWords };
}

/** What a section calls the items that the document does not hold, why it is empty, and what stands in its extensions. */
export function otherWordsOf(document: PlanDocument, section: Section): readonly string[] {
  const { entry = [], emptyReason: reason, extension, author = [] } = section;
  const lost = entry.filter((one) => document.resolve(one) === undefined).flatMap(({ display }) => display ?? []);
  const by = author.flatMap((one) => statementBy(document, one).by ?? []);
  return [
    ...lost,
    ...(reason?.text ? [reason.text] : []),
    ...wordsInExtensions(extension),
    ...(by.length > 0 ? [`(${by.join(', ')})`] : []),
  ];
}

/** Whether a value holds a reference to something the document does not hold. */
export function pointsNowhere({ resolve }: Pick<PlanDocument, 'resolve'>, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const isLost =
    'reference' in value && typeof value.reference === 'string' && !resolve({ reference: value.reference });
  return isLost || Object.values(value).some((inner) => pointsNowhere({ resolve }, inner));
}

/** The code of a section's `emptyReason` (HL7 list-empty-reason). */
export function emptyReason(section: Section | undefined): string | undefined {
  return section?.emptyReason?.coding?.find(({ code }) => code)?.code;
}

export const UNTITLED = 'Untitled section';

/** What a section calls itself. */
export function titleOf({ title, code }: Section): string {
  return title?.trim() || conceptText(code) || UNTITLED;
}
