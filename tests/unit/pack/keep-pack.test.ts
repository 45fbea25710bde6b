import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ringing } from '../../../utils/pack/ringing.ts';
import { PackBed } from './pack-bed.ts';
import { WHY } from './packs.ts';

const MINUTE = 60_000;

let bed: PackBed;

beforeEach(async () => {
  bed = await PackBed.start();
  bed.setPolicy(bed.policy);
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  await bed.stop();
});

async function live() {
  const life = await bed.born();
  life.keepPack();
  return life;
}

const heldNow = async (life: Awaited<ReturnType<typeof live>>) => {
  const kept = await life.readHeldPack(bed.policy.keys);
  return kept.kind === 'held' ? kept.held.pack.sequence : kept.kind;
};

test('whatever chance says, no two looks are more than four minutes apart', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (chance) => {
      const { delayInMinutes, periodInMinutes } = ringing(() => chance);
      expect(delayInMinutes).toBeGreaterThanOrEqual(0.5);
      expect(delayInMinutes).toBeLessThanOrEqual(periodInMinutes);
      expect(periodInMinutes).toBeGreaterThanOrEqual(3);
      expect(periodInMinutes).toBeLessThanOrEqual(4);
    }),
  );
});

describe('the pack is asked for', () => {
  test('when the policy first names it, and each time the alarm rings', async () => {
    const life = await live();
    await bed.untilAsked(1);
    expect(bed.alarms.get('pack')?.periodInMinutes).toBeLessThanOrEqual(4);
    await vi.waitFor(async () => expect(await heldNow(life)).toBe(1));
    await bed.host.publish([{ system: 'record', switchedOff: WHY }]);
    bed.ring();
    await vi.waitFor(async () => expect(await heldNow(life)).toBe(2));
  });

  test('at the start of the browser, and when the policy has changed', async () => {
    await live();
    await bed.untilAsked(1);
    await live();
    bed.startBrowser();
    await bed.untilAsked(2);
    bed.setPolicy({ ...bed.policy, url: `${bed.url}?another` });
    await bed.untilAsked(3);
  });

  test('once, however often it is heard at a start that there is a policy', async () => {
    const life = await live();
    bed.startBrowser();
    bed.setPolicy(bed.policy);
    bed.setPolicy(bed.policy);
    await vi.waitFor(async () => expect(await heldNow(life)).toBe(1));
    bed.setPolicy({ ...bed.policy, url: `${bed.url}?another` });
    await bed.untilAsked(2);
    expect(bed.host.requests).toHaveLength(2);
  });

  test('by a background that was killed: its alarm is still set, and what was due is done at once', async () => {
    const first = await live();
    await bed.untilAsked(1);
    await vi.waitFor(async () => expect(await first.readPackNote(bed.url)).not.toBeNull());
    const alarm = bed.alarms.get('pack');
    const second = await live();
    await vi.waitFor(async () => expect(await heldNow(second)).toBe(1));
    expect(bed.alarms.get('pack')).toBe(alarm);
    expect(bed.host.requests).toHaveLength(1);
    const { url, ...note } = (await second.readPackNote(bed.url)) ?? { url: '', askedAt: 0 };
    for (const askedAt of [Date.now() - 5 * MINUTE, Date.now() + MINUTE]) {
      const before = bed.host.requests.length;
      bed.write({ packNote: { ...note, url, askedAt } });
      await live();
      await bed.untilAsked(before + 1);
    }
  });

  test('when somebody has been at what was kept', async () => {
    const life = await live();
    await vi.waitFor(async () => expect(await heldNow(life)).toBe(1));
    bed.write({ pack: { jws: 'x' } });
    await vi.waitFor(async () => expect(await heldNow(life)).toBe(1));
  });

  test('not while this computer is on no network, and not without a policy that names it', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const life = await live();
    await vi.waitFor(() => expect(bed.alarms.has('pack')).toBe(true));
    bed.ring();
    expect(await life.readPackNote(bed.url)).toBeNull();
    vi.stubGlobal('navigator', { onLine: true });
    bed.setPolicy(undefined);
    await vi.waitFor(() => expect(bed.alarms.has('pack')).toBe(false));
    expect(bed.host.requests).toEqual([]);
  });
});
