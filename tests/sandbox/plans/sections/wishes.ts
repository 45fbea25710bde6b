import type { QuestionnaireResponseItem, Reference } from 'fhir/r4';
import { ADVANCE_DECISIONS, PROXY_STATUS } from '../codes.ts';
import type { DocumentDraft } from '../document-draft.ts';
import { addResponse, answered, answeredInWords, EPACCS, RESPECT } from './questionnaire.ts';
import type { SectionWriter } from './written-section.ts';

/** Section *What matters to me*, in the person's own words. */
export const writeWhatMatters: SectionWriter = (draft) => {
  const { whatMatters } = draft.intent;
  if (whatMatters === undefined) return 'notRecorded';
  const { values, avoids, wishes } = whatMatters;
  const respect = [...answeredInWords('5090977699027', values), ...answeredInWords('914986869542', avoids)];
  return {
    paragraphs: [
      ...(values === undefined ? [] : [`I value most: ${values}`]),
      ...(avoids === undefined ? [] : [`I most want to avoid: ${avoids}`]),
      ...(wishes === undefined ? [] : [`Wishes: ${wishes}`]),
    ],
    entries: [
      ...(respect.length === 0 ? [] : [addResponse(draft, RESPECT, respect)]),
      ...(wishes === undefined ? [] : [addResponse(draft, EPACCS, answeredInWords('PRE001.2', wishes))]),
    ],
  };
};

function addAdvanceDecision(draft: DocumentDraft, code: string, words: string): Reference {
  const coding = ADVANCE_DECISIONS.find((known) => known.code === code);
  if (coding === undefined) throw new Error(`No advance decision ${code} in codes.ts`);
  return draft.add({
    resourceType: 'Flag',
    status: 'active',
    code: { coding: [coding], text: words },
    subject: draft.patient,
    period: { start: draft.intent.reviewed ?? draft.intent.changed },
    author: draft.author,
  });
}

/** “Does not have capacity: cannot weigh the question” as the questionnaire's choice and its explanation. */
function capacityItems(capacity: string | undefined): QuestionnaireResponseItem[] {
  if (capacity === undefined) return [];
  const [choice = capacity, ...explanation] = capacity.split(': ');
  return [
    answered('1554704924421', { valueCoding: { display: choice } }),
    ...(explanation.length === 0 ? [] : answeredInWords('385690544151', explanation.join(': '))),
  ];
}

/** Section *Advance decisions*: refusal of treatment, legal proxy, capacity, and who was involved. */
export const writeAdvanceDecisions: SectionWriter = (draft) => {
  const { adrt, proxy, capacity, involved } = draft.intent;
  const items = [
    ...(proxy === undefined
      ? []
      : [
          ...answeredInWords('6121442206090', proxy.type),
          answered('8143298459836', { valueCoding: PROXY_STATUS[proxy.status] }),
        ]),
    ...capacityItems(capacity),
    ...answeredInWords('CPR001.6.2', involved),
  ];
  if (adrt === undefined && items.length === 0) return 'notRecorded';
  return {
    paragraphs: [
      ...(adrt === undefined ? [] : [`Advance decision to refuse treatment: ${adrt.words}`]),
      ...(proxy === undefined ? [] : [`${proxy.type}: ${PROXY_STATUS[proxy.status].display}`]),
      ...(capacity === undefined ? [] : [`Mental capacity: ${capacity}`]),
      ...(involved === undefined ? [] : [`Involved: ${involved}`]),
    ],
    entries: [
      ...(adrt === undefined ? [] : [addAdvanceDecision(draft, adrt.code, adrt.words)]),
      ...(items.length === 0 ? [] : [addResponse(draft, RESPECT, items)]),
    ],
  };
};
