import { medicationRequestSchema, procedureSchema, type Resource } from '../fhir-schemas.ts';
import type { AnticipatoryMedicines } from '../plan.ts';
import { asCoded } from './as-coded.ts';
import { ofType, type PlanDocument } from './document.ts';
import { allDosages } from './dosage-words.ts';
import { forceOf, isProposed } from './in-force.ts';
import { isForbidden, medicineItems, medicineName } from './read-background.ts';
import { type ReadSection, readSection, type Taken } from './read-section.ts';

/** Anticipatory medicines: which, when issued, and where they are kept (not said of a restricted patient). */
export function readAnticipatoryMedicines(
  document: PlanDocument,
  restricted: boolean,
): ReadSection<AnticipatoryMedicines> {
  const types = ['Procedure', 'MedicationRequest'];
  const read = readSection(document, 'anticipatoryMedicines', types, ({ resources }) =>
    takenFrom(document, resources, restricted),
  );
  // The text may say where they are kept.
  return restricted ? { ...read, report: { ...read.report, narrative: null } } : read;
}

function takenFrom(
  document: PlanDocument,
  resources: readonly Resource[],
  restricted: boolean,
): Taken<AnticipatoryMedicines> {
  const procedures = ofType(resources, 'Procedure', procedureSchema);
  const requests = ofType(resources, 'MedicationRequest', medicationRequestSchema);
  const notGiven = resources.filter((one) => isForbidden(one) || isUnfinished(one) || forceOf(one) === 'doubtful');
  const issue = procedures.found.find(({ status }) => status === 'completed');
  const ordered = requests.found
    .filter(({ status, intent, doNotPerform }) => status === 'active' && !doNotPerform && !isProposed(intent))
    .map((one) => ({ name: medicineName(document, one), dosage: allDosages(one.dosageInstruction) }));
  // A dose without its medicine is worse than none.
  const named = ordered.filter(({ name }) => name);
  const keptAt = restricted ? undefined : issue?.location?.display;
  const words = issue?.note?.map(({ text }) => text).join(' ');
  const issued = issue?.performedDateTime;
  const about = { ...(issued ? { issued } : {}), ...(keptAt ? { keptAt } : {}), ...(words ? { words } : {}) };
  const medicines = named.map(({ name, dosage }) => [name, dosage].filter((part) => part).join(': '));
  return {
    value: issue || medicines.length > 0 ? { medicines, ...about } : null,
    source: issued ? { date: issued } : {},
    damaged: procedures.damaged || requests.damaged || named.length < ordered.length || notGiven.length > 0,
    unread: notGiven.flatMap((one) => asCoded(document, one)),
    items: [
      ...[keptAt, words].flatMap((one) => (one ? [{ name: [one] }] : [])),
      ...ordered.flatMap(({ name, dosage }) => medicineItems(name, dosage)),
    ],
  };
}

/** Only what has been issued is in the house. */
function isUnfinished({ resourceType, status }: Resource): boolean {
  return resourceType === 'Procedure' && (status === 'preparation' || status === 'in-progress');
}
