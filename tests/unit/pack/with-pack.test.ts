import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differsInSystemsOnly, mayTeach, withPack } from '../../../utils/pack/with-pack.ts';
import { ADAPTER, ORIGIN, packOf, SYSTEM, WHY } from './packs.ts';

const OTHER = { id: 'queue', name: 'Nightline', origins: ['https://queue.example.org/*'] };
const settings = { clinicalSystems: [SYSTEM, OTHER] };
const mended = { ...ADAPTER, id: 'mended' };

describe('what is in force', () => {
  test('without a pack: what is set', () => {
    expect(withPack(settings, null)).toEqual(settings);
  });

  test('a pack adds and mends the adapter of a system that is enabled, and leaves its origins', () => {
    const pack = packOf({ entries: [{ system: 'record', adapter: mended, origins: [ORIGIN] }] });
    expect(withPack(settings, pack).clinicalSystems).toEqual([{ ...SYSTEM, adapter: mended, byPack: true }, OTHER]);
    const before = { clinicalSystems: [{ ...SYSTEM, adapter: ADAPTER }, OTHER] };
    expect(withPack(before, pack).clinicalSystems).toEqual([{ ...SYSTEM, adapter: mended, byPack: true }, OTHER]);
  });

  test('a system is switched off by pack or policy, with the reason of the pack', () => {
    const pack = packOf({ entries: [{ system: 'record', switchedOff: WHY }] });
    expect(withPack(settings, pack).clinicalSystems).toEqual([{ ...SYSTEM, switchedOff: { reason: WHY } }, OTHER]);
    const off = { ...settings, switchedOff: ['record', 'queue', 'nowhere'] };
    expect(withPack(off, pack).clinicalSystems.map(({ switchedOff }) => switchedOff)).toEqual([
      { reason: WHY },
      { reason: null },
    ]);
  });

  test('no adapter of a pack switches on what the policy has switched off', () => {
    const off = { ...settings, switchedOff: ['record'] };
    expect(withPack(off, packOf()).clinicalSystems[0]).toEqual({ ...SYSTEM, switchedOff: { reason: null } });
  });

  test('an adapter for more than the system is made of here is not used, though the pack was good once', () => {
    const narrower = { clinicalSystems: [{ ...SYSTEM, origins: ['https://other.example.org/*'] }] };
    expect(withPack(narrower, packOf())).toEqual(narrower);
  });

  test('is taught only where it was set in this browser profile, and nobody else says how it is read', () => {
    const taught = (pack: Parameters<typeof withPack>[1], areOwn: boolean) =>
      withPack(settings, pack, areOwn)
        .clinicalSystems.filter(mayTeach)
        .map(({ id }) => id);
    expect(taught(null, true)).toEqual(['record', 'queue']);
    expect(taught(null, false)).toEqual([]);
    expect(taught(packOf(), true)).toEqual(['queue']);
    expect(taught(packOf({ entries: [{ system: 'record', switchedOff: WHY }] }), true)).toEqual(['queue']);
  });

  test('no pack whatever adds a system or an origin', () => {
    const reasons = fc.constant(WHY);
    const entry = fc.oneof(
      fc.record({ system: fc.constantFrom('record', 'queue', 'elsewhere'), switchedOff: reasons }),
      fc.record({
        system: fc.constantFrom('record', 'queue', 'elsewhere'),
        adapter: fc.constant(mended),
        origins: fc.array(fc.constantFrom(ORIGIN, 'https://queue.example.org/*', 'https://wide.example.org/*'), {
          minLength: 1,
        }),
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ system }) => system }), (entries) => {
        const { clinicalSystems } = withPack(settings, packOf({ entries }));
        expect(clinicalSystems.map(({ id, name, origins }) => ({ id, name, origins }))).toEqual([SYSTEM, OTHER]);
      }),
    );
  });
});

test('only the clinical systems make pages come anew without everybody being asked again', () => {
  const before = withPack({ ...settings, language: 'en' }, null);
  expect(differsInSystemsOnly(before, withPack({ ...settings, language: 'en' }, packOf()))).toBe(true);
  expect(differsInSystemsOnly(before, withPack({ ...settings, language: 'cy' }, null))).toBe(false);
});
