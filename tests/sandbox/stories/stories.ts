import { NO_PLAN_STORIES } from './no-plan-stories.ts';
import { NOTICE_STORIES } from './notice-stories.ts';
import { PLAN_STORIES } from './plan-stories.ts';
import { STOP_STORIES } from './stop-stories.ts';
import type { Story } from './story.ts';

export type { Story } from './story.ts';

/** Every kind of view and the worst case of each. All people are invented. */
export const stories: readonly Story[] = [...PLAN_STORIES, ...NOTICE_STORIES, ...NO_PLAN_STORIES, ...STOP_STORIES];
