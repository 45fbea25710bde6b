import { render } from 'preact';
import { AllOpen } from '../sections/all-open.ts';
import { type Words, WordsContext } from '../words/words.ts';
import { dated } from './dated.ts';
import { plainText } from './plain-text.ts';
import { Summary, type SummaryProps } from './Summary.tsx';

/**
 * The summary of a plan as plain text, out of the same parts that draw it on the screen: what they say, and what they
 * warn of, cannot differ.
 */
export function summaryText({ view, now }: SummaryProps, words: Words): string {
  const root = document.createElement('div');
  render(
    <WordsContext.Provider value={dated(words, now)}>
      <AllOpen.Provider value={true}>
        <Summary view={view} now={now} />
      </AllOpen.Provider>
    </WordsContext.Provider>,
    root,
  );
  const text = plainText(root);
  render(null, root);
  return text;
}
