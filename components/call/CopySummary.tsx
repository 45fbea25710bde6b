import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import { Came } from './Came.tsx';
import type { SummaryProps } from './Summary.tsx';
import { summaryText } from './summary-text.tsx';
import { useTaking } from './use-taking.ts';

/** Copies the summary for the consultation note: what stands on the screen once it is on record. */
export function CopySummary({ view, now }: SummaryProps): JSX.Element | null {
  const words = useWords();
  const taking = useTaking();
  const text = useRef((): string => '');
  // Before anybody can press it: what is drawn and what is copied are one.
  useLayoutEffect(() => {
    text.current = () => summaryText({ view, now }, words);
  }, [view, now, words]);
  if (!taking) return null;
  const { CALL } = words;
  const { came, take } = taking;
  return (
    <>
      <button
        type="button"
        class="plain-button"
        data-command="copySummary"
        onClick={() => take((takeOut, isHere) => takeOut.copy('summary', () => (isHere() ? text.current() : null)))}
      >
        {CALL.copySummary}
      </button>
      <Came came={came} done={CALL.copied} failed={CALL.notCopied} notKept={CALL.copyNotKept} />
    </>
  );
}
