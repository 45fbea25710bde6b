import type { CompositionSection } from 'fhir/r4';
import type { DocumentDraft } from '../document-draft.ts';
import { SECTION_TITLES, type SectionTitle } from '../section-titles.ts';
import { writeAnticipatoryMedicines } from './anticipatory-medicines.ts';
import {
  writeAlerts,
  writeAllergies,
  writeConditions,
  writeMedicines,
  writeOtherDocuments,
  writePrognosis,
} from './background.ts';
import { writeContacts } from './contacts.ts';
import { writeCpr } from './cpr.ts';
import { writeEmergencyTreatment } from './emergency-treatment.ts';
import { writePlaceOfCare, writePlaceOfDeath } from './places.ts';
import { writeSymptoms } from './symptoms.ts';
import { writeAdvanceDecisions, writeWhatMatters } from './wishes.ts';
import { type SectionWriter, toSection } from './written-section.ts';

const WRITERS: Readonly<Record<SectionTitle, SectionWriter>> = {
  'CPR decision': writeCpr,
  'Emergency care and treatment': writeEmergencyTreatment,
  'Symptoms and what to do': writeSymptoms,
  'Anticipatory medicines': writeAnticipatoryMedicines,
  'Whom to call': writeContacts,
  'Preferred place of care': writePlaceOfCare,
  'Preferred place of death': writePlaceOfDeath,
  'What matters to me': writeWhatMatters,
  'Advance decisions': writeAdvanceDecisions,
  Allergies: writeAllergies,
  Medicines: writeMedicines,
  'Significant conditions': writeConditions,
  Prognosis: writePrognosis,
  'Alerts and access to home': writeAlerts,
  'Other documents': writeOtherDocuments,
};

/** All sections of a document in the order of the contract; those that are left out are missing. */
export function writeSections(draft: DocumentDraft): CompositionSection[] {
  return SECTION_TITLES.flatMap((title) => toSection(title, WRITERS[title](draft), draft) ?? []);
}
