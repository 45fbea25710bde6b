import type { Sighting } from '../page/sighting.ts';
import { compareIdentities } from '../patient/agreement.ts';
import { isTestNhsNumber } from '../patient/nhs-number.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanLookup } from '../plan/plan-lookup.ts';
import type { Notice, SignedInAs, SignInFailure, View, ViewState } from './view.ts';

/** Everything known about one tab at one moment. */
export type Known = {
  readonly shows: Sighting;
  /** The plan service's name; `null` if none is set up. */
  readonly service: string | null;
  readonly signedInAs: SignedInAs | null;
  readonly signIn: 'idle' | 'running' | SignInFailure;
  /** The birth date the person at the screen has confirmed, where the page shows none. */
  readonly confirmedBirthDate: string | null;
  /** `null` while the look-up is running or has not begun. */
  readonly lookup: PlanLookup | null;
  /** Hosts of parts of the page that nobody can read. */
  readonly unread: readonly string[];
  /** ISO date. */
  readonly today: string;
};

/** The identity a plan must agree with: the page's, with the confirmed birth date where the page shows none. */
export function identityToCheck({
  shows,
  confirmedBirthDate,
}: Pick<Known, 'shows' | 'confirmedBirthDate'>): PatientIdentity | null {
  if (shows.kind !== 'patient') return null;
  return { ...shows.identity, birthDate: shows.identity.birthDate ?? confirmedBirthDate };
}

/**
 * Decides what the sidebar shows: the one place where page, session and plan meet. A plan comes out of it only
 * beside the patient it agrees with (S1), and “no plan found” only from a look-up that says so (S4).
 */
export function decideView(known: Known): View {
  const state = decideState(known);
  return known.unread.length > 0 ? { ...state, unread: known.unread } : state;
}

function decideState(known: Known): ViewState {
  const { shows, service, signedInAs } = known;
  if (service === null) return { kind: 'notConfigured' };
  if (shows.kind === 'unsettled') return { kind: 'unsettled', signedInAs };
  if (shows.kind === 'none') return { kind: 'noPatient', signedInAs };
  if (shows.kind === 'several') return { kind: 'several', signedInAs };
  if (shows.kind === 'unreadable') return { kind: 'unreadable', cause: shows.cause, signedInAs };
  if (known.signIn === 'running') return { kind: 'signingIn', service };
  if (signedInAs === null) return { kind: 'signedOut', service, failed: known.signIn === 'idle' ? null : known.signIn };
  const page = identityToCheck(known) ?? shows.identity;
  if (page.birthDate === null) return { kind: 'birthDateNeeded', page, signedInAs };
  return afterLookup(known.lookup, { page, service, signedInAs, today: known.today });
}

type Asked = {
  readonly page: PatientIdentity;
  readonly service: string;
  readonly signedInAs: SignedInAs;
  readonly today: string;
};

function afterLookup(lookup: PlanLookup | null, asked: Asked): ViewState {
  const { page, service, signedInAs } = asked;
  if (lookup === null) return { kind: 'looking', page, service, signedInAs };
  switch (lookup.kind) {
    case 'found':
      return comparedPlan(lookup, asked);
    case 'noPlanFound': {
      const { askedAt } = lookup;
      const elsewhereChecked = lookup.elsewhere !== null;
      const elsewhere = lookup.elsewhere ?? [];
      return { kind: 'noPlanFound', page, elsewhere, elsewhereChecked, service, askedAt, signedInAs };
    }
    case 'noCurrentPlan':
      return { kind: 'noCurrentPlan', page, found: lookup.found, service, askedAt: lookup.askedAt, signedInAs };
    case 'couldNotCheck': {
      const { cause, code, triedAt } = lookup;
      return { kind: 'couldNotCheck', page, cause, code, service, triedAt, signedInAs };
    }
    case 'accessRefused':
      return { kind: 'accessRefused', page, why: lookup.why, service, signedInAs };
    case 'reasonNeeded':
      return { kind: 'reasonNeeded', page, service, signedInAs };
    case 'signedOut':
      return { kind: 'signedOut', service, failed: null };
  }
}

/** Every current plan must agree with the page; the first that does not is shown as the disagreement. */
function comparedPlan(lookup: Extract<PlanLookup, { kind: 'found' }>, asked: Asked): ViewState {
  const { page, service, signedInAs, today } = asked;
  let givenNamesDiffer = false;
  for (const { patient } of lookup.plans) {
    const agreement = compareIdentities(page, patient);
    if (agreement.kind === 'differs') {
      return { kind: 'disagree', page, plan: patient, differs: agreement.items, signedInAs };
    }
    if (agreement.kind === 'tooLittle') return { kind: 'birthDateNeeded', page, signedInAs };
    givenNamesDiffer ||= agreement.givenNamesDiffer;
  }
  const [plan, ...alsoCurrent] = lookup.plans;
  return {
    kind: 'plan',
    plan,
    alsoCurrent,
    elsewhere: lookup.elsewhere ?? [],
    elsewhereChecked: lookup.elsewhere !== null,
    notices: noticesOn(plan, lookup, { page, givenNamesDiffer, today }),
    service,
    fetchedAt: lookup.fetchedAt,
    signedInAs,
  };
}

function noticesOn(
  plan: Plan,
  { plans, newerDraft }: Extract<PlanLookup, { kind: 'found' }>,
  seen: { readonly page: PatientIdentity; readonly givenNamesDiffer: boolean; readonly today: string },
): readonly Notice[] {
  // Of several current plans, the one that has waited longest for its review.
  const [overdue] = plans
    .map(({ provenance }) => provenance)
    .filter(({ reviewDue }) => reviewDue !== undefined && reviewDue < seen.today)
    .sort((one, other) => (one.reviewDue ?? '').localeCompare(other.reviewDue ?? ''));
  const parts = plans.flatMap(({ unreadable }) => unreadable);
  const notices: (Notice | false | undefined)[] = [
    plans.length > 1 && { kind: 'severalCurrent', count: plans.length },
    parts.length > 0 && { kind: 'unreadableParts', parts },
    seen.givenNamesDiffer && {
      kind: 'givenNameDiffers',
      page: seen.page.givenNames,
      plan: plan.patient.givenNames,
    },
    overdue?.reviewDue !== undefined && {
      kind: 'overdue',
      due: overdue.reviewDue,
      ...(overdue.reviewed?.date ? { reviewed: overdue.reviewed.date } : {}),
    },
    newerDraft !== null && { kind: 'draftNewer', ...newerDraft },
    plans.some(({ patient }) => patient.restricted) && { kind: 'restricted' },
    isTestNhsNumber(plan.patient.nhsNumber) && { kind: 'testPatient' },
  ];
  return notices.filter((notice) => notice !== false && notice !== undefined);
}
