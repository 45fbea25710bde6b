import type * as z from 'zod/mini';
import { FOR_CPR, LINK_IDS, MODIFIED_CPR_DISPLAY, NOT_FOR_CPR } from './codes.ts';
import { conceptText, snomedCodes } from './concepts.ts';
import { emptyReason, ofType, type PlanDocument, sectionContent } from './document.ts';
import { type Concept, flagSchema, questionnaireResponseSchema } from './fhir-schemas.ts';
import type { CprDecision, CprStatement } from './plan.ts';
import { answerTo } from './questionnaire.ts';
import { statementBy } from './statement.ts';

export const CPR_SECTION = 'CPR decision';

/**
 * Reads every statement on CPR in force, wherever in the document it stands. Nothing is inferred: no statement is
 * “not recorded”, an unknown code is “not understood”, and two statements that differ are both kept (S4, S11).
 */
export function readCpr(document: PlanDocument): CprDecision {
  const section = sectionContent(document, CPR_SECTION);
  const forms = ofType(document.resources, 'QuestionnaireResponse', questionnaireResponseSchema);
  const flags = document.resources
    .filter(({ resourceType }) => resourceType === 'Flag')
    .map((resource) => ({ flag: flagSchema.safeParse(resource), inSection: section.resources.includes(resource) }));
  const statements = [
    ...flags.flatMap(({ flag, inSection }) => (flag.success ? fromFlag(document, flag.data, inSection) : [])),
    ...forms.found.flatMap((form) => fromForm(document, form)),
  ];
  const damaged = section.damaged || flags.some(({ flag, inSection }) => inSection && !flag.success);
  const [first, ...others] = newestFirst(statements);
  if (damaged || emptyReason(section.section) === 'withheld') return { state: 'unreadable' };
  if (!first) return section.resources.length > 0 ? { state: 'unreadable' } : { state: 'notRecorded' };
  const agree = others.every(({ says }) => says === first.says && says !== 'unknown');
  return agree ? { state: first.says, statement: first } : { state: 'conflicting', statements: [first, ...others] };
}

/** What a code says on CPR; `null` if it says nothing on it; `unknown` if its codes contradict each other. */
function cprMeaning(code: Concept): 'forCpr' | 'notForCpr' | 'unknown' | null {
  const codes = snomedCodes(code);
  const [isFor, isNot] = [codes.some((one) => FOR_CPR.has(one)), codes.some((one) => NOT_FOR_CPR.has(one))];
  if (isFor && isNot) return 'unknown';
  return isFor ? 'forCpr' : isNot ? 'notForCpr' : null;
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

/** A ReSPECT form: its CPR item, with what to do where CPR is modified for a child. */
function fromForm(document: PlanDocument, form: z.infer<typeof questionnaireResponseSchema>): CprStatement[] {
  const answer = answerTo(form.item, LINK_IDS.cprDecision);
  if (!answer || form.status === 'entered-in-error' || form.status === 'stopped') return [];
  const date = answerTo(form.item, LINK_IDS.cprDate)?.valueDateTime ?? form.authored;
  const source = statementBy(document, form.author, date);
  const words = answerTo(form.item, LINK_IDS.guidance)?.valueString;
  const coding = answer.valueCoding;
  const coded = coding ? cprMeaning({ coding: [coding] }) : null;
  const isModified = coding?.display === MODIFIED_CPR_DISPLAY && !coding.code;
  if (isModified) return [{ says: 'modifiedCpr', ...(words ? { words } : {}), source }];
  if (coded && coded !== 'unknown') return [{ says: coded, ...(words ? { words } : {}), source }];
  const sentAs = coding?.display ?? answer.valueString ?? coding?.code;
  return [{ says: 'unknown', ...(sentAs ? { sentAs } : {}), source }];
}

function newestFirst(statements: readonly CprStatement[]): readonly CprStatement[] {
  return [...statements].sort((one, other) => (other.source.date ?? '').localeCompare(one.source.date ?? ''));
}
