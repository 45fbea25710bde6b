import * as z from 'zod/mini';
import { CARE_PLAN_CATEGORY, NHS_NUMBER_SYSTEM, SNOMED } from '../codes.ts';
import { conceptText } from '../concepts.ts';
import { conceptSchema, referenceSchema } from '../fhir-types.ts';
import { plainNumber } from '../nhs-numbers-of.ts';
import type { PlanElsewhere } from '../plan-lookup.ts';
import type { Asking } from './asking.ts';
import { couldNotCheck, failed, type Judged, parseAll } from './judge.ts';
import { ownReference } from './own-reference.ts';
import { searchPages } from './search-pages.ts';

const text = z.exactOptional(z.string());

/** The parts of a pointer that are read (FHIR R4 DocumentReference, as the National Record Locator fills it in). */
const pointerSchema = z.object({
  resourceType: z.literal('DocumentReference'),
  status: z.string(),
  docStatus: text,
  type: z.exactOptional(conceptSchema),
  subject: z.exactOptional(referenceSchema),
  date: text,
  custodian: z.exactOptional(referenceSchema),
  content: z.exactOptional(z.array(z.object({ attachment: z.object({ url: text, title: text, creation: text }) }))),
});

export type Pointer = z.infer<typeof pointerSchema>;

/** Asks for all pointers to plans of the person with this NHS number, page by page. */
export async function findPointers(asking: Asking, nhsNumber: string): Promise<Judged<readonly Pointer[]>> {
  const parameters = [
    ['subject:identifier', `${NHS_NUMBER_SYSTEM}|${nhsNumber}`],
    ['category', `${SNOMED}|${CARE_PLAN_CATEGORY}`],
  ] as const;
  const found = await searchPages(asking, 'DocumentReference', parameters, nhsNumber);
  return found.ok ? parseAll(found.value.resources, pointerSchema, 'PLN-POINTER-SHAPE') : found;
}

/** Whom the pointers were asked for. */
export type AskedFor = {
  readonly nhsNumber: string;
  /** The FHIR id at the service; `null`: it knows no such patient. */
  readonly patientId: string | null;
  readonly fhirBase: string;
};

/** What the pointers of one person lead to. */
export type SortedPointers = {
  /** Plans that others hold, and that are in force. No address of theirs is kept. */
  readonly elsewhere: readonly PlanElsewhere[];
  /** Addresses of documents that the plan service itself holds. */
  readonly stored: readonly string[];
  /** Whether it also holds documents that are superseded or were entered in error. */
  readonly storedWithdrawn: boolean;
};

/**
 * Sorts pointers by who holds what they lead to.
 *
 * @returns failed if one of them is not about the person they were asked for: then none of them is believed (S1)
 */
export function sortPointers(pointers: readonly Pointer[], askedFor: AskedFor): Judged<SortedPointers> {
  if (!pointers.every((pointer) => isAbout(pointer, askedFor))) {
    return failed(couldNotCheck('wrongPatient', 'PLN-WRONG-PATIENT'));
  }
  const located = pointers.map((pointer) => ({ pointer, address: ownAddress(pointer, askedFor.fhirBase) }));
  const own = located.filter(({ address }) => address !== undefined);
  const others = located.filter(({ address }) => address === undefined);
  return {
    ok: true,
    value: {
      elsewhere: others.filter(({ pointer }) => isInForce(pointer)).map(({ pointer }) => elsewhere(pointer)),
      stored: [...new Set(own.flatMap(({ pointer, address }) => (isInForce(pointer) && address ? [address] : [])))],
      storedWithdrawn: own.some(({ pointer }) => !isInForce(pointer)),
    },
  };
}

/** By the number, by the record that was found, or by both; by neither is about nobody in particular. */
function isAbout({ subject }: Pointer, { nhsNumber, patientId, fhirBase }: AskedFor): boolean {
  const { identifier, reference = '' } = subject ?? {};
  const number = identifier?.system === NHS_NUMBER_SYSTEM ? identifier.value : undefined;
  const byNumber = number !== undefined;
  if (byNumber && plainNumber(number) !== nhsNumber) return false;
  const named = ownReference(reference, fhirBase);
  const isThem = patientId !== null && named?.type === 'Patient' && named.id === patientId;
  // A record of the custodian's own says nothing here; another record of this service is somebody else.
  return isThem || (byNumber && (named === undefined || patientId === null));
}

function isInForce({ status, docStatus }: Pointer): boolean {
  return status === 'current' && docStatus !== 'entered-in-error';
}

/** The address of a document that lies at the plan service itself, as a Bundle. */
function ownAddress({ content }: Pointer, fhirBase: string): string | undefined {
  const own = (content ?? []).map(({ attachment }) => ownReference(attachment.url ?? '', fhirBase));
  const bundle = own.find((reference) => reference?.type === 'Bundle');
  return bundle && `${fhirBase}/Bundle/${bundle.id}`;
}

function elsewhere({ type, custodian, date, content }: Pointer): PlanElsewhere {
  const attachment = content?.[0]?.attachment;
  const heldBy = custodian?.display ?? custodian?.identifier?.value;
  const when = date ?? attachment?.creation;
  return {
    title: attachment?.title ?? conceptText(type) ?? 'Plan',
    ...(heldBy ? { custodian: heldBy } : {}),
    ...(when ? { date: when } : {}),
  };
}
