import type { JSX } from 'preact';
import type { Statement } from '../../utils/plan/plan.ts';
import { NotRecorded } from './Missing.tsx';
import { When } from './When.tsx';

/** Who said it; the organisation stands in where no person is named. */
export function author({ by, organisation }: Statement): string | undefined {
  return by ?? organisation;
}

/** `Decided 03-Jun-2026 by Dr Anjali Rao, GP`. What is missing is said, never left blank. */
export function Decided({ verb, source, part }: { verb: string; source: Statement; part?: string }): JSX.Element {
  const who = author(source);
  if (!who && !source.date) {
    return (
      <p class="by" data-part={part}>
        <NotRecorded>Date and author not recorded</NotRecorded>
      </p>
    );
  }
  return (
    <p class="by" data-part={part}>
      {verb} {source.date ? <When date={source.date} /> : null}
      {source.date && who ? ' ' : null}
      {who ? (
        <>
          by <bdi>{who}</bdi>
        </>
      ) : null}
      {source.date ? null : ', date not recorded'}
      {who ? null : ', author not recorded'}
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
      <bdi>{names}</bdi>
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
