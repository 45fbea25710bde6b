import { ACCESS_STORIES } from './access-stories.ts';
import { CALL_STORIES } from './call-stories.ts';
import { FIND_STORIES } from './find-stories.ts';
import { HUB_STORIES } from './hub-stories.ts';
import { LONGEST_STORIES } from './longest-stories.ts';
import { NO_PLAN_STORIES } from './no-plan-stories.ts';
import { NOTICE_STORIES } from './notice-stories.ts';
import { FIND_PAGE_STORIES } from './pages/find-page-stories.ts';
import { HEALTH_STORIES } from './pages/health-stories.ts';
import { OPTIONS_STORIES } from './pages/options-stories.ts';
import type { PageStory } from './pages/page-story.ts';
import { PRIVACY_STORIES } from './pages/privacy-stories.ts';
import { RESIDENT_STORIES } from './pages/resident-stories.ts';
import { TEACH_STORIES } from './pages/teach-stories.ts';
import { WELCOME_STORIES } from './pages/welcome-stories.ts';
import { foldedStories, inPageStories } from './place-stories.ts';
import { PLAN_AGE_STORIES } from './plan-age-stories.ts';
import { PLAN_STORIES } from './plan-stories.ts';
import { SAVED_STORIES } from './saved-stories.ts';
import { SECTION_STORIES } from './section-stories.ts';
import { STOP_STORIES } from './stop-stories.ts';
import type { Story, Told } from './story.ts';
import { WORDS_STORIES } from './words-stories.ts';

export type { PageStory } from './pages/page-story.ts';
export type { Story } from './story.ts';

type Group<One extends Told> = { readonly name: string; readonly stories: readonly One[] };

const VIEWS: readonly Group<Story>[] = [
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
  { name: 'Following a hub', stories: HUB_STORIES },
  { name: 'As long as it comes', stories: LONGEST_STORIES },
];
const EVERY_VIEW = VIEWS.flatMap((group) => group.stories);

const SIDEBAR: readonly Group<Story>[] = [
  ...VIEWS,
  { name: 'During the call', stories: CALL_STORIES },
  { name: 'In a page', stories: inPageStories(EVERY_VIEW) },
  { name: 'Folded', stories: foldedStories(EVERY_VIEW) },
];

/** Every kind of view and the worst case of each, and what a press or a place makes of some. All people are invented. */
export const stories: readonly Story[] = SIDEBAR.flatMap((group) => group.stories);

const PAGES: readonly Group<PageStory>[] = [
  { name: 'Find a person', stories: FIND_PAGE_STORIES },
  { name: 'Residents', stories: RESIDENT_STORIES },
  { name: 'Settings', stories: OPTIONS_STORIES },
  { name: 'How it works', stories: WELCOME_STORIES },
  { name: 'Privacy', stories: PRIVACY_STORIES },
  { name: 'Health check', stories: HEALTH_STORIES },
  { name: 'Teaching', stories: TEACH_STORIES },
];

/** The stories by what they are about, in the order of the gallery. */
export const GROUPS: readonly Group<Story | PageStory>[] = [...SIDEBAR, ...PAGES];

/** Everything that is looked at: the sidebar, and the extension's own pages. */
export const everyStory: readonly (Story | PageStory)[] = GROUPS.flatMap((group) => group.stories);

/** CSS pixels. */
const A4_WITHOUT_MARGINS = 703;

/** Whether it is drawn as it is printed. */
export function isOnPaper(one: Story | PageStory): boolean {
  return 'view' in one && one.isOnPaper === true;
}

/** As many CSS pixels as a story has across where it is used. */
export function widthOf(one: Story | PageStory): number {
  if ('page' in one) return 1_024;
  return isOnPaper(one) ? A4_WITHOUT_MARGINS : 360;
}

/** As few as it must do with: nobody zooms into paper. */
export function narrowestOf(one: Story | PageStory): number {
  return isOnPaper(one) ? A4_WITHOUT_MARGINS : 320;
}
