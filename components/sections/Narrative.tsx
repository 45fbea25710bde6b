import type { JSX } from 'preact';
import type { NarrativeSection, Plan } from '../../utils/plan/plan.ts';
import { CouldNotBeRead, Hidden, NotRecorded } from '../facts/Missing.tsx';
import { counted } from '../format/age.ts';
import { ALLERGIES, MISSING } from '../words.ts';
import { ClosedSection, Section } from './Section.tsx';

/** The section that has one of four fixed labels (NHS CUI). */
const ALLERGY_TITLE = 'Allergies';
const ALERTS_TITLE = 'Alerts and access to home';
const SHORT_LINE = 120;

/** A narrative that itself denies allergies must not be headed “Known allergies”. */
const DENIES = /^\W*(no\b|none\b|nil\b|nkda\b|not known\b)/i;

/** Paragraphs run on in one line; a full stop of the author’s stays as it is. */
function separator(words: string, next: string | undefined): string {
  if (next === undefined) return '';
  return /[.;:!?]$/.test(words) ? ' ' : '; ';
}

/** Titles are compared as a reader would: `ALLERGIES` is the same section. */
export function isTitled(section: NarrativeSection, title: string): boolean {
  return section.title.toLowerCase() === title.toLowerCase();
}

/** What is written in these must be seen while the section is closed. */
function isAlwaysInSight(section: NarrativeSection): boolean {
  return isTitled(section, ALLERGY_TITLE) || isTitled(section, ALERTS_TITLE);
}

function written(section: NarrativeSection): string | null {
  const { paragraphs } = section;
  const all = paragraphs.map((words, at) => words + separator(words, paragraphs[at + 1])).join('');
  if (isAlwaysInSight(section) || all.length <= SHORT_LINE) return all || null;
  return `Written by the author, ${counted(paragraphs.length, 'paragraph')}`;
}

function closedLine(section: NarrativeSection): string | null {
  const words = written(section);
  if (!isTitled(section, ALLERGY_TITLE) || !words || DENIES.test(words)) return words;
  return `${ALLERGIES.recorded}: ${words}`;
}

type NarrativeProps = {
  section: NarrativeSection;
  /** Of a restricted patient something may be hidden to protect them, whatever the role. */
  restricted: boolean;
};

function Absent({ section, restricted }: NarrativeProps): JSX.Element {
  const isAllergies = isTitled(section, ALLERGY_TITLE);
  const allergies = isAllergies && section.state !== 'recorded' ? ALLERGIES[section.state] : null;
  switch (section.state) {
    case 'statedNone':
      return <b data-fact="statedNone">{allergies ?? MISSING.none}</b>;
    case 'hidden':
      return (
        <>
          {allergies ? <b>{allergies}. </b> : null}
          <Hidden why={restricted ? 'restricted' : 'role'} />
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
export function Narrative({ section, restricted }: NarrativeProps): JSX.Element {
  const { title, state, paragraphs } = section;
  if (state !== 'recorded' || paragraphs.length === 0) {
    return (
      <ClosedSection name="narrative" title={title}>
        <Absent section={section} restricted={restricted} />
      </ClosedSection>
    );
  }
  return (
    <Section name="narrative" title={title} closedLine={closedLine(section)} warns={isAlwaysInSight(section)}>
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
