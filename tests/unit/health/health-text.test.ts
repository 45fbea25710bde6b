import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { healthParts, healthText } from '../../../components/health/health-parts.ts';
import { pageWordsIn } from '../../../components/words/pages.ts';
import type { ServiceCheck } from '../../../utils/health/check-service.ts';
import { readHealth } from '../../../utils/health/health.ts';

const stored = vi.hoisted(() => ({ local: {} as object, session: {} as object, managed: {} as object }));
const area = vi.hoisted(() => (name: 'local' | 'session' | 'managed') => ({
  get: async () => structuredClone(stored[name]),
}));
vi.mock('../../../utils/browser.ts', () => ({
  browser: {
    storage: { local: area('local'), session: area('session'), managed: area('managed') },
    permissions: { contains: async ({ origins }: { origins: string[] }) => origins[0]?.includes('record') },
    runtime: { getManifest: () => ({ version: '0.1.0', manifest_version: 3 }), id: 'x', getURL: () => 'x://x/' },
  },
}));

const SECRETS = [
  '9434765919',
  'Margaret',
  'Reed',
  'Sam Patel',
  'eyJhbGciOi',
  'refresh-secret',
  'f3b1c2d4',
  'planside-client',
];
const settings = {
  planService: {
    name: 'Example Plan Service',
    fhirBase: 'https://plans.example.org/fhir/tenant-7',
    clientId: 'planside-client',
    signInOrigins: ['https://sign-in.example.org/realms/staff'],
  },
  clinicalSystems: [
    { id: 'meadow', name: 'Meadow', origins: ['https://record.example.org/*', 'https://other.example.org/*'] },
  ],
};
const check: ServiceCheck = {
  at: Date.UTC(2026, 10, 26, 9, 15),
  discovery: { is: 'answered', ms: 120 },
  capability: { is: 'failed', code: 'PLN-503' },
  signInKeys: { is: 'answered', ms: 80 },
  auditKeys: { is: 'notAsked' },
  clockAhead: -61_000,
};

/** As it is while somebody is signed in and a plan has been looked at. */
const session = {
  policyHasCome: true,
  session: { id: 'f3b1c2d4', name: 'Sam Patel', accessToken: 'eyJhbGciOi', refreshToken: 'refresh-secret' },
  visits: { 1: { nhsNumber: '9434765919', familyName: 'Reed', givenNames: ['Margaret'] } },
  sessionNote: { at: Date.UTC(2026, 10, 26, 9, 0), kind: 'signedIn', cause: null, code: null },
  shownFaults: [
    { at: Date.UTC(2026, 10, 26, 9, 10), kind: 'unreadable', cause: 'pageChanged', code: null },
    { at: Date.UTC(2026, 10, 26, 9, 5), kind: 'couldNotCheck', cause: 'Margaret Reed', code: 'PLN-503' },
  ],
  dropped: { 'page.report otherPage': 3, '9434765919 stranger': 1 },
};

beforeEach(() => {
  Object.assign(stored, { local: { settings }, session, managed: {} });
});

async function text(language: 'en' | 'cy' = 'en', checked: ServiceCheck | null = check): Promise<string> {
  const { HEALTH } = pageWordsIn(language);
  const health = await readHealth();
  return healthText(healthParts(health, checked, HEALTH), HEALTH.title, health.at);
}

describe('the text for the helpdesk', () => {
  it('says how things are', async () => {
    const says = await text();
    for (const line of [
      '- Planside: 0.1.0',
      '- Set by the organisation: nothing',
      '- https://plans.example.org: permission missing',
      '- Where to sign in: answered in 120 ms',
      '- What it can do: failed: PLN-503',
      '- Clock of this computer: 61 seconds behind',
      '- meadow: standard reading',
      '- https://record.example.org: allowed',
      '- https://other.example.org: permission missing',
      '- State: signed in, since 2026-11-26 09:00',
      '- Waiting to be delivered: 0',
      '- 2026-11-26 09:10: unreadable pageChanged PAGE-CHANGED',
      '- page.report otherPage: 3',
    ])
      expect(says.split('\n')).toContain(line);
  });

  it.each(['en', 'cy'] as const)(
    'holds no patient, no name, no token and no path beyond an origin (%s)',
    async (language) => {
      for (const checked of [null, check]) {
        const says = await text(language, checked);
        for (const secret of SECRETS) expect(says).not.toContain(secret);
        expect(says).not.toMatch(/https?:\/\/[^\s/]+\/./);
        expect(says).not.toMatch(/tenant|realms/);
      }
    },
  );

  it('holds none of it wherever in storage it lies', async () => {
    const secret = fc.constantFrom(...SECRETS, 'https://plans.example.org/fhir/Patient/9434765919');
    const holding = fc.oneof(secret, fc.array(secret), fc.dictionary(secret, secret));
    const keys = fc.constantFrom('shownFaults', 'sessionNote', 'dropped', 'auditMark', 'auditWaitingSince', 'settings');
    await fc.assert(
      fc.asyncProperty(fc.dictionary(keys, holding), async (held) => {
        Object.assign(stored, { local: { settings, ...held }, session: { ...session, ...held }, managed: held });
        const says = await text();
        for (const one of SECRETS) expect(says).not.toContain(one);
      }),
    );
  });

  it('names a broken policy by its code and the keys that are wrong', async () => {
    stored.managed = { lockAfterMinutes: 'Margaret Reed' };
    expect(await text()).toContain('- Set by the organisation: POLICY-BROKEN, at lockAfterMinutes');
  });

  it('says that the last good policy holds, and for whom and where it is', async () => {
    const support = { name: 'IT helpdesk', telephone: '01632 960100', email: 'it@example.org' };
    const lastGood = { organisation: { odsCode: 'ZZ001', name: 'Example Surgery' }, surfaces: ['panel'], support };
    stored.local = { settings, policy: { lastGood } };
    stored.managed = { ...lastGood, surfaces: ['window'] };
    const says = (await text()).split('\n');
    for (const line of [
      '- Organisation: Example Surgery (ZZ001)',
      '- Set by the organisation: POLICY-BROKEN, at surfaces.0',
      '- Until it is mended: the settings before hold: organisation, surfaces, support',
      '- Plans are shown: in the browser’s own panel',
      '- Name: IT helpdesk',
      '- Telephone: 01632 960100',
      '- Email: it@example.org',
    ])
      expect(says).toContain(line);
  });

  it('says that nothing is known of a policy yet', async () => {
    stored.session = { ...session, policyHasCome: false };
    expect(await text()).toContain('- Set by the organisation: not known yet');
  });

  it('says for how long at most events have waited', async () => {
    const auditMark = { installation: crypto.randomUUID(), sequence: 2, hash: '', open: [1, 2], standsIn: null };
    stored.local = { settings, auditMark, auditWaitingSince: Date.now() - 5_400_000 };
    expect(await text()).toContain('- Waiting to be delivered: 2, none older than 2 hours');
  });
});
