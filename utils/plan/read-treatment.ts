import { LINK_IDS, TREATMENT_LEVELS } from './codes.ts';
import { conceptText } from './concepts.ts';
import { ofType, type PlanDocument, sectionContent } from './document.ts';
import {
  carePlanSchema,
  conditionSchema,
  medicationRequestSchema,
  procedureSchema,
  type QuestionnaireItem,
  questionnaireResponseSchema,
} from './fhir-schemas.ts';
import type { AnticipatoryMedicines, EmergencyTreatment, Symptom, Told, TreatmentLevel } from './plan.ts';
import { answerTo, isFormInForce, itemsOf } from './questionnaire.ts';
import { statementBy } from './statement.ts';
import { told } from './told.ts';

export const TREATMENT_SECTION = 'Emergency care and treatment';
export const SYMPTOMS_SECTION = 'Symptoms and what to do';
export const MEDICINES_SECTION = 'Anticipatory medicines';

/** The treatment level, the focus of care and the recommendations, and when the plan is due for review. */
export function readTreatment(document: PlanDocument): {
  readonly treatmentLevel: Told<TreatmentLevel>;
  readonly emergencyTreatment: Told<EmergencyTreatment>;
  readonly reviewDue: string | undefined;
  readonly damaged: boolean;
} {
  const content = sectionContent(document, TREATMENT_SECTION, ['CarePlan', 'QuestionnaireResponse']);
  const carePlans = ofType(content.resources, 'CarePlan', carePlanSchema);
  const forms = ofType(content.resources, 'QuestionnaireResponse', questionnaireResponseSchema);
  const inForce = carePlans.found.filter(({ status }) => status !== 'entered-in-error' && status !== 'revoked');
  const [carePlan] = inForce;
  // Two levels are none (S11).
  const levels = new Set(inForce.flatMap(({ title }) => title ?? []));
  const items = forms.found.filter(isFormInForce).flatMap(({ item }) => item ?? []);
  const focusScale = answerTo(items, LINK_IDS.focusScale)?.valueInteger;
  const focus = answerTo(items, LINK_IDS.clinicalFocus)?.valueCoding?.display;
  const recommendations = inForce.flatMap(({ description }) => (description ? [description] : []));
  const said = focusScale !== undefined || focus !== undefined || recommendations.length > 0;
  const damaged = content.damaged || carePlans.damaged || forms.damaged || levels.size > 1;
  const source = statementBy(document, carePlan?.author, carePlan?.period?.start);
  const [words] = levels;
  const level = levels.size === 1 && words ? treatmentLevel(words) : null;
  const emergency = {
    ...(focusScale === undefined ? {} : { focusScale }),
    ...(focus === undefined ? {} : { focus }),
    recommendations,
  };
  return {
    // A CarePlan without a level says nothing on it; only a damaged one may have said more.
    treatmentLevel:
      level === null && carePlan && !damaged ? { state: 'notRecorded' } : told(content, level, source, damaged),
    emergencyTreatment:
      said || !carePlan || damaged ? told(content, said ? emergency : null, source, damaged) : { state: 'notRecorded' },
    reviewDue: carePlan?.period?.end,
    damaged,
  };
}

/** One of the four levels in their exact words (facts: EPaCCS), or other words as they came. */
function treatmentLevel(words: string): TreatmentLevel {
  const exact = Object.entries(TREATMENT_LEVELS).find(([level]) => level === words.trim().toLowerCase());
  return exact ? { level: exact[1] } : { level: 'unknown', words };
}

/** What to do for which symptom, in the author's order. */
export function readSymptoms(document: PlanDocument): {
  readonly symptoms: Told<readonly Symptom[]>;
  readonly damaged: boolean;
} {
  const content = sectionContent(document, SYMPTOMS_SECTION, ['QuestionnaireResponse', 'Condition', 'CarePlan']);
  const forms = ofType(content.resources, 'QuestionnaireResponse', questionnaireResponseSchema);
  const [form] = forms.found;
  const groups = forms.found.filter(isFormInForce).flatMap(({ item }) => itemsOf(item, LINK_IDS.problemGroup));
  const symptoms = groups.map((group) => symptomOf(document, group));
  const readable = symptoms.filter((symptom) => symptom !== null);
  const damaged = content.damaged || forms.damaged || readable.length < symptoms.length;
  const source = statementBy(document, form?.author, form?.authored);
  return { symptoms: told(content, readable.length > 0 ? readable : null, source, damaged), damaged };
}

function symptomOf(document: PlanDocument, group: QuestionnaireItem): Symptom | null {
  const problem = document.resolve(answerTo(group.item, LINK_IDS.problem)?.valueReference);
  const intervention = document.resolve(answerTo(group.item, LINK_IDS.intervention)?.valueReference);
  const symptom = problem && conceptText(ofType([problem], 'Condition', conditionSchema).found[0]?.code);
  const carePlan = intervention && ofType([intervention], 'CarePlan', carePlanSchema).found[0];
  if (!symptom || !carePlan?.description) return null;
  const source = statementBy(document, carePlan.author, carePlan.period?.start);
  const level = carePlan.title ? { treatmentLevel: carePlan.title } : {};
  return { symptom, action: carePlan.description, ...level, source };
}

/** Anticipatory medicines: which, when issued, and where they are kept. */
export function readAnticipatoryMedicines(
  document: PlanDocument,
  restricted: boolean,
): { readonly anticipatoryMedicines: Told<AnticipatoryMedicines>; readonly damaged: boolean } {
  const content = sectionContent(document, MEDICINES_SECTION, ['Procedure', 'MedicationRequest']);
  const procedures = ofType(content.resources, 'Procedure', procedureSchema);
  const requests = ofType(content.resources, 'MedicationRequest', medicationRequestSchema);
  const issue = procedures.found.find(({ status }) => status === 'completed');
  const medicines = requests.found
    .filter(({ status }) => status === 'active')
    .map(({ medicationCodeableConcept, dosageInstruction }) => {
      const name = conceptText(medicationCodeableConcept);
      // A dose without its medicine is worse than none.
      return name ? [name, dosageInstruction?.[0]?.text].filter((part) => part).join(': ') : '';
    });
  const damaged = content.damaged || procedures.damaged || requests.damaged || medicines.includes('');
  const keptAt = restricted ? undefined : issue?.location?.display;
  const words = issue?.note?.map(({ text }) => text).join(' ');
  const value: AnticipatoryMedicines = {
    medicines: medicines.filter((medicine) => medicine !== ''),
    ...(issue?.performedDateTime ? { issued: issue.performedDateTime } : {}),
    ...(keptAt ? { keptAt } : {}),
    ...(words ? { words } : {}),
  };
  const recorded = issue || value.medicines.length > 0;
  const source = issue?.performedDateTime ? { date: issue.performedDateTime } : {};
  return { anticipatoryMedicines: told(content, recorded ? value : null, source, damaged), damaged };
}
