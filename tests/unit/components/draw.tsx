import { setImmediate } from 'node:timers/promises';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';
import type { Overlay } from '../../../components/overlay/overlay.ts';
import { Sidebar } from '../../../components/Sidebar.tsx';
import type { TakeOut } from '../../../components/take-out.ts';
import type { Language } from '../../../utils/view/language.ts';
import type { SidebarCommand, View } from '../../../utils/view/view.ts';
import type { Story } from '../../sandbox/stories/stories.ts';
import { stories } from '../../sandbox/stories/stories.ts';
import { wordsIn } from '../../words-in.ts';

/** A sidebar in a document, and what it asked for. */
export type Drawn = {
  readonly article: HTMLElement;
  readonly commands: readonly SidebarCommand[];
  readonly redraw: (view: View) => void;
};

const roots: HTMLElement[] = [];

// What happy-dom looks at by a weak reference stays until the event loop has gone round once: thousands of drawings in
// tests that never wait would fill the memory.
afterEach(async () => {
  for (const root of roots.splice(0)) {
    render(null, root);
    root.remove();
  }
  await setImmediate();
});

/** What the sidebar is drawn within, besides its view: nothing, unless told. */
export type Within = {
  readonly overlay?: Overlay | undefined;
  readonly language?: Language;
  readonly takeOut?: TakeOut;
};

/** Draws one view; it is taken down after the test. */
export function draw(view: View, now: number, { overlay, language = 'en', takeOut }: Within = {}): Drawn {
  const root = document.createElement('div');
  document.body.append(root);
  roots.push(root);
  const commands: SidebarCommand[] = [];
  const redraw = (next: View): void => {
    act(() => {
      render(
        <Sidebar
          view={next}
          now={now}
          words={wordsIn(language)}
          on={(command) => commands.push(command)}
          overlay={overlay}
          inPanel={!overlay}
          {...(takeOut ? { takeOut } : {})}
        />,
        root,
      );
    });
  };
  redraw(view);
  const article = root.querySelector('article');
  if (!article) throw new Error('Nothing was drawn');
  return { article, commands, redraw };
}

/** The story of this name. */
export function storyOf(id: string): Story {
  const story = stories.find((one) => one.id === id);
  if (!story) throw new Error(`No such story: ${id}`);
  return story;
}

/** Nothing is ever taken out, and nothing refused: a sheet that is printed stays. */
const NEVER: TakeOut = { copy: () => new Promise(() => {}), print: () => new Promise(() => {}) };

/** Draws the story of this name, and presses what it says. */
export function drawStory(id: string, within: Within = {}): Drawn {
  const { view, now, place, presses = [] } = storyOf(id);
  const overlay = place && { place, arrange: () => undefined, drawEdge: () => undefined };
  const drawn = draw(view, now, { overlay, ...(presses.length > 0 ? { takeOut: NEVER } : {}), ...within });
  for (const selector of presses) press(drawn.article, selector);
  return drawn;
}

/** Presses what is found by a selector. Fails if there is no such thing. */
export function press(article: Element, selector: string): void {
  const pressed = article.querySelector<HTMLElement>(selector);
  if (!pressed) throw new Error(`Nothing to press: ${selector}`);
  act(() => pressed.click());
}

/** What stands at one hook (`data-part`), white space made single. Fails if there is not exactly one such place. */
export function part(within: Element, name: string): string {
  const found = within.querySelectorAll(`[data-part="${name}"]`);
  if (found.length !== 1) throw new Error(`${found.length} places are called ${name}`);
  return seen(found[0]);
}

/** What everybody sees: without the words that are for screen readers alone. */
export function seen(element: Element | null | undefined): string {
  if (!element) throw new Error('There is no such place');
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('.unseen')) hidden.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
