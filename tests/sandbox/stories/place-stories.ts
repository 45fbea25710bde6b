import { FIRST_PLACE } from '../../../utils/page/place.ts';
import type { Story } from './story.ts';

const FOLDED = { ...FIRST_PLACE, folded: true };

/** One for each colour, sign and word that a tab can have, and long names. */
const AT_THE_RIGHT = [
  ...['plan', 'plan-for-cpr', 'plan-modified-cpr', 'plan-conflicting-cpr', 'plan-cpr-may-disagree'],
  ...['plan-cpr-not-recorded', 'plan-unknown-cpr', 'plan-cpr-unreadable', 'plan-unreadable-everywhere'],
  ...['plan-hidden-everywhere', 'plan-cpr-in-words-only', 'plan-died', 'plan-long', 'looking', 'looking-no-name'],
  ...['no-plan', 'only-draft', 'could-not-check-offline', 'access-refused-role', 'reason-needed', 'unsettled'],
  ...['no-patient', 'several', 'disagree-birth-date', 'signed-out', 'signing-in', 'locked-idle', 'role-needed'],
  ...['not-configured', 'hidden', 'not-here', 'not-here-covered', 'switched-off'],
];
const AT_THE_LEFT = ['plan', 'plan-long', 'several'];

function folded(story: Story, side: 'left' | 'right'): Story {
  const { id, title, view, now } = story;
  return {
    id: side === 'left' ? `folded-left-${id}` : `folded-${id}`,
    title: `Folded to the ${side}: ${title}`,
    view,
    now,
    place: { ...FOLDED, side },
  };
}

function named(stories: readonly Story[], ids: readonly string[]): readonly Story[] {
  return stories.filter(({ id }) => ids.includes(id));
}

/** Folded to a tab: all that it can say at the right, a few at the left. */
export function foldedStories(stories: readonly Story[]): readonly Story[] {
  return [
    ...named(stories, AT_THE_RIGHT).map((story) => folded(story, 'right')),
    ...named(stories, AT_THE_LEFT).map((story) => folded(story, 'left')),
  ];
}

/** In a page, with the edge that can be drawn, and the ways to put it somewhere else. */
export function inPageStories(stories: readonly Story[]): readonly Story[] {
  return named(stories, ['plan']).flatMap((story) => [
    { ...story, id: 'in-page', title: 'At the right of a page', place: FIRST_PLACE },
    { ...story, id: 'in-page-left', title: 'At the left of a page', place: { ...FIRST_PLACE, side: 'left' } },
    {
      ...story,
      id: 'in-page-arrange',
      title: 'Where else it can stand',
      place: FIRST_PLACE,
      presses: ['[data-command="arrange"]'],
    },
  ]);
}
