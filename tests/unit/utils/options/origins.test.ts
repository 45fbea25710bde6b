import { describe, expect, it, vi } from 'vitest';
import { missingAddresses, originsToAllow, originsToGiveBack, systemState } from '../../../../utils/options/origins.ts';

vi.mock('../../../../utils/browser.ts', () => ({ browser: {} }));

const planService = {
  name: 'Example Plan Service',
  fhirBase: 'https://plans.example.org:8443/fhir',
  clientId: 'planside',
  scopes: 'openid',
  signInOrigins: ['https://sign-in.example.org', 'https://plans.example.org'],
};
const record = {
  id: 'record',
  name: 'Record',
  origins: ['https://record.example.org/*', 'https://shared.example.org/*'],
};
const letters = { id: 'letters', name: 'Letters', origins: ['https://letters.example.org/*'] };
const forPlans = ['https://plans.example.org/*', 'https://sign-in.example.org/*'];

describe('permissions', () => {
  it('asks for the system and the plan service at once, each host once', () => {
    expect(originsToAllow(record, planService)).toEqual([...record.origins, ...forPlans]);
  });

  it.each([
    ['off', []],
    ['off', forPlans],
    ['permissionNeeded', ['https://record.example.org/*']],
    ['permissionNeeded', record.origins],
    ['enabled', [...record.origins, ...forPlans]],
  ] as const)('calls a system %s with %j granted', (state, granted) => {
    expect(systemState(record, planService, new Set(granted))).toBe(state);
  });

  it('never calls a system enabled without a plan service', () => {
    expect(systemState(record, undefined, new Set(record.origins))).toBe('permissionNeeded');
  });

  it('names what is missing', () => {
    const granted = new Set([...record.origins, 'https://plans.example.org/*']);
    expect(missingAddresses(record, planService, granted)).toEqual(['https://sign-in.example.org']);
  });

  it('gives back what a removed system needed, but nothing that is still needed', () => {
    const sharing = { ...letters, origins: [...letters.origins, 'https://shared.example.org/*', ...forPlans] };
    const before = { planService, clinicalSystems: [record, sharing] };
    expect(originsToGiveBack(before, { planService, clinicalSystems: [record] })).toEqual(letters.origins);
    expect(originsToGiveBack(before, { clinicalSystems: [sharing] })).toEqual(['https://record.example.org/*']);
    expect(originsToGiveBack(before, before)).toEqual([]);
  });
});
