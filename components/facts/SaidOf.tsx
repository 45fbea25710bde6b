import type { JSX } from 'preact';
import { capitalised } from '../format/sentences.ts';
import { Authored } from './Authored.tsx';
import { Filled } from './Filled.tsx';

/** A sentence about somebody named in words of others, which begin with a capital where they begin it. */
export function SaidOf({ says, who }: { says: string; who: string }): JSX.Element {
  return <Filled says={says} who={<Authored>{says.startsWith('{who}') ? capitalised(who) : who}</Authored>} />;
}
