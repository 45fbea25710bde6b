import { lastLooks } from '../access/last-looked.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import { changesIn, NO_CHANGES } from '../plan/changes.ts';
import { lookUpPlan } from '../plan/look-up-plan.ts';
import type { PlanLookup } from '../plan/plan-lookup.ts';
import { traceOf } from '../plan/plan-trace.ts';
import type { Asking } from '../plan/service/asking.ts';
import { couldNotCheck } from '../plan/service/judge.ts';
import { currentSession, renewSession } from '../session/access-token.ts';
import type { Session } from '../session/session.ts';
import type { PlanServiceSettings } from '../settings.ts';
import type { VisitAnswer, VisitPast } from './visit.ts';

/** The whole look-up must end within this time (design.md §6: under 20 s), in milliseconds. */
const LOOKUP_MS = 18_000;
/** For a look-up to say what it was waiting for, once its time is up (milliseconds). */
const GRACE_MS = 500;

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
  const endsAt = performance.now() + LOOKUP_MS;
  const session = planService && (await currentSession(planService));
  if (!planService || !session) return { lookup: { kind: 'signedOut' }, changes: NO_CHANGES, past };
  const asking = askingFor(planService, session, past, endsAt, signal);
  const lookup = await Promise.race([lookUp(planService, asking, patient), endOf(asking)]);
  if (lookup.kind !== 'found') return { lookup, changes: NO_CHANGES, past };
  const looker = `${session.issuer} ${session.subject}`;
  const traces = await Promise.all(lookup.plans.map((plan) => traceOf(plan, looker)));
  // Whatever is drawn in this visit, it is compared with how the plans were before it.
  const looks = past.looks ?? (await lastLooks(traces));
  return { lookup, changes: changesIn(traces, looks, past.shown), past: { ...past, looks, shown: traces } };
}

function askingFor(
  { fhirBase }: PlanServiceSettings,
  { accessToken, odsCode }: Session,
  { correlationId, kept }: VisitPast,
  endsAt: number,
  signal: AbortSignal,
): Asking {
  const timeOut = AbortSignal.timeout(Math.max(0, Math.ceil(endsAt - performance.now())));
  return { fhirBase, accessToken, odsCode, correlationId, kept, endsAt, signal: AbortSignal.any([signal, timeOut]) };
}

async function lookUp(
  planService: PlanServiceSettings,
  asking: Asking,
  { nhsNumber }: PatientIdentity,
): Promise<PlanLookup> {
  const first = await lookUpPlan(asking, nhsNumber);
  if (first.kind !== 'signedOut') return first;
  // 401 on a token that should be good: one silent renewal, then signed out (design.md §6).
  const renewed = await renewSession(planService);
  return renewed ? lookUpPlan({ ...asking, accessToken: renewed.accessToken }, nhsNumber) : first;
}

/** Renewing a session has limits of its own; together with the look-up it must not take longer than one. */
function endOf({ signal }: Asking): Promise<PlanLookup> {
  return new Promise((resolve) => {
    const end = () => resolve(couldNotCheck('timedOut', 'PLN-TIMEOUT'));
    if (signal.aborted) end();
    // A look-up that ends itself knows better what it was waiting for.
    else signal.addEventListener('abort', () => setTimeout(end, GRACE_MS), { once: true });
  });
}
