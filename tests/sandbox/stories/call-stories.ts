import { NOTICE_STORIES } from './notice-stories.ts';
import { PLAN_STORIES } from './plan-stories.ts';
import { SAVED_STORIES } from './saved-stories.ts';
import type { Story } from './story.ts';
import { WORDS_STORIES } from './words-stories.ts';

/** Every answer on CPR, and long texts. */
const ANSWERS = [...PLAN_STORIES, ...WORDS_STORIES];
const OF_SHEET = ['plan', 'plan-long', 'plan-for-cpr', 'plan-modified-cpr', 'plan-conflicting-cpr', 'plan-empty'];
const PRINTED = [
  ...ANSWERS.filter(({ id }) => OF_SHEET.includes(id)),
  ...SAVED_STORIES.slice(0, 1),
  ...NOTICE_STORIES.filter(({ id }) => id === 'plan-died'),
];

/** Other stories once more, with one thing pressed. */
function pressed(plans: readonly Story[], id: string, title: string, selector: string): readonly Story[] {
  return plans.map((plan) => ({
    ...plan,
    id: `${id}-${plan.id}`,
    title: `${title}: ${plan.title}`,
    presses: [selector],
  }));
}

/** What is read aloud, and what is printed. */
export const CALL_STORIES: readonly Story[] = [
  ...pressed(ANSWERS, 'hand-over', 'Hand-over order', '[data-command="handOver"]'),
  ...pressed(PRINTED, 'sheet', 'Printed', '[data-command="print"]').map(
    (one) => ({ ...one, isOnPaper: true }) as const,
  ),
];
