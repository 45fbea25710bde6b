import { type Asking, read } from './fhir-request.ts';
import type { Composition } from './fhir-schemas.ts';
import { findElsewhere } from './find-elsewhere.ts';
import { askForPatient, judgePatient } from './find-patient.ts';
import { findCompositions, isApproved, isRevoked, type SortedPlans, sortPlans } from './find-plans.ts';
import { couldNotCheck, failed, type Judged, judgeBody } from './judge.ts';
import type { Plan } from './plan.ts';
import type { NewerDraft, PlanLookup } from './plan-lookup.ts';
import { readDocument } from './read-document.ts';

/** More current plans of one person than this are not fetched: something is wrong, and it is said. */
const MOST_CURRENT = 3;

/**
 * Looks for the plan of one patient: patient, plans, document, and what is held elsewhere (design.md §6).
 *
 * @param asking with the session's access token; its signal ends everything
 * @param nhsNumber valid, ten digits
 */
export async function lookUpPlan(asking: Asking, nhsNumber: string): Promise<PlanLookup> {
  const elsewhere = findElsewhere(asking, nhsNumber);
  const patient = judgePatient(await askForPatient(asking, nhsNumber), nhsNumber);
  if (!patient.ok) return patient.failure;
  // The only two ways to “no plan found” (S4): the service has answered, validly, that there is nothing.
  if (patient.value === null) return { kind: 'noPlanFound', elsewhere: await elsewhere, askedAt: Date.now() };
  const compositions = await findCompositions(asking, patient.value.id);
  if (!compositions.ok) return compositions.failure;
  if (compositions.value.length === 0) {
    return { kind: 'noPlanFound', elsewhere: await elsewhere, askedAt: Date.now() };
  }
  const sorted = sortPlans(compositions.value);
  if (sorted.current.length === 0) {
    return { kind: 'noCurrentPlan', found: sorted.newerDrafts.length > 0 ? 'draft' : 'withdrawn', askedAt: Date.now() };
  }
  const plans = await fetchPlans(asking, sorted.current, nhsNumber);
  if (!plans.ok) return plans.failure;
  const newerDraft = draftOf(sorted);
  return { kind: 'found', plans: plans.value, newerDraft, elsewhere: await elsewhere, fetchedAt: Date.now() };
}

async function fetchPlans(
  asking: Asking,
  current: readonly Composition[],
  nhsNumber: string,
): Promise<Judged<readonly [Plan, ...Plan[]]>> {
  if (current.length > MOST_CURRENT) return failed(couldNotCheck('unexpectedAnswer', 'PLN-TOO-MANY-PLANS'));
  const judged = await Promise.all(current.map((composition) => fetchPlan(asking, composition, nhsNumber)));
  const plans: Plan[] = [];
  for (const one of judged) {
    // One of several that cannot be read would make the others look like the whole truth.
    if (!one.ok) return one;
    plans.push(one.value);
  }
  const [first, ...others] = plans;
  return first ? { ok: true, value: [first, ...others] } : failed(couldNotCheck('unexpectedAnswer', 'PLN-NO-PLANS'));
}

async function fetchPlan(asking: Asking, composition: Composition, nhsNumber: string): Promise<Judged<Plan>> {
  if (!composition.id) return failed(couldNotCheck('unexpectedAnswer', 'PLN-PLAN-SHAPE'));
  const address = `${asking.fhirBase}/Composition/${encodeURIComponent(composition.id)}/$document`;
  const answer = judgeBody(await read(asking, address));
  if (!answer.ok) return answer;
  const document = readDocument(answer.value, nhsNumber);
  if (document.ok) {
    // The document must be of the plan that was found, which may have changed in between.
    const sent = document.composition;
    const isSame = sent.id === composition.id && isApproved(sent) && !isRevoked(sent);
    return isSame ? { ok: true, value: document.plan } : failed(couldNotCheck('unexpectedAnswer', 'PLN-OTHER-PLAN'));
  }
  return document.why === 'wrongPatient'
    ? failed(couldNotCheck('wrongPatient', 'PLN-WRONG-PATIENT'))
    : failed(couldNotCheck('unexpectedAnswer', 'PLN-NOT-DOCUMENT'));
}

function draftOf({ newerDrafts }: SortedPlans): NewerDraft | null {
  const [draft] = newerDrafts;
  const by = draft?.author?.[0]?.display;
  return draft ? { startedAt: draft.date, ...(by ? { by } : {}) } : null;
}
