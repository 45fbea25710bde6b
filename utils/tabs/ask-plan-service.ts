import { lastLooks } from '../access/last-looked.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import { changesIn, NO_CHANGES } from '../plan/changes.ts';
import { lookUpPlan } from '../plan/look-up-plan.ts';
import type { LookupFailure, PlanLookup } from '../plan/plan-lookup.ts';
import { traceOf } from '../plan/plan-trace.ts';
import type { Asking } from '../plan/service/asking.ts';
import { couldNotCheck } from '../plan/service/judge.ts';
import { isOffline } from '../plan/service/try-request.ts';
import { currentSession, renewSession } from '../session/access-token.ts';
import { actingRole, type Session } from '../session/session.ts';
import type { PlanServiceSettings } from '../settings/settings.ts';
import type { SavedPlans } from './saved-plans.ts';
import type { VisitAnswer, VisitPast } from './visit.ts';
import type { OpenVisit } from './visit-book.ts';

/** The whole look-up must end within this time (docs/plan-service.md, “Tries”), in milliseconds. */
const LOOKUP_MS = 18_000;
/** For a look-up to say what it was waiting for, once its time is up (milliseconds). */
const GRACE_MS = 500;
/** After so long the person who waits is told what became of it, whatever happens (milliseconds). */
export const LONGEST_LOOKUP_MS = LOOKUP_MS + GRACE_MS;

/** What a look-up needs besides the patient. */
export type AskOptions = {
  /** `undefined`: none is set up. */
  readonly planService: PlanServiceSettings | undefined;
  /** The organisation wants a reason before anybody new is looked up, whether the service asks for one or not. */
  readonly asksFirst: boolean;
  /** Names the visit of this patient for this session. */
  readonly openVisit: (session: Session) => Promise<OpenVisit>;
  /** The plan service does not know this session, whose tokens have just been renewed. */
  readonly refused: (session: Session) => void;
  readonly saved: SavedPlans;
  /** The service has said which plans there are, and they are being fetched. */
  readonly fetching: () => void;
  readonly signal: AbortSignal;
};

const SIGNED_OUT = { kind: 'signedOut' } as const;

/**
 * Asks the plan service about one patient, as whoever is signed in, and compares what it finds with how this person
 * last looked at it.
 *
 * @returns `signedOut` if nobody is signed in, or the service no longer knows the session
 * @throws once the signal has ended it: nobody hears the answer any more
 */
export async function askPlanService(
  patient: PatientIdentity,
  past: VisitPast,
  options: AskOptions,
): Promise<VisitAnswer> {
  const endsAt = performance.now() + LOOKUP_MS;
  const { planService, saved, fetching } = options;
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(LOOKUP_MS)]);
  const end = endOf(signal);
  const token = planService ? await Promise.race([currentSession(planService), end]) : SIGNED_OUT;
  if (!planService || token.kind === 'signedOut') return { lookup: SIGNED_OUT, changes: NO_CHANGES, past };
  // A visit that is over must not be opened once more.
  options.signal.throwIfAborted();
  if (token.kind === 'couldNotCheck') {
    // A copy is a plan like any other, and nobody can be given a reason now.
    if (options.asksFirst && !past.visit?.given) return { lookup: token, changes: NO_CHANGES, past };
    return { lookup: await saved.orCopy(patient.nhsNumber, token), changes: NO_CHANGES, past };
  }
  const { session } = token;
  const now = { ...past, visit: await options.openVisit(session) };
  if (options.asksFirst && !now.visit.given) {
    return { lookup: { kind: 'reasonNeeded', alerts: null }, changes: NO_CHANGES, past: now };
  }
  const documents: unknown[] = [];
  const read = (one: unknown) => documents.push(one);
  const asking = askingFor({ planService, session, past: now, endsAt, signal, read, fetching });
  const asked =
    token.kind === 'unreachable' ? notRenewed() : await Promise.race([lookUp(asking, patient, session, options), end]);
  keepCopy(patient, now.visit, { asked, documents }, saved);
  return compared(await saved.orCopy(patient.nhsNumber, asked), now, session);
}

/** An emergency opens plans for one visit, and a copy would outlast it. */
function keepCopy(
  { nhsNumber }: PatientIdentity,
  { given }: OpenVisit,
  { asked, documents }: { readonly asked: PlanLookup; readonly documents: readonly unknown[] },
  saved: SavedPlans,
): void {
  if (asked.kind !== 'found') return;
  if (given?.reason === 'emergency') saved.forget(nhsNumber);
  else saved.keep(nhsNumber, asked, documents);
}

async function compared(lookup: PlanLookup, past: VisitPast, { issuer, subject }: Session): Promise<VisitAnswer> {
  if (lookup.kind !== 'found') return { lookup, changes: NO_CHANGES, past };
  const traces = await Promise.all(lookup.plans.map((plan) => traceOf(plan, `${issuer} ${subject}`)));
  // Whatever is drawn in this visit, it is compared with how the plans were before it.
  const looks = past.looks ?? (await lastLooks(traces));
  return { lookup, changes: changesIn(traces, looks, past.shown), past: { ...past, looks, shown: traces } };
}

type For = {
  readonly planService: PlanServiceSettings;
  readonly session: Session;
  readonly past: VisitPast & { readonly visit: OpenVisit };
  readonly endsAt: number;
  readonly signal: AbortSignal;
  readonly read: (document: unknown) => void;
  readonly fetching: () => void;
};

function askingFor({ planService, session, past, endsAt, signal, read, fetching }: For): Asking {
  const role = actingRole(session);
  return {
    fhirBase: planService.fhirBase,
    accessToken: session.accessToken,
    odsCode: role?.odsCode ?? '',
    roleId: role?.id ?? '',
    correlationId: past.visit.id,
    kept: past.kept,
    endsAt,
    signal,
    read,
    fetching,
  };
}

async function lookUp(
  asking: Asking,
  { nhsNumber }: PatientIdentity,
  session: Session,
  { planService, refused }: AskOptions,
): Promise<PlanLookup> {
  const first = await lookUpPlan(asking, nhsNumber);
  if (first.kind !== 'signedOut' || !planService) return first;
  // 401 on a token that should be good: one silent renewal, then signed out (docs/plan-service.md).
  const renewed = await renewSession(planService);
  if (renewed.kind === 'signedOut') return first;
  if (renewed.kind === 'unreachable') return notRenewed();
  const { accessToken } = renewed.session;
  // Somebody else has signed in meanwhile: nothing is asked in their name that they did not ask.
  if (renewed.session.id !== session.id) return first;
  const second = await lookUpPlan({ ...asking, accessToken }, nhsNumber);
  if (second.kind === 'signedOut') refused(session);
  return second;
}

/** The session may be good; the sign-in service could not be asked. */
function notRenewed(): LookupFailure {
  return isOffline() ? couldNotCheck('offline', 'PLN-OFFLINE') : couldNotCheck('serviceDown', 'SIGN-IN-DOWN');
}

/** Renewing a session has limits of its own; together with the look-up it must not take longer than one. */
function endOf(signal: AbortSignal): Promise<Extract<LookupFailure, { kind: 'couldNotCheck' }>> {
  const late = () =>
    ({ kind: 'couldNotCheck', cause: 'timedOut', code: 'PLN-TIMEOUT', triedAt: Date.now(), tries: 1 }) as const;
  return new Promise((resolve) => {
    // A look-up that ends itself knows better what it was waiting for.
    const end = () => setTimeout(() => resolve(late()), GRACE_MS);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
