import type { Plan } from './plan.ts';

/** Why it could not be found out whether there is a plan. Each has one sentence and one helpdesk code. */
export type CouldNotCheckCause =
  | 'offline'
  | 'serviceDown'
  | 'timedOut'
  | 'tooMany'
  | 'refusedRequest'
  | 'notFound'
  | 'unexpectedAnswer'
  | 'notFhir'
  | 'cutShort'
  | 'tooLarge'
  | 'redirected'
  | 'wrongPatient'
  | 'replacedNumber'
  | 'severalRecords'
  | 'interrupted'
  /** Somebody at the screen did not want to wait any longer. */
  | 'cancelled'
  /** The plan is there, and that it was looked at could not be put on record (S10). */
  | 'notAudited';

/** Faults that pass: the service could not be asked, which is no word of it on what was known before. */
export const PASSING: ReadonlySet<CouldNotCheckCause> = new Set([
  'offline',
  'serviceDown',
  'timedOut',
  'tooMany',
  'interrupted',
  'cutShort',
  'notFhir',
]);

/** A draft that is newer than every approved plan. */
export type NewerDraft = { readonly startedAt?: string; readonly by?: string };

/** A pointer to a plan another organisation holds. Never fetched, never a link. */
export type PlanElsewhere = {
  readonly title: string;
  readonly custodian?: string;
  readonly date?: string;
};

/** Plans held elsewhere; `null` if that could not be asked, which means nothing about whether there are any. */
export type Elsewhere = readonly PlanElsewhere[] | null;

/**
 * Everything a look-up can end in (S4). `noPlanFound` is made in one place only, from a validated empty answer
 * (`look-up-plan.ts`); an answer that is missing, late, cut short or not understood is `couldNotCheck`.
 */
export type PlanLookup =
  | {
      readonly kind: 'found';
      /** Newest first; never empty. */
      readonly plans: readonly [Plan, ...Plan[]];
      readonly newerDraft: NewerDraft | null;
      readonly elsewhere: Elsewhere;
      /** When the service was last asked and answered, milliseconds since 1970. */
      readonly fetchedAt: number;
      /** By how much this computer's clock is ahead of the service's, in milliseconds; `null`: the service names no time. */
      readonly clockAhead: number | null;
      /** Why these come from a copy kept here instead of the service; `null`: the service sent them now. */
      readonly savedBecause: CouldNotCheckCause | null;
    }
  | {
      readonly kind: 'noPlanFound';
      /** Of the service's own record of this person (ISO); left out: it has no such record, or no whole date in it. */
      readonly birthDate?: string;
      readonly elsewhere: Elsewhere;
      readonly askedAt: number;
    }
  | {
      readonly kind: 'noCurrentPlan';
      readonly birthDate?: string;
      readonly found: 'draft' | 'withdrawn';
      readonly elsewhere: Elsewhere;
      readonly askedAt: number;
    }
  | LookupFailure;

/** A look-up that ended before the service's word on plans was known. */
export type LookupFailure =
  | {
      readonly kind: 'couldNotCheck';
      readonly cause: CouldNotCheckCause;
      readonly code: string;
      readonly triedAt: number;
      /** How often the request that failed was made. */
      readonly tries: number;
    }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'accessRefused'; readonly why: 'role' | 'patient' }
  /** `alerts`: whom the service tells of an emergency access, in its own words. */
  | { readonly kind: 'reasonNeeded'; readonly alerts: string | null };
