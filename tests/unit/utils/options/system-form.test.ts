import { describe, expect, it, vi } from 'vitest';
import { readSystemForm, typedSystem } from '../../../../utils/options/system-form.ts';

vi.mock('../../../../utils/browser.ts', () => ({ browser: {} }));

const none = { clinicalSystems: [] };
const typed = { name: 'Meadow GP record', origins: 'https://record.example.org', adapter: '' };
const adapter = {
  id: 'meadow',
  region: '#banner',
  fields: {
    nhsNumber: { selector: '.number' },
    birthDate: { selector: '.born' },
    name: { whole: { selector: '.name' } },
  },
  proves: ['#banner'],
  forbids: [],
};

describe('the form of a clinical system', () => {
  it('makes one match pattern of every host, whatever path or port was pasted', () => {
    const origins =
      'https://record.example.org/login?next=1, https://record.example.org:8443\n https://LETTERS.example.org/';
    expect(readSystemForm({ ...typed, origins }, null, none)).toEqual({
      system: {
        id: 'meadow-gp-record',
        name: 'Meadow GP record',
        origins: ['https://record.example.org/*', 'https://letters.example.org/*'],
      },
    });
  });

  it('keeps the id of a system that is changed, and lets it keep its addresses', () => {
    const system = { id: 'old', name: 'Old name', origins: ['https://record.example.org/*'] };
    const read = readSystemForm(typed, 'old', { clinicalSystems: [system] });
    expect(read).toEqual({ system: { ...system, name: 'Meadow GP record' } });
  });

  it('gives two systems of one name two ids', () => {
    const first = { id: 'meadow-gp-record', name: 'Meadow GP record', origins: ['https://one.example.org/*'] };
    const read = readSystemForm(typed, null, { clinicalSystems: [first] });
    expect(read).toHaveProperty('system.id', 'meadow-gp-record-2');
  });

  it.each(['Système №1', '記録', '!'.repeat(60)])('makes an id of the name "%s"', (name) => {
    const read = readSystemForm({ ...typed, name }, null, none);
    expect(read).toHaveProperty('system.id', expect.stringMatching(/^[a-z0-9-]{1,60}$/));
  });

  it('takes an adapter and shows it again', () => {
    const read = readSystemForm({ ...typed, adapter: JSON.stringify(adapter) }, null, none);
    expect(read).toHaveProperty('system.adapter', adapter);
    if ('system' in read) expect(JSON.parse(typedSystem(read.system).adapter)).toEqual(adapter);
  });

  it.each([
    ['name', ' ', true],
    ['origins', '', 'malformed'],
    ['origins', 'https://record.example.org\nrecord.example.net', 'malformed'],
    ['origins', 'http://record.example.org', 'malformed'],
    ['origins', 'https://*.example.org', 'malformed'],
    ['adapter', '{"id": ', 'notJson'],
    ['adapter', '[]', { places: [''] }],
    ['adapter', JSON.stringify({ ...adapter, region: '' }), { places: ['region'] }],
    ['adapter', JSON.stringify({ ...adapter, code: 'x' }), { places: [''] }],
  ] as const)('says what is wrong with %s "%s", and with nothing else', (field, text, wrong) => {
    const read = readSystemForm({ ...typed, [field]: text }, null, none);
    expect(read).toEqual({ wrong: { [field]: wrong } });
  });

  it('refuses an address that another system has', () => {
    const other = { id: 'other', name: 'Hearthside', origins: ['https://record.example.org/*'] };
    expect(readSystemForm(typed, null, { clinicalSystems: [other] })).toEqual({
      wrong: { origins: { origin: 'https://record.example.org', takenBy: 'Hearthside' } },
    });
  });
});
