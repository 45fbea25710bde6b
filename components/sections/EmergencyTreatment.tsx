import type { JSX } from 'preact';
import type { Plan, Told, TreatmentLevel, EmergencyTreatment as Value } from '../../utils/plan/plan.ts';
import { CouldNotBeRead, NotRecorded } from '../facts/Missing.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import type { SeenPlan } from '../parts.ts';
import { LEVEL } from '../words.ts';
import { Part } from './Section.tsx';
import { ToldSection } from './ToldSection.tsx';

/** Position on the ReSPECT line, 1 = sustain life, 100 = comfort, said in words. */
function leaning(scale: number): string {
  if (scale === 50) return 'in the middle';
  return scale < 50 ? 'towards extending life' : 'towards comfort';
}

function isOnLine(scale: number): boolean {
  return scale >= 1 && scale <= 100;
}

/** A line with a dot and both ends named; never a colour ramp. A value off the line is not drawn. */
function FocusScale({ scale, focus }: { scale: number; focus: string | undefined }): JSX.Element {
  if (!isOnLine(scale)) {
    return (
      <p>
        Focus of care: <CouldNotBeRead /> Sent as “{scale}”.
      </p>
    );
  }
  return (
    <figure class="focus-scale">
      <figcaption>
        Focus of care: {focus ?? leaning(scale)} ({scale} of 100)
      </figcaption>
      <div style={{ '--at': String(scale) }} aria-hidden="true" />
      <p>
        <span>1 Prioritise extending life</span>
        <span>100 Prioritise comfort</span>
      </p>
    </figure>
  );
}

function Focus({ value: { focusScale, focus } }: { value: Value }): JSX.Element {
  if (focusScale !== undefined) return <FocusScale scale={focusScale} focus={focus} />;
  return <p>Focus of care: {focus ?? <NotRecorded />}</p>;
}

/** The four levels with the one that holds; only where it is one of the four. */
function Levels({ level }: { level: TreatmentLevel }): JSX.Element | null {
  if (level.level === 'unknown') return null;
  return (
    <Part heading="Ceiling of treatment">
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
  return (
    <Part heading="Recommendations">
      {recommendations.map((words, at) => (
        <Quote key={`${at} ${words}`} words={words} />
      ))}
      {recommendations.length > 0 ? (
        <p class="by">Recommendations are not legally binding.</p>
      ) : (
        <p>
          <NotRecorded />
        </p>
      )}
    </Part>
  );
}

function closedLine({ focusScale, focus, recommendations }: Value): string | null {
  const where = focus ?? (focusScale !== undefined && isOnLine(focusScale) ? leaning(focusScale) : null);
  const said = [where ? `Focus of care: ${where}` : null, recommendations.length > 0 ? 'recommendations' : null];
  return said.filter(Boolean).join('; ') || null;
}

/** Where a ceiling alone was recorded the section is not empty; it says what of it is missing. */
function toldOf({ emergencyTreatment, treatmentLevel }: Plan): Told<Value> {
  if (emergencyTreatment.state !== 'notRecorded' || treatmentLevel.state !== 'recorded') return emergencyTreatment;
  return { ...treatmentLevel, value: { recommendations: [] } };
}

/** ReSPECT focus, ceiling of treatment and recommendations. */
export function EmergencyTreatment(seen: SeenPlan): JSX.Element {
  const { treatmentLevel } = seen.plan;
  return (
    <ToldSection
      {...seen}
      part="treatment"
      name="emergency-treatment"
      told={toldOf(seen.plan)}
      closedLine={(value) => closedLine(value) ?? 'Ceiling of treatment'}
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
