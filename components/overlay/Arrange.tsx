import type { JSX } from 'preact';
import type { Place } from '../../utils/page/place.ts';
import { Icon } from '../icons.tsx';
import { useWords } from '../words/words.ts';
import type { Overlay } from './overlay.ts';

const MENU = 'arrange-menu';

/** Where the sidebar can stand instead; rarely wanted, so it is one step away. */
export function Arrange({ place, arrange }: Pick<Overlay, 'place' | 'arrange'>): JSX.Element {
  const { OVERLAY } = useWords();
  const other: Place['side'] = place.side === 'left' ? 'right' : 'left';
  const choices = [
    { name: 'move', says: OVERLAY.move[other], to: { side: other } },
    { name: 'cover', says: place.covers ? OVERLAY.push : OVERLAY.cover, to: { covers: !place.covers } },
    { name: 'fold', says: OVERLAY.fold, to: { folded: true } },
  ] as const;
  return (
    <>
      <button type="button" data-command="arrange" aria-label={OVERLAY.arrange} popovertarget={MENU}>
        <Icon name="arrange" />
      </button>
      <ul id={MENU} class="arrange" popover="auto">
        {choices.map(({ name, says, to }) => (
          <li key={name}>
            <button
              type="button"
              data-command={`arrange-${name}`}
              popovertarget={MENU}
              popovertargetaction="hide"
              onClick={() => arrange({ ...place, ...to })}
            >
              {says}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
