import { render } from 'preact';
import { act } from 'preact/test-utils';
import { Sidebar } from '../../../../components/Sidebar.tsx';
import type { View } from '../../../../utils/view/view.ts';
import { wordsIn } from '../../../words-in.ts';
import { shownIn } from './shown-text.ts';

/** What somebody sees who looks at a sidebar. */
export type Seen = {
  /** Every line of it (`shown-text.ts`). */
  readonly lines: readonly string[];
  readonly text: string;
  /** Places that are there to say something, and say nothing or what only a program would say. */
  readonly holes: readonly string[];
  /** The form of the answer on CPR (`components/Answer.tsx`); `null`: there is none. */
  readonly answer: string | null;
  /** Elements that no plan may bring with it. */
  readonly strangers: readonly string[];
};

const STRANGE = 'script, style, link, meta, base, iframe, frame, object, embed, img, video, audio, form, input, dialog';

function holesIn(article: Element): readonly string[] {
  const broken = /.{0,20}(?:undefined|\bnull\b|NaN|\[object).{0,20}/.exec(article.textContent ?? '');
  const places = [...article.querySelectorAll('dd, blockquote, li, [data-part="closed-line"]')];
  const empty = places.filter(({ textContent }) => textContent?.trim() === '');
  return [...(broken ?? []), ...empty.map(({ outerHTML }) => outerHTML)];
}

/** Draws a view, looks at it, and takes it down again: hundreds are drawn in one test. */
export function lookAt(view: View, now: number): Seen {
  const root = document.createElement('div');
  document.body.append(root);
  try {
    act(() => render(<Sidebar view={view} now={now} words={wordsIn('en')} on={() => {}} />, root));
    const article = root.querySelector('article');
    if (!article) throw new Error('Nothing was drawn');
    return {
      lines: shownIn(article),
      text: article.textContent ?? '',
      holes: holesIn(article),
      answer: article.querySelector('[data-part="answer"]')?.getAttribute('data-kind') ?? null,
      strangers: [...article.querySelectorAll(STRANGE)].map(({ outerHTML }) => outerHTML.slice(0, 80)),
    };
  } finally {
    render(null, root);
    root.remove();
  }
}
