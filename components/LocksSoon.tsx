import type { JSX } from 'preact';
import type { LockCause } from '../utils/view/view.ts';
import { LOCKS_SOON } from './access-words.ts';
import { Icon } from './icons.tsx';

/** Under the link bar, whatever is shown below: what to do before the session is locked. */
export function LocksSoon({ cause }: { cause: LockCause }): JSX.Element {
  return (
    <div class="notice" data-part="locks-soon">
      <Icon name="lock" />
      <p>
        <b>{LOCKS_SOON.heading}</b>
        {LOCKS_SOON.says(cause)}
      </p>
    </div>
  );
}
