import { PLAN_TYPES, SNOMED } from '../codes.ts';
import { snomedCodes } from '../concepts.ts';
import { type Composition, compositionSchema } from '../fhir-schemas.ts';
import type { Asking } from './asking.ts';
import { couldNotCheck, failed, type Judged, parseAll } from './judge.ts';
import type { EmptyAnswer } from './judge-searchset.ts';
import { ownReference } from './own-reference.ts';
import { searchPages } from './search-pages.ts';

const PAGE_SIZE = '20';

/** The Compositions of one patient, or the service's validated word that there is none. */
export type FoundCompositions = {
  readonly compositions: readonly Composition[];
  readonly empty: EmptyAnswer | null;
};

/**
 * All plans that the service knows as Compositions of one patient. Those of a kind that was not asked for are left out;
 * where that leaves none, the service has not understood the question, which is no word on plans.
 */
export async function findCompositions(
  asking: Asking,
  patientId: string,
  nhsNumber: string,
): Promise<Judged<FoundCompositions>> {
  const parameters = [
    ['subject', `Patient/${patientId}`],
    ['type', PLAN_TYPES.map((code) => `${SNOMED}|${code}`).join(',')],
    ['_sort', '-date'],
    ['_count', PAGE_SIZE],
  ] as const;
  const found = await searchPages(asking, 'Composition', parameters, nhsNumber);
  if (!found.ok) return found;
  const { resources, empty } = found.value;
  const parsed = parseAll(resources, compositionSchema, 'PLN-PLAN-SHAPE');
  if (!parsed.ok) return parsed;
  if (parsed.value.some((composition) => !isAbout(composition, patientId, asking.fhirBase))) {
    return failed(couldNotCheck('wrongPatient', 'PLN-WRONG-PATIENT'));
  }
  const compositions = parsed.value.filter(isPlan);
  return compositions.length === 0 && !empty
    ? failed(couldNotCheck('unexpectedAnswer', 'PLN-OTHER-TYPES'))
    : { ok: true, value: { compositions, empty } };
}

/** Whether a Composition is about this Patient of the service's own. */
export function isAbout({ subject }: Composition, patientId: string, fhirBase: string): boolean {
  const named = ownReference(subject.reference ?? '', fhirBase);
  return named?.type === 'Patient' && named.id === patientId;
}

/** Whether it is of a kind that is asked for. */
export function isPlan({ type }: Composition): boolean {
  return snomedCodes(type).some((code) => PLAN_TYPES.some((planned) => planned === code));
}
