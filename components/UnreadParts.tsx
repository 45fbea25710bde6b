import type { JSX } from 'preact';
import { Filled } from './facts/Filled.tsx';
import { Icon } from './icons.tsx';
import { useWords } from './words/words.ts';

function Hosts({ named }: { named: readonly string[] }): JSX.Element {
  return (
    <>
      {named.map((host, at) => (
        <>
          {at > 0 ? ', ' : null}
          <bdi>{host}</bdi>
        </>
      ))}
    </>
  );
}

/** Beneath the identity: what of the page Planside cannot see, by its address, so that silence is no all-clear. */
export function UnreadParts({ hosts }: { hosts: readonly string[] }): JSX.Element {
  const { UNREAD_PARTS } = useWords();
  const named = hosts.filter((host) => host !== '');
  return (
    <div class="notice" data-part="unread-parts">
      <Icon name="warning" />
      <p>
        <b>{UNREAD_PARTS.heading}</b>
        {named.length > 0 ? <Filled says={UNREAD_PARTS.notEnabled} hosts={<Hosts named={named} />} /> : null}
        {named.length > 0 ? null : UNREAD_PARTS.closedOff}
      </p>
    </div>
  );
}
