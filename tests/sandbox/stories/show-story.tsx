import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import type { Enable } from '../../../components/enabling.ts';
import { Sidebar } from '../../../components/Sidebar.tsx';
import type { TakeOut } from '../../../components/take-out.ts';
import type { Place } from '../../../utils/page/place.ts';
import type { Language } from '../../../utils/view/language.ts';
import { wordsIn } from '../../words-in.ts';
import { DrawnPage } from './pages/DrawnPage.tsx';
import { everyStory, type PageStory, type Story } from './stories.ts';
import { wear } from './wear.ts';

const say = (what: unknown): void => console.log(JSON.stringify(what));

const takeOut: TakeOut = {
  async copy(_of, text) {
    say(text());
    return 'taken';
  },
  // The sheet stays in the document, for whoever looks at it as it is printed.
  print: () => new Promise(() => undefined),
};

/** As where the browser asks, and somebody says no. */
const enable: Enable = async (origin, asks) => {
  say({ origin, asks });
  return 'refused';
};

/** Draws at once, with everything that follows from it: nobody waits for the next frame. */
function draw(what: ComponentChild): void {
  void act(() => render(what, document.body));
}

function drawSidebar(story: Story, language: Language, place: Place | undefined): void {
  const { view, now } = story;
  const overlay = place && {
    place,
    arrange: (to: Place) => drawSidebar(story, language, to),
    drawEdge: (edge: number) => say({ edge }),
  };
  const how = { words: wordsIn(language), on: say, takeOut, enable, overlay, inPanel: !place };
  draw(<Sidebar view={view} now={now} {...how} />);
}

function drawPage({ page }: PageStory, language: Language): void {
  document.body.toggleAttribute('data-open', page.of === 'find' && page.props.isOpen);
  draw(<DrawnPage page={page} language={language} />);
}

function find<Element extends HTMLElement>(id: string, selector: string): Element {
  const found = document.querySelector<Element>(selector);
  if (!found) throw new Error(`Nothing is at ${selector} in ${id}.`);
  return found;
}

function type(id: string, typed: Readonly<Record<string, string>>): void {
  for (const [selector, text] of Object.entries(typed)) {
    const field = find<HTMLInputElement>(id, selector);
    field.value = text;
    void act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  }
}

/** Presses, and lets what was asked for answer. */
async function press(id: string, selector: string): Promise<void> {
  await act(async () => {
    find(id, selector).click();
    await Promise.resolve();
  });
}

/**
 * Draws one story alone, from nothing, in the style sheet it has, and types and presses what it says.
 *
 * @param place where it stands in a page, instead of where the story says
 * @throws if there is no such story, or nothing to press
 */
export async function showStory(id: string, language: Language, place?: Place): Promise<void> {
  const story = everyStory.find((one) => one.id === id);
  if (!story) throw new Error(`There is no story ${id}.`);
  draw(null);
  document.title = story.title;
  document.documentElement.lang = language === 'cy' ? 'cy' : 'en-GB';
  document.documentElement.removeAttribute('style');
  document.body.removeAttribute('data-open');
  scrollTo(0, 0);
  if ('page' in story) {
    wear(story.page.of);
    drawPage(story, language);
    type(id, story.typed ?? {});
  } else {
    wear(story.isOnPaper ? 'paper' : 'sidebar');
    drawSidebar(story, language, place ?? story.place);
  }
  for (const selector of story.presses ?? []) await press(id, selector);
}
