import type { CarePlan, Reference } from 'fhir/r4';
import { RESPECT_FOCUS } from '../codes.ts';
import type { DocumentDraft } from '../document-draft.ts';
import { addResponse, answered, RESPECT } from './questionnaire.ts';
import type { SectionWriter } from './written-section.ts';

/** ReSPECT focus in words for a place on the scale: 1 is to sustain life, 100 is comfort. */
export function focusOf(scale: number): (typeof RESPECT_FOCUS)[keyof typeof RESPECT_FOCUS] {
  if (scale <= 33) return RESPECT_FOCUS.extending;
  return scale <= 66 ? RESPECT_FOCUS.balance : RESPECT_FOCUS.comfort;
}

function addWholePlan(draft: DocumentDraft): Reference {
  const { status, changed, reviewed, reviewDue, treatmentLevel, recommendations } = draft.intent;
  const carePlan: CarePlan = {
    resourceType: 'CarePlan',
    status: status === 'approved' ? 'active' : status === 'draft' ? 'draft' : 'entered-in-error',
    intent: 'plan',
    ...(treatmentLevel === undefined ? {} : { title: treatmentLevel }),
    ...(recommendations === undefined ? {} : { description: recommendations }),
    subject: draft.patient,
    period: { start: reviewed ?? changed, ...(reviewDue === undefined ? {} : { end: reviewDue }) },
    author: draft.author,
  };
  return draft.add(carePlan);
}

function addFocus(draft: DocumentDraft, scale: number): Reference {
  return addResponse(draft, RESPECT, [
    answered('ATP001.4.1', { valueInteger: scale }),
    answered('7415469232414', { valueCoding: focusOf(scale) }),
  ]);
}

/** Section *Emergency care and treatment*: the CarePlan of the whole plan, which carries the review date, and the focus. */
export const writeEmergencyTreatment: SectionWriter = (draft) => {
  const { treatmentLevel, focusScale, recommendations, reviewDue } = draft.intent;
  const paragraphs = [
    ...(focusScale === undefined ? [] : [`Focus: ${focusOf(focusScale).display} (${focusScale} of 100)`]),
    ...(treatmentLevel === undefined ? [] : [treatmentLevel]),
    ...(recommendations === undefined ? [] : [recommendations]),
    ...(reviewDue === undefined ? [] : [`Next review due ${reviewDue}`]),
  ];
  return {
    paragraphs: paragraphs.length > 0 ? paragraphs : ['No recommendations recorded'],
    entries: [addWholePlan(draft), ...(focusScale === undefined ? [] : [addFocus(draft, focusScale)])],
  };
};
