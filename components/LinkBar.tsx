import type { JSX } from 'preact';
import type { View } from '../utils/view/view.ts';
import { Sentence } from './facts/Sentence.tsx';
import { Icon } from './icons.tsx';
import { linkOf } from './link-state.ts';
import { useWords } from './words/words.ts';

/** Always the first thing, and it outlives scrolling: is this the patient of the page? */
export function LinkBar(props: { view: View; now: number; onFold?: (() => void) | undefined }): JSX.Element {
  const { view, now, onFold } = props;
  const words = useWords();
  const { state, says, cause } = linkOf(view, now, words);
  return (
    <div class="link" data-state={state}>
      <Icon name={state} />
      <p>
        <span data-part="link">{says}</span>
        {cause ? (
          <small data-part="link-cause">
            <Sentence>{cause}</Sentence>
          </small>
        ) : null}
      </p>
      {onFold ? (
        <button type="button" aria-label={words.BUTTON.fold} data-command="fold" onClick={onFold}>
          <Icon name="fold" />
        </button>
      ) : null}
    </div>
  );
}
