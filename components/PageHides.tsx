import type { JSX } from 'preact';
import { Icon } from './icons.tsx';
import { useWords } from './words/words.ts';

/** Beneath the identity, in the panel: whoever looks at the page misses the sidebar there, or sees half of it (H14). */
export function PageHides(): JSX.Element {
  const { PAGE_HIDES } = useWords();
  return (
    <div class="notice" data-part="page-hides">
      <Icon name="warning" />
      <p>
        <b>{PAGE_HIDES.heading}</b>
        {PAGE_HIDES.says}
      </p>
    </div>
  );
}
