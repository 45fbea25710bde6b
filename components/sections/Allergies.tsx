import type { JSX } from 'preact';
import type { Allergy, NarrativeSection } from '../../utils/plan/plan.ts';
import { CouldNotBeRead, Hidden, NotRecorded } from '../facts/Missing.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import { StatedNone, type Untold } from '../facts/Told.tsx';
import type { SeenPlan } from '../parts.ts';
import { ALLERGIES, allergiesIn, MISSING } from '../words.ts';
import { ToldSection } from './ToldSection.tsx';

/** An entry that itself denies allergies must not be headed “Known allergies”. */
const DENIES = /^\W*(no\b|none\b|nil\b|nkda\b|not known\b)/i;

function isDenied(allergies: readonly Allergy[]): boolean {
  return allergies.every(({ substance }) => DENIES.test(substance));
}

function closedLine(allergies: readonly Allergy[]): string {
  const substances = allergies.map(({ substance }) => substance).join('; ');
  return isDenied(allergies) ? substances : `${ALLERGIES.recorded}: ${substances}`;
}

function OneAllergy({ allergy: { substance, reaction, words } }: { allergy: Allergy }): JSX.Element {
  return (
    <li dir="auto" data-part="allergy">
      <b class="said">{substance}</b>
      {DENIES.test(substance) ? null : <>: {reaction ?? <NotRecorded>{MISSING.reaction}</NotRecorded>}</>}
      {words ? <Quote words={words} /> : null}
    </li>
  );
}

function isAboutAllergies({ title, state }: NarrativeSection): boolean {
  return state !== 'notRecorded' && /allerg/i.test(title);
}

/** One of the four labels, and why. “Not recorded” is said only where no other part of the plan speaks of allergies. */
function whichNothing(told: Untold, inText: boolean, elsewhere: NarrativeSection | undefined): JSX.Element {
  if (told.state === 'statedNone') return <StatedNone source={told.source} says={ALLERGIES.statedNone} />;
  const isSomewhere = inText || elsewhere !== undefined;
  if (told.state === 'notRecorded' && !isSomewhere) return <NotRecorded>{ALLERGIES.notRecorded}</NotRecorded>;
  return (
    <>
      <b>{ALLERGIES.unreadable}. </b>
      {told.state === 'hidden' ? <Hidden why={told.why} /> : null}
      {told.state === 'unreadable' ? <CouldNotBeRead /> : null}
      {told.state === 'notRecorded' && inText ? MISSING.onlyInText : null}
      {told.state === 'notRecorded' && !inText && elsewhere ? allergiesIn(elsewhere.title) : null}
    </>
  );
}

/** Always exactly one of the four labels of the NHS CUI, in sight while the section is closed. */
export function Allergies(seen: SeenPlan): JSX.Element {
  const elsewhere = seen.plan.otherSections.find(isAboutAllergies);
  return (
    <ToldSection
      {...seen}
      part="allergies"
      name="allergies"
      told={seen.plan.allergies}
      closedLine={closedLine}
      warns
      nothing={(told, inText) => whichNothing(told, inText, elsewhere)}
    >
      {(allergies, source) => (
        <>
          <ul class="plain">
            {allergies.map((allergy, at) => (
              <OneAllergy key={`${at} ${allergy.substance}`} allergy={allergy} />
            ))}
          </ul>
          <Source source={source} />
        </>
      )}
    </ToldSection>
  );
}
