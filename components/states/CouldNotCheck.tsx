import type { JSX } from 'preact';
import type { View } from '../../utils/view/view.ts';
import { AnswerBlock } from '../Answer.tsx';
import { HelpdeskCode, MainButton, type On } from '../Buttons.tsx';
import { clockTime } from '../format/dates.ts';
import { useWords } from '../words/words.ts';

type CouldNotCheckProps = { view: Extract<View, { kind: 'couldNotCheck' }>; now: number; on: On };

/** Nobody knows whether there is a plan: amber, crossed signal, the cause and the next step. */
export function CouldNotCheck({ view, now, on }: CouldNotCheckProps): JSX.Element {
  const words = useWords();
  const { cause, verdict, mayBeAPlan } = words.COULD_NOT_CHECK;
  const { says, next } = cause[view.cause];
  const order = says({ service: view.service, at: clockTime(view.triedAt, now, words), tries: view.tries });
  return (
    <>
      <AnswerBlock form="not-checked" icon="notChecked" verdict={verdict} order={order}>
        <p data-part="about">{mayBeAPlan}</p>
      </AnswerBlock>
      <div class="say">
        {next ? <p data-part="next-step">{next}</p> : null}
        <div class="buttons">
          <MainButton does="retry" on={on}>
            {view.cause === 'cancelled' ? words.BUTTON.askAgain : words.BUTTON.retry}
          </MainButton>
        </div>
        <HelpdeskCode code={view.code} on={on} />
      </div>
    </>
  );
}
