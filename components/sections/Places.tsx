import type { JSX } from 'preact';
import type { PlacePreference, Plan, Told } from '../../utils/plan/plan.ts';
import { CouldNotBeRead, NotRecorded } from '../facts/Missing.tsx';
import { Quote } from '../facts/Quote.tsx';
import { Source } from '../facts/Source.tsx';
import { ToldFact } from '../facts/Told.tsx';
import { isPartUnreadable } from '../unreadable-parts.ts';
import { MISSING } from '../words.ts';
import { Fact, Section } from './Section.tsx';

type ToldPlaces = Told<readonly PlacePreference[]>;

function Choices({ plan, item }: { plan: Plan; item: 'placeOfCare' | 'placeOfDeath' }): JSX.Element {
  const places: ToldPlaces = plan[item];
  return (
    <ToldFact told={places}>
      {(choices, source) =>
        choices.length === 0 ? (
          <NotRecorded />
        ) : (
          <>
            <ol>
              {choices.map(({ place, words }, at) => (
                <li key={`${at} ${place}`}>
                  {at === 0 ? <b class="said">{place}</b> : <>If not possible: {place}</>}
                  {words && words !== place ? <Quote words={words} /> : null}
                </li>
              ))}
            </ol>
            {isPartUnreadable(plan, item) ? <CouldNotBeRead>{MISSING.partUnreadable}</CouldNotBeRead> : null}
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

/** Where the person wants to be cared for, and where to die: first choice, then what to do if it cannot be. */
export function Places({ plan }: { plan: Plan }): JSX.Element {
  return (
    <Section
      name="places"
      title="Preferences for place"
      closedLine={`Care: ${short(plan.placeOfCare)}; death: ${short(plan.placeOfDeath)}`}
    >
      <dl class="facts">
        <Fact label="Preferred place of care">
          <Choices plan={plan} item="placeOfCare" />
        </Fact>
        <Fact label="Preferred place of death">
          <Choices plan={plan} item="placeOfDeath" />
        </Fact>
      </dl>
    </Section>
  );
}
