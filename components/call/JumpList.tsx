import type { JSX } from 'preact';
import { Title } from '../facts/Title.tsx';
import { lowered } from '../format/sentences.ts';
import { useWords } from '../words/words.ts';
import type { Listed } from './section-list.ts';

/** Opens a section and goes to its heading; the address stays as it is. */
function goTo(from: Element, { name, at }: Listed): void {
  const section = from.closest('.planside')?.querySelectorAll<HTMLElement>(`[data-section="${name}"]`)[at];
  if (section instanceof HTMLDetailsElement) section.open = true;
  const heading = section?.querySelector<HTMLElement>('h2, h3');
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** Every section by name; what holds nothing says so before anybody goes there. */
export function JumpList({ sections }: { sections: readonly Listed[] }): JSX.Element {
  const { CALL } = useWords();
  return (
    <nav aria-label={CALL.jump} data-part="jump-list">
      <details class="jump">
        <summary>{CALL.jump}</summary>
        <ul>
          {sections.map((listed) => (
            <li key={`${listed.name} ${listed.at}`}>
              <button
                type="button"
                class="plain-button"
                data-command="jump"
                data-jump={listed.name}
                onClick={({ currentTarget }) => goTo(currentTarget, listed)}
              >
                {listed.name === 'narrative' ? <Title>{listed.title}</Title> : listed.title}
              </button>
              {listed.nothing ? <small>, {lowered(listed.nothing)}</small> : null}
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
