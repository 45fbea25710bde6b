import type { JSX } from 'preact';
import type { Policy } from '../../utils/settings/policy.ts';
import { Icon } from '../icons.tsx';
import { Support } from '../Support.tsx';
import { usePageWords } from '../words/pages.ts';
import { namesOf } from './says.ts';

/** What is set and is not used, or not yet, with the code for the helpdesk. */
export function NotInForce({
  policy,
  ownFaults,
}: {
  policy: Policy;
  ownFaults: readonly string[];
}): JSX.Element | null {
  const words = usePageWords();
  const { ownBroken, helpdesk } = words.OPTIONS_SAY;
  if (policy.kind === 'broken') return <PolicyBroken {...policy} />;
  if (policy.kind === 'awaited') {
    return (
      <p class="broken" data-part="policy-awaited">
        {words.POLICY.awaited}
      </p>
    );
  }
  if (ownFaults.length === 0) return null;
  return (
    <section class="broken" data-part="settings-broken" aria-label={ownBroken.says}>
      <p>{ownBroken.says}</p>
      <p>{ownBroken.places(namesOf(ownFaults, words))}</p>
      <p data-part="helpdesk-code">{helpdesk('SETTINGS-BROKEN')}</p>
      <Support />
    </section>
  );
}

function PolicyBroken({ code, places, lastGood }: Extract<Policy, { kind: 'broken' }>): JSX.Element {
  const words = usePageWords();
  const { broken } = words.POLICY;
  return (
    <section class="broken" data-part="policy-broken" aria-labelledby="policy-broken">
      <h2 id="policy-broken">
        <Icon name="warning" />
        <span>{lastGood ? broken.held : broken.off}</span>
      </h2>
      <p>{broken.says[code]}</p>
      {places.length > 0 ? <p>{broken.places(namesOf(places, words))}</p> : null}
      <p>{lastGood ? broken.lastGood : broken.untilMended}</p>
      <p data-part="helpdesk-code">{words.OPTIONS_SAY.helpdesk(code)}</p>
      <Support />
    </section>
  );
}
