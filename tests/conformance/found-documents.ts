import type { Composition } from '../../utils/plan/fhir-schemas.ts';
import type { Asking } from '../../utils/plan/service/asking.ts';
import { WAYS, type Way } from '../../utils/plan/service/capability.ts';
import type { Fetched } from '../../utils/plan/service/documents/fetched.ts';
import { fetchByInclude } from '../../utils/plan/service/documents/include.ts';
import { fetchByOperation } from '../../utils/plan/service/documents/operation.ts';
import { fetchStored } from '../../utils/plan/service/documents/stored-bundle.ts';
import type { Judged } from '../../utils/plan/service/judge.ts';
import { findPointers, type Pointer, type SortedPointers, sortPointers } from '../../utils/plan/service/pointers.ts';
import { isSameVersion } from '../../utils/plan/service/sort-plans.ts';
import { planOf, shownOf } from './found-plans.ts';
import type { Ledger } from './ledger.ts';
import { missingIn } from './missing-references.ts';
import { NotCheckable } from './row.ts';
import type { Run } from './run.ts';

/** What one way came to. */
export type WayTried = Omit<ChosenDocument, 'way' | 'document'> & {
  readonly fetched: Fetched;
  /** Places in the document whose references lead nowhere in it. */
  readonly missing: readonly string[];
  /** The first of its requests was answered with 400: the service does not take it. */
  readonly refused: boolean;
};

/** The document that the rows about documents look at. */
export type ChosenDocument = {
  readonly way: Way;
  readonly document: unknown;
  /** The plan it has to be of; `null` where it is the only form of its plan. */
  readonly of: Composition | null;
  /** Where it was read from in one piece; `null` where it was put together here. */
  readonly address: string | null;
};

/** The document of the patient's plan, by each of the three ways. */
export type FoundDocuments = {
  readonly pointers: () => Promise<Judged<readonly Pointer[]>>;
  readonly sorted: () => Promise<Judged<SortedPointers>>;
  readonly by: Readonly<Record<Way, () => Promise<WayTried>>>;
  /** The first document in the order in which the product tries. @throws NotCheckable where there is none */
  readonly chosen: () => Promise<ChosenDocument>;
};

/** Sets the three ways up; nothing is asked yet. */
export function documentsOf({ once }: Ledger, run: () => Run): FoundDocuments {
  const step = <T>(ask: (run: Run) => Promise<T>) => once(() => ask(run()));
  const by = { operation: step(byOperation), storedBundle: step(byStoredBundle), include: step(byInclude) };
  return {
    pointers: step(async ({ asking, wanted }) => findPointers(await asking(), wanted.nhsNumber)),
    sorted: step(sortedPointers),
    by,
    chosen: () => chosenOf(run()),
  };
}

async function sortedPointers(run: Run): Promise<Judged<SortedPointers>> {
  const pointers = await run.documents.pointers();
  if (!pointers.ok) return pointers;
  const patientId = await run.patientId().catch(() => null);
  return sortPointers(pointers.value, { nhsNumber: run.wanted.nhsNumber, patientId, fhirBase: run.wanted.base });
}

async function byOperation(run: Run): Promise<WayTried> {
  const { offers } = await run.capability();
  const made = await tried(run, (asking, id) => fetchByOperation(asking, id, offers.includes('operation')));
  const id = encodeURIComponent(made.of?.id ?? '');
  return { ...made, address: `${run.wanted.base}/Composition/${id}/$document` };
}

async function byInclude(run: Run): Promise<WayTried> {
  return tried(run, fetchByInclude);
}

async function tried(run: Run, fetch: (asking: Asking, compositionId: string) => Promise<Fetched>): Promise<WayTried> {
  const plan = await planOf(run);
  if (!plan?.id) throw new NotCheckable('No plan of this patient is known as a Composition.');
  const { id } = plan;
  const asking = await run.asking();
  const { value: fetched, requestIds } = await run.ledger.during(() => fetch(asking, id));
  const first = run.ledger.exchanges.find(({ requestId }) => requestId === requestIds[0]);
  return { ...triedOf(fetched), of: plan, refused: first?.status === 400 };
}

async function byStoredBundle(run: Run): Promise<WayTried> {
  const sorted = await run.documents.sorted();
  const stored = sorted.ok ? sorted.value.stored : [];
  if (stored.length === 0) return triedOf({ kind: 'notOffered' });
  const fetched = await fetchStored(await run.asking(), stored, run.wanted.nhsNumber);
  if (!fetched.ok) return triedOf({ kind: 'failed', failure: fetched.failure });
  const known = await planOf(run).catch(() => null);
  const compositions = fetched.value.map(({ composition }) => composition);
  const same = compositions.findIndex((composition) => known !== null && isSameVersion(composition, known));
  const at = same === -1 ? compositions.indexOf(shownOf(compositions)) : same;
  const document = { kind: 'document', document: fetched.value[at]?.document } as const;
  return { ...triedOf(document), of: same === -1 ? null : known, address: stored[at] ?? null };
}

function triedOf(fetched: Fetched): WayTried {
  const missing = fetched.kind === 'document' ? missingIn(fetched.document) : [];
  return { fetched, missing, refused: false, of: null, address: null };
}

async function chosenOf({ capability, documents: { by } }: Run): Promise<ChosenDocument> {
  const { offers } = await capability();
  const documents: ChosenDocument[] = [];
  for (const way of new Set([...offers, ...WAYS])) {
    const made = await by[way]().catch(() => null);
    if (made?.fetched.kind !== 'document') continue;
    const { of, address } = made;
    const chosen = { way, document: made.fetched.document, of, address };
    // Put together from parts of which some cannot be had, it says something about this way, not about documents.
    if (way !== 'include' || made.missing.length === 0) return chosen;
    documents.push(chosen);
  }
  const [last] = documents;
  if (!last) throw new NotCheckable('No way led to a document; see the rows on the ways to it.');
  return last;
}
