import type { Procedure } from 'fhir/r4';
import { ANTICIPATORY_MEDICINES_ISSUED } from '../codes.ts';
import type { SectionWriter } from './written-section.ts';

/** “Morphine 10mg/ml: 2.5mg under the skin” as the medicine and its dosage. */
function medicineAndDosage(words: string): { medicine: string; dosage: string } {
  const [medicine = words, dosage = 'See chart'] = words.split(': ');
  return { medicine, dosage };
}

/** Section *Anticipatory medicines*: that they were issued, where they are kept, and each medicine. */
export const writeAnticipatoryMedicines: SectionWriter = (draft) => {
  const { anticipatoryMedicines } = draft.intent;
  if (anticipatoryMedicines === undefined) return 'notRecorded';
  if (anticipatoryMedicines === 'none') return 'statedNone';
  const { issued, medicines, keptAt, words } = anticipatoryMedicines;
  const procedure: Procedure = {
    resourceType: 'Procedure',
    status: 'completed',
    code: { coding: [ANTICIPATORY_MEDICINES_ISSUED] },
    subject: draft.patient,
    performedDateTime: issued,
    ...(keptAt === undefined ? {} : { location: { display: keptAt } }),
    ...(words === undefined ? {} : { note: [{ text: words }] }),
  };
  const requests = medicines.map((text) => {
    const { medicine, dosage } = medicineAndDosage(text);
    return draft.add({
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: { text: medicine },
      subject: draft.patient,
      authoredOn: issued,
      requester: draft.author,
      dosageInstruction: [{ text: dosage }],
    });
  });
  return {
    paragraphs: [
      `Issued ${issued}`,
      ...(keptAt === undefined ? [] : [`Kept: ${keptAt}`]),
      ...(words === undefined ? [] : [words]),
      ...medicines,
    ],
    entries: [draft.add(procedure), ...requests],
  };
};
