import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../../../utils/plan/service/asking.ts';
import { keptAnswers } from '../../../../utils/plan/service/kept-answers.ts';
import { withRetries } from '../../../../utils/plan/service/retry.ts';
import { heldBySandbox } from '../../../sandbox/fleet/answers-of.ts';
import { type FleetDay, type FleetOptions, fleetDay } from '../../../sandbox/fleet/fleet.ts';
import { fleetLines } from '../../../sandbox/fleet/fleet-lines.ts';
import { OUTAGE, reportOn } from '../../../sandbox/fleet/fleet-report.ts';
import { type Costs, measureCosts } from '../../../sandbox/fleet/measured-costs.ts';
import { waitAfter } from '../../../sandbox/fleet/requests.ts';
import { RHYTHMS, rhythmOf } from '../../../sandbox/fleet/working-day.ts';

const EXTENSIONS = 200;
let costs: Costs;

beforeAll(async () => {
  const { withPlan, withoutPlan } = heldBySandbox();
  costs = await measureCosts(withPlan, withoutPlan);
});

function day(options: Partial<FleetOptions> = {}): FleetDay {
  return fleetDay({ costs, extensions: EXTENSIONS, seed: 1, ...options });
}
const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, each) => all + each, 0);
const most = (seconds: Uint32Array, from: number, until: number) => Math.max(...seconds.subarray(from, until));
const asked = ({ tally }: FleetDay) =>
  sum([...tally.byKind.values()].map(({ answered, refused }) => answered + refused));
const [FROM, UNTIL] = [OUTAGE.from / 1_000, OUTAGE.until / 1_000];

describe('what a look-up costs, as the product asks', () => {
  it('is a patient, plans, what others hold and a document; nothing of it twice', () => {
    const kinds = ({ kind }: { kind: string }) => kind;
    expect(costs.found.map(kinds).sort()).toEqual(['document', 'elsewhere', 'metadata', 'patient', 'plans']);
    expect(costs.noPlan.map(kinds).sort()).toEqual(['elsewhere', 'metadata', 'patient', 'plans']);
  });

  it('once more in the same visit: no capability, and a document that has not changed is not sent', () => {
    expect(costs.again.map(({ kind, unchanged }) => [kind, unchanged]).sort()).toEqual([
      ['document', true],
      ['elsewhere', false],
      ['patient', false],
      ['plans', false],
    ]);
  });
});

it.each([0, 0.25, 1])('waits before another try as long as the product does, by chance %f', async (chance) => {
  vi.useFakeTimers();
  const random = vi.spyOn(Math, 'random').mockReturnValue(chance);
  const tried: number[] = [];
  const asking = { kept: keptAnswers(), signal: new AbortController().signal, limits: LIMITS } as const;
  const once = async () => {
    tried.push(Date.now());
    return {
      again: true,
      after: null,
      answer: { kind: 'failed', cause: 'serviceDown', code: 'PLN-DOWN', tries: 1 },
    } as const;
  };
  const trying = withRetries({ ...asking, fhirBase: '', accessToken: '', odsCode: '', correlationId: '' }, once);
  await vi.runAllTimersAsync();
  await trying;
  random.mockRestore();
  vi.useRealTimers();
  expect(tried).toHaveLength(LIMITS.tries);
  const waits = tried.slice(1).map((at, before) => at - (tried[before] ?? 0));
  expect(waits).toEqual(waits.map((_, before) => waitAfter(before + 1, chance)));
});

describe('a fleet in the course of a day', () => {
  it('loses and invents no request: kinds and seconds add up to the same', () => {
    const one = day();
    for (const [kind, { answered, refused }] of one.tally.byKind) {
      expect([kind, sum(one.tally.seconds(kind))]).toEqual([kind, answered + refused]);
    }
    const packs = one.tally.byKind.get('pack')?.answered ?? 0;
    expect(packs).toBeGreaterThan(0);
    expect(sum(one.tally.seconds('planService')) + packs).toBe(asked(one));
  });

  it('is the same for the same seed, and another for another', () => {
    const seen = (seed: number) => [...day({ seed }).tally.seconds('planService')].join();
    expect(seen(1)).toBe(seen(1));
    expect(seen(1)).not.toBe(seen(2));
  });

  it('delivers every audit event once, whatever the service was in between', () => {
    for (const outage of [null, { kind: 'service', ...OUTAGE }, { kind: 'network', ...OUTAGE }] as const) {
      const { tally, kept, waiting } = day({ outage });
      expect(kept).toBeGreaterThan(100);
      expect([tally.byKind.get('audit')?.answered, waiting]).toEqual([kept, 0]);
    }
  });

  it('asks more where the background forgets, and has fewer documents that are unchanged', () => {
    const [kept, forgotten] = [day(), day({ forgetful: true })];
    const documents = ({ tally }: FleetDay) => tally.byKind.get('document');
    expect(asked(forgotten)).toBeGreaterThan(asked(kept));
    expect(documents(forgotten)?.answered).toBe(documents(kept)?.answered);
    expect(documents(forgotten)?.unchanged).toBeLessThan((documents(kept)?.unchanged ?? 0) / 2);
  });

  it('has people in the shares that were assumed', () => {
    expect(sum(RHYTHMS.map(({ share }) => share))).toBeCloseTo(1, 9);
    const who = Array.from({ length: EXTENSIONS }, (_, number) => rhythmOf(number, EXTENSIONS).who);
    for (const { who: name, share } of RHYTHMS) {
      expect(who.filter((each) => each === name)).toHaveLength(share * EXTENSIONS);
    }
  });
});

describe('a quarter of an hour', () => {
  it('of a service that is away: everything is refused, nothing before and nothing after', () => {
    const { tally } = day({ outage: { kind: 'service', ...OUTAGE } });
    const refused = sum([...tally.byKind.values()].map((count) => count.refused));
    const sent = ['planService', 'pack'] as const;
    expect(refused).toBe(sum(sent.flatMap((kind) => [...tally.seconds(kind).subarray(FROM, UNTIL)])));
  });

  it('without a network: nothing is sent, and afterwards chance keeps all from asking in one second', () => {
    const outage = { kind: 'network', ...OUTAGE } as const;
    const [spread, together] = [true, false].map((jitter) => day({ outage, jitter }).tally.seconds('planService'));
    expect(sum(spread?.subarray(FROM, UNTIL) ?? [])).toBe(0);
    const [most10, most1] = [spread, together].map((seconds) => most(seconds ?? new Uint32Array(), UNTIL, UNTIL + 60));
    expect(most10).toBeLessThan((most1 ?? 0) / 3);
  });
});

it('the report says what it found, as a table', () => {
  const report = reportOn({ costs, extensions: EXTENSIONS, seed: 1 });
  const lines = fleetLines(report).join('\n');
  expect(report.outages).toHaveLength(4);
  expect(sum(report.planService.perHour)).toBe(report.planService.requests);
  expect(lines).toContain(`| **plan service, all** | ${report.planService.requests.toLocaleString('en-GB')} |`);
  expect(lines).not.toMatch(/undefined|NaN/);
});

it('docs/deploy/fleet.md has the figures of `npm run fleet`', async () => {
  const page = await readFile(new URL('../../../../docs/deploy/fleet.md', import.meta.url), 'utf8');
  const [, ...lines] = fleetLines(reportOn({ costs, extensions: 10_000, seed: 1 }));
  expect(lines.filter((line) => !page.includes(`${line}\n`))).toEqual([]);
});
