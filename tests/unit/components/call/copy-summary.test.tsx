// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { CopySummary } from '../../../../components/call/CopySummary.tsx';
import { type TakeOut, TakingOut } from '../../../../components/take-out.ts';
import { WordsContext } from '../../../../components/words/words.ts';
import { stories } from '../../../sandbox/stories/stories.ts';
import { NOW } from '../../../sandbox/stories/story.ts';
import { wordsIn } from '../../../words-in.ts';

test('S2: what is copied is what is drawn, from the task on in which it is drawn', () => {
  const copied: (string | null)[] = [];
  const takeOut: TakeOut = {
    copy: (_, text) => {
      copied.push(text());
      return new Promise(() => {});
    },
    print: () => new Promise(() => {}),
  };
  for (const id of ['plan', 'plan-for-cpr']) {
    const story = stories.find((one) => one.id === id);
    if (story?.view.kind !== 'plan') throw new Error(`No such plan: ${id}`);
    const { view } = story;
    const root = document.createElement('div');
    render(
      <WordsContext.Provider value={wordsIn('en')}>
        <TakingOut.Provider value={takeOut}>
          <CopySummary view={view} now={NOW} />
        </TakingOut.Provider>
      </WordsContext.Provider>,
      root,
    );
    root.querySelector('button')?.click();
    render(null, root);
  }
  expect(copied.map((text) => text?.includes('Not for CPR'))).toEqual([true, false]);
});
