import type { JSX } from 'preact';
import { Icon } from '../icons.tsx';
import { useWords } from '../words/words.ts';
import { Came } from './Came.tsx';
import { useTaking } from './use-taking.ts';

/** Beside a telephone number: copies it as it was sent, for a telephone of another program. */
export function CopyNumber({ number, of }: { number: string; of: string | undefined }): JSX.Element | null {
  const { CALL } = useWords();
  const taking = useTaking();
  if (!taking) return null;
  const { came, take } = taking;
  return (
    <>
      <button
        type="button"
        class="icon-button"
        data-command="copy"
        aria-label={of ? CALL.copyNumber(of, number) : CALL.copyTheNumber(number)}
        title={CALL.copy}
        onClick={() => take((takeOut, isHere) => takeOut.copy('number', () => (isHere() ? number : null)))}
      >
        <Icon name="copy" />
      </button>
      <Came came={came} done={CALL.copied} failed={CALL.notCopied} notKept={CALL.copyNotKept} />
    </>
  );
}
