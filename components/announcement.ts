import type { Plan } from '../utils/plan/plan.ts';
import type { View } from '../utils/view/view.ts';
import { LOCKED, LOCKS_SOON, REASON, REASON_NEEDED, ROLE_NEEDED } from './access-words.ts';
import { cprAnswer, mayAgree } from './cpr-across-plans.ts';
import { clockTime, longDate } from './format/dates.ts';
import { bannerName } from './format/names.ts';
import { linkOf } from './link-state.ts';
import { heardHeadings } from './notices/notice-headings.ts';
import {
  ACCESS_REFUSED,
  COULD_NOT_CHECK,
  COULD_NOT_CHECK_VERDICT,
  CPR,
  DIED,
  disagreement,
  MAY_HAVE_CHANGED,
  NO_CURRENT_PLAN,
  NO_CURRENT_PLAN_ALSO,
  NO_PLAN,
  SIGNING_IN,
  STOP,
  UNREAD_PARTS,
  verdictAsOf,
} from './words.ts';

/** What a screen reader says by itself. `alert` interrupts, `status` waits; empty says nothing. */
export type Announcement = { readonly status: string; readonly alert: string };

type NamedPerson = Parameters<typeof bannerName>[0];
type PlanView = Extract<View, { kind: 'plan' }>;

const joined = (...sentences: readonly string[]): string => sentences.filter((one) => one !== '').join(' ');
const polite = (...sentences: readonly string[]): Announcement => ({ status: joined(...sentences), alert: '' });
const assertive = (...sentences: readonly string[]): Announcement => ({ status: '', alert: joined(...sentences) });

/** `REED, Margaret`, without the title: short, since it is heard. */
function heard({ familyName, givenNames }: NamedPerson): string {
  return bannerName({ familyName, givenNames }) ?? 'this person';
}

function reviewed({ provenance }: Plan): string {
  return provenance.reviewed?.date ? `Reviewed ${longDate(provenance.reviewed.date)}.` : 'Date of review not recorded.';
}

/** A saved copy is of a time, also for the ear; what says “for CPR” is never said without its warning. */
function agedVerdict(verdict: string, { saved, fetchedAt }: PlanView, now: number): readonly string[] {
  if (!saved) return [`${verdict}.`];
  return [`${verdictAsOf(verdict, clockTime(fetchedAt, now))}.`, MAY_HAVE_CHANGED];
}

function ofPlan(view: PlanView, now: number): Announcement {
  const { plan, alsoCurrent, notices } = view;
  const named = `Plan for ${heard(plan.patient)}.`;
  if (plan.patient.deceased !== false) return polite(named, `${DIED.verdict}.`);
  const headings = heardHeadings(notices, now);
  const answer = cprAnswer(plan, alsoCurrent);
  if (answer.kind === 'disagree') {
    const { verdict } = disagreement(answer.claims.length, mayAgree(answer.claims));
    return {
      status: [named, reviewed(plan), ...headings].join(' '),
      alert: agedVerdict(verdict, view, now).join(' '),
    };
  }
  const { verdict } = CPR[answer.decision.state];
  return polite(named, ...agedVerdict(verdict, view, now), reviewed(plan), ...headings);
}

function ofFailure(view: Extract<View, { kind: 'couldNotCheck' }>, now: number): Announcement {
  const asked = { service: view.service, at: clockTime(view.triedAt, now), tries: view.tries };
  return assertive(`${COULD_NOT_CHECK_VERDICT}.`, COULD_NOT_CHECK[view.cause].says(asked));
}

function ofNoCurrentPlan({ page, found }: Extract<View, { kind: 'noCurrentPlan' }>): Announcement {
  const { verdict, about } = NO_CURRENT_PLAN_ALSO;
  return polite(`${verdict} for ${heard(page)}.`, NO_CURRENT_PLAN[found], about);
}

/** Any doubt about who is open, with its cause. */
function ofDoubt(view: View, now: number): Announcement {
  const { says, cause } = linkOf(view, now);
  return assertive(`${says}.`, cause ? `${cause}.` : '');
}

function ofReason({ sending, service }: Extract<View, { kind: 'reasonNeeded' }>): Announcement {
  if (sending === 'no') return polite(`${REASON_NEEDED.verdict}.`);
  return sending === 'sending' ? polite(REASON.sending(service)) : assertive(REASON.failed(service));
}

/** In: what is drawn, and the time. Out: what is said about it, once for each change. The age of anything is not said. */
export function announce(view: View, now: number): Announcement {
  const { status, alert } = ofState(view, now);
  return {
    status: joined(status, view.unread ? `${UNREAD_PARTS.heading}.` : ''),
    // What has a deadline comes first.
    alert: joined(view.locksSoon ? `${LOCKS_SOON.heading}.` : '', alert),
  };
}

function ofState(view: View, now: number): Announcement {
  switch (view.kind) {
    case 'plan':
      return ofPlan(view, now);
    case 'looking':
      return polite(`Looking for a plan for ${heard(view.page)}.`);
    case 'noPlanFound':
      return polite(`${NO_PLAN.verdict} for ${heard(view.page)}.`, NO_PLAN.about);
    case 'noCurrentPlan':
      return ofNoCurrentPlan(view);
    case 'couldNotCheck':
      return ofFailure(view, now);
    case 'accessRefused': {
      const to = { ...view.signedInAs, service: view.service };
      return polite(`${ACCESS_REFUSED[view.why](to).verdict}.`);
    }
    case 'reasonNeeded':
      return ofReason(view);
    case 'several':
    case 'unreadable':
    case 'disagree':
    case 'birthDateNeeded':
      return ofDoubt(view, now);
    case 'noPatient':
      return polite(`${linkOf(view, now).says}.`);
    case 'locked':
      return polite(`${LOCKED.heading}.`, LOCKED.because[view.cause] ?? '');
    case 'roleNeeded':
      return polite(`${ROLE_NEEDED.heading}.`);
    case 'signingIn':
      return polite(`${SIGNING_IN.heading(view)}.`);
    case 'signedOut':
    case 'notConfigured':
      return polite(`${STOP[view.kind].heading}.`);
    case 'unsettled':
      return polite();
  }
}
