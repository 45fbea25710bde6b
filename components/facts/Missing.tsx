import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '../icons.tsx';
import { MISSING } from '../words.ts';

/** Nobody recorded it: grey, with a dashed square. */
export function NotRecorded({ children = MISSING.notRecorded }: { children?: ComponentChildren }): JSX.Element {
  return (
    <span class="missing" data-fact="notRecorded">
      {children}
    </span>
  );
}

/** About us, not the patient: a triangle. */
export function CouldNotBeRead({ children = MISSING.unreadable }: { children?: ComponentChildren }): JSX.Element {
  return (
    <span class="state" data-fact="unreadable">
      <Icon name="warning" />
      <b>{children}</b>
    </span>
  );
}

/** Withheld, which must not read as empty. */
export function Hidden({ why }: { why: 'restricted' | 'role' }): JSX.Element {
  return (
    <span class="state" data-fact="hidden">
      <Icon name="lock" />
      <span>{why === 'restricted' ? MISSING.hidden : MISSING.hiddenByRole}</span>
    </span>
  );
}
