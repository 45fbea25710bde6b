import type { PatientIdentity } from '../patient/patient-identity.ts';
import { type Changes, NO_CHANGES } from '../plan/changes.ts';
import { type CouldNotCheckCause, PASSING, type PlanLookup } from '../plan/plan-lookup.ts';
import type { PlanTrace } from '../plan/plan-trace.ts';
import { couldNotCheck } from '../plan/service/judge.ts';
import { type KeptAnswers, keptAnswers } from '../plan/service/kept-answers.ts';
import type { LookupWait } from '../view/decide-view.ts';
import type { OpenVisit } from './visit-book.ts';

/** What a visit remembers from one look-up to the next: in memory, and gone with it. */
export type VisitPast = {
  /** The visit as the book names it (`visit-book.ts`); `null`: nothing has been asked yet. */
  readonly visit: OpenVisit | null;
  readonly kept: KeptAnswers;
  /** How the plans were when this person last looked, before this visit; `null`: not asked yet. */
  readonly looks: ReadonlyMap<string, PlanTrace & { readonly at: number }> | null;
  /** The plans as they are drawn; `null`: none yet. */
  readonly shown: readonly PlanTrace[] | null;
};

/** The past of a visit in which nothing has been asked yet. */
export function newPast(): VisitPast {
  return { visit: null, kept: keptAnswers(), looks: null, shown: null };
}

/** What one look-up came to. */
export type VisitAnswer = { readonly lookup: PlanLookup; readonly changes: Changes; readonly past: VisitPast };

/** What is known about the patient now. */
export type Found = {
  /** `null` while the look-up is running or has not begun. */
  readonly lookup: PlanLookup | null;
  /** What the look-up is doing, or did last; before it begins, what it will do first. */
  readonly wait: LookupWait;
  readonly changes: Changes;
  /** The service could not be asked again; `at` is when it last answered. */
  readonly notChecked: { readonly at: number; readonly cause: CouldNotCheckCause } | null;
};

export type VisitOptions = {
  /** @param fetching to be called once the service has said which plans there are, and they are being fetched */
  readonly ask: (
    patient: PatientIdentity,
    past: VisitPast,
    signal: AbortSignal,
    fetching: () => void,
  ) => Promise<VisitAnswer>;
  /** By when every look-up has ended, in milliseconds. */
  readonly longestMs: number;
  readonly newPast: () => VisitPast;
  /** Something new is known. */
  readonly changed: () => void;
  readonly now?: () => number;
};

/** One patient open in one tab, from when the page names them until it names somebody else. */
export type Visit = {
  readonly found: () => Found;
  readonly past: () => VisitPast;
  /** Looks, unless that is being done or has been. */
  readonly look: (patient: PatientIdentity) => void;
  /** Forgets what was found and looks again. */
  readonly again: (patient: PatientIdentity) => void;
  /** Asks again and leaves what is shown where it is, until the answer is there. */
  readonly revalidate: (patient: PatientIdentity) => void;
  /** The person at the screen does not want to wait any longer: ends the look-up, and says that it was ended. */
  readonly cancel: () => void;
  /** Ends whatever is running; nothing comes of it any more. */
  readonly end: () => void;
};

/** Windows that come forward one after the other are one look (milliseconds). */
export const ASKED_JUST_NOW_MS = 10_000;
/** A plan nobody could check for this long is no longer shown (docs/architecture.md), in milliseconds. */
export const KEPT_MS = 15 * 60_000;

/** Opens a visit; nothing is asked until `look`. */
export function openVisit({ ask, longestMs, newPast, changed, now = Date.now }: VisitOptions): Visit {
  let found = nothingSince(now());
  let past = newPast();
  let running: AbortController | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;

  function nothingSince(since: number): Found {
    const wait = { doing: 'asking', since, until: since + longestMs } as const;
    return { lookup: null, wait, changes: NO_CHANGES, notChecked: null };
  }

  function start(patient: PatientIdentity, quietly: boolean): void {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    askedAt = now();
    if (!quietly) found = nothingSince(askedAt);
    const fetching = () => {
      if (running !== mine || quietly) return;
      found = { ...found, wait: { ...found.wait, doing: 'fetching' } };
      changed();
    };
    const answered = ask(patient, past, mine.signal, fetching).catch(() => broken(past));
    answered.then((answer) => {
      // A late answer for an earlier patient, or an earlier try, ends here.
      if (running !== mine) return;
      running = null;
      past = answer.past;
      found = afterAnswer(found, answer, now());
      changed();
    });
  }

  return {
    found: () => found,
    past: () => past,
    look(patient) {
      if (!running && !found.lookup) start(patient, false);
    },
    again: (patient) => start(patient, false),
    revalidate(patient) {
      const { lookup } = found;
      if (running || !lookup || lookup.kind === 'signedOut') return;
      // Whoever has stopped it asks again when they want to.
      if (lookup.kind === 'couldNotCheck' && lookup.cause === 'cancelled') return;
      if (lookup.kind === 'couldNotCheck') return start(patient, true);
      if (now() - askedAt < ASKED_JUST_NOW_MS) return;
      // A copy says how old it is, however old.
      const isLive = lookup.kind === 'found' && lookup.savedBecause === null;
      const isOld = isLive && now() - lookup.fetchedAt > KEPT_MS;
      start(patient, !isOld);
      if (isOld) changed();
    },
    cancel() {
      running?.abort();
      running = null;
      const lookup = couldNotCheck('cancelled', 'PLN-CANCELLED', 1, now());
      found = { ...found, lookup, changes: NO_CHANGES, notChecked: null };
      changed();
    },
    end() {
      running?.abort();
      running = null;
      found = nothingSince(now());
    },
  };
}

function afterAnswer(before: Found, { lookup, changes }: VisitAnswer, now: number): Found {
  const cause = notAskedBecause(lookup);
  const { lookup: shown } = before;
  const isLive = shown?.kind === 'found' && shown.savedBecause === null && now - shown.fetchedAt <= KEPT_MS;
  if (cause !== null && isLive) return { ...before, notChecked: { at: shown.fetchedAt, cause } };
  return { ...before, lookup, changes, notChecked: null };
}

/** Why the service could not be asked; `null`: it has said something. */
function notAskedBecause(lookup: PlanLookup): CouldNotCheckCause | null {
  if (lookup.kind === 'found') return lookup.savedBecause;
  return lookup.kind === 'couldNotCheck' && PASSING.has(lookup.cause) ? lookup.cause : null;
}

/** A look-up that broke has not checked anything; without this the sidebar would say “looking” for ever. */
function broken(past: VisitPast): VisitAnswer {
  const lookup = {
    kind: 'couldNotCheck',
    cause: 'interrupted',
    code: 'PLN-BROKEN',
    triedAt: Date.now(),
    tries: 1,
  } as const;
  return { lookup, changes: NO_CHANGES, past };
}
