import type { Plan } from '../utils/plan/plan.ts';
import type { View } from '../utils/view/view.ts';
import { cprAnswer } from './cpr-across-plans.ts';
import { disagreement } from './cpr-words.ts';
import { clockTime, longDate } from './format/dates.ts';
import { bannerName } from './format/names.ts';
import { linkOf } from './link-state.ts';
import { notHereHeading } from './not-here-heading.ts';
import { heardHeadings } from './notices/notice-headings.ts';
import { heardStage, isOnItsWay, type WaitStage, waitIn } from './waits.ts';
import type { Words } from './words/words.ts';

/** What a screen reader says by itself. `alert` interrupts, `status` waits; empty says nothing. */
export type Announcement = { readonly status: string; readonly alert: string };

type NamedPerson = Parameters<typeof bannerName>[0];
type ViewOf<Kind extends View['kind']> = Extract<View, { kind: Kind }>;
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

function ofRefusal({ why, service, signedInAs }: ViewOf<'accessRefused'>, { REFUSED }: Words): Announcement {
  return polite(`${REFUSED[why]({ ...signedInAs, service }).verdict}.`);
}

/** Any doubt about who is open, with its cause. */
function ofDoubt(view: View, now: number, words: Words): Announcement {
  const { says, cause } = linkOf(view, now, words);
  return assertive(`${says}.`, cause ? `${cause}.` : '');
}

function ofReason({ sending, service }: ViewOf<'reasonNeeded'>, now: number, words: Words): Announcement {
  const { REASON, SENDING_REASON } = words;
  if (sending === 'no') return polite(`${REASON.verdict}.`);
  if (!isOnItsWay(sending)) return assertive(REASON.failed(service));
  return ofWait(heardStage(sending, now), SENDING_REASON.says(service), SENDING_REASON.still(service), words);
}

/** Nothing is said of what is over at once, and the time that is left only to whoever waits long. */
function ofWait(stage: WaitStage, says: string, still: string, { WAIT }: Words): Announcement {
  if (stage.kind === 'early') return polite();
  return stage.kind === 'said' ? polite(says) : polite(still, WAIT.left(stage.secondsLeft));
}

function ofLooking(view: ViewOf<'looking'>, now: number, words: Words): Announcement {
  const name = heard(view.page, words);
  return ofWait(heardStage(view, now), words.LOOKING.heard(name), words.LOOKING.stillHeard(name), words);
}

/** The heading at once: it answers a press. */
function ofSigningIn(view: ViewOf<'signingIn'>, now: number, words: Words): Announcement {
  const heading = `${words.SIGNING_IN.heading(view.service)}.`;
  const wait = waitIn(view);
  const stage = wait?.until && heardStage(wait, now);
  return stage && stage.kind === 'late' ? ofWait(stage, heading, heading, words) : polite(heading);
}

function ofBirthDate(view: ViewOf<'birthDateNeeded'>, now: number, words: Words): Announcement {
  const { says } = words.CONFIRMING;
  const stage = view.confirming && heardStage(view.confirming, now);
  if (stage && stage.kind !== 'early') return ofWait(stage, says, says, words);
  if (view.openedBy !== 'residents') return ofDoubt(view, now, words);
  const { birthDate } = view.page;
  const born = birthDate ? `${words.IDENTITY.born} ${longDate(birthDate, words)}.` : '';
  return polite(words.RESIDENT_TO_CONFIRM.heading, `${heard(view.page, words)}.`, born);
}

type Headed = Extract<View, { kind: 'roleNeeded' | 'hidden' | 'notHere' | 'signedOut' | 'notConfigured' }>;

function headingOf(view: Headed, words: Words): string {
  if (view.kind === 'notHere') return notHereHeading(view.because, words);
  return view.kind === 'roleNeeded' ? words.ROLE.heading : words.STOP[view.kind].heading;
}

/** In: what is drawn, and the time. Out: what is said about it, once for each change. The age of anything is not said. */
export function announce(view: View, now: number, words: Words): Announcement {
  const { status, alert } = ofState(view, now, words);
  return {
    status: joined(
      status,
      view.pageHides ? `${words.PAGE_HIDES.heading}.` : '',
      view.unread ? `${words.UNREAD_PARTS.heading}.` : '',
    ),
    // What has a deadline comes first.
    alert: joined(view.locksSoon ? `${words.LOCK.soon}.` : '', alert),
  };
}

function ofState(view: View, now: number, words: Words): Announcement {
  switch (view.kind) {
    case 'plan':
      return ofPlan(view, now, words);
    case 'looking':
      return ofLooking(view, now, words);
    case 'noPlanFound':
      return polite(words.NO_PLAN.heard(heard(view.page, words)), words.NO_PLAN.about);
    case 'noCurrentPlan':
      return ofNoCurrentPlan(view, words);
    case 'couldNotCheck':
      return ofFailure(view, now, words);
    case 'accessRefused':
      return ofRefusal(view, words);
    case 'reasonNeeded':
      return ofReason(view, now, words);
    case 'birthDateDiffers':
      return assertive(`${words.BIRTH_DATE_DIFFERS.verdict}.`, words.BIRTH_DATE_DIFFERS.about);
    case 'hubAway':
    case 'several':
    case 'unreadable':
    case 'disagree':
      return ofDoubt(view, now, words);
    case 'birthDateNeeded':
      return ofBirthDate(view, now, words);
    default:
      return ofStop(view, now, words);
  }
}

type Stop = ViewOf<
  | 'noPatient'
  | 'locked'
  | 'signingIn'
  | 'switchedOff'
  | 'roleNeeded'
  | 'hidden'
  | 'notHere'
  | 'signedOut'
  | 'notConfigured'
  | 'unsettled'
>;

/** Nobody is named, and nothing was looked for. */
function ofStop(view: Stop, now: number, words: Words): Announcement {
  switch (view.kind) {
    case 'noPatient':
      return polite(`${linkOf(view, now, words).says}.`);
    case 'locked':
      return polite(`${words.LOCK.heading}.`, words.LOCK.because[view.cause] ?? '');
    case 'signingIn':
      return ofSigningIn(view, now, words);
    case 'switchedOff':
      return polite(`${words.SWITCHED_OFF.heading(view.system)}.`, words.SWITCHED_OFF.says);
    case 'roleNeeded':
    case 'hidden':
    case 'notHere':
    case 'signedOut':
    case 'notConfigured':
      return polite(`${headingOf(view, words)}.`);
    case 'unsettled':
      return polite();
  }
}
