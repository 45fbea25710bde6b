import type { PersonsPlans } from '../sandbox-plans.ts';
import {
  meantAllergies,
  meantConditions,
  meantMedicines,
  meantOtherDocuments,
  meantPrognosis,
} from './background-sections.ts';
import { togetherOnCpr, verdictOf } from './cpr.ts';
import { day, spokenDay } from './days.ts';
import { meantGlance, meantTruth } from './glance.ts';
import { meantAlerts, meantAnticipatoryMedicines, meantContacts, meantPlaces } from './home-sections.ts';
import { type MeantPlan, meantPlan } from './meant-plan.ts';
import { meantWithoutPlan } from './no-current-plan.ts';
import { type MeantNotice, meantNotices, noticeLines } from './notices.ts';
import { type Asked, meantElsewhere, meantOrigin } from './origin.ts';
import { calledInFull, meantPerson } from './person.ts';
import { type Lines, within } from './section.ts';
import { meantAdvanceDecisions, meantMatters, meantSymptoms, meantTreatment } from './urgent-sections.ts';

type Plans = readonly [MeantPlan, ...MeantPlan[]];
type Cpr = ReturnType<typeof togetherOnCpr>;

/** Every section in the order of urgency. */
function sections(plan: MeantPlan, firstOpen: boolean): Lines {
  return [
    ...meantSymptoms(plan, firstOpen),
    ...meantTreatment(plan),
    ...meantMatters(plan),
    ...meantAdvanceDecisions(plan),
    ...meantPlaces(plan),
    ...meantAnticipatoryMedicines(plan),
    ...meantAllergies(plan),
    ...meantMedicines(plan),
    ...meantConditions(plan),
    ...meantPrognosis(plan),
    ...meantContacts(plan),
    ...meantAlerts(plan),
    ...meantOtherDocuments(plan),
  ];
}

/** All of the plans, the newest first; a further one repeats its own decision only where all say the same. */
function content(plans: Plans, cpr: Cpr, notices: readonly MeantNotice[], asked: Asked): Lines {
  const [newest, ...others] = plans;
  const isOverdue = notices.some(({ kind }) => kind === 'overdue');
  const further = others.map((plan, at) => [
    `h2: Current plan ${at + 2} of ${plans.length}`,
    ...(cpr.state === 'conflicting' ? [] : togetherOnCpr([plan]).lines),
    ...meantGlance(plan, []),
    ...meantTruth(plan, false, asked.clock),
    ...sections(plan, false),
    ...meantOrigin(plan, asked),
  ]);
  return [
    ...cpr.lines,
    ...meantGlance(newest, others),
    ...meantTruth(newest, isOverdue, asked.clock),
    ...sections(newest, others.length === 0),
    ...meantOrigin(newest, asked),
    ...further.flatMap((lines) => within('another-plan', lines)),
  ];
}

/** Somebody has died: that is the answer, and the last plan lies folded below it. */
function afterDeath(deceased: string | true, notices: readonly MeantNotice[], plan: Lines): Lines {
  const died = deceased === true ? '' : `Died ${day(deceased)}. `;
  return [
    ...noticeLines(notices.filter(({ isOfPerson }) => isOfPerson)),
    'answer: (held-back)',
    'verdict > h2: This person has died',
    `order: ${died}The plan is no longer for treatment.`,
    'about: It can still be read for verification of death, the medical examiner or the family.',
    ...within('last-plan', [
      ': (closed)',
      'h2: Read the last approved plan',
      ...noticeLines(notices.filter(({ isOfPerson }) => !isOfPerson)),
      ...plan,
    ]),
  ];
}

/** What a screen reader says by itself: politely, and only a disagreement aloud. */
function heard([newest]: Plans, cpr: Cpr, notices: readonly MeantNotice[]): Lines {
  const { person, meant } = newest;
  const named = `Plan for ${calledInFull(person)}.`;
  if (person.deceased !== undefined) return [`status: (unseen) ${named} This person has died.`, 'alert: (unseen)'];
  const review =
    meant.reviewed === undefined ? 'Date of review not recorded.' : `Reviewed ${spokenDay(meant.reviewed)}.`;
  const verdict = `${verdictOf(cpr.state)}.`;
  const disagree = cpr.state === 'conflicting';
  const headings = notices.map(({ heading }) => `${heading}.`);
  return [
    `status: (unseen) ${[named, ...(disagree ? [] : [verdict]), review, ...headings].join(' ')}`,
    disagree ? `alert: (unseen) ${verdict}` : 'alert: (unseen)',
  ];
}

/** Every line that must stand in the sidebar beside a page that is about this person, and no other. */
export function meantText({ person, current, newerDrafts, pointers }: PersonsPlans, asked: Asked): Lines {
  const [newest, ...others] = current.map((record) => meantPlan(record, person));
  if (!newest) return meantWithoutPlan(person, newerDrafts.length > 0, pointers, asked);
  const plans: Plans = [newest, ...others];
  const notices = meantNotices(plans, newerDrafts[0]?.intent, asked.today);
  const cpr = togetherOnCpr(plans);
  const plan = [...content(plans, cpr, notices, asked), ...meantElsewhere(pointers, asked)];
  return [
    ': (plan)',
    ...heard(plans, cpr, notices),
    ': (same)',
    'link: Same patient as this page',
    `link-cause: Checked ${asked.clock} today`,
    ...meantPerson(person, asked.today),
    ...(person.deceased === undefined
      ? [...noticeLines(notices), ...plan]
      : afterDeath(person.deceased, notices, plan)),
    'signed-in-as: Sam Patel, GP, Example Lane Surgery',
    'button: Find',
    'button: Hide now',
    'button: Lock',
    'button: Sign out',
  ];
}
