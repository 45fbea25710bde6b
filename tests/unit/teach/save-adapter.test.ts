import { beforeEach, expect, test, vi } from 'vitest';
import type { Adapter } from '../../../utils/page/adapter.ts';
import { readTaughtSystem, saveAdapter } from '../../../utils/teach/save-adapter.ts';

const stored = vi.hoisted(() => ({ local: {} as Record<string, unknown>, managed: {} as Record<string, unknown> }));
vi.mock('../../../utils/browser.ts', () => ({
  browser: {
    storage: {
      local: {
        get: async () => structuredClone(stored.local),
        set: async (change: object) => void Object.assign(stored.local, structuredClone(change)),
      },
      managed: { get: async () => structuredClone(stored.managed) },
    },
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
  stored.local = { settings: { clinicalSystems: [system, other], lockAfterMinutes: 5 } };
  stored.managed = {};
});

test('is saved for its system, and changes nothing else', async () => {
  expect(await readTaughtSystem('record')).toEqual({ system, managed: false });
  expect(await saveAdapter('record', adapter)).toBe(true);
  expect(stored.local).toEqual({
    settings: { clinicalSystems: [{ ...system, adapter }, other], lockAfterMinutes: 5 },
  });
});

test('is never saved where the organisation sets the systems', async () => {
  stored.managed = { clinicalSystems: [system] };
  const before = structuredClone(stored.local);
  expect(await readTaughtSystem('record')).toEqual({ system, managed: true });
  expect(await saveAdapter('record', adapter)).toBe(false);
  expect(stored.local).toEqual(before);
});

test('is not saved for a system that has gone', async () => {
  expect(await readTaughtSystem('gone')).toBeNull();
  expect(await saveAdapter('gone', adapter)).toBe(false);
});
