import { VERSION_EXTENSION } from './codes.ts';
import { type DocumentRefusal, emptyReason, openDocument, type PlanDocument } from './document.ts';
import { type Composition, flagSchema, organizationSchema, type Resource, type Section } from './fhir-schemas.ts';
import { isApproved } from './find-plans.ts';
import { narrativeParagraphs } from './narrative.ts';
import type { NarrativeSection, Plan, Provenance } from './plan.ts';
import { CPR_SECTION, readCpr } from './read-cpr.ts';
import { readPatient } from './read-patient.ts';
import {
  CONTACTS_SECTION,
  PLACE_OF_CARE_SECTION,
  PLACE_OF_DEATH_SECTION,
  readContacts,
  readPlaces,
  readWhatMatters,
  WHAT_MATTERS_SECTION,
} from './read-people-and-places.ts';
import {
  MEDICINES_SECTION,
  readAnticipatoryMedicines,
  readSymptoms,
  readTreatment,
  SYMPTOMS_SECTION,
  TREATMENT_SECTION,
} from './read-treatment.ts';
import { statementBy } from './statement.ts';

/** A section that would give a restricted patient's address away. */
const ACCESS_SECTION = 'Alerts and access to home';

const STRUCTURED = new Set(
  [
    CPR_SECTION,
    TREATMENT_SECTION,
    SYMPTOMS_SECTION,
    MEDICINES_SECTION,
    CONTACTS_SECTION,
    PLACE_OF_CARE_SECTION,
    PLACE_OF_DEATH_SECTION,
    WHAT_MATTERS_SECTION,
  ].map((title) => title.toLowerCase()),
);

export type ReadPlan =
  | { readonly ok: true; readonly plan: Plan; readonly composition: Composition }
  | { readonly ok: false; readonly why: DocumentRefusal };

/**
 * Reads a FHIR document Bundle into a plan: exactly what its author said, and by name whatever could not be read.
 *
 * @param raw the document as it came
 * @param nhsNumber whose it must be
 */
export function readDocument(raw: unknown, nhsNumber: string): ReadPlan {
  const opened = openDocument(raw, nhsNumber);
  if (!opened.ok) return opened;
  const { document } = opened;
  const patient = readPatient(document);
  const cprDecision = readCpr(document);
  const { damaged: treatmentDamaged, reviewDue, ...treatment } = readTreatment(document);
  const { symptoms, ...symptomsRead } = readSymptoms(document);
  const { anticipatoryMedicines, ...medicinesRead } = readAnticipatoryMedicines(document, patient.restricted);
  const { contacts, ...contactsRead } = readContacts(document, patient.restricted);
  const { places: placeOfCare, ...careRead } = readPlaces(document, PLACE_OF_CARE_SECTION, patient.restricted);
  const { places: placeOfDeath, ...deathRead } = readPlaces(document, PLACE_OF_DEATH_SECTION, patient.restricted);
  const { whatMatters, ...mattersRead } = readWhatMatters(document);
  const others = readOthers(document, patient.restricted);
  const plan: Plan = {
    patient,
    provenance: provenanceOf(document, reviewDue),
    cprDecision,
    ...treatment,
    symptoms,
    anticipatoryMedicines,
    contacts,
    placeOfCare,
    placeOfDeath,
    whatMatters,
    otherSections: others.sections,
    unreadable: [
      ...(cprDecision.state === 'unreadable' ? [CPR_SECTION] : []),
      ...(treatmentDamaged ? [TREATMENT_SECTION] : []),
      ...(symptomsRead.damaged ? [SYMPTOMS_SECTION] : []),
      ...(medicinesRead.damaged ? [MEDICINES_SECTION] : []),
      ...(contactsRead.damaged ? [CONTACTS_SECTION] : []),
      ...(careRead.damaged ? [PLACE_OF_CARE_SECTION] : []),
      ...(deathRead.damaged ? [PLACE_OF_DEATH_SECTION] : []),
      ...(mattersRead.damaged ? [WHAT_MATTERS_SECTION] : []),
      ...others.damaged,
    ],
  };
  return { ok: true, plan, composition: document.composition };
}

/** The sections Planside does not take apart, and the titles of those in which something is damaged. */
function readOthers(
  document: PlanDocument,
  restricted: boolean,
): { readonly sections: readonly NarrativeSection[]; readonly damaged: readonly string[] } {
  const others = (document.composition.section ?? []).filter(isUnstructured);
  const sections = others.map((section) => narrativeSection(document, section, restricted));
  const damaged = others.filter((section) => isDamaged(document, section)).map(titleOf);
  return { sections, damaged };
}

function titleOf({ title }: Section): string {
  return title?.trim() || 'Untitled section';
}

function isUnstructured({ title }: Section): boolean {
  return !STRUCTURED.has(title?.trim().toLowerCase() ?? '');
}

function isDamaged(document: PlanDocument, section: Section): boolean {
  const linked = (section.entry ?? []).map(document.resolve);
  const broken = linked.some((resource) => resource === undefined || saysNothing(resource));
  const nested = (section.section ?? []).length > 0;
  return broken || nested || emptyReason(section) === 'unavailable';
}

/** A resource without what it is there to say: a Flag without a code, an Observation without any value. */
function saysNothing(resource: Resource): boolean {
  if (resource.resourceType === 'Flag') return !flagSchema.safeParse(resource).success;
  const values = Object.keys(resource).filter((field) => /^(value[A-Z]|component$|hasMember$)/.test(field));
  return resource.resourceType === 'Observation' && values.length === 0;
}

/** A section Planside does not take apart, as its author wrote it. */
function narrativeSection(document: PlanDocument, section: Section, restricted: boolean): NarrativeSection {
  const title = titleOf(section);
  const paragraphs = section.text ? narrativeParagraphs(section.text.div) : [];
  const reason = emptyReason(section);
  const isFilled = reason === undefined && (paragraphs.length > 0 || (section.entry ?? []).length > 0);
  const givesAway = restricted && isFilled && title.toLowerCase() === ACCESS_SECTION.toLowerCase();
  if (reason === 'withheld' || givesAway) {
    return { title, state: 'hidden', paragraphs: [] };
  }
  if (paragraphs.length > 0 && reason === undefined) return { title, state: 'recorded', paragraphs };
  if (reason === 'nilknown') return { title, state: 'statedNone', paragraphs: [] };
  if (isDamaged(document, section)) return { title, state: 'unreadable', paragraphs: [] };
  // Coded entries without a narrative: there is something, and it is not shown.
  return { title, state: (section.entry ?? []).length > 0 ? 'unreadable' : 'notRecorded', paragraphs: [] };
}

function provenanceOf(document: PlanDocument, reviewDue: string | undefined): Provenance {
  const { composition } = document;
  const review = composition.attester?.find(({ mode }) => mode === 'professional');
  const version = composition.extension?.find(({ url }) => url === VERSION_EXTENSION)?.valueString;
  const custodian = organizationSchema.safeParse(document.resolve(composition.custodian));
  const heldBy = custodian.success ? custodian.data.name : composition.custodian?.display;
  return {
    title: composition.title ?? 'Plan',
    author: statementBy(document, composition.author?.[0], composition.date),
    approval: isApproved(composition) ? 'approved' : 'draft',
    ...(version ? { version } : {}),
    ...(review ? { reviewed: statementBy(document, review.party, review.time) } : {}),
    ...(reviewDue ? { reviewDue } : {}),
    ...(heldBy ? { custodian: heldBy } : {}),
    lastUpdated: composition.date,
  };
}
