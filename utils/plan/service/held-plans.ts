import type { Composition } from '../fhir-schemas.ts';
import type { Elsewhere, LookupFailure } from '../plan-lookup.ts';
import { type Asking, LIMITS } from './asking.ts';
import { type Capability, capabilityOf } from './capability.ts';
import { fetchStored, type StoredDocument } from './documents/stored-bundle.ts';
import type { FoundPatient } from './find-patient.ts';
import { findCompositions } from './find-plans.ts';
import type { Judged } from './judge.ts';
import type { EmptyAnswer } from './judge-searchset.ts';
import { findPointers, type Pointer, sortPointers } from './pointers.ts';
import { isSameVersion } from './sort-plans.ts';

/** One plan that the service holds, in whatever form. */
export type HeldPlan = {
  readonly composition: Composition;
  /** `false`: it is in a stored document alone, and no Composition of the service's own. */
  readonly isKnown: boolean;
  readonly stored: StoredDocument | undefined;
};

/** All plans of one patient that the service holds, and what it knows besides. */
export type HeldPlans = {
  readonly plans: readonly HeldPlan[];
  readonly elsewhere: Elsewhere;
  readonly capability: Capability;
  /** The service's validated word that it knows no plan of this patient as a Composition. */
  readonly empty: EmptyAnswer | null;
  /** It holds documents that are superseded or were entered in error. */
  readonly storedWithdrawn: boolean;
  /** Why it cannot be said that there is nothing else: it may hold whole documents, and could not be asked for them. */
  readonly unsure: LookupFailure | null;
};

/** What is asked before it is known who the patient is at the service, since nothing of it hangs on that. */
export type AskedBeside = {
  readonly pointers: Promise<Judged<readonly Pointer[]>>;
  readonly capability: Promise<Judged<Capability>>;
};

/** Asks for the pointers and the capability of the service. Neither is waited for long. */
export function askBeside(asking: Asking, nhsNumber: string): AskedBeside {
  const { besideMs } = asking.limits ?? LIMITS;
  const signal = AbortSignal.any([asking.signal, AbortSignal.timeout(besideMs)]);
  const endsAt = Math.min(asking.endsAt ?? Number.POSITIVE_INFINITY, performance.now() + besideMs);
  return {
    pointers: findPointers({ ...asking, signal, endsAt }, nhsNumber),
    capability: capabilityOf(asking),
  };
}

/**
 * Finds all plans that the service holds of a patient: Compositions, and documents it stores whole, which may be plans
 * that are nowhere else.
 */
export async function findHeldPlans(
  asking: Asking,
  nhsNumber: string,
  patient: FoundPatient,
  beside: AskedBeside,
): Promise<Judged<HeldPlans>> {
  const patientId = patient.kind === 'patient' ? patient.id : null;
  const [known, stored, capability] = await Promise.all([
    patient.kind === 'nobody'
      ? { ok: true as const, value: { compositions: [], empty: patient.empty } }
      : findCompositions(asking, patient.id, nhsNumber),
    findStored(asking, { nhsNumber, patientId, fhirBase: asking.fhirBase }, beside.pointers),
    beside.capability,
  ]);
  if (!capability.ok) return capability;
  if (!known.ok) return known;
  if (!stored.ok) return stored;
  const { documents, unread, ...pointed } = stored.value;
  const { compositions, empty } = known.value;
  const unsure = capability.value.mayStoreDocuments ? unread : null;
  const plans = merged(compositions, documents);
  return { ok: true, value: { plans, empty, unsure, capability: capability.value, ...pointed } };
}

type Stored = {
  readonly documents: readonly StoredDocument[];
  readonly elsewhere: Elsewhere;
  readonly storedWithdrawn: boolean;
  /** Why the pointers are not known. */
  readonly unread: LookupFailure | null;
};

/** @returns failed if a document that the service says it holds cannot be had; not, if it is not known whether it does */
async function findStored(
  asking: Asking,
  askedFor: Parameters<typeof sortPointers>[1],
  asked: AskedBeside['pointers'],
): Promise<Judged<Stored>> {
  const pointers = await asked;
  const sorted = pointers.ok ? sortPointers(pointers.value, askedFor) : pointers;
  if (!sorted.ok) {
    return { ok: true, value: { documents: [], elsewhere: null, storedWithdrawn: false, unread: sorted.failure } };
  }
  const { elsewhere, stored, storedWithdrawn } = sorted.value;
  const documents = await fetchStored(asking, stored, askedFor.nhsNumber);
  return documents.ok
    ? { ok: true, value: { documents: documents.value, elsewhere, storedWithdrawn, unread: null } }
    : documents;
}

/** Each plan once: a stored document of a Composition that is known is a form of it, and one that comes twice is one. */
function merged(compositions: readonly Composition[], documents: readonly StoredDocument[]): readonly HeldPlan[] {
  const known = compositions.map((composition) => ({
    composition,
    isKnown: true,
    stored: documents.find((document) => isSameVersion(document.composition, composition)),
  }));
  const alone = documents.filter(({ composition }) => !compositions.some((other) => isSameVersion(composition, other)));
  const each = new Map(alone.map((document) => [JSON.stringify(document.composition), document] as const));
  return [
    ...known,
    ...[...each.values()].map((stored) => ({ composition: stored.composition, isKnown: false, stored })),
  ];
}
