import type { Elsewhere, PlanLookup } from '../plan-lookup.ts';
import type { EmptyAnswer } from './judge-searchset.ts';

/**
 * “No plan found”: the one place that says it (S4).
 *
 * @param _proof the service's own validated word that it holds none
 * @param elsewhere what it knows to be held by others
 */
export function noPlanFound(_proof: EmptyAnswer, elsewhere: Elsewhere, now = Date.now()): PlanLookup {
  return { kind: 'noPlanFound', elsewhere, askedAt: now };
}
