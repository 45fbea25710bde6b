import * as z from 'zod/mini';
import type { Resource } from '../fhir-schemas.ts';
import { conceptSchema, opt, referenceSchema } from '../fhir-types.ts';
import type { NarrativeSection } from '../plan.ts';
import type { PlanDocument } from './document.ts';
import { wordsInExtensions } from './extensions.ts';

/** What is neither text of a section nor an entry of one. */
export const OUTSIDE = 'Outside the sections';

/** Who, where and what with, and what holds other things together: nothing of a plan's content. */
const NO_CONTENT: ReadonlySet<string> = new Set([
  'Binary',
  'Bundle',
  'CareTeam',
  'Composition',
  'Device',
  'Encounter',
  'EpisodeOfCare',
  'Group',
  'HealthcareService',
  'Location',
  'Medication',
  'OperationOutcome',
  'Organization',
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'Provenance',
  'RelatedPerson',
  'Substance',
]);

/** Extensions of HL7 and the NHS: what they say of a person or a document is no part of a plan, or is read by name. */
const STANDARD = /^https?:\/\/(?:hl7\.org|fhir\.hl7\.org\.uk|fhir\.nhs\.uk)\//;

/** Whether a resource may say something that belongs to a plan. */
export function isContent({ resourceType }: Resource): boolean {
  return !NO_CONTENT.has(resourceType);
}

/** What is written into the document and stands in none of its sections. */
export function readOutside(document: PlanDocument): readonly NarrativeSection[] {
  const paragraphs = wordsOutside(document);
  return paragraphs.length > 0 ? [{ title: OUTSIDE, state: 'recorded', paragraphs }] : [];
}

/** What the document was written for, and the words in extensions of it and its patient that nobody here knows. */
export function wordsOutside({ resources }: PlanDocument): readonly string[] {
  const [composition] = resources;
  const patient = resources.find(({ resourceType }) => resourceType === 'Patient');
  const extensions = [composition?.extension ?? [], patient?.extension ?? []].flat();
  return [...occasion(composition), ...wordsInExtensions(extensions.filter((extension) => !isStandard(extension)))];
}

const occasionSchema = z.object({
  event: z.array(z.object({ code: opt(z.array(conceptSchema)), detail: opt(z.array(referenceSchema)) })),
});

/** `Best interests meeting`: what was done and who was there, in the author's words; codes of it are for machines. */
function occasion(composition: Resource | undefined): readonly string[] {
  const { event = [] } = occasionSchema.safeParse(composition).data ?? {};
  return event.flatMap(({ code = [], detail = [] }) => [
    ...code.flatMap(({ text }) => text ?? []),
    ...detail.flatMap(({ display }) => display ?? []),
  ]);
}

function isStandard(extension: unknown): boolean {
  if (typeof extension !== 'object' || extension === null || !('url' in extension)) return false;
  return STANDARD.test(String(extension.url));
}
