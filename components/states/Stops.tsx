import type { JSX } from 'preact';
import type { View } from '../../utils/view/view.ts';
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
export function Unreadable({ view, on }: { view: Extract<View, { kind: 'unreadable' }>; on: On }): JSX.Element {
  const { UNREADABLE, BUTTON } = useWords();
  const { cause, teach } = view;
  const { heading, says } = UNREADABLE[cause];
  return (
    <Say heading={heading} level={1} says={says}>
      <div class="buttons">
        <MainButton does="retry" on={on}>
          {BUTTON.retry}
        </MainButton>
      </div>
      <HelpdeskCode code={PAGE_CODE[cause]} on={on} />
      {teach === undefined ? null : <Teach system={teach} on={on} />}
    </Say>
  );
}

/** For whoever has set this system up here: below everything else, since it is not for the night. */
function Teach({ system, on }: { system: string; on: On }): JSX.Element {
  const { UNREADABLE_TEACH } = useWords();
  return (
    <div class="helpdesk">
      <p class="hint">{UNREADABLE_TEACH.says}</p>
      <button type="button" class="plain-button" data-command="teach" onClick={() => on({ do: 'teach', system })}>
        {UNREADABLE_TEACH.button}
      </button>
    </div>
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
