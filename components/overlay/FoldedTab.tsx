import type { JSX } from 'preact';
import type { View } from '../../utils/view/view.ts';
import { Icon } from '../icons.tsx';
import { useWords } from '../words/words.ts';
import { tabOf } from './tab-state.ts';

/**
 * Folded to the edge: is this the patient of the page, who, and the one word on CPR where it can stand alone. The heading
 * is for whoever goes from heading to heading through the page.
 */
export function FoldedTab({ view, onOpen }: { view: View; onOpen: () => void }): JSX.Element {
  const words = useWords();
  const { OVERLAY } = words;
  const { link, name, answer } = tabOf(view, words);
  return (
    <>
      <h1 class="unseen">Planside</h1>
      <button type="button" class="tab" data-command="unfold" onClick={onOpen}>
        <span class="unseen">{OVERLAY.open}. </span>
        <span class="tab-link" data-state={link}>
          <span class="tab-open">
            <Icon name="fold" />
          </span>
          <Icon name={link} />
          <span data-part="tab-link">{OVERLAY.link[link]}</span>
          <span class="unseen">. </span>
        </span>
        {name ? (
          <span class="tab-name">
            <bdi data-part="tab-name">{name}</bdi>
            <span class="unseen">. </span>
          </span>
        ) : null}
        <span class="tab-answer" data-kind={answer.form}>
          <Icon name={answer.icon} />
          <span data-part="tab-answer">{answer.says}</span>
        </span>
      </button>
    </>
  );
}
