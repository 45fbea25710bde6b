import type { JSX } from 'preact';
import { When } from '../facts/When.tsx';
import { longDate, shortDate } from '../format/dates.ts';
import { bannerName } from '../format/names.ts';
import { spacedNhsNumber } from '../format/nhs-number.ts';
import { Icon } from '../icons.tsx';
import { useWords } from '../words/words.ts';
import { type Placed, type State, statesOf } from './listed.ts';

type ResidentProps = { resident: Placed; isOpen: boolean; onOpen: (place: number) => void };

function StateLine({ state }: { state: State }): JSX.Element {
  const words = useWords();
  const says = words.RESIDENT_STATE[state.kind];
  const { date = '' } = state;
  return (
    <span class="resident-state" data-state={state.kind}>
      <Icon name={state.icon} />
      {typeof says === 'string' ? (
        <span>{says}</span>
      ) : (
        <span>
          <span aria-hidden="true">{says(shortDate(date, words))}</span>
          <span class="unseen">{says(longDate(date, words))}</span>
        </span>
      )}
    </span>
  );
}

function Who({ identity }: Pick<Placed, 'identity'>): JSX.Element {
  const { RESIDENTS } = useWords();
  const { nhsNumber, birthDate } = identity;
  return (
    <>
      <b class="resident-name">
        <bdi>{bannerName(identity) ?? RESIDENTS.noName}</bdi>
      </b>
      <span class="resident-who">
        <span>
          {RESIDENTS.born} {birthDate ? <When date={birthDate} /> : RESIDENTS.notKnown}
        </span>{' '}
        <span>
          {RESIDENTS.nhsNumber} <bdi class="number">{spacedNhsNumber(nhsNumber)}</bdi>
        </span>
      </span>
    </>
  );
}

/** One resident. Whoever is not known by name and birth date cannot be opened: there is nothing to compare the plan with. */
export function Resident({ resident, isOpen, onOpen }: ResidentProps): JSX.Element {
  const { identity, place } = resident;
  const states = (
    <span class="resident-states">
      {statesOf(resident).map((state) => (
        <StateLine key={state.kind} state={state} />
      ))}
    </span>
  );
  if (identity.birthDate === null || identity.familyName === null) {
    return (
      <li class="resident" data-nhs-number={identity.nhsNumber}>
        <Who identity={identity} />
        {states}
      </li>
    );
  }
  return (
    <li data-nhs-number={identity.nhsNumber}>
      <button
        type="button"
        class="resident"
        data-command="open"
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => onOpen(place)}
      >
        <Who identity={identity} />
        {states}
      </button>
    </li>
  );
}
