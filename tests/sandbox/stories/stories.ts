import { ACCESS_STORIES } from './access-stories.ts';
import { CALL_STORIES } from './call-stories.ts';
import { FIND_STORIES } from './find-stories.ts';
import { LONGEST_STORIES } from './longest-stories.ts';
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

type Group = { readonly name: string; readonly stories: readonly Story[] };

const VIEWS: readonly Group[] = [
  { name: 'CPR', stories: PLAN_STORIES },
  { name: 'Sections', stories: SECTION_STORIES },
  { name: 'In words', stories: WORDS_STORIES },
  { name: 'Notices', stories: NOTICE_STORIES },
  { name: 'Age of a plan', stories: PLAN_AGE_STORIES },
  { name: 'Saved copies', stories: SAVED_STORIES },
  { name: 'No plan on show', stories: NO_PLAN_STORIES },
  { name: 'Session and access', stories: ACCESS_STORIES },
  { name: 'Which patient', stories: STOP_STORIES },
  { name: 'Opened by hand', stories: FIND_STORIES },
  { name: 'As long as it comes', stories: LONGEST_STORIES },
];

/** Every kind of view and the worst case of each. All people are invented. */
export const stories: readonly Story[] = VIEWS.flatMap((group) => group.stories);

/** The stories by what they are about, in the order of the gallery; last, what a press makes of some of them. */
export const GROUPS: readonly Group[] = [...VIEWS, { name: 'During the call', stories: CALL_STORIES }];
