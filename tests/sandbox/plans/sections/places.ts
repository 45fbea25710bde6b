import type { CodeableConcept, Reference } from 'fhir/r4';
import { PLACES_OF_DEATH, PREFERRED_PLACE_OF_DEATH } from '../codes.ts';
import type { DocumentDraft } from '../document-draft.ts';
import type { SectionWriter } from './written-section.ts';

type Choice = { readonly place: string; readonly words?: string };

/** Words longer than this go into a note rather than beside the code. */
const LONGEST_TEXT = 60;

function addChoice(
  draft: DocumentDraft,
  code: CodeableConcept,
  value: CodeableConcept,
  note: string | undefined,
): Reference {
  return draft.add({
    resourceType: 'Observation',
    status: 'final',
    code,
    subject: draft.patient,
    effectiveDateTime: draft.intent.reviewed ?? draft.intent.changed,
    performer: [draft.author],
    valueCodeableConcept: value,
    ...(note === undefined ? {} : { note: [{ text: note }] }),
  });
}

const inWords = (choices: readonly Choice[]) =>
  choices.map(({ place, words }, at) => `${at + 1}. ${place}${words === undefined ? '' : `: ${words}`}`);

/** Section *Preferred place of care*: places in words, first choice first. */
export const writePlaceOfCare: SectionWriter = (draft) => {
  const { placeOfCare } = draft.intent;
  if (placeOfCare.length === 0) return 'notRecorded';
  return {
    paragraphs: inWords(placeOfCare),
    entries: placeOfCare.map(({ place, words }) =>
      addChoice(draft, { text: 'Preferred place of care' }, { text: place }, words),
    ),
  };
};

/** Section *Preferred place of death*: coded places with the author's words beside the code or, if long, in a note. */
export const writePlaceOfDeath: SectionWriter = (draft) => {
  const { placeOfDeath } = draft.intent;
  if (placeOfDeath.length === 0) return 'notRecorded';
  return {
    paragraphs: inWords(placeOfDeath),
    entries: placeOfDeath.map(({ code, words }) => {
      const coding = Object.values(PLACES_OF_DEATH).find((known) => known.code === code);
      if (coding === undefined) throw new Error(`No place of death ${code} in codes.ts`);
      const beside = words !== undefined && words.length <= LONGEST_TEXT ? { text: words } : {};
      const note = words !== undefined && words.length > LONGEST_TEXT ? words : undefined;
      return addChoice(draft, { coding: [PREFERRED_PLACE_OF_DEATH] }, { coding: [coding], ...beside }, note);
    }),
  };
};
