import { counted, day, lateBy } from './days.ts';
import type { MeantPlan } from './meant-plan.ts';
import type { Lines } from './section.ts';

/** What stands above the answer: its heading, which is also said aloud, and what is below it. */
export type MeantNotice = {
  readonly kind: string;
  readonly heading: string;
  readonly says: string;
  /** About the person, not about the plan. */
  readonly isOfPerson?: true;
  readonly stops?: true;
  readonly button?: string;
};

type Plans = readonly [MeantPlan, ...MeantPlan[]];
/** A draft that is newer than all of them. */
type Draft = { readonly changed: string; readonly author: MeantPlan['meant']['author'] };

/** Of several plans, the one that has waited longest. */
function overdue(plans: Plans, today: string): readonly MeantNotice[] {
  const late = plans.flatMap(({ left: { reviewDue, reviewed } }) =>
    reviewDue !== undefined && reviewDue < today ? [{ reviewDue, reviewed }] : [],
  );
  const [worst] = late.sort((one, other) => (one.reviewDue < other.reviewDue ? -1 : 1));
  if (!worst) return [];
  const reviewed = worst.reviewed === undefined ? '' : ` Last reviewed ${day(worst.reviewed)}.`;
  const heading = `Review overdue by ${lateBy(worst.reviewDue, today)}`;
  const says = `Was due ${day(worst.reviewDue)}.${reviewed} Wishes may have changed.`;
  return [{ kind: 'overdue', heading, says, stops: true }];
}

function severalCurrent({ length }: Plans): readonly MeantNotice[] {
  if (length === 1) return [];
  const heading = `${length} current plans for this person`;
  const says = 'All are shown, the newest first. Check the source before relying on one of them.';
  return [{ kind: 'severalCurrent', heading, says }];
}

/** Every damaged part by its name, in the order of the contract. */
function unread(plans: Plans): readonly MeantNotice[] {
  const parts = plans.flatMap(({ damage }) =>
    [...damage].map(([title, { linkedItemMissing }]) =>
      linkedItemMissing ? `${title} (a linked item is missing)` : title,
    ),
  );
  if (parts.length === 0) return [];
  const heading = `${counted(parts.length, 'part')} of this plan could not be read`;
  return [{ kind: 'unreadableParts', heading, says: `${parts.join('; ')}.`, button: 'Try again' }];
}

function draftNewer([{ meant }]: Plans, draft: Draft | undefined): readonly MeantNotice[] {
  if (!draft) return [];
  const heading = 'A newer draft exists, not yet approved';
  const says = `Started ${day(draft.changed)} by ${draft.author.name}. Below: version ${meant.version}, approved.`;
  return [{ kind: 'draftNewer', heading, says }];
}

const RESTRICTED: MeantNotice = {
  kind: 'restricted',
  heading: 'Restricted record',
  says: 'Address, phone numbers and place are hidden to protect this person. Do not ask for them or write them down.',
  isOfPerson: true,
};

/** Everything that stands above the answer, the most dangerous first. */
export function meantNotices(plans: Plans, draft: Draft | undefined, today: string): readonly MeantNotice[] {
  const notices = [
    ...overdue(plans, today),
    ...severalCurrent(plans),
    ...unread(plans),
    ...draftNewer(plans, draft),
    ...(plans[0].person.restricted ? [RESTRICTED] : []),
  ];
  if (notices.length > 2) throw new Error('The sandbox has nobody with so many notices');
  return notices;
}

/** Notices as they are drawn. */
export function noticeLines(notices: readonly MeantNotice[]): Lines {
  return notices.flatMap(({ kind, heading, says, stops, button }) => [
    ...(stops ? [`notice ${kind}: (stop)`] : []),
    `notice ${kind} > heading: ${heading}`,
    `notice ${kind}: ${says}`,
    ...(button === undefined ? [] : [`notice ${kind} > button: ${button}`]),
  ]);
}
