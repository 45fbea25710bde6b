import { flagSchema, type Resource, type Section } from '../fhir-schemas.ts';
import type { NarrativeSection } from '../plan.ts';
import { codedBeside } from './coded-beside.ts';
import type { PlanDocument } from './document.ts';
import { narrativeParagraphs } from './narrative.ts';
import { readOutside } from './read-outside.ts';
import { emptyReason, otherWordsOf, pointsNowhere, sectionKey, sectionsIn, titleOf } from './sections.ts';

/** The sections Planside does not know, as their authors wrote them. */
export type OtherSections = {
  readonly sections: readonly NarrativeSection[];
  /** Titles of those in which something is damaged. */
  readonly damaged: readonly string[];
  readonly linkedItemMissing: readonly string[];
};

/**
 * Reads the sections that Planside does not take apart: their text, and what their entries say beside it; last, what
 * stands in the document outside all sections.
 */
export function readOtherSections(document: PlanDocument): OtherSections {
  const others = sectionsIn(document.composition.section).filter((section) => sectionKey(section) === null);
  const isMissing = ({ entry = [] }: Section) =>
    pointsNowhere(document, entry) || entry.some((one) => pointsNowhere(document, document.resolve(one)));
  return {
    sections: [...others.map((section) => asWritten(document, section)), ...readOutside(document)],
    damaged: others.filter((section) => isMissing(section) || isDamaged(document, section)).map(titleOf),
    linkedItemMissing: others.filter(isMissing).map(titleOf),
  };
}

function asWritten(document: PlanDocument, section: Section): NarrativeSection {
  const title = titleOf(section);
  const reason = emptyReason(section);
  const why = section.emptyReason?.text;
  if (reason === 'withheld') return { title, state: 'hidden', paragraphs: why ? [why] : [] };
  const linked = (section.entry ?? []).flatMap((entry) => document.resolve(entry) ?? []);
  const written = narrativeParagraphs(section.text?.div ?? '');
  const otherWords = otherWordsOf(document, section);
  const paragraphs = [...written, ...otherWords];
  const coded = codedBeside(document, linked, paragraphs);
  const isSaid = (paragraphs.length > 0 && (reason === undefined || otherWords.length > 0)) || coded.length > 0;
  if (isSaid) return { title, state: 'recorded', paragraphs, ...(coded.length > 0 ? { coded } : {}) };
  if (reason === 'nilknown' && linked.length === 0) return { title, state: 'statedNone', paragraphs };
  // Entries without words: there is something, and it is not shown.
  const isSilent = (section.entry ?? []).length === 0 && !isDamaged(document, section);
  return { title, state: isSilent ? 'notRecorded' : 'unreadable', paragraphs };
}

function isDamaged(document: PlanDocument, section: Section): boolean {
  const linked = (section.entry ?? []).flatMap((entry) => document.resolve(entry) ?? []);
  const isEmptyYetFilled = emptyReason(section) !== undefined && linked.length > 0;
  return linked.some(saysNothing) || isEmptyYetFilled || emptyReason(section) === 'unavailable';
}

/** A resource without what it is there to say: a Flag without a code, an Observation without any value. */
function saysNothing(resource: Resource): boolean {
  if (resource.resourceType === 'Flag') return !flagSchema.safeParse(resource).success;
  const values = Object.keys(resource).filter((field) => /^(value[A-Z]|component$|hasMember$|note$)/.test(field));
  return resource.resourceType === 'Observation' && values.length === 0;
}
