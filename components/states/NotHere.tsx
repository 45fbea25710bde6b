import type { JSX } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { NotHere as Because } from '../../utils/view/view.ts';
import { HelpdeskCode, type On, Say } from '../Buttons.tsx';
import { Enabling } from '../enabling.ts';
import { notHereHeading } from '../not-here-heading.ts';
import { useWords } from '../words/words.ts';

/** Beside a page on which Planside is not active, or in a place where no plan is shown: why, and what can be done. */
export function NotHere({ because, on }: { because: Because; on: On }): JSX.Element {
  const words = useWords();
  const { says } = words.NOT_HERE.because[because.is];
  return (
    <Say heading={notHereHeading(because, words)} level={1} says={says}>
      {because.is === 'notEnabled' ? <Enable {...because} /> : null}
      {because.is === 'covered' || because.is === 'coveredAlone' ? <HelpdeskCode code="PANEL-COVERED" on={on} /> : null}
    </Say>
  );
}

function Enable({ origin, asks }: Extract<Because, { is: 'notEnabled' }>): JSX.Element | null {
  const { NOT_HERE } = useWords();
  const enable = useContext(Enabling);
  const [came, setCame] = useState<'refused' | 'impossible' | null>(null);
  if (!enable) return null;
  return (
    <div class="buttons">
      <button
        type="button"
        class="button"
        data-main
        data-command="enableHere"
        aria-describedby="enable-asks"
        onClick={() => void enable(origin, asks).then((is) => setCame(is === 'allowed' ? null : is))}
      >
        {NOT_HERE.enable}
      </button>
      <p class="hint" id="enable-asks">
        {NOT_HERE.asks}
      </p>
      <p role="status" data-part="enabling">
        {came === null ? null : NOT_HERE[came]}
      </p>
    </div>
  );
}
