import { lookUpPlan } from '../../../../utils/plan/look-up-plan.ts';
import type { PlanLookup } from '../../../../utils/plan/plan-lookup.ts';
import { LIMITS } from '../../../../utils/plan/service/asking.ts';
import type { View } from '../../../../utils/view/view.ts';
import { answeringService } from '../../plan/service/answering-service.ts';
import { anAsking, BASE } from '../../plan/service/asking.ts';
import { heldOf, viewBeside } from './beside-page.ts';
import type { PersonsPlans } from './sandbox-plans.ts';

/** As if it had been asked at this moment. */
function askedAt(lookup: PlanLookup, now: number): PlanLookup {
  if (lookup.kind === 'found') return { ...lookup, fetchedAt: now };
  if (lookup.kind === 'noCurrentPlan') return { ...lookup, askedAt: now };
  throw new Error(`The look-up ends in ${lookup.kind}`);
}

/**
 * What the product makes of one person of the sandbox, from the FHIR that the service sends to what the sidebar is to
 * show, beside a page that says the same of them as the plan. Replaces `fetch`.
 */
export async function viewOf(plans: PersonsPlans, service: string, now: number): Promise<View> {
  answeringService(BASE, heldOf(plans));
  // The usual limits: a busy machine is no slow service.
  const lookup = await lookUpPlan(anAsking({ limits: LIMITS }), plans.person.nhsNumber);
  return viewBeside(plans, service, now, askedAt(lookup, now));
}
