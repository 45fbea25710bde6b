import type { JSX } from 'preact';
import type { On } from './Buttons.tsx';
import { type DrawnWait, stageOf } from './waits.ts';
import { useWords } from './words/words.ts';

type WaitingProps = {
  wait: DrawnWait;
  now: number;
  /** What is being done; `still` the same to whoever has waited long. */
  says: string;
  still: string;
  /** The words of the button that ends the wait. */
  stop: string;
  on: On;
};

/** A wait: nothing at first, then what is being done, and to whoever waits long how long it will be tried, with a way out. */
export function Waiting({ wait, now, says, still, stop, on }: WaitingProps): JSX.Element | null {
  const { WAIT } = useWords();
  const stage = stageOf(wait, now);
  if (stage.kind === 'early') return null;
  if (stage.kind === 'said') return <p data-part="doing">{says}</p>;
  return (
    <>
      <p data-part="doing">
        {still} <span data-part="time-left">{WAIT.left(stage.secondsLeft)}</span>
      </p>
      <div class="buttons">
        <button type="button" class="button" data-command="cancel" onClick={() => on({ do: 'cancel' })}>
          {stop}
        </button>
      </div>
    </>
  );
}
