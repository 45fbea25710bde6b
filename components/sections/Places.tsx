import type { JSX } from 'preact';
import type { PlacePreference, Plan, Told } from '../../utils/plan/plan.ts';
import { CouldNotBeRead, NotRecorded } from '../facts/Missing.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import { ToldFact } from '../facts/Told.tsx';
import { contradicts, marksOf, type SeenPlan, TITLES } from '../parts.ts';
import { MISSING } from '../words.ts';
import { OwnText } from './OwnText.tsx';
import { Fact, Section } from './Section.tsx';

type ToldPlaces = Told<readonly PlacePreference[]>;
type Item = 'placeOfCare' | 'placeOfDeath';

function List({ choices }: { choices: readonly PlacePreference[] }): JSX.Element {
  return (
    <ol>
      {choices.map(({ place, words }, at) => (
        <li key={`${at} ${place}`}>
          {at === 0 ? <b class="said">{place}</b> : <>If not possible: {place}</>}
          {words && words !== place ? <Quote words={words} /> : null}
        </li>
      ))}
    </ol>
  );
}

function Choices({ item, ...seen }: SeenPlan & { item: Item }): JSX.Element {
  // Two items stand under one heading, so each repeats what is to be said of it.
  const { warnings } = marksOf(seen, item);
  return (
    <ToldFact told={seen.plan[item]}>
      {(choices, source) =>
        choices.length === 0 ? (
          <NotRecorded />
        ) : (
          <>
            <List choices={choices} />
            {warnings.map((warning) => (
              <CouldNotBeRead key={warning}>{warning}</CouldNotBeRead>
            ))}
            <Source source={source} />
          </>
        )
      }
    </ToldFact>
  );
}

const SHORT: Record<Exclude<ToldPlaces['state'], 'recorded'>, string> = {
  statedNone: MISSING.none.toLowerCase(),
  notRecorded: MISSING.notRecorded.toLowerCase(),
  unreadable: MISSING.unreadable.toLowerCase(),
  hidden: MISSING.hidden.toLowerCase(),
};

function short(places: ToldPlaces): string {
  if (places.state !== 'recorded') return SHORT[places.state];
  return places.value[0]?.place ?? SHORT.notRecorded;
}

/** Nothing is coded, but there are words on it. */
function isInTextOnly(plan: Plan, item: Item): boolean {
  return plan[item].state === 'notRecorded' && plan.narratives[item] !== undefined;
}

/** Where the person wants to be cared for, and where to die: first choice, then what to do if it cannot be. */
export function Places(seen: SeenPlan): JSX.Element {
  const { plan } = seen;
  const items = ['placeOfCare', 'placeOfDeath'] as const;
  return (
    <Section
      name="places"
      title="Preferences for place"
      marks={marksOf(seen, ...items)}
      closedLine={`Care: ${short(plan.placeOfCare)}; death: ${short(plan.placeOfDeath)}`}
      open={contradicts(plan, ...items) || items.some((item) => isInTextOnly(plan, item))}
    >
      <dl class="facts">
        {items.map((item) => (
          <Fact key={item} label={TITLES[item]}>
            <Choices {...seen} item={item} />
          </Fact>
        ))}
      </dl>
      {items.map((item) =>
        plan[item].state === 'hidden' ? null : <OwnText key={item} plan={plan} part={item} named />,
      )}
    </Section>
  );
}
