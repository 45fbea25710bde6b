import type { JSX } from 'preact';
import type { FindView } from '../../utils/view/find-view.ts';
import { announce } from '../announcement.ts';
import type { On } from '../Buttons.tsx';
import { Foot } from '../Foot.tsx';
import { useFocusInSight } from '../focus-in-sight.ts';
import { LocksSoon } from '../LocksSoon.tsx';
import { WithoutSession } from '../states/WithoutSession.tsx';
import { useKeptFocus } from '../use-kept-focus.ts';
import { usePassingTime } from '../use-passing-time.ts';
import { nextWaitAt } from '../waits.ts';
import { useWords, type Words } from '../words/words.ts';
import { Residents, type ResidentsProps } from './Residents.tsx';
import { SearchForm, type SearchFormProps } from './SearchForm.tsx';

export type FindPageProps = Pick<SearchFormProps, 'given' | 'onSearch' | 'onChange'> & {
  /** `null`: nobody can say what holds now. */
  view: FindView | null;
  /** Somebody has been asked for, and stands beside this or will. */
  isOpen: boolean;
  now: number;
  on: On;
  onTakeAway: () => void;
  residents: Pick<ResidentsProps, 'openPlace' | 'onAsk' | 'onOpen'>;
};

function said(view: FindView | null, now: number, words: Words): string {
  return view === null || view.kind === 'ready' ? '' : announce(view, now, words).status;
}

function Head({ view, isOpen, onTakeAway }: Pick<FindPageProps, 'view' | 'isOpen' | 'onTakeAway'>): JSX.Element {
  const { FIND } = useWords();
  return (
    <header>
      <div class="find-head">
        <h1>{FIND.title}</h1>
        {isOpen ? (
          <button type="button" class="button" data-command="takeAway" onClick={onTakeAway}>
            {FIND.takeAway}
          </button>
        ) : (
          <p class="hint">{FIND.intro}</p>
        )}
      </div>
      {view?.kind === 'ready' && view.locksSoon ? <LocksSoon cause={view.locksSoon.cause} /> : null}
    </header>
  );
}

/** Everything of the page but the plan, which is a frame of its own. Without a session there is nothing in it to read. */
export function FindPage(props: FindPageProps): JSX.Element {
  const { view, isOpen, on, onTakeAway, given, onSearch, onChange } = props;
  const now = usePassingTime(props.now, (drawn) => (view && view.kind !== 'ready' ? nextWaitAt(view, drawn) : null));
  const page = useKeptFocus<HTMLDivElement>();
  useFocusInSight();
  const words = useWords();
  return (
    <div ref={page} class="planside find" tabIndex={-1} data-view={view?.kind ?? 'gone'} translate={false}>
      <p class="unseen" role="status" data-part="status">
        {said(view, now, words)}
      </p>
      <Head view={view} isOpen={isOpen} onTakeAway={onTakeAway} />
      <main class="find-ways">
        {view?.kind === 'ready' ? (
          <>
            <SearchForm given={given} onSearch={onSearch} onChange={onChange} />
            <Residents {...props.residents} view={view.residents} service={view.service} now={now} on={on} />
          </>
        ) : view ? (
          <WithoutSession view={view} now={now} backTo="search" on={on} />
        ) : null}
      </main>
      {view?.kind === 'ready' ? (
        <Foot view={{ kind: 'noPatient', signedInAs: view.signedInAs, openedBy: 'search' }} on={on} />
      ) : null}
    </div>
  );
}

/** Where the plan will stand, as long as nobody is open. */
export function NobodyOpen({ view }: Pick<FindPageProps, 'view'>): JSX.Element | null {
  const { FIND } = useWords();
  return view?.kind === 'ready' ? <p class="hint">{FIND.nobody}</p> : null;
}
