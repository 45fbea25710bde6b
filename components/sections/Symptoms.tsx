import type { JSX } from 'preact';
import type { Symptom } from '../../utils/plan/plan.ts';
import { Authored } from '../facts/Authored.tsx';
import { Filled } from '../facts/Filled.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Source, sharedSource } from '../facts/Source.tsx';
import type { SeenPlan } from '../parts.ts';
import { useWords } from '../words/words.ts';
import { Part } from './Section.tsx';
import { ToldSection } from './ToldSection.tsx';

function OneSymptom({ symptom: { symptom, action, treatmentLevel, source }, withSource }: Drawn): JSX.Element {
  const { TREATMENT } = useWords();
  return (
    <Part heading={<Authored>{symptom}</Authored>}>
      <Quote words={action} />
      {treatmentLevel ? (
        <p class="by">
          <Filled says={TREATMENT.ceilingOfSymptom} words={<Authored>{treatmentLevel}</Authored>} />
        </p>
      ) : null}
      {withSource ? <Source source={source} /> : null}
    </Part>
  );
}

type Drawn = { symptom: Symptom; withSource: boolean };

/** What to do for which symptom, in the author’s words. */
export function Symptoms({ open, ...seen }: SeenPlan & { open: boolean }): JSX.Element {
  return (
    <ToldSection
      {...seen}
      part="symptoms"
      name="symptoms"
      told={seen.plan.symptoms}
      open={open}
      closedLine={(symptoms) => <Authored>{symptoms.map(({ symptom }) => symptom).join(', ')}</Authored>}
    >
      {(symptoms, source) => {
        // Once at the end where all have the same one, else under each.
        const shared = sharedSource(symptoms);
        return (
          <>
            {symptoms.map((symptom, at) => (
              <OneSymptom key={`${at} ${symptom.symptom}`} symptom={symptom} withSource={!shared} />
            ))}
            {shared ? <Source source={{ ...source, ...shared }} /> : null}
          </>
        );
      }}
    </ToldSection>
  );
}
