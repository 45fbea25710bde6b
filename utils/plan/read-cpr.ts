import type * as z from 'zod/mini';
import { FOR_CPR, LINK_IDS, MODIFIED_CPR_DISPLAY, NOT_FOR_CPR } from './codes.ts';
import { conceptText, snomedCodes } from './concepts.ts';
import { emptyReason, ofType, type PlanDocument, sectionContent } from './document.ts';
import {
  type Concept,
  conceptSchema,
  flagSchema,
  type QuestionnaireAnswer,
  questionnaireResponseSchema,
} from './fhir-schemas.ts';
import type { CprDecision, CprStatement } from './plan.ts';
import { answerTo, isFormInForce, itemsOf } from './questionnaire.ts';
import { statementBy } from './statement.ts';

export const CPR_SECTION = 'CPR decision';

/**
 * Reads every statement on CPR in force, wherever in the document it stands. Nothing is inferred: no statement is
 * “not recorded”, an unknown code is “not understood”, and two statements that differ are both kept (S4, S11).
 */
export function readCpr(document: PlanDocument): CprDecision {
  const section = sectionContent(document, CPR_SECTION, ['Flag', 'QuestionnaireResponse']);
  const forms = ofType(document.resources, 'QuestionnaireResponse', questionnaireResponseSchema);
  const formsHere = ofType(section.resources, 'QuestionnaireResponse', questionnaireResponseSchema);
  const flags = document.resources
    .filter(({ resourceType }) => resourceType === 'Flag')
    .map((resource) => ({
      flag: flagSchema.safeParse(resource),
      inSection: section.resources.includes(resource),
      mayBeCpr: isCprCode(resource.code),
    }));
  const statements = [
    ...flags.flatMap(({ flag, inSection }) => (flag.success ? fromFlag(document, flag.data, inSection) : [])),
    ...forms.found.flatMap((form) => fromForm(document, form)),
  ];
  const damagedFlag = flags.some(({ flag, inSection, mayBeCpr }) => !flag.success && (inSection || mayBeCpr));
  const damaged = section.damaged || damagedFlag || formsHere.damaged;
  const [first, ...others] = newestFirst(statements);
  if (damaged || emptyReason(section.section) === 'withheld') return { state: 'unreadable' };
  if (!first) return section.resources.length > 0 ? { state: 'unreadable' } : { state: 'notRecorded' };
  const agree = others.every((other) => saysTheSame(first, other));
  return agree ? { state: first.says, statement: first } : { state: 'conflicting', statements: [first, ...others] };
}

/** What a code says on CPR; `null` if it says nothing on it; `unknown` if its codes contradict each other. */
function cprMeaning(code: Concept): 'forCpr' | 'notForCpr' | 'unknown' | null {
  const codes = snomedCodes(code);
  const [isFor, isNot] = [codes.some((one) => FOR_CPR.has(one)), codes.some((one) => NOT_FOR_CPR.has(one))];
  if (isFor && isNot) return 'unknown';
  return isFor ? 'forCpr' : isNot ? 'notForCpr' : null;
}

/** Whether what stands in the place of a code, in a resource that cannot be read, is a code on CPR. */
function isCprCode(raw: unknown): boolean {
  const code = conceptSchema.safeParse(raw);
  return code.success && cprMeaning(code.data) !== null;
}

/** A Flag in force: one in the section is about CPR whatever its code, one elsewhere only if its code says so. */
function fromFlag(document: PlanDocument, flag: z.infer<typeof flagSchema>, inSection: boolean): CprStatement[] {
  const meaning = cprMeaning(flag.code);
  if (flag.status !== 'active' || (meaning === null && !inSection)) return [];
  const source = statementBy(document, flag.author, flag.period?.start);
  const says = meaning ?? 'unknown';
  const words = flag.code.text;
  if (says !== 'unknown') return [{ says, ...(words ? { words } : {}), source }];
  const sentAs = conceptText(flag.code) ?? flag.code.coding?.[0]?.code;
  return [{ says, ...(sentAs ? { sentAs } : {}), source }];
}

/** A ReSPECT form: every answer to its CPR item, with what to do where CPR is modified for a child. */
function fromForm(document: PlanDocument, form: z.infer<typeof questionnaireResponseSchema>): CprStatement[] {
  if (!isFormInForce(form)) return [];
  const answers = itemsOf(form.item, LINK_IDS.cprDecision).flatMap(({ answer }) => answer ?? []);
  return answers.map((answer) => fromAnswer(document, form, answer));
}

function fromAnswer(
  document: PlanDocument,
  form: z.infer<typeof questionnaireResponseSchema>,
  answer: QuestionnaireAnswer,
): CprStatement {
  const date = answerTo(form.item, LINK_IDS.cprDate)?.valueDateTime ?? form.authored;
  const source = statementBy(document, form.author, date);
  const words = answerTo(form.item, LINK_IDS.guidance)?.valueString;
  const coding = answer.valueCoding;
  const coded = coding ? cprMeaning({ coding: [coding] }) : null;
  const isModified = coding?.display === MODIFIED_CPR_DISPLAY && !coding.code;
  if (isModified) return { says: 'modifiedCpr', ...(words ? { words } : {}), source };
  if (coded && coded !== 'unknown') return { says: coded, ...(words ? { words } : {}), source };
  const sentAs = coding?.display ?? answer.valueString ?? coding?.code;
  return { says: 'unknown', ...(sentAs ? { sentAs } : {}), source };
}

/** What to do in a modified attempt stands in the words, so these must be the same too. */
function saysTheSame(one: CprStatement, other: CprStatement): boolean {
  if (one.says === 'unknown' || one.says !== other.says) return false;
  return one.says !== 'modifiedCpr' || one.words === other.words;
}

function newestFirst(statements: readonly CprStatement[]): readonly CprStatement[] {
  return [...statements].sort((one, other) => (other.source.date ?? '').localeCompare(one.source.date ?? ''));
}
