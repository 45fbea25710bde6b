import type { JSX } from 'preact';
import type { View } from '../../utils/view/view.ts';
import type { On } from '../Buttons.tsx';
import { useWords } from '../words/words.ts';
import { Recording } from './Recording.tsx';

type ToConfirmProps = { view: Extract<View, { kind: 'birthDateNeeded' }>; now: number; on: On };

/** In a list the next line is close: nobody's plan is asked for before somebody has looked at who it is. */
export function ResidentToConfirm({ view, now, on }: ToConfirmProps): JSX.Element {
  const { heading, about, yes, no } = useWords().RESIDENT_TO_CONFIRM;
  const { page, confirming } = view;
  const { birthDate } = page;
  return (
    <div class="say">
      <h2 data-part="heading">{heading}</h2>
      <p data-part="about">{about}</p>
      {birthDate ? (
        <div class="buttons">
          <button
            type="button"
            class="button"
            data-main
            data-command="confirmBirthDate"
            onClick={() => on({ do: 'confirmBirthDate', birthDate })}
          >
            {yes}
          </button>
        </div>
      ) : null}
      <p data-part="next-step">{no}</p>
      {confirming ? <Recording wait={confirming} now={now} on={on} /> : null}
    </div>
  );
}
