import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ResidentsView } from '../../utils/view/find-view.ts';
import { HelpdeskCode, type On } from '../Buttons.tsx';
import { clockTime } from '../format/dates.ts';
import { useKeptFocus } from '../use-kept-focus.ts';
import { useWords } from '../words/words.ts';
import { filtered, sorted, tally } from './listed.ts';
import { Resident } from './Resident.tsx';
import { SearchField } from './SearchField.tsx';

export type ResidentsProps = {
  view: ResidentsView;
  service: string;
  now: number;
  on: On;
  /** The place in the list of whoever is open; `null`: nobody of it is. */
  openPlace: number | null;
  onAsk: () => void;
  onOpen: (list: number, place: number) => void;
};

type List = Extract<ResidentsView, { kind: 'list' }>;

function ListOfResidents(props: Omit<ResidentsProps, 'view' | 'on' | 'onAsk'> & { view: List }): JSX.Element {
  const { view, service, now, openPlace, onOpen } = props;
  const words = useWords();
  const { RESIDENTS } = words;
  const [typed, setTyped] = useState('');
  if (view.residents.length === 0) return <p data-part="says">{RESIDENTS.nobody(service)}</p>;
  const shown = filtered(sorted(view.residents), typed);
  return (
    <>
      <p data-part="tally">
        {tally(view.residents, words).join(' · ')}. {RESIDENTS.asked(clockTime(view.askedAt, now, words))}
      </p>
      <SearchField
        id="filter"
        label={RESIDENTS.filter}
        hint={RESIDENTS.filterHint}
        value={typed}
        wrong={undefined}
        onType={setTyped}
      />
      <p role="status" class="hint" data-part="shown">
        {typed === '' ? '' : RESIDENTS.shown(shown.length, view.residents.length)}
      </p>
      <ul class="residents">
        {shown.map((resident) => (
          <Resident
            key={resident.place}
            resident={resident}
            isOpen={resident.place === openPlace}
            onOpen={(place) => onOpen(view.list, place)}
          />
        ))}
      </ul>
    </>
  );
}

function Failed({
  view,
  service,
  now,
  on,
}: Pick<ResidentsProps, 'service' | 'now' | 'on'> & {
  view: Extract<ResidentsView, { kind: 'couldNotCheck' }>;
}): JSX.Element {
  const words = useWords();
  const { RESIDENTS, COULD_NOT_CHECK } = words;
  const { cause, code, triedAt, tries } = view;
  return (
    <>
      <p data-part="could-not-check">
        <b>{RESIDENTS.couldNotCheck}.</b>{' '}
        {COULD_NOT_CHECK.cause[cause].says({ service, at: clockTime(triedAt, now, words), tries })}
      </p>
      <HelpdeskCode code={code} on={on} />
    </>
  );
}

/** The residents of one's own home, for a role that has such a list; another is told that it has none. */
export function Residents(props: ResidentsProps): JSX.Element {
  const { view, service, now, on, onAsk } = props;
  const { RESIDENTS } = useWords();
  const part = useKeptFocus();
  const asked = useRef(false);
  // Whoever asks for the list wants to see it, and not the fields above it.
  useLayoutEffect(() => {
    if (!asked.current || view.kind === 'looking') return;
    asked.current = false;
    part.current?.scrollIntoView({ block: 'start' });
  }, [view.kind]);
  function ask(): void {
    asked.current = true;
    onAsk();
  }
  return (
    <section
      ref={part}
      class="residents-part"
      tabIndex={-1}
      aria-labelledby="residents-heading"
      data-residents={view.kind}
    >
      <h2 id="residents-heading">{RESIDENTS.title}</h2>
      {view.kind === 'looking' ? (
        <p role="status" data-part="says">
          {RESIDENTS.looking(service)}
        </p>
      ) : (
        <button type="button" class="button" data-command="residents" onClick={ask}>
          {view.kind === 'notAsked' ? RESIDENTS.show : RESIDENTS.again}
        </button>
      )}
      {view.kind === 'noList' ? (
        <p role="status" data-part="says">
          <b>{RESIDENTS.noList}.</b> {RESIDENTS.noListAbout(service)}
        </p>
      ) : null}
      {view.kind === 'couldNotCheck' ? <Failed view={view} service={service} now={now} on={on} /> : null}
      {view.kind === 'list' ? <ListOfResidents key={view.list} {...props} view={view} /> : null}
    </section>
  );
}
