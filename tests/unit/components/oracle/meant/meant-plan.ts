import type { Person } from '../../../../sandbox/people/person.ts';
import { PLAN_KINDS } from '../../../../sandbox/plans/codes.ts';
import type { PlanIntent } from '../../../../sandbox/plans/plan-intent.ts';
import type { PlanRecord } from '../../../../sandbox/plans/plan-record.ts';
import { SECTION_TITLES, type SectionTitle } from '../../../../sandbox/plans/section-titles.ts';
import { type Damage, damageOf, type Left, leftOf } from './left.ts';
import { COULD_NOT_BE_READ, either, NOT_RECORDED } from './marks.ts';

/** One plan as it must be shown. */
export type MeantPlan = {
  readonly person: Person;
  /** What kind of plan it is, in words. */
  readonly title: string;
  /** All that its author meant. */
  readonly meant: PlanIntent;
  /** What can be read of it: everything, unless it was damaged on the way. */
  readonly left: Left;
  readonly damage: ReadonlyMap<SectionTitle, Damage>;
};

function titleOf({ composition }: PlanRecord): string {
  const code = composition.type.coding?.[0]?.code;
  if (code === PLAN_KINDS.respectForm.code) return 'ReSPECT form';
  const kind = Object.values(PLAN_KINDS).find((known) => known.code === code);
  if (!kind?.display) throw new Error(`No kind of plan has the code ${code}`);
  return kind.display;
}

/** What must be shown of one plan of the sandbox. */
export function meantPlan(record: PlanRecord, person: Person): MeantPlan {
  const { intent } = record;
  const damaged = SECTION_TITLES.filter((title) => intent.damaged.includes(title));
  const damage = new Map(damaged.map((title) => [title, damageOf(record, title)] as const));
  return { person, title: titleOf(record), meant: intent, left: leftOf(intent, damage), damage };
}

/** Whether the entry at this place of a section has come through, be it as a shell that says who said it and when. */
export function cameThrough({ damage }: MeantPlan, title: SectionTitle, at: number): boolean {
  return !damage.get(title)?.isGone(at);
}

/** The day on which the whole plan was agreed. */
export function agreedOn({ meant: { reviewed, changed } }: MeantPlan): string {
  return reviewed ?? changed;
}

/**
 * What stands in place of a fact that cannot be shown. What was lost was recorded, and that must not be denied (S4).
 *
 * @param meant the fact, where its author recorded one
 */
export function absent(
  { damage }: MeantPlan,
  title: SectionTitle,
  meant: unknown,
  [untold, unread]: readonly [string, string] = [NOT_RECORDED, COULD_NOT_BE_READ],
): string {
  if (!damage.has(title)) return untold;
  return meant === undefined ? either(untold, unread) : unread;
}
