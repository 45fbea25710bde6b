import type { AccessReason } from '../access/reasons.ts';
import type { HubAway, HubNow } from '../fhircast/hub-says.ts';
import type { OpenedBy, UnreadableCause } from '../page/sighting.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';
import type { Plan, PlanPatient } from '../plan/plan.ts';
import type { CouldNotCheckCause, PlanElsewhere } from '../plan/plan-lookup.ts';
import type { LockCause } from '../session/deadlines.ts';
import type { SigningIn } from '../session/session-state.ts';
import type { SignInFailure } from '../session/sign-in.ts';
import type { NotHere } from './not-here.ts';
import type { SwitchedOff } from './page-standing.ts';

export type { CopyOf, SidebarCommand } from './sidebar-command.ts';
export type {
  AccessReason,
  CouldNotCheckCause,
  HubAway,
  HubNow,
  LockCause,
  NotHere,
  OpenedBy,
  SignInFailure,
  SigningIn,
  UnreadableCause,
};

/** A role somebody can choose to act in. */
export type RoleChoice = { readonly role: string; readonly organisation: string };

/** Who is signed in, as the foot of the sidebar shows it. */
export type SignedInAs = RoleChoice & {
  readonly name: string;
  /** This person has other roles as well. */
  readonly canSwitch?: true;
};

/** Since when something is waited for, and until when at the latest (milliseconds since 1970). */
export type Wait = { readonly since: number; readonly until: number };

/**
 * What is being done for the patient of the page: `asking` the plan service, `fetching` what it has named, `recording`
 * that it is looked at (S10).
 */
export type Doing = 'asking' | 'fetching' | 'recording';

/** Whether a reason is on its way to the service. */
export type ReasonSending = 'no' | Wait | { readonly failed: string };

/** What stands above the answer because it bears on all of it. */
export type Notice =
  | { readonly kind: 'overdue'; readonly due: string; readonly reviewed?: string }
  | { readonly kind: 'draftNewer'; readonly startedAt?: string; readonly by?: string }
  | {
      readonly kind: 'unreadableParts';
      readonly parts: readonly string[];
      /** Those that point at something the document does not hold. */
      readonly linkedItemMissing: readonly string[];
    }
  /** The author's text says something else than the coded entries. */
  | { readonly kind: 'contradiction'; readonly parts: readonly string[] }
  /** Sections Planside does not know, shown as written. */
  | { readonly kind: 'unknownSections'; readonly parts: readonly string[] }
  /** A kind of document Planside does not know. */
  | { readonly kind: 'otherKind'; readonly sentAs: string }
  /** Since this person last looked at the plan (milliseconds since 1970). */
  | { readonly kind: 'changed'; readonly lastLooked: number; readonly parts: readonly string[] }
  /** The plan on the screen has just been replaced by a newer version of it, or by other plans. */
  | { readonly kind: 'newerVersion'; readonly parts: readonly string[] }
  /** Not from the service now but a copy kept here; `at` is when it was fetched (milliseconds since 1970). */
  | { readonly kind: 'savedCopy'; readonly at: number; readonly cause: CouldNotCheckCause }
  /** Shown because of an emergency; `alerted`: whom the service tells of it, in its own words, if it says so. */
  | { readonly kind: 'emergencyAccess'; readonly alerted: string | null }
  /** The service could not be asked again; `at` is when it last answered (milliseconds since 1970). */
  | { readonly kind: 'notCheckedSince'; readonly at: number; readonly cause: CouldNotCheckCause }
  /** This computer's clock is wrong by so many minutes. */
  | { readonly kind: 'clockWrong'; readonly minutes: number; readonly is: 'ahead' | 'behind' }
  /** The plan holds dates that have not come yet. */
  | { readonly kind: 'datedInFuture'; readonly dates: readonly string[] }
  /** The document says that it holds no longer. */
  | { readonly kind: 'expired'; readonly on: string }
  | { readonly kind: 'severalCurrent'; readonly count: number }
  | { readonly kind: 'givenNameDiffers'; readonly page: string; readonly plan: string }
  | { readonly kind: 'restricted' }
  | { readonly kind: 'testPatient' };

/** Which of the compared items differ (docs/safety.md, S1). */
export type DifferingItem = 'nhsNumber' | 'birthDate' | 'familyName';

export type ServiceName = string;

/**
 * Everything the sidebar can show, one at a time. There is no state with a plan whose patient is not the
 * patient of the page: `plan` is built from one `Plan` alone, and only after agreement (`decide-view.ts`).
 */
export type View = ViewState & {
  /** Hosts of parts of the page that nobody can read (empty: without an address); left out: all of it can be read. */
  readonly unread?: readonly string[];
  /** The page hides the sidebar that stands in it; left out: it does not, as far as that is seen. */
  readonly pageHides?: true;
  /** The session is about to be locked (milliseconds since 1970); left out: not within a minute. */
  readonly locksSoon?: { readonly at: number; readonly cause: LockCause };
  /** By hand or by a hub, and not by a page: left out, a page shows this person. */
  readonly openedBy?: OpenedBy;
  /** The hub that policy names, which the panel can follow; left out: there is none. */
  readonly hub?: HubNow;
};

export type ViewState =
  /** Hidden from whoever passes by: nothing of anybody, until somebody asks for it again. */
  | { readonly kind: 'hidden' }
  /** The browser's own panel stands beside a page on which Planside is not active, or no plan is shown where this stands. */
  | { readonly kind: 'notHere'; readonly because: NotHere; readonly signedInAs: SignedInAs | null }
  /** The organisation has switched off the reading of this system until further notice. */
  | ({ readonly kind: 'switchedOff'; readonly signedInAs: SignedInAs | null } & SwitchedOff)
  /** The hub that the panel follows says nothing (any more), so nobody knows who is open. */
  | { readonly kind: 'hubAway'; readonly hubName: string; readonly link: HubAway; readonly signedInAs: SignedInAs }
  /** Nobody is open on the page. */
  | { readonly kind: 'noPatient'; readonly signedInAs: SignedInAs | null }
  /** The page is between two patients; nothing is known yet. */
  | { readonly kind: 'unsettled'; readonly signedInAs: SignedInAs | null }
  | { readonly kind: 'several'; readonly signedInAs: SignedInAs | null }
  | {
      readonly kind: 'unreadable';
      readonly cause: UnreadableCause;
      /** The clinical system that the person at the screen may teach Planside to read; left out: none. */
      readonly teach?: string;
      readonly signedInAs: SignedInAs | null;
    }
  /** No plan service has been set up. */
  | { readonly kind: 'notConfigured' }
  /** `failed`: the sentence to show after a sign-in that did not work. */
  | { readonly kind: 'signedOut'; readonly service: ServiceName; readonly failed: SignInFailure | null }
  | ({ readonly kind: 'signingIn'; readonly service: ServiceName } & SigningIn)
  /** Planside has locked itself, or somebody has: signing in opens it again, for whoever does. */
  | {
      readonly kind: 'locked';
      readonly service: ServiceName;
      readonly cause: LockCause;
      readonly failed: SignInFailure | null;
    }
  /** Signed in, with several roles of which none has been chosen. */
  | { readonly kind: 'roleNeeded'; readonly name: string; readonly roles: readonly RoleChoice[] }
  /**
   * The page shows a number but no birth date (or no name): the person at the screen confirms it. So they do of a
   * resident in a list, whose birth date stands here and has not been looked at yet.
   */
  | {
      readonly kind: 'birthDateNeeded';
      readonly page: PatientIdentity;
      /** What was confirmed is being put on record; `null`: nothing is. */
      readonly confirming: Wait | null;
      readonly signedInAs: SignedInAs;
    }
  | ({
      readonly kind: 'looking';
      readonly page: PatientIdentity;
      readonly service: ServiceName;
      readonly doing: Doing;
      readonly signedInAs: SignedInAs;
    } & Wait)
  | {
      readonly kind: 'plan';
      readonly plan: Plan;
      /** Further current plans of the same person, newest first; shown below with a warning. */
      readonly alsoCurrent: readonly Plan[];
      readonly elsewhere: readonly PlanElsewhere[];
      /** `false`: the list of plans held elsewhere could not be fetched, so an empty list means nothing. */
      readonly elsewhereChecked: boolean;
      readonly notices: readonly Notice[];
      readonly service: ServiceName;
      readonly fetchedAt: number;
      /** Drawn from a copy kept here. */
      readonly saved: boolean;
      readonly signedInAs: SignedInAs;
    }
  | {
      readonly kind: 'noPlanFound';
      readonly page: PatientIdentity;
      readonly elsewhere: readonly PlanElsewhere[];
      readonly elsewhereChecked: boolean;
      readonly service: ServiceName;
      readonly askedAt: number;
      readonly signedInAs: SignedInAs;
    }
  /** Only drafts, withdrawn or superseded plans exist: none is current. */
  | {
      readonly kind: 'noCurrentPlan';
      readonly page: PatientIdentity;
      readonly found: 'draft' | 'withdrawn';
      readonly elsewhere: readonly PlanElsewhere[];
      readonly elsewhereChecked: boolean;
      readonly service: ServiceName;
      readonly askedAt: number;
      readonly signedInAs: SignedInAs;
    }
  | {
      readonly kind: 'disagree';
      readonly page: PatientIdentity;
      readonly plan: Pick<PlanPatient, 'nhsNumber' | 'birthDate' | 'familyName' | 'givenNames'>;
      readonly differs: readonly DifferingItem[];
      readonly signedInAs: SignedInAs;
    }
  /** What was typed in, and what the service holds, are two birth dates: nothing of what it holds is told. */
  | {
      readonly kind: 'birthDateDiffers';
      readonly page: PatientIdentity;
      readonly service: ServiceName;
      readonly signedInAs: SignedInAs;
    }
  | {
      readonly kind: 'couldNotCheck';
      readonly page: PatientIdentity;
      readonly cause: CouldNotCheckCause;
      /** For the helpdesk, e.g. `PLN-503`; never holds anything about a patient. */
      readonly code: string;
      readonly service: ServiceName;
      readonly triedAt: number;
      readonly tries: number;
      readonly signedInAs: SignedInAs;
    }
  /** The service will not show plans to this role (403). */
  | {
      readonly kind: 'accessRefused';
      readonly page: PatientIdentity;
      readonly why: 'role' | 'patient';
      readonly service: ServiceName;
      readonly signedInAs: SignedInAs;
    }
  /** The service asks for a reason before it shows this plan. */
  | {
      readonly kind: 'reasonNeeded';
      readonly page: PatientIdentity;
      readonly service: ServiceName;
      /** Whom the service tells of an emergency access, in its own words; `null`: it does not say. */
      readonly alerts: string | null;
      readonly sending: ReasonSending;
      readonly signedInAs: SignedInAs;
    };
