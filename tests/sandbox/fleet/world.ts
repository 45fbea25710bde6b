import type { Costs } from './measured-costs.ts';
import type { RequestTally } from './request-tally.ts';

/** `service`: every request is answered at once, with 503. `network`: all computers are cut off, and back in one instant. */
export type Outage = { readonly kind: 'service' | 'network'; readonly from: number; readonly until: number };

/** What all extensions of a fleet share. */
export type World = {
  readonly costs: Costs;
  readonly tally: RequestTally;
  readonly outage: Outage | null;
  /** Without it, every wait that chance has a part in is its shortest. */
  readonly jitter: boolean;
  /** Whether browsers stop the background whenever they may: what it holds in memory is asked for again. */
  readonly forgetful: boolean;
  /** What adapter packs weigh in bytes; 0: the policy names none. */
  readonly packBytes: number;
  /** Nothing that happens later is looked at (milliseconds after midnight). */
  readonly until: number;
  /** How long the plan service's access tokens are good (milliseconds). */
  readonly accessTokenMs: number;
};

export function isAway({ outage }: World, at: number, kind: Outage['kind']): boolean {
  return outage?.kind === kind && at >= outage.from && at < outage.until;
}
