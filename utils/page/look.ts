import type { Reading } from './sighting.ts';

/** What a look found, and what it rests on: a change in one of the elements puts the reading in doubt. */
export type Look = {
  readonly reading: Reading;
  readonly restsOn: readonly Element[];
  /** Hosts of frames that nobody can read; left out: none. */
  readonly unread?: readonly string[];
  /** Fields whose values were read. */
  readonly fields?: readonly HTMLInputElement[];
};

/** A look that sees nobody, and rests on nothing. */
export const NOBODY: Look = { reading: { kind: 'none' }, restsOn: [] };
