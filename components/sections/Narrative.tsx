import type { JSX } from 'preact';
import type { NarrativeSection, Plan } from '../../utils/plan/plan.ts';
import { CouldNotBeRead, Hidden, NotRecorded } from '../facts/Missing.tsx';
import { counted } from '../format/age.ts';
import { ALLERGIES, MISSING } from '../words.ts';
import { ClosedSection, Section } from './Section.tsx';

/** The section that has one of four fixed labels (NHS CUI). */
const ALLERGY_TITLE = 'Allergies';
/** What is written in these must be seen while the section is closed. */
const ALWAYS_IN_SIGHT = [ALLERGY_TITLE, 'Alerts and access to home'];
const SHORT_LINE = 120;

/** A narrative that itself denies allergies must not be headed “Known allergies”. */
const DENIES = /^\W*(no\b|none\b|nil\b|nkda\b|not known\b)/i;

/** Paragraphs run on in one line; a full stop of the author’s stays as it is. */
function separator(words: string, next: string | undefined): string {
  if (next === undefined) return '';
  return /[.;:!?]$/.test(words) ? ' ' : '; ';
}

function written({ title, paragraphs }: NarrativeSection): string | null {
  const all = paragraphs.map((words, at) => words + separator(words, paragraphs[at + 1])).join('');
  if (ALWAYS_IN_SIGHT.includes(title) || all.length <= SHORT_LINE) return all || null;
  return `Written by the author, ${counted(paragraphs.length, 'paragraph')}`;
}

function closedLine(section: NarrativeSection): string | null {
  const words = written(section);
  if (section.title !== ALLERGY_TITLE || !words || DENIES.test(words)) return words;
  return `${ALLERGIES.recorded}: ${words}`;
}

function Absent({ section }: { section: NarrativeSection }): JSX.Element {
  const allergies = section.title === ALLERGY_TITLE && section.state !== 'recorded' ? ALLERGIES[section.state] : null;
  switch (section.state) {
    case 'statedNone':
      return <b data-fact="statedNone">{allergies ?? MISSING.none}</b>;
    case 'hidden':
      return (
        <>
          {allergies ? <b>{allergies}. </b> : null}
          <Hidden why="role" />
        </>
      );
    case 'unreadable':
      return (
        <>
          {allergies ? <b>{allergies}. </b> : null}
          <CouldNotBeRead />
        </>
      );
    default:
      return <NotRecorded>{allergies ?? MISSING.notRecorded}</NotRecorded>;
  }
}

/** A section shown as its author wrote it, as text. */
export function Narrative({ section }: { section: NarrativeSection }): JSX.Element {
  const { title, state, paragraphs } = section;
  if (state !== 'recorded' || paragraphs.length === 0) {
    return (
      <ClosedSection name="narrative" title={title}>
        <Absent section={section} />
      </ClosedSection>
    );
  }
  return (
    <Section name="narrative" title={title} closedLine={closedLine(section)} warns={ALWAYS_IN_SIGHT.includes(title)}>
      {paragraphs.map((paragraph, at) => (
        <p class="written" dir="auto" key={`${at} ${paragraph}`}>
          {paragraph}
        </p>
      ))}
    </Section>
  );
}

/**
 * Allergies always have one of their four labels: where the document has no such section, they are “not recorded”, or
 * “unavailable” where that part could not be read.
 */
export function withAllergies({ otherSections, unreadable }: Plan): readonly NarrativeSection[] {
  const about = /allerg/i;
  if (otherSections.some(({ title }) => about.test(title))) return otherSections;
  const state = unreadable.some((name) => about.test(name)) ? 'unreadable' : 'notRecorded';
  return [...otherSections, { title: ALLERGY_TITLE, state, paragraphs: [] }];
}
