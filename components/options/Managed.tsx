import type { JSX } from 'preact';
import { Icon } from '../icons.tsx';
import { usePageWords } from '../words/pages.ts';

/** Why something cannot be changed here: said once, where it is, and named by whatever it locks. */
export function Managed({ id }: { id: string }): JSX.Element {
  const { OPTIONS } = usePageWords();
  return (
    <p class="managed" id={id} data-part="managed">
      <Icon name="lock" />
      <span>{OPTIONS.managed}</span>
    </p>
  );
}
