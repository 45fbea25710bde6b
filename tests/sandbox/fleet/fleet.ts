import { ringing } from '../../../utils/pack/ringing.ts';
import { backAfterMs } from '../../../utils/tabs/back-online.ts';
import { randomFrom } from '../people/random.ts';
import { liveDay } from './day-of.ts';
import type { Extension } from './extension.ts';
import type { Costs } from './measured-costs.ts';
import { type RequestTally, requestTally } from './request-tally.ts';
import { DAY, MINUTE, rhythmOf, stintsOf } from './working-day.ts';
import type { World } from './world.ts';

export type FleetOptions = Partial<Omit<World, 'costs' | 'tally'>> & {
  readonly costs: Costs;
  readonly extensions: number;
  readonly seed: number;
};

/** What became of a day: all requests, the audit events that were kept, and how many nobody has acknowledged. */
export type FleetDay = { readonly tally: RequestTally; readonly kept: number; readonly waiting: number };

/**
 * One working day of so many extensions. Each lives by itself: they share a plan service that answers at once, or, in an
 * outage, not at all; nothing of one changes the day of another.
 */
export function fleetDay(options: FleetOptions): FleetDay {
  const { costs, extensions, outage = null, jitter = true, forgetful = false } = options;
  const { packBytes = 20_000, accessTokenMs = 10 * MINUTE, until = DAY } = options;
  const world: World = { costs, tally: requestTally(), outage, jitter, forgetful, packBytes, until, accessTokenMs };
  let [kept, waiting] = [0, 0];
  for (let number = 0; number < extensions; number += 1) {
    const extension = newExtension(world, number, options);
    liveDay(extension);
    kept += extension.kept;
    waiting += extension.waiting;
  }
  return { tally: world.tally, kept, waiting };
}

function newExtension(world: World, number: number, { extensions, seed }: FleetOptions): Extension {
  const random = randomFrom(seed, `extension ${number}`);
  const rhythm = rhythmOf(number, extensions);
  const stints = stintsOf(rhythm, random);
  const begins = stints[0]?.from ?? 0;
  // A source of their own, so that the same people do the same with jitter and without.
  const waits = randomFrom(seed, `waits ${number}`);
  const { delayInMinutes, periodInMinutes } = ringing(world.jitter ? waits.next : () => 0);
  const due: Extension['due'] = new Map([['signIn', begins]]);
  if (world.packBytes > 0) due.set('pack', begins);
  const chance = world.jitter ? waits.next() : 0;
  if (world.outage?.kind === 'network') due.set('online', world.outage.until + backAfterMs(chance));
  return {
    world,
    rhythm,
    random,
    waits,
    due,
    stints,
    packFirst: delayInMinutes * MINUTE,
    packEvery: periodInMinutes * MINUTE,
    discoveryKept: 0,
    capabilityKept: 0,
    auditKeyKept: 0,
    tokenGood: 0,
    packKept: false,
    wokenAt: begins,
    visit: null,
    kept: 0,
    waiting: 0,
    failures: 0,
  };
}
