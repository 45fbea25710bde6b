import type { JSX } from 'preact';
import type { KnownCondition } from '../../utils/plan/plan.ts';
import { Authored } from '../facts/Authored.tsx';
import { Filled } from '../facts/Filled.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import { When } from '../facts/When.tsx';
import type { SeenPlan } from '../parts.ts';
import { useWords } from '../words/words.ts';
import { ToldSection } from './ToldSection.tsx';

function OneCondition({ condition: { name, since, words } }: { condition: KnownCondition }): JSX.Element {
  const { CONDITIONS } = useWords();
  return (
    <li dir="auto" data-part="condition">
      <b class="said">
        <Authored>{name}</Authored>
      </b>
      {since ? <Filled says={CONDITIONS.since} when={<When date={since} />} /> : null}
      {words ? <Quote words={words} /> : null}
    </li>
  );
}

/** Significant conditions, and since when. */
export function Conditions(seen: SeenPlan): JSX.Element {
  return (
    <ToldSection
      {...seen}
      part="conditions"
      name="conditions"
      told={seen.plan.conditions}
      closedLine={(conditions) => <Authored>{conditions.map(({ name }) => name).join('; ')}</Authored>}
    >
      {(conditions, source) => (
        <>
          <ul class="plain">
            {conditions.map((condition, at) => (
              <OneCondition key={`${at} ${condition.name}`} condition={condition} />
            ))}
          </ul>
          <Source source={source} />
        </>
      )}
    </ToldSection>
  );
}

/** How long, as somebody judged it; only inside, since the person concerned may be looking at the screen. */
export function Prognosis(seen: SeenPlan): JSX.Element {
  const { PROGNOSIS } = useWords();
  return (
    <ToldSection
      {...seen}
      part="prognosis"
      name="prognosis"
      told={seen.plan.prognosis}
      closedLine={(_, { date }) =>
        date ? <Filled says={PROGNOSIS.recordedOn} when={<When date={date} />} /> : PROGNOSIS.recorded
      }
    >
      {({ says, words }, source) => (
        <>
          <p dir="auto">
            <b class="said">
              <Authored>{says}</Authored>
            </b>
          </p>
          {words && words !== says ? <Quote words={words} /> : null}
          <Source source={source} />
        </>
      )}
    </ToldSection>
  );
}
