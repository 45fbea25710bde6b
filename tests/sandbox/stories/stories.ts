import { ACCESS_STORIES } from './access-stories.ts';
import { FIND_STORIES } from './find-stories.ts';
import { NO_PLAN_STORIES } from './no-plan-stories.ts';
import { NOTICE_STORIES } from './notice-stories.ts';
import { PLAN_AGE_STORIES } from './plan-age-stories.ts';
import { PLAN_STORIES } from './plan-stories.ts';
import { SAVED_STORIES } from './saved-stories.ts';
import { SECTION_STORIES } from './section-stories.ts';
import { STOP_STORIES } from './stop-stories.ts';
import type { Story } from './story.ts';
import { WORDS_STORIES } from './words-stories.ts';

export type { Story } from './story.ts';

/** Every kind of view and the worst case of each. All people are invented. */
export const stories: readonly Story[] = [
  ...PLAN_STORIES,
  ...SECTION_STORIES,
  ...WORDS_STORIES,
  ...NOTICE_STORIES,
  ...PLAN_AGE_STORIES,
  ...SAVED_STORIES,
  ...NO_PLAN_STORIES,
  ...ACCESS_STORIES,
  ...STOP_STORIES,
  ...FIND_STORIES,
];
