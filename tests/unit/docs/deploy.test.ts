import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../utils/settings/policy.ts';
import { managedSchema } from '../../../utils/settings/policy-schema.ts';
import { geckoId } from '../../browser/harness/redirect-uris.ts';

const read = (file: string) => readFileSync(`docs/deploy/${file}`, 'utf8');
const ID = 'abcdefghijklmnopabcdefghijklmnop';
const KEYS = Object.keys(managedSchema.shape).sort();

type Chromium = {
  readonly ExtensionSettings: Readonly<Record<string, object>>;
  readonly '3rdparty': { readonly extensions: Readonly<Record<string, object>> };
};

/** What a registry file writes, key by key: text, numbers, and lists and objects as JSON, as Chromium reads them. */
function registry(file: string): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const keys: Record<string, Record<string, unknown>> = {};
  let current = '';
  for (const line of read(file).split('\r\n').slice(1)) {
    const key = /^\[(.*)\]$/.exec(line)?.[1];
    const [, name, value = ''] = /^"(\w+)"=(.*)$/.exec(line) ?? [];
    if (key) keys[key] = {};
    if (key) current = key;
    else if (name) keys[current] = { ...keys[current], [name]: writtenAs(value) };
  }
  return keys;
}

function writtenAs(written: string): unknown {
  const number = /^dword:([0-9a-f]{8})$/.exec(written)?.[1];
  if (number) return Number.parseInt(number, 16);
  const text = JSON.parse(written) as string;
  return /^[[{]/.test(text) ? JSON.parse(text) : text;
}

describe.each([
  ['chrome', 'SOFTWARE\\Policies\\Google\\Chrome'],
  ['edge', 'SOFTWARE\\Policies\\Microsoft\\Edge'],
])('the policy files for %s', (browser, path) => {
  const json = JSON.parse(read(`${browser}-policy.json`)) as Chromium;
  const managed = json['3rdparty'].extensions[ID] ?? {};

  it('hold a policy that Planside takes, and install it by force', () => {
    expect(parsePolicy(managed)).toMatchObject({ kind: 'set', managed: { lockAfterMinutes: 10 } });
    expect(json.ExtensionSettings[ID]).toMatchObject({
      installation_mode: 'force_installed',
      update_url: `https://planside.example.org/${browser}/updates.xml`,
    });
  });

  it('say the same in the registry', () => {
    const keys = registry(`${browser}-policy.reg`);
    const root = `HKEY_LOCAL_MACHINE\\${path}`;
    expect(keys[root]).toEqual({ ExtensionSettings: json.ExtensionSettings });
    const asRegistry = { ...managed, offlineCopies: 0 };
    expect(keys[`${root}\\3rdparty\\extensions\\${ID}\\policy`]).toEqual(asRegistry);
  });

  it('have every key in the template, and no other', () => {
    const key = `${path}\\3rdparty\\extensions\\${ID}\\policy`.replaceAll('\\', '\\\\');
    const named = new RegExp(`<policy name="${browser}_(\\w+)" [^>]*key="${key}"`, 'g');
    expect([...read('planside.admx').matchAll(named)].map(([, name]) => name).sort()).toEqual(KEYS);
  });
});

describe('what else is ready-made', () => {
  it('holds a policy for Firefox that Planside takes, under its own name', () => {
    const { policies } = JSON.parse(read('firefox-policies.json'));
    expect(parsePolicy(policies['3rdparty'].Extensions[geckoId])).toMatchObject({ kind: 'set' });
    expect(policies.ExtensionSettings[geckoId]).toMatchObject({ installation_mode: 'force_installed' });
  });

  it('says the same to all browsers', () => {
    const [chrome, edge] = ['chrome', 'edge'].map((browser) => JSON.parse(read(`${browser}-policy.json`)) as Chromium);
    const firefox = JSON.parse(read('firefox-policies.json')).policies['3rdparty'].Extensions[geckoId];
    expect(edge?.['3rdparty']).toEqual(chrome?.['3rdparty']);
    expect(parsePolicy(firefox)).toEqual(parsePolicy(chrome?.['3rdparty'].extensions[ID]));
  });

  it('has words for every key and every place of the template', () => {
    const [admx, adml] = [read('planside.admx'), read('en-GB/planside.adml')];
    for (const [, table, id] of admx.matchAll(/\$\((string|presentation)\.(\w+)\)/g)) {
      expect(adml).toContain(`<${table} id="${id}">`);
    }
  });

  it('explains every key, and no other', () => {
    const [, table = ''] = /## Keys\n([\s\S]*?)\n## /.exec(read('README.md')) ?? [];
    expect([...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name).sort()).toEqual(KEYS);
  });
});
