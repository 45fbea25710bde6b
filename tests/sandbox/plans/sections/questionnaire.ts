import type { QuestionnaireResponseItem, QuestionnaireResponseItemAnswer, Reference } from 'fhir/r4';
import type { DocumentDraft } from '../document-draft.ts';

/** Source: NHS England's EPaCCS Questionnaire draft. */
export const EPACCS = 'https://fhir.nhs.uk/Questionnaire/CareConnect-EOLC-1';
/** Source: NHS England's ReSPECT Questionnaire draft. */
export const RESPECT = 'https://example.fhir.nhs.uk/Questionnaire/ReSPECT';

/** One answered question. */
export function answered(linkId: string, answer: QuestionnaireResponseItemAnswer): QuestionnaireResponseItem {
  return { linkId, answer: [answer] };
}

/** A question answered in words; nothing where there are none. */
export function answeredInWords(linkId: string, words: string | undefined): QuestionnaireResponseItem[] {
  return words === undefined ? [] : [answered(linkId, { valueString: words })];
}

/** A group of questions. */
export function group(linkId: string, item: QuestionnaireResponseItem[]): QuestionnaireResponseItem {
  return { linkId, item };
}

/** Adds a QuestionnaireResponse of the plan's author about the patient. */
export function addResponse(
  draft: DocumentDraft,
  questionnaire: string,
  item: QuestionnaireResponseItem[],
  authored = draft.intent.changed,
  author = draft.author,
): Reference {
  return draft.add({
    resourceType: 'QuestionnaireResponse',
    questionnaire,
    status: 'completed',
    subject: draft.patient,
    authored,
    author,
    item,
  });
}
