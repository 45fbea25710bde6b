import type { CompositionSection, Reference } from 'fhir/r4';
import { EMPTY_REASONS } from '../codes.ts';
import type { DocumentDraft } from '../document-draft.ts';
import { narrative } from '../narrative.ts';
import type { SectionTitle } from '../section-titles.ts';

/** What a section says: its author's narrative with the coded content, stated to be empty, or not recorded. */
export type WrittenSection =
  | { readonly paragraphs: readonly string[]; readonly entries: readonly Reference[] }
  | 'statedNone'
  | 'notRecorded';

/** Writes one section of a document, adding its resources to the draft. */
export type SectionWriter = (draft: DocumentDraft) => WrittenSection;

/** The FHIR section; `undefined` where nobody filled it in and it is left out, as about half of them are. */
export function toSection(
  title: SectionTitle,
  written: WrittenSection,
  draft: DocumentDraft,
): CompositionSection | undefined {
  if (written === 'notRecorded') {
    return draft.random.chance(0.5) ? undefined : { title, emptyReason: { coding: [EMPTY_REASONS.notasked] } };
  }
  if (written === 'statedNone') {
    return { title, text: narrative(['None']), emptyReason: { coding: [EMPTY_REASONS.nilknown] } };
  }
  return { title, text: narrative(written.paragraphs), entry: [...written.entries] };
}
