import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { Icon } from '../icons.tsx';
import { useWords } from '../words/words.ts';

/** Within a section of which something could not be read, nobody can say that an item of it was not recorded (S4). */
export const PartUnreadable = createContext(false);

/** Nobody recorded it: grey, with a dashed square. */
export function NotRecorded({ children }: { children?: ComponentChildren }): JSX.Element {
  const { FACT } = useWords();
  const isPart = useContext(PartUnreadable);
  if (isPart && children === undefined) return <CouldNotBeRead />;
  return (
    <span class="missing" data-fact="notRecorded">
      {children ?? FACT.notRecorded}
    </span>
  );
}

/** About us, not the patient: a triangle. */
export function CouldNotBeRead({ children }: { children?: ComponentChildren }): JSX.Element {
  const { FACT } = useWords();
  return (
    <span class="state" data-fact="unreadable">
      <Icon name="warning" />
      <b>{children ?? FACT.unreadable}</b>
    </span>
  );
}

/** Withheld, which must not read as empty. */
export function Hidden({ why }: { why: 'restricted' | 'role' }): JSX.Element {
  const { FACT } = useWords();
  return (
    <span class="state" data-fact="hidden">
      <Icon name="lock" />
      <span>{why === 'restricted' ? FACT.hidden : FACT.hiddenByRole}</span>
    </span>
  );
}
