import type { JSX } from 'preact';
import { longDate, machineDate, shortDate } from '../format/dates.ts';
import { useWords } from '../words/words.ts';
import { useAuthored } from './Authored.tsx';

/**
 * A date: `03-Jun-2026` for the eye, `3 June 2026` for a screen reader, which mangles “Jun”. Words that are no date are
 * shown as they came.
 */
export function When({ date, part }: { date: string; part?: string }): JSX.Element {
  const words = useWords();
  const authored = useAuthored();
  const machine = machineDate(date);
  if (machine === undefined) {
    return (
      <bdi dir="auto" {...authored} data-part={part}>
        {date}
      </bdi>
    );
  }
  return (
    <time dateTime={machine} data-part={part}>
      <span aria-hidden="true">{shortDate(date, words)}</span>
      <span class="unseen">{longDate(date, words)}</span>
    </time>
  );
}
