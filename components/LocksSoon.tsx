import type { JSX } from 'preact';
import type { LockCause } from '../utils/view/view.ts';
import { Icon } from './icons.tsx';
import { useWords } from './words/words.ts';

/** Under the link bar, whatever is shown below: what to do before the session is locked. */
export function LocksSoon({ cause }: { cause: LockCause }): JSX.Element {
  const { LOCK } = useWords();
  return (
    <div class="notice" data-part="locks-soon">
      <Icon name="lock" />
      <p>
        <b>{LOCK.soon}</b>
        {LOCK.soonSays(cause)}
      </p>
    </div>
  );
}
