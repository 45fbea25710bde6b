import type { JSX } from 'preact';
import type { NarrativeSection } from '../../utils/plan/plan.ts';
import { CouldNotBeRead, Hidden, NotRecorded } from '../facts/Missing.tsx';
import { counted } from '../format/age.ts';
import { runOn } from '../format/run-on.ts';
import { marksOfTitle, type SeenPlan } from '../parts.ts';
import { AS_CODED, MISSING } from '../words.ts';
import { Written } from './OwnText.tsx';
import { ClosedSection, Section } from './Section.tsx';

const SHORT_LINE = 120;

/** What is written under such a title must be seen while the section is closed. */
const ALWAYS_IN_SIGHT = /allerg|alert/i;

function closedLine({ title, paragraphs, coded = [] }: NarrativeSection): string | null {
  const all = runOn([...paragraphs, ...coded]);
  if (ALWAYS_IN_SIGHT.test(title) || all.length <= SHORT_LINE) return all || null;
  const written = paragraphs.length > 0 ? [`Written by the author, ${counted(paragraphs.length, 'paragraph')}`] : [];
  return runOn([...written, ...(coded.length > 0 ? [counted(coded.length, 'coded line')] : [])]);
}

/** Of a restricted patient something may be hidden to protect them, whatever the role. */
function Absent({ state, restricted }: { state: NarrativeSection['state']; restricted: boolean }): JSX.Element {
  switch (state) {
    case 'statedNone':
      return <b data-fact="statedNone">{MISSING.none}</b>;
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
  return (
    <div class="own-text" data-part="coded">
      <h3>{AS_CODED}</h3>
      <Written paragraphs={lines} />
    </div>
  );
}

/** A section Planside does not know, shown as its author wrote it, as text. */
export function Narrative({ section, ...seen }: SeenPlan & { section: NarrativeSection }): JSX.Element {
  const { title, state, paragraphs, coded = [] } = section;
  const { warnings, changed } = marksOfTitle(seen, title);
  if (state !== 'recorded' || paragraphs.length + coded.length === 0) {
    const marks = { warnings: warnings.filter((warning) => warning !== MISSING.partUnreadable), changed };
    return (
      <ClosedSection name="narrative" title={title} marks={marks}>
        <Absent state={state} restricted={seen.plan.patient.restricted} />
        {paragraphs.length > 0 ? (
          <>
            {' '}
            <span dir="auto">{runOn(paragraphs)}</span>
          </>
        ) : null}
      </ClosedSection>
    );
  }
  return (
    <Section
      name="narrative"
      title={title}
      marks={{ warnings, changed }}
      closedLine={closedLine(section)}
      open={warnings.includes(MISSING.contradicts)}
      warns={ALWAYS_IN_SIGHT.test(title)}
    >
      <Written paragraphs={paragraphs} />
      {coded.length > 0 ? <Coded lines={coded} /> : null}
    </Section>
  );
}
