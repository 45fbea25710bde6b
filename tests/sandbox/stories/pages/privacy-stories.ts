import type { PageStory } from './page-story.ts';

/** The notice is the same for everybody. */
export const PRIVACY_STORIES: readonly PageStory[] = [
  { id: 'privacy', title: 'Privacy notice', page: { of: 'privacy' } },
];
