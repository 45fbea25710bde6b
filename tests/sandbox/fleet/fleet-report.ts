import { type FleetDay, type FleetOptions, fleetDay } from './fleet.ts';
import type { Costs } from './measured-costs.ts';
import type { Kind, KindCount } from './request-tally.ts';
import { HOUR, MINUTE } from './working-day.ts';
import type { Outage } from './world.ts';

export type Peak = { readonly requests: number; readonly second: string };

/** What an outage does to the plan service: the busiest second of each time, and requests to a service that is away. */
export type OutageReport = {
  readonly outage: Outage['kind'];
  readonly jitter: boolean;
  readonly peakDuring: Peak;
  readonly peakAfter: Peak;
  readonly refused: number;
};

export type FleetReport = {
  readonly extensions: number;
  readonly seed: number;
  readonly costs: Costs;
  readonly kinds: Readonly<Record<string, KindCount & { readonly peak: Peak }>>;
  readonly planService: { readonly requests: number; readonly perHour: readonly number[]; readonly peak: Peak };
  /** The same day in browsers that stop the background whenever they may. */
  readonly forgetful: { readonly requests: number; readonly peak: Peak; readonly documents: KindCount };
  readonly outages: readonly OutageReport[];
};

/** A quarter of an hour in the busiest part of the morning. */
export const OUTAGE = { from: 10.5 * HOUR, until: 10.75 * HOUR } as const;
const WATCHED = OUTAGE.until + 15 * MINUTE;
const NONE: KindCount = { answered: 0, refused: 0, bytes: 0, unchanged: 0, spared: 0 };

/** Lives the day several times over: as it is, forgetful, and with each outage, with jitter and without. */
export function reportOn(options: Pick<FleetOptions, 'costs' | 'extensions' | 'seed'>): FleetReport {
  const day = fleetDay(options);
  const forgetful = fleetDay({ ...options, forgetful: true });
  const kinds = [...day.tally.byKind].map(([kind, count]) => [kind, { ...count, peak: peakOf(day, kind) }] as const);
  const outages = (['service', 'network'] as const).flatMap((outage) =>
    [true, false].map((jitter) => outageReport(options, outage, jitter)),
  );
  return {
    ...options,
    kinds: Object.fromEntries(kinds),
    planService: { requests: requestsIn(day), perHour: perHour(day), peak: peakOf(day, 'planService') },
    forgetful: {
      requests: requestsIn(forgetful),
      peak: peakOf(forgetful, 'planService'),
      documents: forgetful.tally.byKind.get('document') ?? NONE,
    },
    outages,
  };
}

function outageReport(
  options: Pick<FleetOptions, 'costs' | 'extensions' | 'seed'>,
  kind: Outage['kind'],
  jitter: boolean,
): OutageReport {
  const day = fleetDay({ ...options, jitter, outage: { kind, ...OUTAGE }, until: WATCHED });
  const counts = [...day.tally.byKind].filter(([of]) => of !== 'pack');
  return {
    outage: kind,
    jitter,
    peakDuring: peakOf(day, 'planService', OUTAGE.from, OUTAGE.until),
    peakAfter: peakOf(day, 'planService', OUTAGE.until, WATCHED),
    refused: counts.reduce((sum, [, { refused }]) => sum + refused, 0),
  };
}

function requestsIn({ tally }: FleetDay): number {
  return tally.seconds('planService').reduce((sum, requests) => sum + requests, 0);
}

function perHour({ tally }: FleetDay): number[] {
  const seconds = tally.seconds('planService');
  return Array.from({ length: 24 }, (_, hour) =>
    seconds.subarray(hour * 3_600, (hour + 1) * 3_600).reduce((sum, requests) => sum + requests, 0),
  );
}

function peakOf({ tally }: FleetDay, kind: Kind | 'planService', from = 0, until = 24 * HOUR): Peak {
  const first = from / 1_000;
  const seconds = tally.seconds(kind).subarray(first, until / 1_000);
  const requests = seconds.reduce((most, each) => Math.max(most, each), 0);
  return { requests, second: clock(first + seconds.indexOf(requests)) };
}

function clock(second: number): string {
  const parts = [Math.floor(second / 3_600), Math.floor(second / 60) % 60, second % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
