import type { JSX } from 'preact';
import type { PlacePreference, Plan, Told } from '../../utils/plan/plan.ts';
import { Authored } from '../facts/Authored.tsx';
import { Filled } from '../facts/Filled.tsx';
import { CouldNotBeRead, NotRecorded } from '../facts/Missing.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import { ToldFact } from '../facts/Told.tsx';
import { lowered } from '../format/sentences.ts';
import { contradicts, marksOf, type SeenPlan } from '../parts.ts';
import { useWords, type Words } from '../words/words.ts';
import { OwnText } from './OwnText.tsx';
import { Fact, Section } from './Section.tsx';

type ToldPlaces = Told<readonly PlacePreference[]>;
type Item = 'placeOfCare' | 'placeOfDeath';

function List({ choices }: { choices: readonly PlacePreference[] }): JSX.Element {
  const { PLACES } = useWords();
  return (
    <ol>
      {choices.map(({ place, words }, at) => (
        <li key={`${at} ${place}`}>
          {at === 0 ? (
            <b class="said">
              <Authored>{place}</Authored>
            </b>
          ) : (
            <Filled says={PLACES.ifNotPossible} place={<Authored>{place}</Authored>} />
          )}
          {words && words !== place ? <Quote words={words} /> : null}
        </li>
      ))}
    </ol>
  );
}

function Choices({ item, ...seen }: SeenPlan & { item: Item }): JSX.Element {
  const { WARNING } = useWords();
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
              <CouldNotBeRead key={warning}>{WARNING[warning]}</CouldNotBeRead>
            ))}
            <Source source={source} />
          </>
        )
      }
    </ToldFact>
  );
}

/** The place alone, or in a word why there is none. */
function short(places: ToldPlaces, { FACT }: Words): JSX.Element | string {
  if (places.state !== 'recorded') return lowered(places.state === 'statedNone' ? FACT.none : FACT[places.state]);
  const place = places.value[0]?.place;
  return place ? <Authored>{place}</Authored> : lowered(FACT.notRecorded);
}

/** Nothing is coded, but there are words on it. */
function isInTextOnly(plan: Plan, item: Item): boolean {
  return plan[item].state === 'notRecorded' && plan.narratives[item] !== undefined;
}

/** Where the person wants to be cared for, and where to die: first choice, then what to do if it cannot be. */
export function Places(seen: SeenPlan): JSX.Element {
  const words = useWords();
  const { PLACES, TITLE } = words;
  const { plan } = seen;
  const items = ['placeOfCare', 'placeOfDeath'] as const;
  return (
    <Section
      name="places"
      title={TITLE.places}
      marks={marksOf(seen, ...items)}
      closedLine={
        <Filled says={PLACES.closed} care={short(plan.placeOfCare, words)} death={short(plan.placeOfDeath, words)} />
      }
      open={contradicts(plan, ...items) || items.some((item) => isInTextOnly(plan, item))}
    >
      <dl class="facts">
        {items.map((item) => (
          <Fact key={item} label={TITLE[item]}>
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
