import { lastLooks } from '../access/last-looked.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import { changesIn, NO_CHANGES } from '../plan/changes.ts';
import { lookUpPlan } from '../plan/look-up-plan.ts';
import type { PlanLookup } from '../plan/plan-lookup.ts';
import { traceOf } from '../plan/plan-trace.ts';
import type { Asking } from '../plan/service/asking.ts';
import { currentSession, renewSession } from '../session/access-token.ts';
import type { Session } from '../session/session.ts';
import type { PlanServiceSettings } from '../settings.ts';
import type { VisitAnswer, VisitPast } from './visit.ts';

/** The whole look-up must end within this time (design.md §6: under 20 s), in milliseconds. */
const LOOKUP_MS = 18_000;

/**
 * Asks the plan service about one patient, as whoever is signed in, and compares what it finds with how this person
 * last looked at it.
 *
 * @param planService `undefined`: none is set up
 * @returns `signedOut` if nobody is signed in, or the service no longer knows the session
 */
export async function askPlanService(
  planService: PlanServiceSettings | undefined,
  patient: PatientIdentity,
  past: VisitPast,
  signal: AbortSignal,
): Promise<VisitAnswer> {
  const session = planService && (await currentSession(planService));
  if (!planService || !session) return { lookup: { kind: 'signedOut' }, changes: NO_CHANGES, past };
  const lookup = await lookUp(planService, session, patient, past, signal);
  if (lookup.kind !== 'found') return { lookup, changes: NO_CHANGES, past };
  const looker = `${session.issuer} ${session.subject}`;
  const traces = await Promise.all(lookup.plans.map((plan) => traceOf(plan, looker)));
  // Whatever is drawn in this visit, it is compared with how the plans were before it.
  const looks = past.looks ?? (await lastLooks(traces));
  return { lookup, changes: changesIn(traces, looks, past.shown), past: { ...past, looks, shown: traces } };
}

async function lookUp(
  planService: PlanServiceSettings,
  session: Session,
  { nhsNumber }: PatientIdentity,
  { correlationId, kept }: VisitPast,
  signal: AbortSignal,
): Promise<PlanLookup> {
  const asking: Omit<Asking, 'accessToken'> = {
    fhirBase: planService.fhirBase,
    odsCode: session.odsCode,
    correlationId,
    kept,
    endsAt: performance.now() + LOOKUP_MS,
    signal: AbortSignal.any([signal, AbortSignal.timeout(LOOKUP_MS)]),
  };
  const first = await lookUpPlan({ ...asking, accessToken: session.accessToken }, nhsNumber);
  if (first.kind !== 'signedOut') return first;
  // 401 on a token that should be good: one silent renewal, then signed out (design.md §6).
  const renewed = await renewSession(planService);
  return renewed ? lookUpPlan({ ...asking, accessToken: renewed.accessToken }, nhsNumber) : first;
}
