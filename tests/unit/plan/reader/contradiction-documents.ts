import type { Plan } from '../../../../utils/plan/plan.ts';
import { readDocument } from '../../../../utils/plan/reader/read-document.ts';
import { ABOUT, documentOf, flag, type Json, NUMBER, type Part, snomed } from '../documents.ts';

const FOR = '450475007';
const NOT = '450476008';

/** A decision as a Flag, with the author's words in it. */
export const decision = (says: 'forCpr' | 'notForCpr', words?: string): Json =>
  flag(snomed(says === 'forCpr' ? FOR : NOT, words), { period: { start: '2026-03-01' } });

/** A section's narrative: each line a paragraph. */
export function narrative(...lines: readonly string[]): Json {
  const escaped = lines.map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  return { text: { status: 'additional', div: `<div>${escaped.map((line) => `<p>${line}</p>`).join('')}</div>` } };
}

/** What is read from a document of these sections. */
export function planOf(parts: readonly Part[]): Plan {
  const read = readDocument(documentOf(parts), NUMBER);
  if (!read.ok) throw new Error(read.why);
  return read.plan;
}

const about = (resourceType: string, more: Json): Json => ({ resourceType, subject: ABOUT, ...more });

/** Resources of the sections that are compared with their text. */
export const carePlan = (title: string, description?: string) =>
  about('CarePlan', { status: 'active', title, ...(description ? { description } : {}) });
export const place = (words: string) =>
  about('Observation', { status: 'final', code: {}, valueCodeableConcept: { text: words } });
export const taken = (name: string, dose: string) =>
  about('MedicationStatement', {
    status: 'active',
    medicationCodeableConcept: { text: name },
    dosage: [{ text: dose }],
  });
export const ordered = (name: string, dose: string) =>
  about('MedicationRequest', {
    status: 'active',
    medicationCodeableConcept: { text: name },
    dosageInstruction: [{ text: dose }],
  });
export const allergy = (substance: string, reaction?: string): Json => ({
  resourceType: 'AllergyIntolerance',
  patient: ABOUT,
  code: { text: substance },
  ...(reaction ? { reaction: [{ manifestation: [{ text: reaction }] }] } : {}),
});
export const relative = (name: string, ...phones: readonly string[]): Json => ({
  resourceType: 'RelatedPerson',
  patient: ABOUT,
  name: [{ text: name }],
  telecom: phones.map((value) => ({ system: 'phone', value })),
});
export const condition = (text: string) => about('Condition', { code: { text } });
export const alert = (text: string) => flag({ text });
export const prognosis = (text: string) =>
  about('Observation', { status: 'final', code: { text: 'Prognosis' }, valueCodeableConcept: { text } });
