import { LINK_IDS, TREATMENT_LEVELS } from '../codes.ts';
import { conceptText } from '../concepts.ts';
import {
  carePlanSchema,
  conditionSchema,
  type QuestionnaireItem,
  questionnaireResponseSchema,
} from '../fhir-schemas.ts';
import type { EmergencyTreatment, Symptom, Told, TreatmentLevel } from '../plan.ts';
import { ofType, type PlanDocument } from './document.ts';
import { forceOf } from './in-force.ts';
import { leftOver } from './left-over.ts';
import { answerTo, hasUnread, isFormInForce, itemsOf, wordsTo } from './questionnaire.ts';
import { type ReadSection, readSection, reportOn, type SectionReport } from './read-section.ts';
import { sectionContent } from './sections.ts';
import { sourceOf } from './source-of.ts';
import { statementBy } from './statement.ts';
import { told } from './told.ts';

export type ReadTreatment = {
  readonly treatmentLevel: Told<TreatmentLevel>;
  readonly emergencyTreatment: Told<EmergencyTreatment>;
  readonly reviewDue: string | undefined;
  readonly report: SectionReport;
};

/** The treatment level, the focus of care and the recommendations, and when the plan is due for review. */
export function readTreatment(document: PlanDocument): ReadTreatment {
  const content = sectionContent(document, 'treatment', ['CarePlan', 'QuestionnaireResponse']);
  const carePlans = ofType(content.resources, 'CarePlan', carePlanSchema);
  const forms = ofType(content.resources, 'QuestionnaireResponse', questionnaireResponseSchema);
  const inForce = carePlans.found.filter(({ status }) => status !== 'entered-in-error' && status !== 'revoked');
  const [carePlan] = inForce;
  // Two levels are none (S11).
  const levels = new Set(inForce.flatMap(({ title }) => title ?? []));
  const items = forms.found.filter(isFormInForce).flatMap(({ item }) => item ?? []);
  const recommendations = inForce.flatMap(({ description }) => (description ? [description] : []));
  const emergency = emergencyIn(items, recommendations);
  const isUnread = hasUnread(items, [LINK_IDS.focusScale, LINK_IDS.clinicalFocus]);
  const damaged = content.damaged || carePlans.damaged || forms.damaged || isUnread || levels.size > 1;
  const source = statementBy(document, carePlan?.author, carePlan?.period?.start);
  const [words] = levels;
  const level = levels.size === 1 && words ? treatmentLevel(words) : null;
  // A CarePlan without a level says nothing on it; only a damaged one may have said more.
  const isSilent = carePlan !== undefined && !damaged;
  const notRecorded = { state: 'notRecorded' } as const;
  return {
    treatmentLevel: level === null && isSilent ? notRecorded : told(content, level, source, damaged),
    emergencyTreatment: !emergency && isSilent ? notRecorded : told(content, emergency, source, damaged),
    reviewDue: carePlan?.period?.end,
    report: reportOn('treatment', content, {
      damaged,
      source,
      items: [...levels, ...recommendations].map((item) => ({ name: [item] })),
      around: [emergency?.focusScale, emergency?.focus, carePlan?.period?.end],
      unread: leftOver(document, content.resources, [
        ...[[...levels], emergency, carePlan?.period, source],
        ...[content.paragraphs, content.otherWords],
      ]),
    }),
  };
}

/** The focus of care, as a scale and in words, and what is recommended; `null`: none of it is said. */
function emergencyIn(
  items: readonly QuestionnaireItem[],
  recommendations: readonly string[],
): EmergencyTreatment | null {
  const focusScale = answerTo(items, LINK_IDS.focusScale)?.valueInteger;
  const focus = wordsTo(items, LINK_IDS.clinicalFocus);
  if (focusScale === undefined && focus === undefined && recommendations.length === 0) return null;
  return {
    ...(focusScale === undefined ? {} : { focusScale }),
    ...(focus === undefined ? {} : { focus }),
    recommendations,
  };
}

/** One of the four levels in their exact words, or other words as they came. */
function treatmentLevel(words: string): TreatmentLevel {
  const exact = Object.entries(TREATMENT_LEVELS).find(([level]) => level === words.trim().toLowerCase());
  return exact ? { level: exact[1] } : { level: 'unknown', words };
}

/** What to do for which symptom, in the author's order. */
export function readSymptoms(document: PlanDocument): ReadSection<readonly Symptom[]> {
  return readSection(document, 'symptoms', ['QuestionnaireResponse', 'Condition', 'CarePlan'], ({ resources }) => {
    const forms = ofType(resources, 'QuestionnaireResponse', questionnaireResponseSchema);
    const items = forms.found.filter(isFormInForce).flatMap(({ item }) => item ?? []);
    const groups = itemsOf(items, LINK_IDS.problemGroup);
    const symptoms = groups.map((group) => symptomOf(document, group));
    const readable = symptoms.filter((symptom) => symptom !== null);
    const form = resources.find(({ resourceType }) => resourceType === 'QuestionnaireResponse');
    return {
      value: readable.length > 0 ? readable : null,
      source: sourceOf(document, form),
      damaged: forms.damaged || readable.length < symptoms.length || isUnread(items),
      items: readable.map(({ symptom, action, treatmentLevel }) => ({
        name: [symptom],
        details: [action],
        beside: treatmentLevel ? [treatmentLevel] : [],
      })),
    };
  });
}

/** Whether there is an answer outside the groups of symptom and action, or a third one in such a group. */
function isUnread(items: readonly QuestionnaireItem[]): boolean {
  const isGroup = ({ linkId, answer }: QuestionnaireItem) => linkId === LINK_IDS.problemGroup && !answer;
  const others = items.filter((item) => !isGroup(item));
  const inGroups = items.filter(isGroup).some(({ item }) => hasUnread(item, [LINK_IDS.problem, LINK_IDS.intervention]));
  return inGroups || hasUnread(others, []);
}

function symptomOf(document: PlanDocument, group: QuestionnaireItem): Symptom | null {
  const problem = document.resolve(answerTo(group.item, LINK_IDS.problem)?.valueReference);
  const intervention = document.resolve(answerTo(group.item, LINK_IDS.intervention)?.valueReference);
  const symptom = problem && conceptText(ofType([problem], 'Condition', conditionSchema).found[0]?.code);
  const carePlan = intervention && ofType([intervention], 'CarePlan', carePlanSchema).found[0];
  const isOver = [problem, intervention].some((resource) => resource && forceOf(resource) === 'over');
  if (!symptom || !carePlan?.description || isOver) return null;
  const source = statementBy(document, carePlan.author, carePlan.period?.start);
  const level = carePlan.title ? { treatmentLevel: carePlan.title } : {};
  return { symptom, action: carePlan.description, ...level, source };
}
