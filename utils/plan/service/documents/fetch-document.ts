import type { Asking } from '../asking.ts';
import { type Capability, WAYS, type Way } from '../capability.ts';
import { couldNotCheck, failed, type Judged } from '../judge.ts';
import type { Fetched } from './fetched.ts';
import { fetchByInclude } from './include.ts';
import { fetchByOperation } from './operation.ts';
import type { StoredDocument } from './stored-bundle.ts';

/** The plan whose document is wanted. */
export type Wanted = {
  /** Of the Composition that the service knows; `undefined` where the plan is in a stored document alone. */
  readonly compositionId: string | undefined;
  /** Its stored form, if there is one: had already, since whether there is one shows only inside. */
  readonly stored: StoredDocument | undefined;
};

/** The way that led to a document last time, by service. */
const ledThere = new Map<string, Way>();

const NOT_OFFERED: Fetched = { kind: 'notOffered' };

type Step = (asking: Asking, wanted: Wanted, capability: Capability) => Promise<Fetched>;

const STEPS: Readonly<Record<Way, Step>> = {
  operation: async (asking, { compositionId }, { offers }) =>
    compositionId === undefined ? NOT_OFFERED : fetchByOperation(asking, compositionId, offers.includes('operation')),
  storedBundle: async (_asking, { stored }) => (stored ? { kind: 'document', document: stored.document } : NOT_OFFERED),
  include: async (asking, { compositionId }) =>
    compositionId === undefined ? NOT_OFFERED : fetchByInclude(asking, compositionId),
};

/**
 * Fetches the document of one plan by the first way that the service goes: the one that worked last time, those it names
 * in its CapabilityStatement, then the others. A way that the service goes and that fails is the end of it.
 */
export async function fetchDocument(asking: Asking, wanted: Wanted, capability: Capability): Promise<Judged<unknown>> {
  for (const way of orderOfWays(asking.fhirBase, capability)) {
    const fetched = await STEPS[way](asking, wanted, capability);
    if (fetched.kind === 'failed') return failed(fetched.failure);
    if (fetched.kind === 'document') {
      ledThere.set(asking.fhirBase, way);
      return { ok: true, value: fetched.document };
    }
  }
  return failed(couldNotCheck('notFound', 'PLN-NO-DOCUMENT'));
}

/** The ways in the order in which they are tried. */
export function orderOfWays(fhirBase: string, { offers }: Capability): readonly Way[] {
  const last = ledThere.get(fhirBase);
  return [...new Set([...(last ? [last] : []), ...offers, ...WAYS])];
}
