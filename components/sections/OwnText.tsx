import type { JSX } from 'preact';
import type { Plan, SectionKey } from '../../utils/plan/plan.ts';
import { useAuthored } from '../facts/Authored.tsx';
import { Hidden } from '../facts/Missing.tsx';
import { lowered } from '../format/sentences.ts';
import { ownText } from '../parts.ts';
import { useWords } from '../words/words.ts';

/** Paragraphs as their author wrote them: text, never markup. */
export function Written({ paragraphs }: { paragraphs: readonly string[] }): JSX.Element {
  const authored = useAuthored();
  return (
    <>
      {paragraphs.map((paragraph, at) => (
        <p class="written" dir="auto" {...authored} key={`${at} ${paragraph}`}>
          {paragraph}
        </p>
      ))}
    </>
  );
}

type OwnTextProps = {
  plan: Plan;
  part: SectionKey;
  /** Under a heading for several sections: say which of them. */
  named?: boolean;
  /** Words that are quoted above: a text that is one of them is not drawn twice. */
  quoted?: readonly (string | undefined)[];
};

/** Below the entries of a section: what its author wrote, where that is more or something else. */
export function OwnText({ plan, part, named = false, quoted = [] }: OwnTextProps): JSX.Element | null {
  const { OWN_TEXT, TITLE } = useWords();
  const paragraphs = ownText(plan, part);
  if (paragraphs === null || (paragraphs !== 'hidden' && quoted.includes(paragraphs.join('\n')))) return null;
  return (
    <div class="own-text" data-part="own-text">
      <h3>{named ? `${TITLE[part]}: ${lowered(OWN_TEXT.heading)}` : OWN_TEXT.heading}</h3>
      {paragraphs === 'hidden' ? <Hidden why="restricted" /> : <Written paragraphs={paragraphs} />}
    </div>
  );
}
