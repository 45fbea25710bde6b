import type { JSX } from 'preact';
import type { NarrativeSection } from '../../utils/plan/plan.ts';
import { CouldNotBeRead, Hidden, NotRecorded } from '../facts/Missing.tsx';
import { counted } from '../format/age.ts';
import { runOn } from '../format/run-on.ts';
import { marksOfTitle, type SeenPlan } from '../parts.ts';
import { MISSING } from '../words.ts';
import { Written } from './OwnText.tsx';
import { ClosedSection, Section } from './Section.tsx';

const SHORT_LINE = 120;

/** What is written under such a title must be seen while the section is closed. */
const ALWAYS_IN_SIGHT = /allerg|alert/i;

function closedLine({ title, paragraphs }: NarrativeSection): string | null {
  const all = runOn(paragraphs);
  if (ALWAYS_IN_SIGHT.test(title) || all.length <= SHORT_LINE) return all || null;
  return `Written by the author, ${counted(paragraphs.length, 'paragraph')}`;
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

/** A section Planside does not know, shown as its author wrote it, as text. */
export function Narrative({ section, ...seen }: SeenPlan & { section: NarrativeSection }): JSX.Element {
  const { title, state, paragraphs } = section;
  const { warnings, changed } = marksOfTitle(seen, title);
  if (state !== 'recorded' || paragraphs.length === 0) {
    const marks = { warnings: warnings.filter((warning) => warning !== MISSING.partUnreadable), changed };
    return (
      <ClosedSection name="narrative" title={title} marks={marks}>
        <Absent state={state} restricted={seen.plan.patient.restricted} />
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
    </Section>
  );
}
