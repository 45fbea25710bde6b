import { conceptText } from '../concepts.ts';
import type { QuestionnaireItem, QuestionnaireResponse, Resource } from '../fhir-schemas.ts';
import { conceptSchema } from '../fhir-types.ts';
import type { CprFinding } from './cpr-carriers.ts';
import { saysCpr } from './cpr-words.ts';

/**
 * What was answered to questions on CPR that Planside does not know, by codes or by yes and no: never understood, and
 * never dropped (S11). An answer in words is read as words.
 */
export function answersToQuestionsOnCpr({ item }: QuestionnaireResponse): readonly CprFinding[] {
  return (item ?? []).flatMap(answered);
}

function answered({ text = '', answer = [], item = [] }: QuestionnaireItem): readonly CprFinding[] {
  const within = [...item, ...answer.flatMap((one) => one.item ?? [])].flatMap(answered);
  const coded = answer.flatMap(({ valueCoding, valueBoolean }) => {
    if (valueBoolean !== undefined) return [valueBoolean ? 'Yes' : 'No'];
    return valueCoding?.display ?? valueCoding?.code ?? [];
  });
  const own = saysCpr(text) ? coded.map((words) => ({ says: 'unknown', sentAs: `${text}: ${words}` }) as const) : [];
  return [...own, ...within];
}

/** “No” beside a name says something only together with it. */
const YES_OR_NO = /^\W*(?:yes|no|y|n|true|false|0|1)\b\W*$/i;

/**
 * What an Observation says that is about CPR by its name alone: in codes that are none on CPR, or by yes and no. A value
 * in words is read as words.
 */
export function observedOnCpr(resource: Resource): readonly CprFinding[] {
  const code = conceptSchema.safeParse(resource.code);
  const name = code.success ? conceptText(code.data) : undefined;
  if (resource.resourceType !== 'Observation' || !name || !saysCpr(name)) return [];
  const words = answerIn(resource);
  return words ? [{ says: 'unknown', sentAs: `${name}: ${words}` }] : [];
}

function answerIn({ valueCodeableConcept, valueBoolean, valueString }: Resource): string | undefined {
  if (typeof valueBoolean === 'boolean') return valueBoolean ? 'Yes' : 'No';
  if (typeof valueString === 'string') return YES_OR_NO.test(valueString) ? valueString : undefined;
  const value = conceptSchema.safeParse(valueCodeableConcept);
  return value.success ? (conceptText(value.data) ?? value.data.coding?.[0]?.code) : undefined;
}
