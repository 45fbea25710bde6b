import { medicationRequestSchema, procedureSchema, type Resource } from '../fhir-schemas.ts';
import type { AnticipatoryMedicines } from '../plan.ts';
import { ofType, type PlanDocument } from './document.ts';
import { forceOf } from './in-force.ts';
import { medicineItems, medicineName } from './read-background.ts';
import { type ReadSection, readSection } from './read-section.ts';

/** Anticipatory medicines: which, when issued, and where they are kept (not said of a restricted patient). */
export function readAnticipatoryMedicines(
  document: PlanDocument,
  restricted: boolean,
): ReadSection<AnticipatoryMedicines> {
  const types = ['Procedure', 'MedicationRequest'];
  const read = readSection<AnticipatoryMedicines>(document, 'anticipatoryMedicines', types, ({ resources }) => {
    const procedures = ofType(resources, 'Procedure', procedureSchema);
    const requests = ofType(resources, 'MedicationRequest', medicationRequestSchema);
    const doubtful = resources.filter((resource) => forceOf(resource) === 'doubtful' || isUnfinished(resource));
    const issue = procedures.found.find(({ status }) => status === 'completed');
    const active = requests.found.filter(({ status }) => status === 'active');
    const medicines = active.map(({ dosageInstruction, ...one }) => {
      const name = medicineName(document, one);
      // A dose without its medicine is worse than none.
      return name ? [name, dosageInstruction?.[0]?.text].filter((part) => part).join(': ') : '';
    });
    const named = medicines.filter((medicine) => medicine !== '');
    const keptAt = restricted ? undefined : issue?.location?.display;
    const words = issue?.note?.map(({ text }) => text).join(' ');
    const issued = issue?.performedDateTime;
    const about = { ...(issued ? { issued } : {}), ...(keptAt ? { keptAt } : {}), ...(words ? { words } : {}) };
    return {
      value: issue || named.length > 0 ? { medicines: named, ...about } : null,
      source: issued ? { date: issued } : {},
      damaged: procedures.damaged || requests.damaged || named.length < medicines.length || doubtful.length > 0,
      items: [
        ...[keptAt, words].flatMap((one) => (one ? [{ name: [one] }] : [])),
        ...active.flatMap(({ dosageInstruction, ...one }) =>
          medicineItems(medicineName(document, one), dosageInstruction?.[0]?.text),
        ),
      ],
    };
  });
  // The text may say where they are kept.
  return restricted ? { ...read, report: { ...read.report, narrative: null } } : read;
}

/** Only what has been issued is in the house. */
function isUnfinished({ resourceType, status }: Resource): boolean {
  return resourceType === 'Procedure' && (status === 'preparation' || status === 'in-progress');
}
