import { render } from 'preact';
import type { Overlay } from '../../../components/overlay/overlay.ts';
import { Sidebar } from '../../../components/Sidebar.tsx';
import type { TakeOut } from '../../../components/take-out.ts';
import type { Place } from '../../../utils/page/place.ts';
import type { Language } from '../../../utils/view/language.ts';
import { GROUPS } from './stories.ts';

const say = (what: unknown): void => console.log(JSON.stringify(what));

const takeOut: TakeOut = {
  async copy(_of, text) {
    say(text());
    return 'taken';
  },
  // The sheet stays in the document, for whoever looks at it as it is printed.
  print: () => new Promise(() => undefined),
};

/** Until what was asked for last is drawn, its effects included. */
function drawn(): Promise<void> {
  return new Promise((done) => setTimeout(() => requestAnimationFrame(() => done()), 0));
}

/**
 * Draws one story alone, from nothing, and presses what it says, one after the other.
 *
 * @param place where it stands in a page; left out: as the panel draws it, which cannot be moved
 * @throws if there is no such story, or nothing to press
 */
export async function showStory(id: string, language: Language, place?: Place): Promise<void> {
  const story = GROUPS.flatMap(({ stories }) => stories).find((one) => one.id === id);
  if (!story) throw new Error(`There is no story ${id}.`);
  const { view, now, presses = [], title } = story;
  document.title = title;
  render(null, document.body);
  scrollTo(0, 0);
  const draw = (place: Place | undefined): void => {
    const overlay: Overlay | undefined = place && { place, arrange: draw, drawEdge: (edge) => say({ edge }) };
    render(
      <Sidebar view={view} now={now} language={language} on={say} takeOut={takeOut} overlay={overlay} />,
      document.body,
    );
  };
  draw(place);
  for (const selector of presses) {
    const pressed = document.querySelector<HTMLElement>(selector);
    if (!pressed) throw new Error(`Nothing to press in ${id}: ${selector}`);
    pressed.click();
    await drawn();
  }
  await drawn();
}
