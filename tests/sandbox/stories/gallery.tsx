import { render } from 'preact';
import { FIRST_PLACE, type Place } from '../../../utils/page/place.ts';
import { AllStories } from './AllStories.tsx';
import { lostText } from './measure/lost-text.ts';
import { focusNow, putPlaceBefore, stepsDown, stops } from './measure/stops.ts';
import { showStory } from './show-story.tsx';
import { wear } from './wear.ts';

const forTests = { showStory, lostText, putPlaceBefore, focusNow, stepsDown, countStops: () => stops().length };

declare global {
  interface Window {
    /** Tests draw one story after the other in the page that shows one alone, and measure it there. */
    gallery: typeof forTests;
  }
}

/**
 * `?story=plan` is that story alone, as the frame of the extension draws it, `&language=cy` in Welsh, `&side=left`
 * as it stands in a page, with `&folded` folded; without, all.
 */
const asked = new URLSearchParams(location.search);
const story = asked.get('story');
const language = asked.get('language') === 'cy' ? 'cy' : 'en';

window.gallery = forTests;
const side: Place['side'] = asked.get('side') === 'left' ? 'left' : 'right';
const place = asked.has('side') ? { ...FIRST_PLACE, side, folded: asked.has('folded') } : undefined;
if (story !== null) void showStory(story, language, place);
else {
  wear('gallery');
  render(<AllStories language={language} group={asked.get('group')} />, document.body);
}
