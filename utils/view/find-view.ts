import type { PatientIdentity } from '../patient/patient-identity.ts';
import type { ResidentPlan } from '../plan/residents/residents.ts';
import type { CouldNotCheckCause, LockCause, ServiceName, SignedInAs, ViewState } from './view.ts';

/**
 * Everything the page in which a person is found can show beside the plan, one at a time. It holds nobody of a search:
 * what was typed in never leaves the page but to be looked up.
 */
export type FindView = NotSignedIn | ReadyToFind;

/** Hidden, or before anybody is signed in, and in a role. */
export type NotSignedIn = Extract<
  ViewState,
  { kind: 'hidden' | 'notConfigured' | 'signedOut' | 'signingIn' | 'locked' | 'roleNeeded' }
>;

export type ReadyToFind = {
  readonly kind: 'ready';
  readonly service: ServiceName;
  readonly signedInAs: SignedInAs;
  readonly residents: ResidentsView;
  /** The session is about to be locked (milliseconds since 1970); left out: not within a minute. */
  readonly locksSoon?: { readonly at: number; readonly cause: LockCause };
};

/** The residents of the home of whoever is signed in. */
export type ResidentsView =
  | { readonly kind: 'notAsked' | 'looking' }
  /** This role has no list at this organisation. */
  | { readonly kind: 'noList' }
  | {
      readonly kind: 'couldNotCheck';
      readonly cause: CouldNotCheckCause;
      readonly code: string;
      readonly triedAt: number;
      readonly tries: number;
    }
  | {
      readonly kind: 'list';
      /** Names this list: whoever is opened is opened from it. */
      readonly list: number;
      readonly residents: readonly ListedResident[];
      readonly askedAt: number;
    };

/** One resident: who, and what is known of their plan; never what it says. */
export type ListedResident = { readonly identity: PatientIdentity; readonly plan: ListedPlan };

export type ListedPlan =
  | {
      readonly kind: 'plan';
      readonly changedOn: string;
      /** The day it should have been reviewed by. */
      readonly overdueSince?: string;
      /** Since whoever is signed in last looked at it. */
      readonly changed: boolean;
    }
  | Exclude<ResidentPlan, { kind: 'plan' }>;
