import type { JSX } from 'preact';
import type { UnreadableCause } from '../../utils/view/view.ts';
import { HelpdeskCode, MainButton, type On, Say } from '../Buttons.tsx';
import { BUTTON, NOT_CONFIGURED, STOP, UNREADABLE } from '../words.ts';

/** Nobody open, nobody clear, or several: nothing to do here but on the page. */
export function NothingOpen({ kind }: { kind: 'noPatient' | 'unsettled' | 'several' }): JSX.Element {
  return <Say {...STOP[kind]} level={1} />;
}

/** The page cannot be read: fails closed and says so. */
export function Unreadable({ cause, on }: { cause: UnreadableCause; on: On }): JSX.Element {
  const { heading, says, code } = UNREADABLE[cause];
  return (
    <Say heading={heading} level={1} says={says}>
      <div class="buttons">
        <MainButton does="retry" on={on}>
          {BUTTON.retry}
        </MainButton>
      </div>
      <HelpdeskCode code={code} />
    </Say>
  );
}

/** No plan service has been set up. */
export function NotConfigured(): JSX.Element {
  return (
    <Say {...STOP.notConfigured} level={1}>
      <p data-part="next-step">{NOT_CONFIGURED.next}</p>
      <HelpdeskCode code={NOT_CONFIGURED.code} />
    </Say>
  );
}
