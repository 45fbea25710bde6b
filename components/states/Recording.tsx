import type { JSX } from 'preact';
import type { Wait } from '../../utils/view/view.ts';
import type { On } from '../Buttons.tsx';
import { Waiting } from '../Waiting.tsx';
import { useWords } from '../words/words.ts';

/** Who somebody says this is, is being put on record. */
export function Recording(props: { wait: Wait; now: number; on: On }): JSX.Element {
  const { says, stop } = useWords().CONFIRMING;
  return <Waiting {...props} says={says} still={says} stop={stop} />;
}
