import type { JSX } from 'preact';
import type { Plan, Symptom } from '../../utils/plan/plan.ts';
import { Quote } from '../facts/Quote.tsx';
import { Source, sameSource } from '../facts/Source.tsx';
import { isPartUnreadable } from '../unreadable-parts.ts';
import { Part, ToldSection } from './Section.tsx';

/** The source once at the end where all have the same one, else under each. */
function sharedSource(symptoms: readonly Symptom[]): Symptom['source'] | null {
  const [first, ...others] = symptoms;
  return first && others.every(({ source }) => sameSource(source, first.source)) ? first.source : null;
}

/** What to do for which symptom, in the author’s words. */
export function Symptoms({ plan, open }: { plan: Plan; open: boolean }): JSX.Element {
  return (
    <ToldSection
      name="symptoms"
      title="What to do for which symptom"
      told={plan.symptoms}
      partUnreadable={isPartUnreadable(plan, 'symptoms')}
      open={open}
      closedLine={(symptoms) => symptoms.map(({ symptom }) => symptom).join(', ')}
    >
      {(symptoms, source) => {
        const shared = sharedSource(symptoms);
        return (
          <>
            {symptoms.map(({ symptom, action, treatmentLevel, source: own }, at) => (
              <Part key={`${at} ${symptom}`} heading={symptom}>
                <Quote words={action} />
                {treatmentLevel ? <p class="by">Ceiling of treatment: {treatmentLevel}</p> : null}
                {shared ? null : <Source source={own} />}
              </Part>
            ))}
            {shared ? <Source source={{ ...source, ...shared }} /> : null}
          </>
        );
      }}
    </ToldSection>
  );
}
