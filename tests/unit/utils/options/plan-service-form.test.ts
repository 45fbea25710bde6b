import { describe, expect, it, vi } from 'vitest';
import { readPlanServiceForm, typedPlanService } from '../../../../utils/options/plan-service-form.ts';

vi.mock('../../../../utils/browser.ts', () => ({ browser: {} }));

const typed = {
  name: ' Example Plan Service ',
  fhirBase: 'https://plans.example.org/fhir/',
  clientId: 'planside',
  signInOrigins: 'https://sign-in.example.org/oauth2\nhttps://sign-in.example.org',
};

describe('the plan service form', () => {
  it('reads what was typed, without the slash at the end and with sign-in addresses as origins', () => {
    expect(readPlanServiceForm(typed, undefined)).toEqual({
      planService: {
        name: 'Example Plan Service',
        fhirBase: 'https://plans.example.org/fhir',
        clientId: 'planside',
        scopes: expect.stringContaining('openid'),
        signInOrigins: ['https://sign-in.example.org'],
      },
    });
  });

  it('leaves the scopes as they were, which it does not show', () => {
    const before = { name: 'A', fhirBase: 'https://a.example.org', clientId: 'a', scopes: 'openid', signInOrigins: [] };
    expect(readPlanServiceForm(typed, before)).toHaveProperty('planService.scopes', 'openid');
  });

  it('shows what it read the way it was typed', () => {
    const read = readPlanServiceForm({ ...typed, signInOrigins: '' }, undefined);
    if ('wrong' in read) throw new Error('was refused');
    expect(readPlanServiceForm(typedPlanService(read.planService), undefined)).toEqual(read);
  });

  it.each([
    ['name', ''],
    ['name', 'x'.repeat(61)],
    ['fhirBase', ''],
    ['fhirBase', 'plans.example.org/fhir'],
    ['fhirBase', 'http://plans.example.org/fhir'],
    ['fhirBase', 'javascript:alert(1)'],
    ['fhirBase', 'https://plans.example.org/fhir?key=1'],
    ['fhirBase', 'https://*.example.org/fhir'],
    ['clientId', '  '],
    ['signInOrigins', 'https://ok.example.org\nsign-in'],
  ] as const)('says what is wrong with %s "%s", and with nothing else', (field, text) => {
    const read = readPlanServiceForm({ ...typed, [field]: text }, undefined);
    expect(read).toEqual({ wrong: { [field]: true } });
  });

  it('names every wrong field at once', () => {
    const read = readPlanServiceForm(typedPlanService(undefined), undefined);
    expect(Object.keys('wrong' in read ? read.wrong : {})).toEqual(['name', 'fhirBase', 'clientId']);
  });
});
