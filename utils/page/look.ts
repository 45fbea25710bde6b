import type { Reading } from './sighting.ts';

/** What a look found, and what it rests on: a change in one of the elements puts the reading in doubt. */
export type Look = {
  readonly reading: Reading;
  readonly restsOn: readonly Element[];
  /** Hosts of frames that nobody can read; left out: none. */
  readonly unread?: readonly string[];
  /** Fields whose values were read: scripts change them without a word to any observer. */
  readonly fields?: readonly Pick<HTMLInputElement, 'value'>[];
};

/**
 * Looks at a frame.
 *
 * @param isUnhurried nothing that has changed waits for the answer
 * @returns `null`: it cannot be told yet
 */
export type Looker = (isUnhurried: boolean) => Look | null;

/** A look that sees nobody, and rests on nothing. */
export const NOBODY: Look = { reading: { kind: 'none' }, restsOn: [] };
