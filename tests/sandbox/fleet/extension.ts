import type { Random } from '../people/random.ts';
import type { Rhythm } from './working-day.ts';
import type { World } from './world.ts';

/** What happens next to an extension. */
export type Due = 'signIn' | 'open' | 'check' | 'turn' | 'tryAgain' | 'deliver' | 'pack' | 'online' | 'leave';

/** The patient who is open, as far as requests hang on it. */
export type Visit = {
  readonly hasPlan: boolean;
  /** A saved copy stands in where the service cannot be asked. */
  readonly hasCopy: boolean;
  /** When the plan that is shown was last had or found unchanged; `null`: none is shown. */
  checkedAt: number | null;
  askedAt: number;
  /** The document is at hand, with the name of its version. */
  isKept: boolean;
  isOnRecord: boolean;
  hasFailed: boolean;
};

/** One extension in the course of a day. Times are milliseconds after midnight; those of things kept say until when. */
export type Extension = {
  readonly world: World;
  readonly rhythm: Rhythm;
  readonly random: Random;
  /** Chance in the product's own waits, apart from what people do. */
  readonly waits: Random;
  readonly due: Map<Due, number>;
  readonly stints: { readonly from: number; readonly until: number }[];
  /** When the alarm rings for the first time, from the start of the browser on, and how often then. */
  readonly packFirst: number;
  readonly packEvery: number;
  discoveryKept: number;
  capabilityKept: number;
  auditKeyKept: number;
  tokenGood: number;
  /** The pack that was published overnight has been had. */
  packKept: boolean;
  wokenAt: number;
  visit: Visit | null;
  /** Audit events in all. */
  kept: number;
  /** Those that the service has not acknowledged. */
  waiting: number;
  failures: number;
};

/** The part of chance in a wait. */
export function chanceIn({ world, waits }: Extension): number {
  return world.jitter ? waits.next() : 0;
}
