import { isApproved, isRevoked } from './composition.ts';
import type { Plan } from './plan.ts';
import type { CouldNotCheckCause, NewerDraft, PlanLookup } from './plan-lookup.ts';
import type { DocumentRefusal } from './reader/document.ts';
import { readDocument } from './reader/read-document.ts';
import { type Ahead, findPatientAskingAhead } from './service/ask-ahead.ts';
import { type Asking, type FhirBody, LIMITS } from './service/asking.ts';
import { clockAhead } from './service/clock.ts';
import { fetchDocument } from './service/documents/fetch-document.ts';
import { askBeside, findHeldPlans, type HeldPlan, type HeldPlans } from './service/held-plans.ts';
import { couldNotCheck, failed, type Judged } from './service/judge.ts';
import { noPlanFound } from './service/no-plan-found.ts';
import { instantOf, isSameVersion, type SortedPlans, sortPlans } from './service/sort-plans.ts';

/** More current plans of one person than this are not fetched: something is wrong, and it is said. */
const MOST_CURRENT = 3;

/**
 * Looks for the plan of one patient: patient, plans, document, and what is held elsewhere (docs/plan-service.md).
 *
 * @param asking with the session's access token; its signal ends everything, and so does the time it names
 * @param nhsNumber valid, ten digits
 */
export async function lookUpPlan(asking: Asking, nhsNumber: string): Promise<PlanLookup> {
  // Whatever is still in flight when the end is known, nobody waits for any more.
  const ended = new AbortController();
  const { endsAt = performance.now() + (asking.limits ?? LIMITS).totalMs } = asking;
  const timeOut = AbortSignal.timeout(Math.max(0, Math.ceil(endsAt - performance.now())));
  const answers: FhirBody[] = [];
  const own = {
    ...asking,
    endsAt,
    signal: AbortSignal.any([asking.signal, timeOut, ended.signal]),
    heard: (answer: FhirBody) => {
      answers.push(answer);
    },
  };
  try {
    const found = await lookUp(own, nhsNumber);
    return found.kind === 'found' ? { ...found, clockAhead: clockAhead(answers) } : found;
  } finally {
    ended.abort();
  }
}

async function lookUp(asking: Asking, nhsNumber: string): Promise<PlanLookup> {
  const beside = askBeside(asking, nhsNumber);
  const { patient, ahead } = await findPatientAskingAhead(asking, nhsNumber, MOST_CURRENT);
  if (!patient.ok) return patient.failure;
  const held = await findHeldPlans(asking, nhsNumber, patient.value, beside);
  if (!held.ok) return held.failure;
  const sorted = sortPlans(held.value.plans.map(({ composition }) => composition));
  if (sorted.current.length === 0) {
    const nothing = nothingCurrent(held.value, sorted);
    const born = patient.value.kind === 'patient' ? patient.value.birthDate : undefined;
    const isAnswer = nothing.kind === 'noPlanFound' || nothing.kind === 'noCurrentPlan';
    return isAnswer && born ? { ...nothing, birthDate: born } : nothing;
  }
  const current = held.value.plans.filter(({ composition }) => sorted.current.includes(composition));
  const newestFirst = current.sort(
    (one, other) => sorted.current.indexOf(one.composition) - sorted.current.indexOf(other.composition),
  );
  asking.fetching?.();
  const plans = await fetchPlans(asking, newestFirst, { ...held.value, nhsNumber, ahead });
  if (!plans.ok) return plans.failure;
  const { elsewhere } = held.value;
  const newerDraft = draftOf(sorted);
  const found = { kind: 'found', plans: plans.value, newerDraft, elsewhere, fetchedAt: Date.now() } as const;
  return { ...found, clockAhead: null, savedBecause: null };
}

type Known = Pick<HeldPlans, 'capability'> & { readonly nhsNumber: string; readonly ahead: Ahead };

/** No plan is in force: the service says so, or it could not be asked for everything it may hold (S4). */
function nothingCurrent(held: HeldPlans, { newerDrafts }: SortedPlans): PlanLookup {
  if (held.unsure) return held.unsure;
  if (held.plans.length === 0 && !held.storedWithdrawn) {
    return held.empty ? noPlanFound(held.empty, held.elsewhere) : couldNotCheck('unexpectedAnswer', 'PLN-NO-PLANS');
  }
  const found = newerDrafts.length > 0 ? 'draft' : 'withdrawn';
  return { kind: 'noCurrentPlan', found, elsewhere: held.elsewhere, askedAt: Date.now() };
}

async function fetchPlans(
  asking: Asking,
  current: readonly HeldPlan[],
  known: Known,
): Promise<Judged<readonly [Plan, ...Plan[]]>> {
  if (current.length > MOST_CURRENT) return failed(couldNotCheck('unexpectedAnswer', 'PLN-TOO-MANY-PLANS'));
  const documents = new Map<Plan, unknown>();
  const judged = await Promise.all(
    current.map(async (plan) => {
      const read = await fetchPlan(asking, plan, known);
      if (read.ok) documents.set(read.value.plan, read.value.document);
      return read;
    }),
  );
  const plans: Plan[] = [];
  for (const one of judged) {
    // One of several that cannot be read would make the others look like the whole truth.
    if (!one.ok) return one;
    plans.push(one.value.plan);
  }
  for (const plan of plans) asking.read?.(documents.get(plan));
  const [first, ...others] = plans;
  return first ? { ok: true, value: [first, ...others] } : failed(couldNotCheck('unexpectedAnswer', 'PLN-NO-PLANS'));
}

type Read = { readonly plan: Plan; readonly document: unknown };

async function fetchPlan(
  asking: Asking,
  plan: HeldPlan,
  { capability, nhsNumber, ahead }: Known,
): Promise<Judged<Read>> {
  const { composition, isKnown, stored } = plan;
  const compositionId = isKnown ? composition.id : undefined;
  if (isKnown && !compositionId) return failed(couldNotCheck('unexpectedAnswer', 'PLN-PLAN-SHAPE'));
  const fetchNow = () => fetchDocument(asking, { compositionId, stored }, capability);
  const early = compositionId === undefined ? undefined : ahead.get(compositionId);
  const document = await (early ?? fetchNow());
  const read = readPlan(document, plan, nhsNumber);
  // One that was asked for ahead may be of before the plan was changed.
  return early && document.ok && !read.ok ? readPlan(await fetchNow(), plan, nhsNumber) : read;
}

function readPlan(document: Judged<unknown>, plan: HeldPlan, nhsNumber: string): Judged<Read> {
  if (!document.ok) return document;
  const judged = judgeDocument(document.value, plan, nhsNumber);
  return judged.ok ? { ok: true, value: { plan: judged.value, document: document.value } } : judged;
}

const REFUSED: Readonly<Record<DocumentRefusal, readonly [CouldNotCheckCause, code: string]>> = {
  notADocument: ['unexpectedAnswer', 'PLN-NOT-DOCUMENT'],
  wrongPatient: ['wrongPatient', 'PLN-WRONG-PATIENT'],
  noNhsNumber: ['unexpectedAnswer', 'PLN-NO-NUMBER'],
  replacedNumber: ['replacedNumber', 'PLN-REPLACED'],
  notUnderstood: ['unexpectedAnswer', 'PLN-MODIFIED'],
  enteredInError: ['unexpectedAnswer', 'PLN-OTHER-PLAN'],
  revoked: ['unexpectedAnswer', 'PLN-OTHER-PLAN'],
};

/** The document must be of the plan that was found: no other, none that has been taken back since, and none older. */
function judgeDocument(document: unknown, { composition }: HeldPlan, nhsNumber: string): Judged<Plan> {
  const read = readDocument(document, nhsNumber);
  if (!read.ok) return failed(couldNotCheck(...REFUSED[read.why]));
  const sent = read.composition;
  if (!isSameVersion(sent, composition) || !isApproved(sent) || isRevoked(sent)) {
    return failed(couldNotCheck('unexpectedAnswer', 'PLN-OTHER-PLAN'));
  }
  return instantOf(sent) < instantOf(composition)
    ? failed(couldNotCheck('unexpectedAnswer', 'PLN-OLD-DOCUMENT'))
    : { ok: true, value: read.plan };
}

function draftOf({ newerDrafts }: SortedPlans): NewerDraft | null {
  const [draft] = newerDrafts;
  const by = draft?.author?.[0]?.display;
  return draft ? { startedAt: draft.date, ...(by ? { by } : {}) } : null;
}
