import type { JSX } from 'preact';

/** The author’s own words: quoted, never cut, never reformatted, their line breaks kept. */
export function Quote({ words, part, order }: { words: string; part?: string; order?: boolean }): JSX.Element {
  return (
    <blockquote class={order ? 'is-order' : undefined} dir="auto" data-part={part}>
      {words}
    </blockquote>
  );
}
