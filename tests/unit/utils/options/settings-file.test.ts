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
    ['', /no JSON/],
    ['null', /its top level/],
    ['[]', /its top level/],
    ['{"password": "x"}', /its top level/],
    ['{"planService": {}}', /planService\.name/],
    ['{"clinicalSystems": [{"id": "a", "name": "A", "origins": ["*"]}]}', /clinicalSystems\.0\.origins\.0/],
  ])('refuses %s', (text, sentence) => {
    expect(readSettingsFile(text)).toEqual({ wrong: expect.stringMatching(sentence) });
  });
});
