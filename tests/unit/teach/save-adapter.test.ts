import { beforeEach, expect, test, vi } from 'vitest';
import type { Adapter } from '../../../utils/page/adapter.ts';
import { inForce, type Policy } from '../../../utils/settings/policy.ts';
import type { Settings } from '../../../utils/settings/settings-schema.ts';
import { readTaughtSystem, saveAdapter } from '../../../utils/teach/save-adapter.ts';

const now = vi.hoisted(() => ({ own: {} as Settings, policy: { kind: 'none' } as Policy }));
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
});

test('is saved for its system, and changes nothing else', async () => {
  expect(await readTaughtSystem('record')).toEqual({ system, managed: false });
  expect(await saveAdapter('record', adapter)).toBe(true);
  expect(now.own).toEqual({ clinicalSystems: [{ ...system, adapter }, other], lockAfterMinutes: 5 });
});

test('is never saved where the organisation sets the systems', async () => {
  now.policy = { kind: 'set', managed: { clinicalSystems: [system] } };
  const before = structuredClone(now.own);
  expect(await readTaughtSystem('record')).toEqual({ system, managed: true });
  expect(await saveAdapter('record', adapter)).toBe(false);
  expect(now.own).toEqual(before);
});

test('is not saved for a system that has gone', async () => {
  expect(await readTaughtSystem('gone')).toBeNull();
  expect(await saveAdapter('gone', adapter)).toBe(false);
});
