import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inForce, judgePolicy, managedKeys, type PolicyKept, parsePolicy } from '../../../utils/settings/policy.ts';
import { parseSettings, type Settings } from '../../../utils/settings/settings-schema.ts';

const NOTHING_KEPT: PolicyKept = { hasCome: true, isKnown: true, lastGood: null };
const policyOf = (raw: unknown, kept = NOTHING_KEPT) => judgePolicy(parsePolicy(raw), kept);

const own: Settings = {
  planService: {
    name: 'Own',
    fhirBase: 'https://own.example.org',
    clientId: 'own',
    scopes: 'openid',
    signInOrigins: [],
  },
  clinicalSystems: [{ id: 'own', name: 'Own record', origins: ['https://own-record.example.org/*'] }],
  lockAfterMinutes: 25,
  offlineCopies: true,
  language: 'cy',
};
const theirs = {
  planService: { name: 'Theirs', fhirBase: 'https://theirs.example.org', clientId: 'planside' },
  clinicalSystems: [{ id: 'theirs', name: 'Their record', origins: ['https://their-record.example.org/*'] }],
  lockAfterMinutes: 3,
  offlineCopies: false,
  language: 'en',
};
const key = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo', kid: '2026', alg: 'EdDSA' };
const adapter = {
  id: 'theirs',
  region: '#banner',
  fields: { nhsNumber: { label: 'NHS no' }, birthDate: { label: 'Born' }, name: { whole: { label: 'Name' } } },
  proves: ['#banner'],
  forbids: [],
};

describe('what is in force', () => {
  it('is what was set here where the organisation sets nothing', () => {
    expect(inForce(own, policyOf({}))).toEqual(own);
    expect(inForce(own, policyOf(undefined))).toEqual(own);
  });

  it('is, key by key, what the organisation sets, and the rest from here', () => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(theirs) as (keyof typeof theirs)[]), (keys) => {
        const policy = policyOf(Object.fromEntries(keys.map((key) => [key, theirs[key]])));
        const now = inForce(own, policy);
        expect([...managedKeys(policy)].sort()).toEqual([...keys].sort());
        for (const key of Object.keys(theirs) as (keyof typeof theirs)[]) {
          if (keys.includes(key)) expect([now[key]]).toMatchObject([theirs[key]]);
          else expect(now[key]).toEqual(own[key]);
        }
      }),
    );
  });

  it('is what the organisation had set before while what it sets now is broken', () => {
    const before = parsePolicy(theirs);
    const lastGood = before.kind === 'set' ? before.managed : null;
    const policy = policyOf({ ...theirs, lockAfterMinutes: 'never' }, { ...NOTHING_KEPT, lastGood });
    expect(policy).toMatchObject({ kind: 'broken', places: ['lockAfterMinutes'] });
    expect(inForce(own, policy)).toEqual(inForce(own, before as typeof policy));
    expect(managedKeys(policy)).toEqual(new Set(Object.keys(theirs)));
  });

  it('is nothing while it is not known whether there is a policy', () => {
    const policy = policyOf({}, { hasCome: false, isKnown: false, lastGood: null });
    expect(policy).toEqual({ kind: 'awaited' });
    expect(inForce(own, policy)).toEqual({ clinicalSystems: [], language: 'cy' });
  });

  it('is nothing while the policy is broken, whatever is wrong with it', () => {
    for (const [key, places] of [
      ['clinicalSystems', ['clinicalSystems']],
      ['offlineCopies', ['offlineCopies']],
      ['lockAfterMinutes', ['lockAfterMinutes']],
      ['offlineCopy', ['']],
    ] as const) {
      const policy = policyOf({ ...theirs, [key]: 'yes' });
      expect(policy).toEqual({ kind: 'broken', code: 'POLICY-BROKEN', places, lastGood: null });
      expect(inForce(own, policy)).toEqual({ clinicalSystems: [], language: 'cy' });
      expect(managedKeys(policy).size).toBe(0);
    }
  });

  it('never holds an origin from here while the organisation names its own, right or wrong', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (clinicalSystems) => {
        const now = inForce(own, policyOf({ clinicalSystems }));
        expect(now.clinicalSystems).not.toContainEqual(own.clinicalSystems[0]);
      }),
    );
  });
});

describe('an adapter in a policy', () => {
  it('is an object, or JSON as text where the browser’s schema knows no adapters', () => {
    for (const given of [adapter, JSON.stringify(adapter)]) {
      const policy = policyOf({ clinicalSystems: [{ ...theirs.clinicalSystems[0], adapter: given }] });
      expect(inForce(own, policy).clinicalSystems[0]?.adapter).toEqual(adapter);
    }
  });

  it.each(['', '{', '{}', 'null', JSON.stringify({ ...adapter, code: 'x' })])('is refused as %s', (text) => {
    const policy = policyOf({ clinicalSystems: [{ ...theirs.clinicalSystems[0], adapter: text }] });
    expect(policy).toMatchObject({ kind: 'broken', places: [expect.stringMatching(/^clinicalSystems\.0\.adapter/)] });
  });
});

describe('what only an organisation can say', () => {
  const only = {
    organisation: { odsCode: 'A83011', name: 'Seaside Surgery' },
    roleHints: ['R8000', 'Paramedic'],
    surfaces: ['panel'],
    reasons: 'always',
    adapterPack: { url: 'https://packs.example.org/pack.jws', keys: [key] },
    fhircast: { hub: 'https://hub.example.org', topic: 'desk-7' },
    logOutPage: 'https://sign-in.example.org/log-out',
    support: {
      name: 'IT helpdesk',
      telephone: '01632 960 100',
      email: 'it@example.org',
      address: 'https://it.example.org',
    },
    switchedOff: ['theirs'],
  };

  it('is in force with what was set here, and cannot be set here', () => {
    expect(inForce(own, policyOf(only))).toEqual({ ...own, ...only });
    expect(managedKeys(policyOf(only))).toEqual(new Set(Object.keys(only)));
    for (const [key, value] of Object.entries(only)) expect(parseSettings({ ...own, [key]: value }).ok).toBe(false);
  });

  it.each<[keyof typeof only, unknown]>([
    ['organisation', { odsCode: 'a83011', name: 'x' }],
    ['organisation', { odsCode: 'A83011', name: 'two\nlines' }],
    ['roleHints', ['']],
    ['surfaces', []],
    ['surfaces', ['window']],
    ['reasons', 'never'],
    ['adapterPack', { ...only.adapterPack, url: 'http://packs.example.org' }],
    ['adapterPack', { ...only.adapterPack, keys: [] }],
    ['adapterPack', { ...only.adapterPack, keys: [{ ...key, d: key.x }] }],
    ['fhircast', { hub: 'wss://hub.example.org' }],
    ['logOutPage', 'javascript:alert(1)'],
    ['support', { name: 'IT', telephone: 'ring the bell' }],
    ['support', { name: 'IT', address: 'http://it.example.org' }],
    ['switchedOff', ['Their Record']],
  ])('breaks the policy where %s is %j', (key, value) => {
    const policy = policyOf({ ...only, [key]: value });
    expect(policy).toMatchObject({ kind: 'broken', places: [expect.stringMatching(new RegExp(`^${key}`))] });
  });
});
