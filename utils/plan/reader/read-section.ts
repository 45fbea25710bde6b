import type { SectionKey, Statement, Told } from '../plan.ts';
import { besideText, type ItemKind, type SaidItem } from './against-text.ts';
import { asCoded } from './as-coded.ts';
import type { PlanDocument } from './document.ts';
import { forceOf } from './in-force.ts';
import { leftOver } from './left-over.ts';
import { emptyReason, type SectionContent, sectionContent } from './sections.ts';
import { told } from './told.ts';

/** What has to be said about a section besides its content. */
export type SectionReport = {
  readonly key: SectionKey;
  readonly damaged: boolean;
  readonly linkedItemMissing: boolean;
  /** The author's text, where it says more or something else than the entries. */
  readonly narrative: readonly string[] | null;
  readonly contradicts: boolean;
};

export type ReadSection<T> = { readonly told: Told<T>; readonly report: SectionReport };

/** What a section's reader has made of its entries. */
export type Taken<T> = {
  /** `null`: nothing. */
  readonly value: T | null;
  readonly source: Statement;
  /** Something in the entries could not be read. */
  readonly damaged: boolean;
  /** What was read, item by item, to be looked for in the author's text. */
  readonly items: readonly SaidItem[];
  readonly itemKind?: ItemKind;
  /** What entries say that the reader does not take apart, to be read as words. */
  readonly unread?: readonly string[];
  /** What else of the section is drawn. */
  readonly around?: unknown;
};

/**
 * Reads one section: its entries by its own reader, and beside them the author's text.
 *
 * @param types of resource the reader reads; any other makes the section damaged
 */
export function readSection<T>(
  document: PlanDocument,
  key: SectionKey,
  types: readonly string[],
  take: (content: SectionContent) => Taken<T>,
): ReadSection<T> {
  const content = sectionContent(document, key, types);
  const taken = take(content);
  const fact = told(content, taken.value, taken.source, taken.damaged);
  return {
    told: fact,
    report: reportOn(key, content, { ...taken, unread: unreadIn(document, content, types, taken) }),
  };
}

function unreadIn(
  document: PlanDocument,
  content: SectionContent,
  types: readonly string[],
  { unread = [], value, source, around }: Taken<unknown>,
): readonly string[] {
  const known = content.resources.filter((one) => types.includes(one.resourceType) && forceOf(one) !== 'over');
  const drawn = [unread, value, source, around, content.paragraphs, content.otherWords];
  return [...unread, ...leftOver(document, known, drawn), ...overIn(document, content)];
}

/** What held once: a medicine that was stopped, an allergy that was refuted. Its status stands with it. */
function overIn(document: PlanDocument, { resources }: SectionContent): readonly string[] {
  return resources.filter((resource) => forceOf(resource) === 'over').flatMap((one) => asCoded(document, one));
}

/** What has to be said about a section besides what was taken from it; nothing of its text where it is hidden. */
export function reportOn(
  key: SectionKey,
  content: SectionContent,
  { damaged, items, itemKind, source, around, unread = [] }: Omit<Taken<unknown>, 'value'>,
  hidden = emptyReason(content.section) === 'withheld',
): SectionReport {
  const isEmpty = emptyReason(content.section) !== undefined;
  const beside = hidden
    ? { narrative: null, contradicts: false }
    : besideText(content.paragraphs, items, [around, source.date], isEmpty, itemKind);
  const words = [...(beside.narrative ?? []), ...(hidden ? [] : [...content.otherWords, ...unread])];
  return {
    key,
    damaged: content.damaged || damaged || content.furtherItemMissing,
    linkedItemMissing: content.linkedItemMissing || content.furtherItemMissing,
    // Where something was lost, the text says more than is left: nobody contradicts themselves.
    contradicts: beside.contradicts && !content.linkedItemMissing,
    narrative: words.length > 0 ? words : null,
  };
}
