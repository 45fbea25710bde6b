import { bundleSchema, type Composition, compositionSchema, patientSchema } from '../../fhir-schemas.ts';
import { nhsNumbersOf } from '../../nhs-numbers-of.ts';
import type { Asking } from '../asking.ts';
import { atMost } from '../at-most.ts';
import { readDocumentAt } from '../fhir-request.ts';
import { couldNotCheck, failed, type Judged, judgeBody } from '../judge.ts';

/** More stored documents of one person than this are not fetched: something is wrong, and it is said. */
const MOST_STORED = 20;
const AT_ONCE = 4;

/** A document that the plan service holds as a Bundle, and the Composition inside it. */
export type StoredDocument = { readonly composition: Composition; readonly document: unknown };

/**
 * Fetches documents that lie at the plan service as Bundles.
 *
 * @param addresses on the service's own base
 * @returns failed if one of them cannot be had: it may be the one that counts
 */
export async function fetchStored(
  asking: Asking,
  addresses: readonly string[],
  nhsNumber: string,
): Promise<Judged<readonly StoredDocument[]>> {
  if (addresses.length > MOST_STORED) return failed(couldNotCheck('unexpectedAnswer', 'PLN-TOO-MANY-PLANS'));
  const judged = await atMost(AT_ONCE, addresses, async (address) => {
    const answer = judgeBody(await readDocumentAt(asking, address));
    return answer.ok ? judgeStored(answer.value, nhsNumber) : answer;
  });
  const stored: StoredDocument[] = [];
  for (const one of judged) {
    if (!one.ok) return one;
    stored.push(one.value);
  }
  return { ok: true, value: stored };
}

/** Judges what decides whether a stored document counts at all: that it is one, about whom, and its Composition. */
export function judgeStored(body: unknown, nhsNumber: string): Judged<StoredDocument> {
  const bundle = bundleSchema.safeParse(body);
  const isDocument = bundle.success && bundle.data.type === 'document';
  const resources = isDocument ? (bundle.data.entry ?? []).flatMap(({ resource }) => resource ?? []) : [];
  const composition = compositionSchema.safeParse(resources[0]);
  if (!composition.success) return failed(couldNotCheck('unexpectedAnswer', 'PLN-NOT-DOCUMENT'));
  const patients = resources.filter(({ resourceType }) => resourceType === 'Patient');
  const patient = patientSchema.safeParse(patients[0]);
  const numbers = patient.success ? nhsNumbersOf(patient.data) : [];
  const isTheirs = patients.length === 1 && numbers.length === 1 && numbers[0] === nhsNumber;
  return isTheirs
    ? { ok: true, value: { composition: composition.data, document: body } }
    : failed(couldNotCheck('wrongPatient', 'PLN-WRONG-PATIENT'));
}
