import type { JSX } from 'preact';
import type { HubNow } from '../utils/view/view.ts';
import type { On } from './Buttons.tsx';
import { useWords } from './words/words.ts';

/** Whom the panel follows, and the way to the other: there is one only where policy names a hub. */
export function HubChoice({ hub: { name, isFollowed }, on }: { hub: HubNow; on: On }): JSX.Element {
  const { HUB } = useWords();
  return (
    <div class="hub-choice">
      <p data-part="follows">{isFollowed ? HUB.follows(name) : HUB.followsPage}</p>
      <button
        type="button"
        class="plain-button"
        data-command="follow"
        onClick={() => on({ do: 'follow', what: isFollowed ? 'page' : 'hub' })}
      >
        {isFollowed ? HUB.followPage : HUB.followHub(name)}
      </button>
    </div>
  );
}
