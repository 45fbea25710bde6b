import { lastLooks } from '../access/last-looked.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import { changesIn, NO_CHANGES } from '../plan/changes.ts';
import { lookUpPlan } from '../plan/look-up-plan.ts';
import type { PlanLookup } from '../plan/plan-lookup.ts';
import { traceOf } from '../plan/plan-trace.ts';
import type { Asking } from '../plan/service/asking.ts';
import { couldNotCheck } from '../plan/service/judge.ts';
import { isOffline } from '../plan/service/try-request.ts';
import { currentSession, renewSession } from '../session/access-token.ts';
import { actingRole, type Session } from '../session/session.ts';
import type { PlanServiceSettings } from '../settings.ts';
import type { SavedPlans } from './saved-plans.ts';
import type { VisitAnswer, VisitPast } from './visit.ts';
import type { OpenVisit } from './visit-book.ts';

/** The whole look-up must end within this time (design.md §6: under 20 s), in milliseconds. */
const LOOKUP_MS = 18_000;
/** For a look-up to say what it was waiting for, once its time is up (milliseconds). */
const GRACE_MS = 500;

/** What a look-up needs besides the patient. */
export type AskOptions = {
  /** `undefined`: none is set up. */
  readonly planService: PlanServiceSettings | undefined;
  /** Names the visit of this patient for this session. */
  readonly openVisit: (session: Session) => Promise<OpenVisit>;
  readonly saved: SavedPlans;
  readonly signal: AbortSignal;
};

/**
 * Asks the plan service about one patient, as whoever is signed in, and compares what it finds with how this person
 * last looked at it.
 *
 * @returns `signedOut` if nobody is signed in, or the service no longer knows the session
 */
export async function askPlanService(
  patient: PatientIdentity,
  past: VisitPast,
  options: AskOptions,
): Promise<VisitAnswer> {
  const endsAt = performance.now() + LOOKUP_MS;
  const { planService, openVisit, signal } = options;
  const token = planService ? await currentSession(planService) : ({ kind: 'signedOut' } as const);
  if (!planService || token.kind === 'signedOut') {
    return { lookup: { kind: 'signedOut' }, changes: NO_CHANGES, past };
  }
  const { session } = token;
  const visit = await openVisit(session);
  const now = { ...past, visit };
  const documents: unknown[] = [];
  const asking = askingFor({ planService, session, past: now, endsAt, signal, read: (one) => documents.push(one) });
  const asked =
    token.kind === 'unreachable'
      ? notRenewed()
      : await Promise.race([lookUp(planService, asking, patient), endOf(asking)]);
  if (asked.kind === 'found') options.saved.keep(patient.nhsNumber, asked, documents);
  const lookup = await options.saved.orCopy(patient.nhsNumber, asked);
  if (lookup.kind !== 'found') return { lookup, changes: NO_CHANGES, past: now };
  const looker = `${session.issuer} ${session.subject}`;
  const traces = await Promise.all(lookup.plans.map((plan) => traceOf(plan, looker)));
  // Whatever is drawn in this visit, it is compared with how the plans were before it.
  const looks = past.looks ?? (await lastLooks(traces));
  return { lookup, changes: changesIn(traces, looks, past.shown), past: { ...now, looks, shown: traces } };
}

type For = {
  readonly planService: PlanServiceSettings;
  readonly session: Session;
  readonly past: VisitPast & { readonly visit: OpenVisit };
  readonly endsAt: number;
  readonly signal: AbortSignal;
  readonly read: (document: unknown) => void;
};

function askingFor({ planService, session, past, endsAt, signal, read }: For): Asking {
  const timeOut = AbortSignal.timeout(Math.max(0, Math.ceil(endsAt - performance.now())));
  const role = actingRole(session);
  return {
    fhirBase: planService.fhirBase,
    accessToken: session.accessToken,
    odsCode: role?.odsCode ?? '',
    roleId: role?.id ?? '',
    correlationId: past.visit.id,
    kept: past.kept,
    endsAt,
    signal: AbortSignal.any([signal, timeOut]),
    read,
  };
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
  if (renewed.kind === 'signedOut') return first;
  if (renewed.kind === 'unreachable') return notRenewed();
  return lookUpPlan({ ...asking, accessToken: renewed.session.accessToken }, nhsNumber);
}

/** The session may be good; the sign-in service could not be asked. */
function notRenewed(): PlanLookup {
  return isOffline() ? couldNotCheck('offline', 'PLN-OFFLINE') : couldNotCheck('serviceDown', 'SIGN-IN-DOWN');
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
