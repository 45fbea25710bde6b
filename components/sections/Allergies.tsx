import type { JSX } from 'preact';
import type { Allergy, NarrativeSection } from '../../utils/plan/plan.ts';
import { Authored } from '../facts/Authored.tsx';
import { Filled } from '../facts/Filled.tsx';
import { CouldNotBeRead, Hidden, NotRecorded } from '../facts/Missing.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import { StatedNone, type Untold } from '../facts/Told.tsx';
import type { SeenPlan } from '../parts.ts';
import { useWords } from '../words/words.ts';
import { ToldSection } from './ToldSection.tsx';

/** An entry that itself denies allergies must not be headed “Known allergies”. */
const DENIES = /^\W*(no\b|none\b|nil\b|nkda\b|not known\b)/i;

function isDenied(allergies: readonly Allergy[]): boolean {
  return allergies.every(({ substance }) => DENIES.test(substance));
}

function ClosedLine({ allergies }: { allergies: readonly Allergy[] }): JSX.Element {
  const { ALLERGIES } = useWords();
  return (
    <>
      {isDenied(allergies) ? null : `${ALLERGIES.recorded}: `}
      <Authored>{allergies.map(({ substance }) => substance).join('; ')}</Authored>
    </>
  );
}

function OneAllergy({ allergy: { substance, reaction, words } }: { allergy: Allergy }): JSX.Element {
  const { FACT } = useWords();
  return (
    <li dir="auto" data-part="allergy">
      <b class="said">
        <Authored>{substance}</Authored>
      </b>
      {DENIES.test(substance) ? null : (
        <>: {reaction ? <Authored>{reaction}</Authored> : <NotRecorded>{FACT.noReaction}</NotRecorded>}</>
      )}
      {words ? <Quote words={words} /> : null}
    </li>
  );
}

function isAboutAllergies({ title, state }: NarrativeSection): boolean {
  return state !== 'notRecorded' && /allerg/i.test(title);
}

type NothingProps = { told: Untold; inText: boolean; elsewhere: NarrativeSection | undefined };

/** One of the four labels, and why. “Not recorded” is said only where no other part of the plan speaks of allergies. */
function WhichNothing({ told, inText, elsewhere }: NothingProps): JSX.Element {
  const { ALLERGIES, FACT } = useWords();
  if (told.state === 'statedNone') return <StatedNone source={told.source} says={ALLERGIES.statedNone} />;
  const isSomewhere = inText || elsewhere !== undefined;
  if (told.state === 'notRecorded' && !isSomewhere) return <NotRecorded>{ALLERGIES.notRecorded}</NotRecorded>;
  return (
    <>
      <b>{ALLERGIES.unavailable}. </b>
      {told.state === 'hidden' ? <Hidden why={told.why} /> : null}
      {told.state === 'unreadable' ? <CouldNotBeRead /> : null}
      {told.state === 'notRecorded' && inText ? FACT.onlyInText : null}
      {told.state === 'notRecorded' && !inText && elsewhere ? (
        <Filled says={ALLERGIES.readSection} title={<Authored>{elsewhere.title}</Authored>} />
      ) : null}
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
      closedLine={(allergies) => <ClosedLine allergies={allergies} />}
      warns
      nothing={(told, inText) => <WhichNothing told={told} inText={inText} elsewhere={elsewhere} />}
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
