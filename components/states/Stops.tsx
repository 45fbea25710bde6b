import type { JSX } from 'preact';
import type { UnreadableCause, View } from '../../utils/view/view.ts';
import { HelpdeskCode, MainButton, type On, Say } from '../Buttons.tsx';
import { useWords } from '../words/words.ts';
import { PAGE_CODE } from './page-codes.ts';

type Nothing = 'noPatient' | 'unsettled' | 'several';

/** Nobody open, nobody clear, or several: nothing to do here but on the page. */
export function NothingOpen({ view: { kind, hub } }: { view: Extract<View, { kind: Nothing }> }): JSX.Element {
  const { STOP, HUB_STOP } = useWords();
  return <Say {...(hub?.isFollowed ? HUB_STOP[kind](hub.name) : STOP[kind])} level={1} />;
}

/** The page cannot be read: fails closed and says so. */
export function Unreadable({ cause, on }: { cause: UnreadableCause; on: On }): JSX.Element {
  const { UNREADABLE, BUTTON } = useWords();
  const { heading, says } = UNREADABLE[cause];
  return (
    <Say heading={heading} level={1} says={says}>
      <div class="buttons">
        <MainButton does="retry" on={on}>
          {BUTTON.retry}
        </MainButton>
      </div>
      <HelpdeskCode code={PAGE_CODE[cause]} on={on} />
    </Say>
  );
}

/** No plan service has been set up. */
export function NotConfigured({ on }: { on: On }): JSX.Element {
  const { STOP, NOT_CONFIGURED } = useWords();
  return (
    <Say {...STOP.notConfigured} level={1}>
      <p data-part="next-step">{NOT_CONFIGURED.next}</p>
      <HelpdeskCode code="SET-UP-NONE" on={on} />
    </Say>
  );
}
