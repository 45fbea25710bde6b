import type { JSX } from 'preact';
import { Icon } from '../icons.tsx';

/** What is wrong, beside what it is about. */
export function FieldError({ id, children }: { id?: string; children: string }): JSX.Element {
  return (
    <b class="error" id={id} data-part="error">
      <Icon name="warning" />
      <span>{children}</span>
    </b>
  );
}
