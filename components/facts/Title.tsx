import type { JSX } from 'preact';
import { isOurTitle, shownTitle } from '../parts.ts';
import { useWords } from '../words/words.ts';
import { Authored } from './Authored.tsx';

/** What a part of the document is called: in our words where Planside knows it, else as it was sent. */
export function Title({ children }: { children: string }): JSX.Element {
  const words = useWords();
  return isOurTitle(children) ? <span>{shownTitle(children, words)}</span> : <Authored>{children}</Authored>;
}
