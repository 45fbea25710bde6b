import { randomFrom } from '../../sandbox/people/random.ts';

/** A word that stands nowhere in the world but where a test has put it. */
export type Marker = {
  /** What to call it in a report: nobody's name, and no part of the text. */
  readonly label: string;
  readonly text: string;
};

const CHARACTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
const LENGTH = 24;

/** A marker of 24 random letters and digits, fifteen windows of ten: the same seed and label give the same marker. */
export function markerOf(seed: number, label: string): Marker {
  const random = randomFrom(seed, `marker:${label}`);
  return { label, text: Array.from({ length: LENGTH }, () => random.pick(CHARACTERS)).join('') };
}
