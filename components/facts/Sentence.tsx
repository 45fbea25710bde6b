import type { JSX } from 'preact';

const SHORT_DATE = /(\d{2}-[A-Z][a-z]{2}-\d{4})/;

/** A sentence of ours: a date in it stays on one line, although browsers would break it at its hyphens. */
export function Sentence({ children }: { children: string }): JSX.Element {
  return (
    <>
      {children.split(SHORT_DATE).map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          <span class="day" key={part}>
            {part}
          </span>
        ),
      )}
    </>
  );
}
