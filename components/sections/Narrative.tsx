import type { JSX } from 'preact';
import type { NarrativeSection } from '../../utils/plan/plan.ts';
import { Authored } from '../facts/Authored.tsx';
import { CouldNotBeRead, Hidden, NotRecorded } from '../facts/Missing.tsx';
import { Title } from '../facts/Title.tsx';
import { runOn } from '../format/run-on.ts';
import { marksOfTitle, type SeenPlan } from '../parts.ts';
import { useWords } from '../words/words.ts';
import { Written } from './OwnText.tsx';
import { ClosedSection, Section } from './Section.tsx';

const SHORT_LINE = 120;

/** What is written under such a title must be seen while the section is closed. */
const ALWAYS_IN_SIGHT = /allerg|alert/i;

/** The text itself where it is short; else how much of it there is. */
function ClosedLine({ section: { title, paragraphs, coded = [] } }: { section: NarrativeSection }): JSX.Element {
  const { COUNT, OWN_TEXT } = useWords();
  const all = runOn([...paragraphs, ...coded]);
  if (ALWAYS_IN_SIGHT.test(title) || all.length <= SHORT_LINE) return <Authored>{all}</Authored>;
  const written = paragraphs.length > 0 ? [OWN_TEXT.written(COUNT.paragraph(paragraphs.length))] : [];
  return <>{runOn([...written, ...(coded.length > 0 ? [COUNT.codedLine(coded.length)] : [])])}</>;
}

/** Of a restricted patient something may be hidden to protect them, whatever the role. */
function Absent({ state, restricted }: { state: NarrativeSection['state']; restricted: boolean }): JSX.Element {
  const { FACT } = useWords();
  switch (state) {
    case 'statedNone':
      return <b data-fact="statedNone">{FACT.none}</b>;
    case 'hidden':
      return <Hidden why={restricted ? 'restricted' : 'role'} />;
    case 'unreadable':
      return <CouldNotBeRead />;
    default:
      return <NotRecorded />;
  }
}

/** What the entries of a section say beside its text, in the words that were sent. */
function Coded({ lines }: { lines: readonly string[] }): JSX.Element {
  const { OWN_TEXT } = useWords();
  return (
    <div class="own-text" data-part="coded">
      <h3>{OWN_TEXT.asCoded}</h3>
      <Written paragraphs={lines} />
    </div>
  );
}

/** A section Planside does not know, shown as its author wrote it, as text. */
export function Narrative({ section, ...seen }: SeenPlan & { section: NarrativeSection }): JSX.Element {
  const { title, state, paragraphs, coded = [] } = section;
  const { warnings, changed } = marksOfTitle(seen, title);
  if (state !== 'recorded' || paragraphs.length + coded.length === 0) {
    const marks = { warnings: warnings.filter((warning) => warning !== 'partUnreadable'), changed };
    return (
      <ClosedSection name="narrative" title={<Title>{title}</Title>} marks={marks}>
        <Absent state={state} restricted={seen.plan.patient.restricted} />
        {paragraphs.length > 0 ? (
          <>
            {' '}
            <Authored>{runOn(paragraphs)}</Authored>
          </>
        ) : null}
      </ClosedSection>
    );
  }
  return (
    <Section
      name="narrative"
      title={<Title>{title}</Title>}
      marks={{ warnings, changed }}
      closedLine={<ClosedLine section={section} />}
      open={warnings.includes('contradicts')}
      warns={ALWAYS_IN_SIGHT.test(title)}
    >
      <Written paragraphs={paragraphs} />
      {coded.length > 0 ? <Coded lines={coded} /> : null}
    </Section>
  );
}
