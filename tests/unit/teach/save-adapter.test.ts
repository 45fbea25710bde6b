import { beforeEach, expect, test, vi } from 'vitest';
import type { Pack } from '../../../utils/pack/pack.ts';
import { withPack } from '../../../utils/pack/with-pack.ts';
import type { Adapter } from '../../../utils/page/adapter.ts';
import { inForce, managedKeys, type Policy } from '../../../utils/settings/policy.ts';
import type { Settings } from '../../../utils/settings/settings-schema.ts';
import { readTaughtSystem, saveAdapter } from '../../../utils/teach/save-adapter.ts';

const now = vi.hoisted(() => ({ own: {} as Settings, policy: { kind: 'none' } as Policy, pack: null as Pack | null }));
vi.mock('../../../utils/pack/in-force.ts', () => ({
  readInForce: async () =>
    withPack(inForce(now.own, now.policy), now.pack, !managedKeys(now.policy).has('clinicalSystems')),
}));
vi.mock('../../../utils/settings/settings.ts', () => ({
  readSettingsNow: async () => ({ own: now.own, policy: now.policy, inForce: inForce(now.own, now.policy) }),
  writeSettings: async (settings: Settings) => {
    now.own = settings;
  },
}));

const system = { id: 'record', name: 'Record', origins: ['https://record.example.org/*'] };
const other = { id: 'other', name: 'Other', origins: ['https://other.example.org/*'] };
const adapter: Adapter = {
  id: 'record',
  region: '.strip',
  fields: {
    nhsNumber: { selector: '.number' },
    birthDate: { selector: '.born', order: 'dayFirst' },
    name: { whole: { selector: '.who' } },
  },
  proves: [],
  forbids: [],
  careful: true,
};

beforeEach(() => {
  now.own = { clinicalSystems: [system, other], lockAfterMinutes: 5 };
  now.policy = { kind: 'none' };
  now.pack = null;
});

test('is saved for its system, and changes nothing else', async () => {
  expect(await readTaughtSystem('record')).toMatchObject({ system, exportOnly: null });
  expect(await saveAdapter('record', adapter)).toBe(true);
  expect(now.own).toEqual({ clinicalSystems: [{ ...system, adapter }, other], lockAfterMinutes: 5 });
});

test('is never saved where the organisation sets the systems', async () => {
  now.policy = { kind: 'set', managed: { clinicalSystems: [system] } };
  const before = structuredClone(now.own);
  expect(await readTaughtSystem('record')).toMatchObject({ system, exportOnly: 'managed' });
  expect(await saveAdapter('record', adapter)).toBe(false);
  expect(now.own).toEqual(before);
});

test('is not saved for a system that has gone', async () => {
  expect(await readTaughtSystem('gone')).toBeNull();
  expect(await saveAdapter('gone', adapter)).toBe(false);
});

test('is never saved where it would not be in force: a pack says how the system is read, or switches it off', async () => {
  const pack = { format: 1, id: 'pack', sequence: 1, issuedAt: '2026-06-01T09:00:00Z' } as const;
  const before = structuredClone(now.own);
  now.pack = { ...pack, entries: [{ system: 'record', adapter: { ...adapter, id: 'packed', careful: true } }] };
  expect(await readTaughtSystem('record')).toMatchObject({ exportOnly: 'pack' });
  expect(await saveAdapter('record', adapter)).toBe(false);
  now.pack = { ...pack, entries: [{ system: 'record', switchedOff: { code: 'X' } }] };
  expect(await readTaughtSystem('record')).toMatchObject({ exportOnly: 'switchedOff' });
  expect(await saveAdapter('record', adapter)).toBe(false);
  expect(await readTaughtSystem('other')).toMatchObject({ exportOnly: null });
  expect(now.own).toEqual(before);
});
