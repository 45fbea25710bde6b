import { EXPIRES_EXTENSION, PLAN_TYPES } from '../codes.ts';
import { isApproved, planIdOf, versionOf } from '../composition.ts';
import { conceptText, snomedCodes } from '../concepts.ts';
import { type Composition, organizationSchema } from '../fhir-schemas.ts';
import { type Plan, type Provenance, SECTION_TITLES, type SectionKey } from '../plan.ts';
import { type DocumentRefusal, openDocument, type PlanDocument } from './document.ts';
import { readAdvanceDecisions } from './read-advance-decisions.ts';
import { readAlerts, readOtherDocuments } from './read-alerts.ts';
import { readAnticipatoryMedicines } from './read-anticipatory-medicines.ts';
import { readAllergies, readConditions, readMedicines, readPrognosis } from './read-background.ts';
import { readCpr } from './read-cpr.ts';
import { readOtherSections } from './read-other-sections.ts';
import { readPatient } from './read-patient.ts';
import { readContacts, readPlaces, readWhatMatters } from './read-people-and-places.ts';
import type { SectionReport } from './read-section.ts';
import { readSymptoms, readTreatment } from './read-treatment.ts';
import { pointsNowhere } from './sections.ts';
import { statementBy } from './statement.ts';

/** What tells who answers for the plan. */
export const ORIGIN = 'Where this plan comes from';

/** A tag of BCP 47, as far as a screen reader needs one. */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i;

export type ReadPlan =
  | { readonly ok: true; readonly plan: Plan; readonly composition: Composition }
  | { readonly ok: false; readonly why: DocumentRefusal };

/**
 * Reads a FHIR document Bundle into a plan: exactly what its author said, and by name whatever could not be read.
 *
 * @param raw the document as it came
 * @param nhsNumber whose it must be; `null` reads whosever it is (the conformance check, not the product)
 */
export function readDocument(raw: unknown, nhsNumber: string | null): ReadPlan {
  const opened = openDocument(raw, nhsNumber);
  return opened.ok
    ? { ok: true, plan: planIn(opened.document), composition: opened.document.composition }
    : { ok: false, why: opened.why };
}

function planIn(document: PlanDocument): Plan {
  const patient = readPatient(document);
  const { report: cprReport, cprDecision } = readCpr(document);
  const { report: treatmentReport, reviewDue, ...treatment } = readTreatment(document);
  const sections = readSections(document, patient.restricted);
  const others = readOtherSections(document);
  const { author, attester, custodian, language = '' } = document.composition;
  const lostOrigin = pointsNowhere(document, [author, attester, custodian]) ? [ORIGIN] : [];
  const reports = [cprReport, treatmentReport, ...Object.values(sections).map(({ report }) => report)];
  return {
    ...(LANGUAGE_TAG.test(language) ? { language } : {}),
    patient,
    provenance: provenanceOf(document, reviewDue),
    cprDecision,
    ...treatment,
    ...toldBy(sections),
    otherSections: others.sections,
    narratives: narrativesOf(reports),
    contradictions: titles(reports, ({ contradicts }) => contradicts),
    unreadable: [...titles(reports, ({ damaged }) => damaged), ...others.damaged, ...lostOrigin],
    linkedItemMissing: [
      ...titles(reports, ({ linkedItemMissing }) => linkedItemMissing),
      ...others.linkedItemMissing,
      ...lostOrigin,
    ],
  };
}

/** Every section but those on CPR and treatment, which are more than one fact. */
function readSections(document: PlanDocument, restricted: boolean) {
  return {
    symptoms: readSymptoms(document),
    anticipatoryMedicines: readAnticipatoryMedicines(document, restricted),
    contacts: readContacts(document, restricted),
    placeOfCare: readPlaces(document, 'placeOfCare', restricted),
    placeOfDeath: readPlaces(document, 'placeOfDeath', restricted),
    whatMatters: readWhatMatters(document),
    advanceDecisions: readAdvanceDecisions(document),
    allergies: readAllergies(document),
    medicines: readMedicines(document),
    conditions: readConditions(document),
    prognosis: readPrognosis(document),
    alerts: readAlerts(document, restricted),
    otherDocuments: readOtherDocuments(document),
  };
}

function toldBy(sections: ReturnType<typeof readSections>) {
  return {
    symptoms: sections.symptoms.told,
    anticipatoryMedicines: sections.anticipatoryMedicines.told,
    contacts: sections.contacts.told,
    placeOfCare: sections.placeOfCare.told,
    placeOfDeath: sections.placeOfDeath.told,
    whatMatters: sections.whatMatters.told,
    advanceDecisions: sections.advanceDecisions.told,
    allergies: sections.allergies.told,
    medicines: sections.medicines.told,
    conditions: sections.conditions.told,
    prognosis: sections.prognosis.told,
    alerts: sections.alerts.told,
    otherDocuments: sections.otherDocuments.told,
  };
}

function titles(reports: readonly SectionReport[], are: (report: SectionReport) => boolean): readonly string[] {
  return reports.filter(are).map(({ key }) => SECTION_TITLES[key]);
}

function narrativesOf(reports: readonly SectionReport[]): Plan['narratives'] {
  const written = reports.flatMap(({ key, narrative }) => (narrative ? [[key, narrative] as const] : []));
  return Object.fromEntries(written) as Partial<Record<SectionKey, readonly string[]>>;
}

function provenanceOf(document: PlanDocument, reviewDue: string | undefined): Provenance {
  const { composition } = document;
  const { extension, type } = composition;
  const review = composition.attester?.find(({ mode }) => mode === 'professional');
  const attested = (composition.attester ?? []).flatMap((one) => {
    const { by, organisation, date } = statementBy(document, one.party, one.time?.slice(0, 10));
    const who = [by ?? organisation, date].filter((part) => part).join(', ');
    return one === review || who === '' ? [] : [`${one.mode}: ${who}`];
  });
  const version = versionOf(composition);
  const expires = extension?.find(({ url }) => url === EXPIRES_EXTENSION)?.valueDateTime;
  const custodian = organizationSchema.safeParse(document.resolve(composition.custodian));
  const heldBy = custodian.success ? custodian.data.name : composition.custodian?.display;
  const isKnown = snomedCodes(type).some((code) => PLAN_TYPES.some((known) => known === code));
  const otherAuthors = (composition.author ?? []).slice(1).flatMap((author) => {
    const { by, organisation } = statementBy(document, author);
    return by ?? organisation ?? [];
  });
  const kind = conceptText(type) ?? type.coding?.[0]?.code ?? composition.title ?? 'not named';
  return {
    planId: planIdOf(composition),
    title: composition.title ?? conceptText(type) ?? 'Plan',
    ...(isKnown ? {} : { otherKind: kind }),
    author: statementBy(document, composition.author?.[0], composition.date),
    ...(otherAuthors.length > 0 ? { otherAuthors } : {}),
    approval: isApproved(composition) ? 'approved' : 'draft',
    ...(version ? { version } : {}),
    ...(review ? { reviewed: statementBy(document, review.party, review.time) } : {}),
    ...(attested.length > 0 ? { attested } : {}),
    ...(reviewDue ? { reviewDue } : {}),
    ...(expires ? { expires } : {}),
    ...(heldBy ? { custodian: heldBy } : {}),
    lastUpdated: composition.date,
  };
}
