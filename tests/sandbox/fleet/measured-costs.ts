import { lookUpPlan } from '../../../utils/plan/look-up-plan.ts';
import type { PlanLookup } from '../../../utils/plan/plan-lookup.ts';
import { type Asking, LIMITS } from '../../../utils/plan/service/asking.ts';
import { forgetCapabilities } from '../../../utils/plan/service/capability.ts';
import { keptAnswers } from '../../../utils/plan/service/kept-answers.ts';
import { FHIR_PATH, type RequestStep, stepOf } from '../plan-service/faults/step-of.ts';
import { answersOf, type Held } from './answers-of.ts';

/** One request of a look-up, as it was seen. `beside`: asked before anything was answered. */
export type Cost = {
  readonly kind: RequestStep;
  readonly bytes: number;
  readonly unchanged: boolean;
  readonly beside: boolean;
};

/** What a look-up costs, by how it ends: seen on the product's own code, not copied from it. */
export type Costs = {
  readonly found: readonly Cost[];
  /** The same, asked once more in the same visit. */
  readonly again: readonly Cost[];
  /** The service knows the patient, and no plan. */
  readonly noPlan: readonly Cost[];
};

const ORIGIN = 'https://plans.example';
const BASE = `${ORIGIN}${FHIR_PATH}`;

function asking(): Asking {
  return {
    fhirBase: BASE,
    accessToken: 'token',
    odsCode: 'X26001',
    correlationId: crypto.randomUUID(),
    kept: keptAnswers(),
    signal: new AbortController().signal,
    limits: LIMITS,
  };
}

/** Runs the product's look-up against a service that holds what the sandbox holds, and writes down what it asks. */
export async function measureCosts(withPlan: Held, withoutPlan: Held): Promise<Costs> {
  const before = globalThis.fetch;
  try {
    const first = asking();
    return {
      found: await seen(() => lookUpPlan(first, withPlan.nhsNumber), withPlan, 'found', forgetCapabilities),
      again: await seen(() => lookUpPlan(first, withPlan.nhsNumber), withPlan, 'found'),
      noPlan: await seen(
        () => lookUpPlan(asking(), withoutPlan.nhsNumber),
        withoutPlan,
        'noPlanFound',
        forgetCapabilities,
      ),
    };
  } finally {
    globalThis.fetch = before;
    forgetCapabilities();
  }
}

async function seen(
  lookUp: () => Promise<PlanLookup>,
  held: Held,
  wanted: PlanLookup['kind'],
  prepare: () => void = () => undefined,
): Promise<readonly Cost[]> {
  prepare();
  const costs: Cost[] = [];
  const answers = answersOf(held);
  let isAnswered = false;
  globalThis.fetch = async (address, init) => {
    const path = new URL(String(address)).pathname;
    const beside = !isAnswered;
    // Whatever is asked at once is asked before the first answer.
    await new Promise((resolve) => setImmediate(resolve));
    isAnswered = true;
    const answer = answers(path.slice(FHIR_PATH.length + 1), new Headers(init?.headers));
    const bytes = (await answer.clone().arrayBuffer()).byteLength;
    costs.push({ kind: stepOf(path) ?? 'other', bytes, unchanged: answer.status === 304, beside });
    return answer;
  };
  const { kind } = await lookUp();
  if (kind !== wanted) throw new Error(`A look-up was to end in ${wanted}, and ended in ${kind}.`);
  return costs;
}
