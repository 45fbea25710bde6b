import type { Sighting } from '../page/sighting.ts';
import { compareIdentities } from '../patient/agreement.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import type { Changes } from '../plan/changes.ts';
import type { CouldNotCheckCause, Elsewhere, PlanLookup } from '../plan/plan-lookup.ts';
import { noticesOn } from './notices-on.ts';
import type { SignedInAs, SignInFailure, View, ViewState } from './view.ts';

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
  readonly changes: Changes;
  /** The service could not be asked again; `at` is when it last answered. */
  readonly notChecked: { readonly at: number; readonly cause: CouldNotCheckCause } | null;
  /** Hosts of parts of the page that nobody can read. */
  readonly unread: readonly string[];
  /** This computer's clock, milliseconds since 1970. */
  readonly now: number;
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
  return afterLookup(known, { page, service, signedInAs });
}

type Asked = {
  readonly page: PatientIdentity;
  readonly service: string;
  readonly signedInAs: SignedInAs;
};

function afterLookup(known: Known, asked: Asked): ViewState {
  const { lookup } = known;
  const { page, service, signedInAs } = asked;
  if (lookup === null) return { kind: 'looking', page, service, signedInAs };
  switch (lookup.kind) {
    case 'found':
      return comparedPlan(lookup, known, asked);
    case 'noPlanFound':
      return { kind: 'noPlanFound', page, ...heldElsewhere(lookup), service, askedAt: lookup.askedAt, signedInAs };
    case 'noCurrentPlan': {
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
      return { kind: 'reasonNeeded', page, service, signedInAs };
    case 'signedOut':
      return { kind: 'signedOut', service, failed: null };
  }
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
    ...heldElsewhere(lookup),
    notices: noticesOn(lookup, { ...known, page, givenNamesDiffer }),
    service,
    fetchedAt: lookup.fetchedAt,
    signedInAs,
  };
}
