import { render } from 'preact';
import '../../../components/sidebar.css';
import { AllStories } from './AllStories.tsx';
import { lostText } from './measure/lost-text.ts';
import { focusNow, stepsDown, stops } from './measure/stops.ts';
import { showStory } from './show-story.tsx';

const forTests = { showStory, lostText, focusNow, stepsDown, countStops: () => stops().length };

declare global {
  interface Window {
    /** Tests draw one story after the other in the page that shows one alone, and measure it there. */
    gallery: typeof forTests;
  }
}

/** `?story=plan` is that story alone, as the frame of the extension draws it, `&language=cy` in Welsh; without, all. */
const asked = new URLSearchParams(location.search);
const story = asked.get('story');
const language = asked.get('language') === 'cy' ? 'cy' : 'en';

window.gallery = forTests;
if (story !== null) void showStory(story, language);
else render(<AllStories language={language} group={asked.get('group')} />, document.body);
