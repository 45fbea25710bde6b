import { LINK_IDS, MODIFIED_CPR_DISPLAY } from '../codes.ts';
import type { QuestionnaireAnswer, QuestionnaireResponse } from '../fhir-schemas.ts';
import type { CprStatement, Statement } from '../plan.ts';
import { cprMeaning } from './cpr-carriers.ts';
import type { PlanDocument } from './document.ts';
import { answerTo, isAnswered, itemsOf } from './questionnaire.ts';

/**
 * What a ReSPECT or EPaCCS form says on CPR: every answer to its question on it, with what to do where CPR is modified
 * for a child. A form that nobody has finished is not understood.
 *
 * @param source who filled it in; the date of the decision counts before that of the form
 */
export function cprAnswers(
  document: PlanDocument,
  form: QuestionnaireResponse,
  source: Statement,
): readonly CprStatement[] {
  const answers = [LINK_IDS.cprDecision, LINK_IDS.cprStatus]
    .flatMap((linkId) => itemsOf(form.item, linkId))
    .flatMap(({ answer }) => answer ?? [])
    // What an answer refers to speaks for itself.
    .filter(({ valueReference }) => document.resolve(valueReference) === undefined);
  const words = answerTo(form.item, LINK_IDS.guidance)?.valueString;
  const date = answerTo(form.item, LINK_IDS.cprDate)?.valueDateTime;
  const decided = { ...source, ...(date ? { date } : {}) };
  return answers.map((answer) => ({ ...saidBy(answer, words, isAnswered(form)), source: decided }));
}

function saidBy(
  { valueCoding: coding, valueString, valueReference }: QuestionnaireAnswer,
  words: string | undefined,
  finished: boolean,
): Pick<CprStatement, 'says' | 'words' | 'sentAs'> {
  const withWords = words ? { words } : {};
  const isModified = coding?.display === MODIFIED_CPR_DISPLAY && !coding.code;
  if (finished && isModified) return { says: 'modifiedCpr', ...withWords };
  const coded = coding ? cprMeaning({ coding: [coding] }) : null;
  if (finished && coded && coded !== 'unknown') return { says: coded, ...withWords };
  const sentAs = coding?.display ?? valueString ?? coding?.code ?? valueReference?.display;
  return { says: 'unknown', ...withWords, ...(sentAs ? { sentAs } : {}) };
}
