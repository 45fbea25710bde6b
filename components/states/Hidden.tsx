import type { JSX } from 'preact';
import { MainButton, type On, Say } from '../Buttons.tsx';
import { useWords } from '../words/words.ts';

/** Nobody is named, neither the patient nor who is signed in; the way back stands alone. */
export function Hidden({ on }: { on: On }): JSX.Element {
  const { STOP, BUTTON } = useWords();
  return (
    <Say {...STOP.hidden} level={1}>
      <div class="buttons">
        <MainButton does="showAgain" on={on}>
          {BUTTON.showAgain}
        </MainButton>
      </div>
    </Say>
  );
}
