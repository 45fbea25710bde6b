import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { PACK_FAULTS } from '../../sandbox/packs/pack-host.ts';
import { makePackKeys } from '../../sandbox/packs/sign-pack.ts';
import { PackBed } from './pack-bed.ts';
import { ADAPTER, ORIGIN, SYSTEM, WHY } from './packs.ts';

const OFF = [{ system: 'record', switchedOff: WHY }];
const MENDED = [{ system: 'record', adapter: { ...ADAPTER, id: 'mended' }, origins: [ORIGIN] }];

let bed: PackBed;
let life: Awaited<ReturnType<PackBed['born']>>;

beforeAll(async () => {
  bed = await PackBed.start();
  life = await bed.born();
});
afterAll(() => bed.stop());
beforeEach(async () => {
  bed.host.misbehave(null);
  bed.stored.local = {};
  bed.setPolicy(bed.policy);
  await bed.host.publish(MENDED);
  await life.askForPack();
});

async function inForce() {
  const [system] = (await life.readInForce()).clinicalSystems;
  return system?.switchedOff ? 'off' : (system?.adapter?.id ?? 'standard');
}
const state = () => life.readPackState({ adapterPack: bed.policy });

test('what is published is taken, kept, and named with its number', async () => {
  expect(await inForce()).toBe('mended');
  expect(await state()).toMatchObject({ code: null, holds: { id: 'example-icb' }, goodAt: expect.any(Number) });
  await bed.host.publish(OFF);
  await life.askForPack();
  expect(await inForce()).toBe('off');
});

test('what is held is not sent again: it is asked for by its tag, and 304 is as good as the pack', async () => {
  const before = bed.host.requests.length;
  const writes = JSON.stringify(bed.stored.local.pack);
  await life.askForPack();
  expect(bed.host.requests.slice(before)).toEqual([
    { status: 304, ifNoneMatch: expect.stringMatching(/^"[0-9a-f]+"$/) },
  ]);
  expect(JSON.stringify(bed.stored.local.pack)).toBe(writes);
  expect((await state())?.code).toBeNull();
});

describe.each(PACK_FAULTS)('an address that misbehaves (%s)', (fault, code) => {
  test('is named, and what was good holds', async () => {
    bed.host.misbehave(fault);
    const before = await state();
    await life.askForPack();
    expect(await inForce()).toBe('mended');
    expect(await state()).toEqual({ ...before, code, askedAt: expect.any(Number) });
    bed.host.misbehave(null);
    await life.askForPack();
    expect((await state())?.code).toBeNull();
  });

  test('never switches on what was switched off', async () => {
    await bed.host.publish(OFF);
    await life.askForPack();
    bed.host.misbehave(fault);
    await life.askForPack();
    // Of an entry without origins there is nothing to widen: that one is a good pack.
    expect(await inForce()).toBe('off');
  });

  test('gives a computer that has none nothing, and leaves it what is set', async () => {
    bed.stored.local = {};
    bed.host.misbehave(fault);
    await life.askForPack();
    if (fault !== 'older') expect(await inForce()).toBe('standard');
  });
});

test('an address that never answers is given up', async () => {
  const { fetchPack } = await import('../../../utils/pack/fetch-pack.ts');
  bed.host.misbehave('silent');
  expect(await fetchPack(bed.url, null, 50)).toEqual({ kind: 'refused', code: 'PACK-UNREACHABLE' });
});

describe('what is kept is judged on each read', () => {
  test.each<[string, (kept: { jws: string }) => unknown]>([
    [
      'one letter of it is another',
      ({ jws }) => ({ jws: jws.replace(/\.(.)/, (_, letter) => (letter === 'A' ? '.B' : '.A')) }),
    ],
    ['it is something else', () => ({ jws: 'x' })],
    ['it is of another form', () => ({ pack: { entries: [] } })],
  ])('%s: it adds nothing, and is named', async (_name, change) => {
    const kept = bed.stored.local.pack as { jws: string };
    bed.write({ pack: { ...kept, ...(change(kept) as object) } });
    expect(await inForce()).toBe('standard');
    expect((await state())?.code).toBe('PACK-SPOILED');
  });

  test('it is asked for anew, and not by its tag', async () => {
    bed.write({ pack: { ...(bed.stored.local.pack as object), jws: 'x' } });
    const before = bed.host.requests.length;
    await life.askForPack();
    expect(bed.host.requests.slice(before)).toEqual([{ status: 200, ifNoneMatch: null }]);
    expect(await inForce()).toBe('mended');
  });

  test('a key that the policy names no longer is trusted no longer', async () => {
    bed.setPolicy({ ...bed.policy, keys: [(await makePackKeys()).publicKey] });
    expect(await inForce()).toBe('standard');
  });

  test('an adapter that is wider than the policy is now is not used, and is named', async () => {
    bed.setPolicy(bed.policy, [{ ...SYSTEM, origins: ['https://other.example.org/*'] }]);
    expect(await inForce()).toBe('standard');
    await life.askForPack();
    expect((await state())?.code).toBe('PACK-ORIGINS');
  });
});

test('without a policy that names one, nothing is asked and nothing of a pack is in force', async () => {
  bed.setPolicy(undefined);
  const before = bed.host.requests.length;
  await life.askForPack();
  expect(bed.host.requests.length).toBe(before);
  expect(await inForce()).toBe('standard');
  expect(await life.readPackState({})).toBeNull();
});

test('a policy that has changed while the answer was on its way is the one that counts', async () => {
  await bed.host.publish(OFF);
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => {
    const answer = await fetch(...asked);
    bed.setPolicy({ ...bed.policy, url: `${bed.url}?another` });
    return answer;
  });
  await life.askForPack();
  vi.unstubAllGlobals();
  expect(await inForce()).toBe('mended');
});
