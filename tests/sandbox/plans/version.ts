import type { PlanKind } from './codes.ts';
import type { PlanIntent } from './plan-intent.ts';

/** One version of a plan before it is written as FHIR. */
export type Version = {
  readonly compositionId: string;
  /** The same for all versions of one plan. */
  readonly setId: string;
  readonly kind: PlanKind;
  readonly intent: PlanIntent;
  /** Compositions that this one takes the place of. */
  readonly replaces: readonly string[];
};
