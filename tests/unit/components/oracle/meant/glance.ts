import type { ContactIntent } from '../../../../sandbox/plans/plan-intent.ts';
import type { SectionTitle } from '../../../../sandbox/plans/section-titles.ts';
import { counted, day } from './days.ts';
import { COULD_NOT_BE_READ, HIDDEN, NONE, NOT_RECORDED, phone, signed } from './marks.ts';
import { absent, type MeantPlan } from './meant-plan.ts';
import { type Lines, PART_UNREAD } from './section.ts';

export const ANOTHER_SAYS_OTHERWISE = 'Another current plan says something else';

const TREATMENT = 'Emergency care and treatment';

type Choice = { readonly place: string; readonly words?: string };

/** Of a restricted patient nobody in the family is named, and no place. */
export function contactsShown({ left, person }: MeantPlan): readonly ContactIntent[] {
  return left.contacts.filter(({ kind }) => !person.restricted || kind !== undefined);
}

/** Whether anything of a section came through. */
function isUnread(plan: MeantPlan, title: SectionTitle, left: number): boolean {
  return plan.damage.has(title) && left === 0;
}

/** First choice with its words, then where else. */
function choices(all: readonly Choice[]): string {
  const [first, ...others] = all;
  const words = first?.words === undefined ? '' : `: «${first.words}»`;
  return [`${first?.place}${words}`, ...others.map(({ place }) => `if not possible, ${place}`)].join('; ');
}

/** The places of one kind, or why there are none. */
export function placesOr<T>(
  plan: MeantPlan,
  title: 'Preferred place of care' | 'Preferred place of death',
  say: (all: readonly Choice[]) => T,
): T | string {
  const item = title === 'Preferred place of care' ? 'placeOfCare' : 'placeOfDeath';
  if (plan.meant[item].length === 0) return NOT_RECORDED;
  if (plan.person.restricted) return HIDDEN;
  return isUnread(plan, title, plan.left[item].length) ? COULD_NOT_BE_READ : say(plan.left[item]);
}

function medicines(plan: MeantPlan): Lines {
  const { anticipatoryMedicines: meant } = plan.meant;
  const { anticipatoryMedicines: left } = plan.left;
  const say = (words: string) => [`anticipatory-medicines > dd: ${words}`];
  if (left === 'none') return say(NONE);
  if (left === undefined) return say(meant === undefined ? NOT_RECORDED : COULD_NOT_BE_READ);
  const wasKeptAt = typeof meant === 'object' ? meant.keptAt : undefined;
  const keptAt = plan.person.restricted ? HIDDEN : (left.keptAt ?? absent(plan, 'Anticipatory medicines', wasKeptAt));
  const count = left.medicines.length > 0 ? counted(left.medicines.length, 'medicine') : 'Issued';
  return [...say(`${count}, kept:`), `kept-at > dd: ${keptAt}`];
}

function callFirst(plan: MeantPlan): Lines {
  const [first] = contactsShown(plan);
  if (first) {
    const { name, relationship, phones } = first;
    return [`call-first > dd: ${name}, ${relationship}`, ...phones.map((number) => `phone > dd: ${phone(number)}`)];
  }
  if (plan.meant.contacts.length === 0) return [`call-first > dd: ${NOT_RECORDED}`];
  return [`call-first > dd: ${plan.left.contacts.length > 0 ? HIDDEN : COULD_NOT_BE_READ}`];
}

/** What each row says, to be laid beside the same row of another plan. */
function rows(plan: MeantPlan) {
  const { left, person } = plan;
  const { restricted } = person;
  const { anticipatoryMedicines } = left;
  const kept = typeof anticipatoryMedicines === 'object' && restricted ? { keptAt: HIDDEN } : {};
  const places = [left.placeOfCare, left.placeOfDeath].map((all) => (restricted ? all.length > 0 : all));
  return {
    level: left.treatmentLevel,
    places,
    medicines:
      typeof anticipatoryMedicines === 'object' ? { ...anticipatoryMedicines, ...kept } : anticipatoryMedicines,
    contacts: restricted && contactsShown(plan).length === 0 ? left.contacts.length > 0 : contactsShown(plan),
  };
}

type Row = keyof ReturnType<typeof rows>;

/** What must be known besides: a part that was lost, and another plan that says something else. */
function warnings(plan: MeantPlan, others: readonly MeantPlan[], row: Row, isPartUnread: boolean): Lines {
  const own = JSON.stringify(rows(plan)[row]);
  const differs = others.some((other) => JSON.stringify(rows(other)[row]) !== own);
  const said = [...(isPartUnread ? [PART_UNREAD] : []), ...(differs ? [ANOTHER_SAYS_OTHERWISE] : [])];
  return said.map((words) => `row-warning > dd: ${words}`);
}

/** How far to treat, where, with which medicines, whom to ring: these rows in this order, so that absence shows. */
export function meantGlance(plan: MeantPlan, others: readonly MeantPlan[]): Lines {
  const { left, damage } = plan;
  const isPart = (title: SectionTitle, isThere: boolean) => damage.has(title) && isThere;
  const partOfPlaces =
    isPart('Preferred place of care', left.placeOfCare.length > 0) ||
    isPart('Preferred place of death', left.placeOfDeath.length > 0);
  const { treatmentLevel } = left;
  return [
    'dt: Ceiling of treatment',
    'dt: how far to treat',
    `treatment-level > dd: ${treatmentLevel ?? absent(plan, TREATMENT, plan.meant.treatmentLevel)}`,
    ...warnings(plan, others, 'level', isPart(TREATMENT, treatmentLevel !== undefined)),
    'dt: Preferred place',
    `place-of-care: Care ${placesOr(plan, 'Preferred place of care', choices)}`,
    `place-of-death: Death ${placesOr(plan, 'Preferred place of death', choices)}`,
    ...warnings(plan, others, 'places', partOfPlaces),
    'dt: Anticipatory medicines',
    ...medicines(plan),
    ...warnings(plan, others, 'medicines', isPart('Anticipatory medicines', left.anticipatoryMedicines !== undefined)),
    'dt: Call first',
    ...callFirst(plan),
    ...warnings(plan, others, 'contacts', isPart('Whom to call', contactsShown(plan).length > 0)),
  ];
}

/** Status, version, review, next review, age. */
export function meantTruth(plan: MeantPlan, isSaidAbove: boolean, clock: string): Lines {
  const { version, reviewed, reviewDue: wasDue, author } = plan.meant;
  const { reviewDue } = plan.left;
  const review =
    reviewed === undefined ? ', date of review not recorded' : `, reviewed ${day(reviewed)} by ${signed(author)}`;
  const unknown = `Next review date ${absent(plan, TREATMENT, wasDue, ['not recorded', 'could not be read'])}.`;
  const next = reviewDue === undefined ? [unknown] : isSaidAbove ? [] : [`Next review due ${day(reviewDue)}.`];
  const said = [`Approved plan, version ${version}${review}.`, ...next, `Fetched ${clock} today.`];
  return [`truth: ${said.join(' ')}`];
}
