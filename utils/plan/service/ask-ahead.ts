import { type Composition, compositionSchema } from '../fhir-schemas.ts';
import type { Asking, FhirAnswer } from './asking.ts';
import { type Capability, keepsNoPlansAlong, knownCapability } from './capability.ts';
import { fetchDocument, orderOfWays } from './documents/fetch-document.ts';
import { askForPatient, type FoundPatient, judgePatient } from './find-patient.ts';
import { isAbout, isPlan } from './find-plans.ts';
import type { Judged } from './judge.ts';
import { judgeSearchset } from './judge-searchset.ts';
import { sortPlans } from './sort-plans.ts';

/**
 * Documents on their way before the service has listed the plans, by the id of their Composition. They save one journey
 * to the service and decide nothing: only a plan that the list then names is read out of them, by the rules for any other.
 */
export type Ahead = ReadonlyMap<string, Promise<Judged<unknown>>>;

export type PatientAndAhead = { readonly patient: Judged<FoundPatient>; readonly ahead: Ahead };

const NOTHING: Ahead = new Map();

/**
 * Finds the patient; and where the service has said that plans come along with their patient, asks for the documents of
 * those in force, while the plans are being listed.
 *
 * @param most no more documents than this are asked for
 */
export async function findPatientAskingAhead(
  asking: Asking,
  nhsNumber: string,
  most: number,
): Promise<PatientAndAhead> {
  const capability = knownCapability(asking.fhirBase);
  const along = capability?.plansAlong ?? null;
  const answer = await askForPatient(asking, nhsNumber, along);
  const patient = judgePatient(answer, nhsNumber);
  if (!capability || !along) return { patient, ahead: NOTHING };
  if (patient.ok) return { patient, ahead: documentsAhead(asking, answer, patient.value, { capability, most }) };
  if (!mayBeOfAsking(answer)) return { patient, ahead: NOTHING };
  const alone = judgePatient(await askForPatient(asking, nhsNumber), nhsNumber);
  // It was not the patient: it has stumbled over what it was asked for besides.
  if (alone.ok) keepsNoPlansAlong(asking.fhirBase);
  return { patient: alone, ahead: NOTHING };
}

/** The service has answered, and neither refused the person nor failed. */
function mayBeOfAsking(answer: FhirAnswer): boolean {
  return answer.kind === 'body' && [200, 400, 501].includes(answer.status);
}

type Known = { readonly capability: Capability; readonly most: number };

function documentsAhead(asking: Asking, answer: FhirAnswer, patient: FoundPatient, { capability, most }: Known): Ahead {
  // Whether there is a stored form shows only when the pointers have come.
  if (patient.kind === 'nobody' || orderOfWays(asking.fhirBase, capability)[0] === 'storedBundle') return NOTHING;
  const judged = judgeSearchset(answer);
  const came = judged.ok ? judged.value.included : [];
  const plans = came.flatMap((one) => planIn(one) ?? []).filter((one) => isAbout(one, patient.id, asking.fhirBase));
  const ids = sortPlans(plans).current.flatMap(({ id }) => id ?? []);
  return new Map(
    ids.slice(0, most).map((id) => {
      const wanted = { compositionId: id, stored: undefined };
      return [id, fetchDocument(asking, wanted, capability)];
    }),
  );
}

/** Another kind of resource, or one that cannot be read, is nothing to ask for ahead. */
function planIn(resource: unknown): Composition | null {
  const parsed = compositionSchema.safeParse(resource);
  return parsed.success && isPlan(parsed.data) ? parsed.data : null;
}
