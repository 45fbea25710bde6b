import type { HubSays } from '../fhircast/hub-says.ts';
import type { Sighting, UnreadableCause } from '../page/sighting.ts';
import { type Agreement, compareIdentities, compareTyped } from '../patient/agreement.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import type { Changes } from '../plan/changes.ts';
import type { Plan, PlanPatient } from '../plan/plan.ts';
import type { CouldNotCheckCause, Elsewhere, PlanLookup } from '../plan/plan-lookup.ts';
import type { SessionState } from '../session/session-state.ts';
import { noticesOn } from './notices-on.ts';
import { isNotHere, isSwitchedOff, type PageStanding } from './page-standing.ts';
import type { AccessReason, Doing, ReasonSending, SignedInAs, View, ViewState, Wait } from './view.ts';
import { isAway, signedIn, withoutHub, withoutSession } from './without-session.ts';

/**
 * Whether it is on record that the plans found are looked at (S10). `pendingUntil`: it will be known by then (milliseconds
 * since 1970); `failed`: the helpdesk code.
 */
export type AuditState = 'kept' | { readonly pendingUntil: number } | { readonly failed: string };

/** The reason under which the service shows these plans in this visit. */
export type AccessGiven = { readonly reason: AccessReason; readonly alerts: string | null };

/** Where another adapter would read what this one, or none, cannot. */
const TEACHABLE: ReadonlySet<UnreadableCause> = new Set([
  'pageChanged',
  'nhsNumberInvalid',
  'birthDateUnreadable',
  'incomplete',
]);

/** A look-up under way. */
export type LookupWait = Wait & { readonly doing: Exclude<Doing, 'recording'> };

/** Everything known about one tab at one moment. */
export type Known = {
  /** Somebody has hidden everything. */
  readonly hidden: boolean;
  readonly standing: PageStanding;
  readonly shows: Sighting;
  /** The plan service's name; `null` if none is set up. */
  readonly service: string | null;
  readonly session: SessionState;
  /** The birth date the person at the screen has confirmed, where the page shows none. */
  readonly confirmedBirthDate: string | null;
  /** `null` while the look-up is running or has not begun. */
  readonly lookup: PlanLookup | null;
  /** What the look-up is doing, or did last. */
  readonly wait: LookupWait;
  readonly changes: Changes;
  readonly audit: AuditState;
  readonly given: AccessGiven | null;
  readonly sending: ReasonSending;
  /** A confirmed birth date is being put on record; `null`: none is. */
  readonly confirming: Wait | null;
  /** The service could not be asked again; `at` is when it last answered. */
  readonly notChecked: { readonly at: number; readonly cause: CouldNotCheckCause } | null;
  /** The hub that policy names, and what it says where it is followed; left out or `null`: there is none. */
  readonly hub?: { readonly name: string; readonly says: HubSays | null } | null;
  /** The clinical system of the page, if the person at the screen may teach Planside to read it; left out or `null`: none. */
  readonly taught?: string | null;
  /** Hosts of parts of the page that nobody can read. */
  readonly unread: readonly string[];
  /** This computer's clock, milliseconds since 1970. */
  readonly now: number;
};

/**
 * The identity a plan must agree with: the page's, with the confirmed birth date where the page shows none. Whoever was
 * pressed in a list may stand beside the one who was meant: their birth date counts once somebody has looked at it.
 */
export function identityToCheck({
  shows,
  confirmedBirthDate,
}: Pick<Known, 'shows' | 'confirmedBirthDate'>): PatientIdentity | null {
  if (shows.kind !== 'patient') return null;
  const shown = shows.openedBy === 'residents' ? null : shows.identity.birthDate;
  return { ...shows.identity, birthDate: shown ?? confirmedBirthDate };
}

/**
 * Decides what the sidebar shows: the one place where page, session and plan meet. A plan comes out of it only
 * beside the patient it agrees with (S1) and once its being looked at is on record (S10), and “no plan found” only from
 * a look-up that says so (S4).
 */
export function decideView(known: Known): View {
  if (known.hidden) return { kind: 'hidden' };
  const { unread, session, shows } = known;
  const locksSoon = session.kind === 'signedIn' ? session.locksSoon : null;
  const openedBy = shows.kind === 'patient' ? shows.openedBy : undefined;
  return {
    ...decideState(known),
    ...(openedBy ? { openedBy } : {}),
    ...(known.hub ? { hub: { name: known.hub.name, isFollowed: known.hub.says !== null } } : {}),
    ...(unread.length > 0 ? { unread } : {}),
    ...(locksSoon ? { locksSoon } : {}),
  };
}

/**
 * The plans that would be drawn if their being looked at were on record, with the patient they agree with; `null`: none
 * would be.
 */
export function plansToDraw(known: Omit<Known, 'audit'>): readonly Plan[] | null {
  const view = decideView({ ...known, audit: 'kept' });
  return view.kind === 'plan' ? [view.plan, ...view.alsoCurrent] : null;
}

/** Whether it is not known yet that something is on record. */
export function isPending(audit: AuditState): audit is { readonly pendingUntil: number } {
  return typeof audit === 'object' && 'pendingUntil' in audit;
}

function decideState(known: Known): ViewState {
  const { shows, service, session, standing } = known;
  const signedInAs = session.kind === 'signedIn' ? signedIn(session) : null;
  if (service === null) return { kind: 'notConfigured' };
  // Nobody is read there, whoever is signed in, so this says nothing about anybody.
  if (isSwitchedOff(standing)) return { kind: 'switchedOff', ...standing, signedInAs };
  // Locked is locked, whatever the page shows: it says nothing about anybody, and is the way back, as far as it has got.
  if (session.kind === 'locked' || session.kind === 'signingIn') return withoutSession(service, session);
  if (known.hub?.says && isAway(known.hub.says)) return withoutHub(service, session, known.hub.name, known.hub.says);
  if (isNotHere(standing)) return { kind: 'notHere', because: standing, signedInAs };
  if (shows.kind === 'unsettled') return { kind: 'unsettled', signedInAs };
  if (shows.kind === 'none') return { kind: 'noPatient', signedInAs };
  if (shows.kind === 'several') return { kind: 'several', signedInAs };
  if (shows.kind === 'unreadable') {
    const teach = known.taught && TEACHABLE.has(shows.cause) ? { teach: known.taught } : {};
    return { kind: 'unreadable', cause: shows.cause, ...teach, signedInAs };
  }
  if (session.kind !== 'signedIn') return withoutSession(service, session);
  const page = identityToCheck(known) ?? shows.identity;
  const asked = { page, service, signedInAs: signedIn(session) };
  return page.birthDate === null
    ? { kind: 'birthDateNeeded', page: shows.identity, confirming: known.confirming, signedInAs: asked.signedInAs }
    : afterLookup(known, asked);
}

type Asked = {
  readonly page: PatientIdentity;
  readonly service: string;
  readonly signedInAs: SignedInAs;
};

function afterLookup(known: Known, asked: Asked): ViewState {
  const { lookup } = known;
  const { page, service, signedInAs } = asked;
  if (lookup === null) return { kind: 'looking', ...asked, ...known.wait };
  switch (lookup.kind) {
    case 'found':
      return comparedPlan(lookup, known, asked);
    case 'noPlanFound':
      if (isOtherBirthDate(lookup, known, page)) return { kind: 'birthDateDiffers', ...asked };
      return { kind: 'noPlanFound', page, ...heldElsewhere(lookup), service, askedAt: lookup.askedAt, signedInAs };
    case 'noCurrentPlan': {
      if (isOtherBirthDate(lookup, known, page)) return { kind: 'birthDateDiffers', ...asked };
      const { found, askedAt } = lookup;
      return { kind: 'noCurrentPlan', page, found, ...heldElsewhere(lookup), service, askedAt, signedInAs };
    }
    case 'couldNotCheck': {
      const { cause, code, triedAt, tries } = lookup;
      return { kind: 'couldNotCheck', page, cause, code, service, triedAt, tries, signedInAs };
    }
    case 'accessRefused':
      return { kind: 'accessRefused', page, why: lookup.why, service, signedInAs };
    case 'reasonNeeded':
      return { kind: 'reasonNeeded', page, service, alerts: lookup.alerts, sending: known.sending, signedInAs };
    case 'signedOut':
      return { kind: 'signedOut', service, failed: null };
  }
}

/** Of somebody whose birth date was typed in nothing is said, not even that there is no plan, unless it is theirs. */
function isOtherBirthDate(
  { birthDate }: { readonly birthDate?: string },
  known: Known,
  typed: PatientIdentity,
): boolean {
  return isTyped(known) && birthDate !== undefined && birthDate !== typed.birthDate;
}

function isTyped({ shows }: Known): boolean {
  return shows.kind === 'patient' && shows.openedBy === 'search';
}

/** What could not be asked is no “none” (S4). */
function heldElsewhere({ elsewhere }: { readonly elsewhere: Elsewhere }) {
  return { elsewhere: elsewhere ?? [], elsewhereChecked: elsewhere !== null };
}

/** Every current plan must agree with the page; the first that does not is shown as the disagreement. */
function comparedPlan(lookup: Extract<PlanLookup, { kind: 'found' }>, known: Known, asked: Asked): ViewState {
  const { page, service, signedInAs } = asked;
  let givenNamesDiffer = false;
  for (const { patient } of lookup.plans) {
    const agreement = isTyped(known) ? compareTyped(page, patient) : compareIdentities(page, patient);
    if (agreement.kind === 'differs') return differing(agreement, patient, known, asked);
    if (agreement.kind === 'tooLittle') {
      return { kind: 'birthDateNeeded', page, confirming: known.confirming, signedInAs };
    }
    givenNamesDiffer ||= agreement.givenNamesDiffer;
  }
  const { audit, now, wait } = known;
  // For whoever waits it is one wait from the beginning.
  if (isPending(audit)) {
    return { kind: 'looking', ...asked, doing: 'recording', since: wait.since, until: audit.pendingUntil };
  }
  if (audit !== 'kept') {
    return { kind: 'couldNotCheck', ...asked, cause: 'notAudited', code: audit.failed, triedAt: now, tries: 1 };
  }
  const [plan, ...alsoCurrent] = lookup.plans;
  return {
    kind: 'plan',
    plan,
    alsoCurrent,
    ...heldElsewhere(lookup),
    notices: noticesOn(lookup, { ...known, page, givenNamesDiffer }),
    service,
    fetchedAt: lookup.fetchedAt,
    saved: lookup.savedBecause !== null,
    signedInAs,
  };
}

function differing(
  { items }: Extract<Agreement, { kind: 'differs' }>,
  plan: PlanPatient,
  known: Known,
  { page, service, signedInAs }: Asked,
): ViewState {
  return isTyped(known)
    ? { kind: 'birthDateDiffers', page, service, signedInAs }
    : { kind: 'disagree', page, plan, differs: items, signedInAs };
}
