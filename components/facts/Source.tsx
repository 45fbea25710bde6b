import type { JSX } from 'preact';
import type { Statement } from '../../utils/plan/plan.ts';
import { useWords } from '../words/words.ts';
import { Authored } from './Authored.tsx';
import { Filled } from './Filled.tsx';
import { NotRecorded } from './Missing.tsx';
import { When } from './When.tsx';

/** Who said it; the organisation stands in where no person is named. */
export function author({ by, organisation }: Statement): string | undefined {
  return by ?? organisation;
}

type DecidedProps = { verb: 'decided' | 'recorded'; source: Statement; part?: string };

/** `Decided 03-Jun-2026 by Dr Anjali Rao, GP`. What is missing is said, never left blank. */
export function Decided({ verb, source, part }: DecidedProps): JSX.Element {
  const { FACT } = useWords();
  const who = author(source);
  return (
    <p class="by" data-part={part}>
      {!who && !source.date ? <NotRecorded>{FACT.noDateNoAuthor}</NotRecorded> : null}
      {who || source.date ? (
        <Filled
          says={FACT[verb][who && source.date ? 'whenAndWho' : who ? 'who' : 'when']}
          when={source.date ? <When date={source.date} /> : null}
          who={who ? <Authored>{who}</Authored> : null}
        />
      ) : null}
    </p>
  );
}

/** `20-Aug-2026, Dr Owen Clarke, GP, Example Lane Surgery`; nothing where nothing is known. */
export function Source({ source }: { source: Statement }): JSX.Element | null {
  const names = [source.by, source.organisation].filter(Boolean).join(', ');
  if (!names && !source.date) return null;
  return (
    <p class="by">
      {source.date ? <When date={source.date} /> : null}
      {source.date && names ? ', ' : null}
      <Authored>{names}</Authored>
    </p>
  );
}

function isSame(one: Statement, other: Statement): boolean {
  return one.date === other.date && one.by === other.by && one.organisation === other.organisation;
}

/** The one source of several items, where the same author said all of them on the same day; else `null`. */
export function sharedSource(items: readonly { readonly source: Statement }[]): Statement | null {
  const [first, ...others] = items;
  return first && others.every(({ source }) => isSame(source, first.source)) ? first.source : null;
}
