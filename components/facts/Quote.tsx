import type { JSX } from 'preact';
import { useAuthored } from './Authored.tsx';

/** The author’s own words: quoted, never cut, never reformatted, their line breaks kept. */
export function Quote({ words, part, order }: { words: string; part?: string; order?: boolean }): JSX.Element {
  return (
    <blockquote class={order ? 'is-order' : undefined} dir="auto" {...useAuthored()} data-part={part}>
      {words}
    </blockquote>
  );
}

/** A few of them within a line. */
export function InlineQuote({ words, strong = false }: { words: string; strong?: boolean }): JSX.Element {
  return (
    <q class={strong ? 'words said' : 'words'} {...useAuthored()}>
      {words}
    </q>
  );
}
