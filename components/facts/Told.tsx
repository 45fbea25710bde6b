import type { JSX } from 'preact';
import type { Statement, Told } from '../../utils/plan/plan.ts';
import { useWords } from '../words/words.ts';
import { Filled } from './Filled.tsx';
import { CouldNotBeRead, Hidden, NotRecorded } from './Missing.tsx';
import { When } from './When.tsx';

/** A stated “None” is a fact with a date, and never looks like “Not recorded”. */
export function StatedNone({ source, says }: { source: Statement; says?: string }): JSX.Element {
  const { FACT } = useWords();
  return (
    <span data-fact="statedNone">
      <Filled
        says={source.date ? FACT.noneStated : FACT.noneWithoutDate}
        none={<b class="said">{says ?? FACT.none}</b>}
        when={source.date ? <When date={source.date} /> : null}
      />
    </span>
  );
}

/** What was told of an item of which nothing was recorded. */
export type Untold = Exclude<Told<unknown>, { state: 'recorded' }>;

/** Which kind of nothing it is. */
export function Nothing({ told }: { told: Untold }): JSX.Element {
  switch (told.state) {
    case 'statedNone':
      return <StatedNone source={told.source} />;
    case 'notRecorded':
      return <NotRecorded />;
    case 'hidden':
      return <Hidden why={told.why} />;
    case 'unreadable':
      return <CouldNotBeRead />;
  }
}

type ToldFactProps<T> = {
  told: Told<T>;
  /** Draws the value; only asked where something was recorded. */
  children: (value: T, source: Statement) => JSX.Element;
};

/** One item of the plan, in one of the four kinds of fact. */
export function ToldFact<T>({ told, children }: ToldFactProps<T>): JSX.Element {
  return told.state === 'recorded' ? children(told.value, told.source) : <Nothing told={told} />;
}
