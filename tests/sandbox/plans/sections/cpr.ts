import type { CodeableConcept, Reference } from 'fhir/r4';
import { FOR_CPR, MODIFIED_CPR, NO_CPR_DECISION, NOT_FOR_CPR } from '../codes.ts';
import type { DocumentDraft } from '../document-draft.ts';
import type { CprIntent } from '../plan-intent.ts';
import { addResponse, answered, RESPECT } from './questionnaire.ts';
import type { SectionWriter } from './written-section.ts';

const SAYS = {
  notForCpr: 'Not for CPR',
  forCpr: 'For CPR',
  modifiedCpr: 'Modified CPR (child only)',
  unknown: 'CPR',
} as const;

function codeOf({ says, code, words }: CprIntent): CodeableConcept {
  if (code === undefined) return { text: words };
  const coding = [...FOR_CPR, ...NOT_FOR_CPR, ...NO_CPR_DECISION].find((known) => known.code === code);
  if (coding === undefined) throw new Error(`No CPR code ${code} in codes.ts`);
  return says === 'unknown' ? { coding: [coding] } : { coding: [coding], text: words };
}

function addModified(draft: DocumentDraft, { words, date, author }: CprIntent): Reference {
  const items = [
    answered('6194338778785', { valueCoding: MODIFIED_CPR }),
    answered('5712690658400', { valueString: words }),
    answered('6788228603760', { valueDateTime: date }),
  ];
  return addResponse(draft, RESPECT, items, date, draft.roleOf(author));
}

function addStatement(draft: DocumentDraft, statement: CprIntent): Reference {
  if (statement.says === 'modifiedCpr') return addModified(draft, statement);
  return draft.add({
    resourceType: 'Flag',
    status: 'active',
    code: codeOf(statement),
    subject: draft.patient,
    period: { start: statement.date },
    author: draft.roleOf(statement.author),
  });
}

/** Section *CPR decision*: a Flag for each statement in force, a ReSPECT answer for modified CPR. */
export const writeCpr: SectionWriter = (draft) => {
  const { cpr } = draft.intent;
  if (cpr.length === 0) return 'notRecorded';
  return {
    paragraphs: cpr.map(
      ({ says, words, date, author }) => `${SAYS[says]}: ${words} (${date}, ${author.name}, ${author.role})`,
    ),
    entries: cpr.map((statement) => addStatement(draft, statement)),
  };
};
