import type { JSX } from 'preact';

const SHORT_DATE = /(\d{2}-\p{Lu}\p{Ll}+-\d{4})/u;

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
