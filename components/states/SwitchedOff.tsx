import type { JSX } from 'preact';
import type { View } from '../../utils/view/view.ts';
import { HelpdeskCode, MainButton, type On, Say } from '../Buttons.tsx';
import { useWords } from '../words/words.ts';

type SwitchedOffView = Extract<View, { kind: 'switchedOff' }>;

/** The page is not read, because the organisation has said so; the way that is left stands below it. */
export function SwitchedOff({ view, on }: { view: SwitchedOffView; on: On }): JSX.Element {
  const { SWITCHED_OFF } = useWords();
  const { heading, says, reason, find, button, about } = SWITCHED_OFF;
  const because = view.reason ? [reason(view.reason)] : [];
  return (
    <Say heading={heading(view.system)} level={1} says={[says, ...because, find, about]}>
      <div class="buttons">
        <MainButton does="find" on={on}>
          {button}
        </MainButton>
      </div>
      <HelpdeskCode code="PAGE-SWITCHED-OFF" on={on} />
    </Say>
  );
}
