import type { Plan } from '../utils/plan/plan.ts';
import type { View } from '../utils/view/view.ts';
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
  NO_CURRENT_PLAN,
  NO_CURRENT_PLAN_ALSO,
  NO_PLAN,
  REASON_NEEDED,
  SIGNING_IN,
  STOP,
  UNREAD_PARTS,
} from './words.ts';

/** What a screen reader says by itself. `alert` interrupts, `status` waits; empty says nothing. */
export type Announcement = { readonly status: string; readonly alert: string };

type NamedPerson = Parameters<typeof bannerName>[0];
type PlanView = Extract<View, { kind: 'plan' }>;

const polite = (...sentences: readonly string[]): Announcement => ({ status: sentences.join(' '), alert: '' });
const assertive = (...sentences: readonly string[]): Announcement => ({ status: '', alert: sentences.join(' ') });

/** `REED, Margaret`, without the title: short, since it is heard. */
function heard({ familyName, givenNames }: NamedPerson): string {
  return bannerName({ familyName, givenNames }) ?? 'this person';
}

function reviewed({ provenance }: Plan): string {
  return provenance.reviewed?.date ? `Reviewed ${longDate(provenance.reviewed.date)}.` : 'Date of review not recorded.';
}

function ofPlan({ plan, alsoCurrent, notices }: PlanView, now: number): Announcement {
  const named = `Plan for ${heard(plan.patient)}.`;
  if (plan.patient.deceased !== false) return polite(named, `${DIED.verdict}.`);
  const headings = heardHeadings(notices, now);
  const answer = cprAnswer(plan, alsoCurrent);
  if (answer.kind === 'disagree') {
    return {
      status: [named, reviewed(plan), ...headings].join(' '),
      alert: `${disagreement(answer.claims.length, mayAgree(answer.claims)).verdict}.`,
    };
  }
  return polite(named, `${CPR[answer.decision.state].verdict}.`, reviewed(plan), ...headings);
}

function ofFailure(view: Extract<View, { kind: 'couldNotCheck' }>, now: number): Announcement {
  const asked = { service: view.service, at: clockTime(view.triedAt, now), tries: view.tries };
  return assertive(`${COULD_NOT_CHECK_VERDICT}.`, COULD_NOT_CHECK[view.cause].says(asked));
}

/** In: what is drawn, and the time. Out: what is said about it, once for each change. The age of anything is not said. */
export function announce(view: View, now: number): Announcement {
  const said = ofState(view, now);
  return view.unread ? { ...said, status: `${said.status} ${UNREAD_PARTS.heading}.`.trim() } : said;
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
      return polite(
        `${NO_CURRENT_PLAN_ALSO.verdict} for ${heard(view.page)}.`,
        NO_CURRENT_PLAN[view.found],
        NO_CURRENT_PLAN_ALSO.about,
      );
    case 'couldNotCheck':
      return ofFailure(view, now);
    case 'accessRefused': {
      const to = { ...view.signedInAs, service: view.service };
      return polite(`${ACCESS_REFUSED[view.why](to).verdict}.`);
    }
    case 'reasonNeeded':
      return polite(`${REASON_NEEDED(view).verdict}.`);
    case 'several':
    case 'unreadable':
    case 'disagree':
    case 'birthDateNeeded': {
      const { says, cause } = linkOf(view, now);
      return assertive(...[says, cause].flatMap((sentence) => (sentence ? [`${sentence}.`] : [])));
    }
    case 'noPatient':
      return polite(`${linkOf(view, now).says}.`);
    case 'signingIn':
      return polite(`${SIGNING_IN.heading(view)}.`);
    case 'signedOut':
    case 'notConfigured':
      return polite(`${STOP[view.kind].heading}.`);
    case 'unsettled':
      return polite();
  }
}
