import type { JSX } from 'preact';
import type { View } from '../../utils/view/view.ts';
import { AnswerBlock } from '../Answer.tsx';
import { HelpdeskCode, MainButton, type On } from '../Buttons.tsx';
import { clockTime } from '../format/dates.ts';
import { BUTTON, COULD_NOT_CHECK, COULD_NOT_CHECK_VERDICT, MAY_BE_A_PLAN } from '../words.ts';

type CouldNotCheckProps = { view: Extract<View, { kind: 'couldNotCheck' }>; now: number; on: On };

/** Nobody knows whether there is a plan: amber, crossed signal, the cause and the next step. */
export function CouldNotCheck({ view, now, on }: CouldNotCheckProps): JSX.Element {
  const { says, next } = COULD_NOT_CHECK[view.cause];
  const order = says({ service: view.service, at: clockTime(view.triedAt, now), tries: view.tries });
  return (
    <>
      <AnswerBlock form="not-checked" icon="notChecked" verdict={COULD_NOT_CHECK_VERDICT} order={order}>
        <p data-part="about">{MAY_BE_A_PLAN}</p>
      </AnswerBlock>
      <div class="say">
        {next ? <p data-part="next-step">{next}</p> : null}
        <div class="buttons">
          <MainButton does="retry" on={on}>
            {BUTTON.retry}
          </MainButton>
        </div>
        <HelpdeskCode code={view.code} />
      </div>
    </>
  );
}
