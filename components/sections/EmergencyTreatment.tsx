import type { JSX } from 'preact';
import type { Plan, TreatmentLevel, EmergencyTreatment as Value } from '../../utils/plan/plan.ts';
import { CouldNotBeRead } from '../facts/Missing.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import { isPartUnreadable } from '../unreadable-parts.ts';
import { LEVEL } from '../words.ts';
import { Part, ToldSection } from './Section.tsx';

/** Position on the ReSPECT line, 1 = sustain life, 100 = comfort, said in words. */
function leaning(scale: number): string {
  if (scale === 50) return 'in the middle';
  return scale < 50 ? 'towards extending life' : 'towards comfort';
}

/** A line with a dot and both ends named; never a colour ramp. A value off the line is not drawn. */
function FocusScale({ scale, focus }: { scale: number; focus: string | undefined }): JSX.Element {
  if (!(scale >= 1 && scale <= 100)) {
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

function closedLine({ focusScale, focus, recommendations }: Value): string | null {
  const onLine = focusScale !== undefined && focusScale >= 1 && focusScale <= 100;
  const where = focus ?? (onLine ? leaning(focusScale) : null);
  const said = [where ? `Focus of care: ${where}` : null, recommendations.length > 0 ? 'recommendations' : null];
  return said.filter(Boolean).join('; ') || null;
}

/** ReSPECT focus, ceiling of treatment and recommendations. */
export function EmergencyTreatment({ plan }: { plan: Plan }): JSX.Element {
  return (
    <ToldSection
      name="emergency-treatment"
      title="Emergency care and treatment"
      told={plan.emergencyTreatment}
      partUnreadable={isPartUnreadable(plan, 'emergencyTreatment')}
      closedLine={closedLine}
    >
      {({ focusScale, focus, recommendations }, source) => (
        <>
          {focusScale !== undefined ? <FocusScale scale={focusScale} focus={focus} /> : null}
          {focusScale === undefined && focus ? <p>Focus of care: {focus}</p> : null}
          {plan.treatmentLevel.state === 'recorded' ? <Levels level={plan.treatmentLevel.value} /> : null}
          {recommendations.length > 0 ? (
            <Part heading="Recommendations">
              {recommendations.map((words) => (
                <Quote key={words} words={words} />
              ))}
            </Part>
          ) : null}
          <Source source={source} />
          <p class="by">Recommendations are not legally binding.</p>
        </>
      )}
    </ToldSection>
  );
}
