import type { Random } from '../people/random.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How somebody with Planside works: assumptions, all of them, to be replaced by a deployment's own (docs/deploy/fleet.md). */
export type Rhythm = {
  readonly who: string;
  /** Of all extensions. */
  readonly share: number;
  /** When they are at the computer, in hours after midnight. After each pause Planside has locked: a sign-in begins each. */
  readonly stints: readonly (readonly [from: number, until: number])[];
  /** Minutes from one patient to the next, on average. */
  readonly minutesEach: number;
  /** Of their patients. */
  readonly withPlan: number;
  /** Of their plans: how many they have looked at in the twelve hours before, so that a saved copy can stand in. */
  readonly seenBefore: number;
  /** How often an hour they turn away from the record and back to it. */
  readonly turns: number;
  /** Of the stints: how many begin with the list of a home's residents. */
  readonly lists: number;
};

export const RHYTHMS: readonly Rhythm[] = [
  {
    who: 'GP',
    share: 0.45,
    stints: [
      [8, 12.5],
      [13.5, 18.5],
    ],
    minutesEach: 12,
    withPlan: 0.04,
    seenBefore: 0.05,
    turns: 10,
    lists: 0,
  },
  {
    who: 'practice nurse or reception',
    share: 0.3,
    stints: [
      [8, 12.5],
      [13, 18],
    ],
    minutesEach: 10,
    withPlan: 0.03,
    seenBefore: 0.05,
    turns: 10,
    lists: 0,
  },
  {
    who: 'urgent care and ambulance desk',
    share: 0.15,
    stints: [
      [7, 13],
      [13.5, 19],
    ],
    minutesEach: 15,
    withPlan: 0.12,
    seenBefore: 0.02,
    turns: 15,
    lists: 0,
  },
  {
    who: 'care home',
    share: 0.1,
    stints: [
      [7.5, 9],
      [10, 11.5],
      [12.5, 14],
      [15, 16.5],
      [18, 20],
    ],
    minutesEach: 12,
    withPlan: 0.6,
    seenBefore: 0.9,
    turns: 6,
    lists: 1,
  },
];

/** The rhythm of the extension with this number: shares are kept exactly, whatever the seed. */
export function rhythmOf(number: number, all: number): Rhythm {
  const at = (number + 0.5) / all;
  let passed = 0;
  for (const rhythm of RHYTHMS) {
    passed += rhythm.share;
    if (at < passed) return rhythm;
  }
  throw new Error('The shares of all rhythms are less than the whole.');
}

/** When one person is there: nobody comes and goes on the minute. In milliseconds after midnight. */
export function stintsOf({ stints }: Rhythm, random: Random): { readonly from: number; readonly until: number }[] {
  const unpunctual = () => (random.next() + random.next() - 1) * 15 * MINUTE;
  return stints.map(([from, until]) => ({ from: from * HOUR + unpunctual(), until: until * HOUR + unpunctual() }));
}

/** A time to wait that is `mean` on average, seldom much more, as people's are. */
export function around(mean: number, random: Random): number {
  return mean * (0.4 + 0.4 * (random.next() + random.next() + random.next()));
}
