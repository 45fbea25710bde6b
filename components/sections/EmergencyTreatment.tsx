import type { JSX } from 'preact';
import type { TreatmentLevel, EmergencyTreatment as Value } from '../../utils/plan/plan.ts';
import { Authored } from '../facts/Authored.tsx';
import { Filled } from '../facts/Filled.tsx';
import { CouldNotBeRead, NotRecorded } from '../facts/Missing.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import { lowered } from '../format/sentences.ts';
import type { SeenPlan } from '../parts.ts';
import { useWords, type Words } from '../words/words.ts';
import { Part } from './Section.tsx';
import { ToldSection } from './ToldSection.tsx';
import { toldOfTreatment } from './told-of.ts';

/** Position on the ReSPECT line, 1 = sustain life, 100 = comfort, said in words. */
function leaning(scale: number, { TREATMENT }: Words): string {
  if (scale === 50) return TREATMENT.inTheMiddle;
  return scale < 50 ? TREATMENT.towardsLife : TREATMENT.towardsComfort;
}

function isOnLine(scale: number): boolean {
  return scale >= 1 && scale <= 100;
}

/** A line with a dot and both ends named; never a colour ramp. A value off the line is not drawn. */
function FocusScale({ scale, focus }: { scale: number; focus: string | undefined }): JSX.Element {
  const words = useWords();
  const { TREATMENT } = words;
  if (!isOnLine(scale)) {
    return (
      <p>
        <Filled says={TREATMENT.focusSentAs} unreadable={<CouldNotBeRead />} scale={scale} />
      </p>
    );
  }
  return (
    <figure class="focus-scale">
      <figcaption>
        <Filled
          says={TREATMENT.focusOf}
          focus={focus ? <Authored>{focus}</Authored> : leaning(scale, words)}
          scale={scale}
        />
      </figcaption>
      <div style={{ '--at': String(scale) }} aria-hidden="true" />
      <p>
        <span>{TREATMENT.lifeEnd}</span>
        <span>{TREATMENT.comfortEnd}</span>
      </p>
    </figure>
  );
}

function Focus({ value: { focusScale, focus } }: { value: Value }): JSX.Element {
  const { TREATMENT } = useWords();
  if (focusScale !== undefined) return <FocusScale scale={focusScale} focus={focus} />;
  return (
    <p>
      <Filled says={TREATMENT.focusSays} focus={focus ? <Authored>{focus}</Authored> : <NotRecorded />} />
    </p>
  );
}

/** The four levels with the one that holds; only where it is one of the four. */
function Levels({ level }: { level: TreatmentLevel }): JSX.Element | null {
  const { GLANCE, LEVEL } = useWords();
  if (level.level === 'unknown') return null;
  return (
    <Part heading={GLANCE.ceiling}>
      <ul class="levels">
        {Object.entries(LEVEL).map(([key, [name, rest]]) => (
          <li key={key} aria-current={key === level.level ? 'true' : undefined}>
            <span>
              {name}, {rest}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Recommendations({ recommendations }: Pick<Value, 'recommendations'>): JSX.Element {
  const { TREATMENT } = useWords();
  return (
    <Part heading={TREATMENT.recommendations}>
      {recommendations.map((words, at) => (
        <Quote key={`${at} ${words}`} words={words} />
      ))}
      {recommendations.length > 0 ? (
        <p class="by">{TREATMENT.notBinding}</p>
      ) : (
        <p>
          <NotRecorded />
        </p>
      )}
    </Part>
  );
}

function ClosedLine({ value: { focusScale, focus, recommendations } }: { value: Value }): JSX.Element {
  const words = useWords();
  const { GLANCE, TREATMENT } = words;
  const drawn = focusScale !== undefined && isOnLine(focusScale) ? leaning(focusScale, words) : null;
  const where = focus ? <Authored>{focus}</Authored> : drawn;
  const hasMore = recommendations.length > 0;
  if (!where) return <>{hasMore ? lowered(TREATMENT.recommendations) : GLANCE.ceiling}</>;
  return (
    <>
      <Filled says={TREATMENT.focusSays} focus={where} />
      {hasMore ? `; ${lowered(TREATMENT.recommendations)}` : null}
    </>
  );
}

/** ReSPECT focus, ceiling of treatment and recommendations. */
export function EmergencyTreatment(seen: SeenPlan): JSX.Element {
  const { treatmentLevel } = seen.plan;
  return (
    <ToldSection
      {...seen}
      part="treatment"
      name="emergency-treatment"
      told={toldOfTreatment(seen.plan)}
      closedLine={(value) => <ClosedLine value={value} />}
    >
      {(value, source) => (
        <>
          <Focus value={value} />
          {treatmentLevel.state === 'recorded' ? <Levels level={treatmentLevel.value} /> : null}
          <Recommendations recommendations={value.recommendations} />
          <Source source={source} />
        </>
      )}
    </ToldSection>
  );
}
