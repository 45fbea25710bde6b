import type { JSX } from 'preact';
import { Icon } from './icons.tsx';
import { UNREAD_PARTS } from './words.ts';

/** Beneath the identity: what of the page Planside cannot see, by its address, so that silence is no all-clear. */
export function UnreadParts({ hosts }: { hosts: readonly string[] }): JSX.Element {
  const named = hosts.filter((host) => host !== '');
  return (
    <div class="notice" data-part="unread-parts">
      <Icon name="warning" />
      <p>
        <b>{UNREAD_PARTS.heading}</b>
        {named.map((host, at) => (
          <>
            {at > 0 ? ', ' : null}
            <bdi>{host}</bdi>
          </>
        ))}
        {named.length > 0 ? `: ${UNREAD_PARTS.notEnabled}` : UNREAD_PARTS.closedOff}
      </p>
    </div>
  );
}
