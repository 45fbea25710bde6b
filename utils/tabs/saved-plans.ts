import type { Copies } from '../offline/open-copies.ts';
import type { SavedCopy, SavedDocument } from '../offline/saved-copy.ts';
import type { Plan } from '../plan/plan.ts';
import { PASSING, type PlanLookup } from '../plan/plan-lookup.ts';
import { readDocument } from '../plan/reader/read-document.ts';

type Found = Extract<PlanLookup, { kind: 'found' }>;

export type SavedPlans = {
  /** Keeps what was found, if policy allows it; never holds anybody up. */
  readonly keep: (nhsNumber: string, found: Found, documents: readonly unknown[]) => void;
  /** Ends the copy of this patient's plans: what the service has said since is not to be kept. */
  readonly forget: (nhsNumber: string) => void;
  /** The same answer, or the copy of this patient's plans where the service could not be asked. */
  readonly orCopy: (nhsNumber: string, lookup: PlanLookup) => Promise<PlanLookup>;
};

/**
 * Copies for when the service cannot be asked. A copy is only ever of plans that were found; it is read like any
 * document of a stranger, and says that it is one. Whatever the service says of a patient ends the copy before it.
 */
export function savedPlans(copies: Promise<Copies>): SavedPlans {
  return {
    keep(nhsNumber, found, documents) {
      const copy = copyOf(nhsNumber, found, documents);
      void copies.then<unknown>(({ saveCopy, forgetCopy }) =>
        copy ? saveCopy(copy, Date.now()) : forgetCopy(nhsNumber),
      );
    },
    forget: (nhsNumber) => void copies.then(({ forgetCopy }) => forgetCopy(nhsNumber)),
    async orCopy(nhsNumber, lookup) {
      if (lookup.kind === 'found' || lookup.kind === 'signedOut') return lookup;
      const { readCopy, forgetCopy } = await copies;
      if (lookup.kind !== 'couldNotCheck' || !PASSING.has(lookup.cause)) {
        await forgetCopy(nhsNumber);
        return lookup;
      }
      const copy = await readCopy(nhsNumber, Date.now());
      if (copy === null || copy === 'erased') return lookup;
      const plans = copy.documents.flatMap(({ document }) => {
        const read = readDocument(document, nhsNumber);
        return read.ok ? [read.plan] : [];
      });
      const [first, ...others] = plans;
      // One of several that can no longer be read would make the others look like the whole truth.
      if (!first || plans.length !== copy.documents.length) return lookup;
      const { newerDraft, elsewhere, fetchedAt, clockAhead } = copy;
      const found = { newerDraft, elsewhere, fetchedAt, clockAhead };
      return { kind: 'found', plans: [first, ...others], ...found, savedBecause: lookup.cause };
    },
  };
}

/** `null`: not all of it can be kept. */
function copyOf(nhsNumber: string, found: Found, documents: readonly unknown[]): SavedCopy | null {
  const [first, ...others] = found.plans.flatMap((plan, at) => savedDocument(plan, documents[at]));
  if (!first || others.length + 1 !== found.plans.length) return null;
  const { newerDraft, elsewhere, fetchedAt, clockAhead } = found;
  return { nhsNumber, documents: [first, ...others], newerDraft, elsewhere, fetchedAt, clockAhead };
}

function savedDocument({ provenance: { planId, version = '' } }: Plan, document: unknown): readonly SavedDocument[] {
  return document === undefined ? [] : [{ planId, version, document }];
}
