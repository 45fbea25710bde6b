import type { Plan } from '../utils/plan/plan.ts';

/** The items that stand in a section of their own, and the names by which `Plan.unreadable` calls those sections. */
const PART_NAMES = {
  treatmentLevel: 'Emergency care and treatment',
  emergencyTreatment: 'Emergency care and treatment',
  symptoms: 'Symptoms and what to do',
  anticipatoryMedicines: 'Anticipatory medicines',
  contacts: 'Whom to call',
  placeOfCare: 'Preferred place of care',
  placeOfDeath: 'Preferred place of death',
  whatMatters: 'What matters to me',
} as const satisfies Partial<Record<keyof Plan, string>>;

export type PlanItem = keyof typeof PART_NAMES;

/** Whether something of this item was recorded, while some of its section could not be read: also said in its place. */
export function isPartUnreadable(plan: Plan, item: PlanItem): boolean {
  return plan[item].state === 'recorded' && plan.unreadable.includes(PART_NAMES[item]);
}
