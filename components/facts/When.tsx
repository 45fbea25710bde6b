import type { JSX } from 'preact';
import { longDate, machineDate, shortDate } from '../format/dates.ts';

/** A date: `03-Jun-2026` for the eye, `3 June 2026` for a screen reader, which mangles “Jun”. */
export function When({ date, part }: { date: string; part?: string }): JSX.Element {
  return (
    <time dateTime={machineDate(date)} data-part={part}>
      <span aria-hidden="true">{shortDate(date)}</span>
      <span class="unseen">{longDate(date)}</span>
    </time>
  );
}
