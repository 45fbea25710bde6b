import type { JSX } from 'preact';
import type { View } from '../../utils/view/view.ts';
import { HelpdeskCode, type On, Say } from '../Buttons.tsx';
import { clockTime } from '../format/dates.ts';
import { useWords } from '../words/words.ts';
import { HUB_CODE } from './page-codes.ts';

/** The hub says nothing: who is open is not known, and the last patient is not among what is drawn. */
export function HubAway({
  view: { hubName, link },
  now,
  on,
}: {
  view: Extract<View, { kind: 'hubAway' }>;
  now: number;
  on: On;
}): JSX.Element {
  const words = useWords();
  const { HUB } = words;
  if (link.is === 'connecting') return <Say heading={HUB.heading} level={1} says={[HUB.waiting(hubName)]} />;
  const { cause, nextAt } = link;
  const next = nextAt === null ? HUB.trying : HUB.next(clockTime(nextAt, now, words));
  return (
    <Say heading={HUB.heading} level={1} says={[HUB.cause[cause](hubName), next, HUB.saysNothing]}>
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-main
          data-command="follow"
          onClick={() => on({ do: 'follow', what: 'hub' })}
        >
          {HUB.tryNow}
        </button>
      </div>
      <HelpdeskCode code={HUB_CODE[cause]} on={on} />
    </Say>
  );
}
