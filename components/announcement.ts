import type { Plan } from '../utils/plan/plan.ts';
import type { View } from '../utils/view/view.ts';
import { cprAnswer } from './cpr-across-plans.ts';
import { disagreement } from './cpr-words.ts';
import { clockTime, longDate } from './format/dates.ts';
import { bannerName } from './format/names.ts';
import { linkOf } from './link-state.ts';
import { heardHeadings } from './notices/notice-headings.ts';
import type { Words } from './words/words.ts';

/** What a screen reader says by itself. `alert` interrupts, `status` waits; empty says nothing. */
export type Announcement = { readonly status: string; readonly alert: string };

type NamedPerson = Parameters<typeof bannerName>[0];
type PlanView = Extract<View, { kind: 'plan' }>;

const joined = (...sentences: readonly string[]): string => sentences.filter((one) => one !== '').join(' ');
const polite = (...sentences: readonly string[]): Announcement => ({ status: joined(...sentences), alert: '' });
const assertive = (...sentences: readonly string[]): Announcement => ({ status: '', alert: joined(...sentences) });

/** `REED, Margaret`, without the title: short, since it is heard. */
function heard({ familyName, givenNames }: NamedPerson, { IDENTITY }: Words): string {
  return bannerName({ familyName, givenNames }) ?? IDENTITY.thisPerson;
}

function reviewed({ provenance }: Plan, words: Words): string {
  const { date } = provenance.reviewed ?? {};
  return date ? words.PLAN.reviewed(longDate(date, words)) : words.PLAN.notReviewed;
}

/** A saved copy is of a time, also for the ear; what says “for CPR” is never said without its warning. */
function agedVerdict(verdict: string, { saved, fetchedAt }: PlanView, now: number, words: Words): readonly string[] {
  if (!saved) return [`${verdict}.`];
  const { CPR } = words;
  return [`${CPR.asOf(verdict, clockTime(fetchedAt, now, words))}.`, CPR.mayHaveChanged];
}

function ofPlan(view: PlanView, now: number, words: Words): Announcement {
  const { plan, alsoCurrent, notices } = view;
  const named = words.PLAN.heard(heard(plan.patient, words));
  if (plan.patient.deceased !== false) return polite(named, `${words.DIED.verdict}.`);
  const headings = heardHeadings(notices, now, words);
  const answer = cprAnswer(plan, alsoCurrent);
  if (answer.kind === 'disagree') {
    const { verdict } = disagreement(answer.claims, words);
    return {
      status: [named, reviewed(plan, words), ...headings].join(' '),
      alert: agedVerdict(verdict, view, now, words).join(' '),
    };
  }
  const { verdict } = words.CPR.decision[answer.decision.state];
  return polite(named, ...agedVerdict(verdict, view, now, words), reviewed(plan, words), ...headings);
}

function ofFailure(view: Extract<View, { kind: 'couldNotCheck' }>, now: number, words: Words): Announcement {
  const { COULD_NOT_CHECK } = words;
  const asked = { service: view.service, at: clockTime(view.triedAt, now, words), tries: view.tries };
  return assertive(`${COULD_NOT_CHECK.verdict}.`, COULD_NOT_CHECK.cause[view.cause].says(asked));
}

function ofNoCurrentPlan({ page, found }: Extract<View, { kind: 'noCurrentPlan' }>, words: Words): Announcement {
  const { NO_CURRENT_PLAN } = words;
  return polite(NO_CURRENT_PLAN.heard(heard(page, words)), NO_CURRENT_PLAN.found[found], NO_CURRENT_PLAN.about);
}

/** Any doubt about who is open, with its cause. */
function ofDoubt(view: View, now: number, words: Words): Announcement {
  const { says, cause } = linkOf(view, now, words);
  return assertive(`${says}.`, cause ? `${cause}.` : '');
}

function ofReason({ sending, service }: Extract<View, { kind: 'reasonNeeded' }>, { REASON }: Words): Announcement {
  if (sending === 'no') return polite(`${REASON.verdict}.`);
  return sending === 'sending' ? polite(REASON.sending(service)) : assertive(REASON.failed(service));
}

/** In: what is drawn, and the time. Out: what is said about it, once for each change. The age of anything is not said. */
export function announce(view: View, now: number, words: Words): Announcement {
  const { status, alert } = ofState(view, now, words);
  return {
    status: joined(status, view.unread ? `${words.UNREAD_PARTS.heading}.` : ''),
    // What has a deadline comes first.
    alert: joined(view.locksSoon ? `${words.LOCK.soon}.` : '', alert),
  };
}

function ofState(view: View, now: number, words: Words): Announcement {
  switch (view.kind) {
    case 'plan':
      return ofPlan(view, now, words);
    case 'looking':
      return polite(words.LOOKING.heard(heard(view.page, words)));
    case 'noPlanFound':
      return polite(words.NO_PLAN.heard(heard(view.page, words)), words.NO_PLAN.about);
    case 'noCurrentPlan':
      return ofNoCurrentPlan(view, words);
    case 'couldNotCheck':
      return ofFailure(view, now, words);
    case 'accessRefused': {
      const to = { ...view.signedInAs, service: view.service };
      return polite(`${words.REFUSED[view.why](to).verdict}.`);
    }
    case 'reasonNeeded':
      return ofReason(view, words);
    case 'birthDateDiffers':
      return assertive(`${words.BIRTH_DATE_DIFFERS.verdict}.`, words.BIRTH_DATE_DIFFERS.about);
    case 'several':
    case 'unreadable':
    case 'disagree':
    case 'birthDateNeeded':
      return ofDoubt(view, now, words);
    case 'noPatient':
      return polite(`${linkOf(view, now, words).says}.`);
    case 'locked':
      return polite(`${words.LOCK.heading}.`, words.LOCK.because[view.cause] ?? '');
    case 'roleNeeded':
      return polite(`${words.ROLE.heading}.`);
    case 'signingIn':
      return polite(`${words.SIGN_IN.signingIn(view.service)}.`);
    case 'signedOut':
    case 'notConfigured':
      return polite(`${words.STOP[view.kind].heading}.`);
    case 'unsettled':
      return polite();
  }
}
