import type { JSX } from 'preact';
import { Icon } from '../icons.tsx';
import { useWords } from '../words/words.ts';

/** Something here is not as it was when somebody looked last: in words and with a sign, not by colour. */
export function Changed(): JSX.Element {
  const { FACT } = useWords();
  return (
    <span class="mark" data-part="changed">
      <Icon name="changed" />
      {FACT.changed}
    </span>
  );
}
