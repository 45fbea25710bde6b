import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  allowSystem,
  importSettings,
  leaveSystem,
  removeSystem,
  saveChoices,
  savePlanService,
  saveSystem,
} from '../../../../utils/options/actions.ts';
import { readOptions } from '../../../../utils/options/permissions.ts';

const store = vi.hoisted(() => ({
  settings: undefined as unknown,
  managed: {} as unknown,
  granted: new Set<string>(),
  fixed: new Set<string>(),
}));

vi.mock('../../../../utils/browser.ts', () => ({
  browser: {
    storage: {
      local: {
        get: async () => ({ settings: store.settings }),
        set: async ({ settings }: { settings: unknown }) => {
          store.settings = settings;
        },
      },
      session: { get: async () => ({ policyHasCome: true }) },
      managed: { get: async () => store.managed },
    },
    permissions: {
      contains: async ({ origins: [origin] }: { origins: string[] }) => store.granted.has(origin ?? ''),
      remove: async ({ origins }: { origins: string[] }) => {
        if (origins.some((origin) => store.fixed.has(origin)))
          throw new Error('You cannot remove required permissions.');
        return origins.map((origin) => store.granted.delete(origin)).every(Boolean);
      },
      request: async ({ origins }: { origins: string[] }) => {
        if (origins.some((origin) => origin.startsWith('http:'))) throw new Error('Only permissions in the manifest');
        if (origins.some((origin) => origin.includes('refused'))) return false;
        for (const origin of origins) store.granted.add(origin);
        return true;
      },
    },
  },
}));

const record = { name: 'Record', origins: 'https://record.example.org', adapter: '' };
const saved = { id: 'record', name: 'Record', origins: ['https://record.example.org/*'] };
const planService = { name: 'Plans', fhirBase: 'https://plans.example.org', clientId: 'planside', signInOrigins: '' };

beforeEach(() => {
  store.settings = undefined;
  store.managed = {};
  store.granted.clear();
  store.fixed.clear();
});

describe('what the buttons do', () => {
  it('saves a plan service and a system, beside each other', async () => {
    expect(await savePlanService(planService)).toEqual({ outcome: { is: 'saved', name: 'Plans', kept: [] } });
    await saveSystem(null, record);
    expect(store.settings).toEqual({
      planService: expect.objectContaining({ fhirBase: 'https://plans.example.org' }),
      clinicalSystems: [saved],
    });
  });

  it('saves nothing that is wrong', async () => {
    expect(await savePlanService({ ...planService, clientId: '' })).toHaveProperty('wrong.clientId');
    expect(await saveSystem(null, { ...record, origins: '' })).toHaveProperty('wrong.origins');
    expect(await importSettings('{}}')).toHaveProperty('wrong');
    expect(store.settings).toBeUndefined();
  });

  it('changes a system in its place and gives back the permission of the address it no longer has', async () => {
    await saveSystem(null, record);
    await saveSystem(null, { ...record, name: 'Letters', origins: 'https://letters.example.org' });
    await allowSystem(saved, undefined);
    await saveSystem('record', { ...record, origins: 'https://new.example.org' });
    const { inForce, granted } = await readOptions();
    expect(inForce.clinicalSystems.map(({ id, origins }) => [id, ...origins])).toEqual([
      ['record', 'https://new.example.org/*'],
      ['letters', 'https://letters.example.org/*'],
    ]);
    expect([...granted, ...store.granted]).toEqual([]);
  });

  it('removes a system with its permission', async () => {
    await saveSystem(null, record);
    await allowSystem(saved, undefined);
    expect(await removeSystem(saved)).toEqual({ is: 'removed', name: 'Record', kept: [] });
    expect(store.settings).toEqual({ clinicalSystems: [] });
    expect(store.granted.size).toBe(0);
  });

  it('gives back the permission of a system of the organisation, which stays listed; the plan service keeps its own', async () => {
    store.managed = { clinicalSystems: [saved], planService: { ...planService, signInOrigins: [] } };
    const { inForce } = await readOptions();
    await allowSystem(saved, inForce.planService);
    expect(await leaveSystem(saved)).toEqual({ is: 'left', name: 'Record', kept: [] });
    const after = await readOptions();
    expect(after.inForce.clinicalSystems).toEqual([saved]);
    expect([...after.granted]).toEqual(['https://plans.example.org/*']);
  });

  it('says so when the browser keeps a permission', async () => {
    await saveSystem(null, record);
    await allowSystem(saved, undefined);
    store.fixed.add('https://record.example.org/*');
    const outcome = await removeSystem(saved);
    expect(outcome).toEqual({ is: 'removed', name: 'Record', kept: ['https://record.example.org/*'] });
  });

  it('tells a refusal from what the browser cannot ask', async () => {
    expect((await allowSystem(saved, undefined)).is).toBe('allowed');
    const refused = await allowSystem({ ...saved, origins: ['https://refused.example.org/*'] }, undefined);
    expect(refused).toEqual({ is: 'refused', name: 'Record' });
    const impossible = await allowSystem({ ...saved, origins: ['http://record.example.org/*'] }, undefined);
    expect(impossible).toEqual({ is: 'impossible', name: 'Record' });
  });

  it('imports instead of what was there, and gives back what that needed', async () => {
    await saveSystem(null, record);
    await allowSystem(saved, undefined);
    const file = { clinicalSystems: [{ id: 'new', name: 'New', origins: ['https://new.example.org/*'] }] };
    expect(await importSettings(JSON.stringify(file))).toHaveProperty('outcome', {
      is: 'imported',
      systems: 1,
      kept: [],
    });
    expect(store.settings).toEqual(file);
    expect(store.granted.size).toBe(0);
  });

  it('changes what was set here beneath a policy, and gives back nothing that the policy needs', async () => {
    const managed = { id: 'theirs', name: 'Theirs', origins: ['https://record.example.org/*'] };
    await saveSystem(null, record);
    await allowSystem(saved, undefined);
    store.managed = { clinicalSystems: [managed], lockAfterMinutes: 5 };
    await savePlanService(planService);
    await saveChoices({ lockAfterMinutes: '20', offlineCopies: true, language: 'cy' });
    expect(store.settings).toMatchObject({ clinicalSystems: [saved], offlineCopies: true, language: 'cy' });
    expect(store.settings).not.toHaveProperty('lockAfterMinutes');
    expect((await readOptions()).inForce).toMatchObject({ clinicalSystems: [managed], lockAfterMinutes: 5 });
    await importSettings('{"clinicalSystems": []}');
    expect([...store.granted]).toEqual(['https://record.example.org/*']);
  });

  it('keeps what was set here, and every permission, while a policy is broken', async () => {
    await saveSystem(null, record);
    await allowSystem(saved, undefined);
    const before = structuredClone(store.settings);
    store.managed = { clinicalSystems: 'all' };
    expect(await readOptions()).toMatchObject({
      inForce: { clinicalSystems: [] },
      policy: { kind: 'broken', code: 'POLICY-BROKEN', places: ['clinicalSystems'], lastGood: null },
    });
    store.managed = {};
    expect((await readOptions()).inForce).toEqual(before);
    expect(store.granted.size).toBe(1);
  });
});
