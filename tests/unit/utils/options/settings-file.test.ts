import { describe, expect, it, vi } from 'vitest';
import { readSettingsFile, settingsFile } from '../../../../utils/options/settings-file.ts';

vi.mock('../../../../utils/browser.ts', () => ({ browser: {} }));

const settings = {
  planService: {
    name: 'Example Plan Service',
    fhirBase: 'https://plans.example.org/fhir',
    clientId: 'planside',
    scopes: 'openid',
    signInOrigins: [],
  },
  clinicalSystems: [{ id: 'record', name: 'Record', origins: ['https://record.example.org/*'] }],
};

describe('the settings file', () => {
  it('gives back what it was made of', () => {
    expect(readSettingsFile(settingsFile(settings))).toEqual({ ok: true, settings });
  });

  it.each([
    ['', 'notJson'],
    ['null', { places: [''] }],
    ['[]', { places: [''] }],
    ['{"password": "x"}', { places: [''] }],
    ['{"planService": {}}', { places: expect.arrayContaining(['planService.name']) }],
    ['{"clinicalSystems": [{"id": "a", "name": "A", "origins": ["*"]}]}', { places: ['clinicalSystems.0.origins.0'] }],
  ])('refuses %s', (text, wrong) => {
    expect(readSettingsFile(text)).toEqual({ wrong });
  });
});
