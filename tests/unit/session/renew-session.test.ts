import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Session } from '../../../utils/session/session.ts';

/** `storage.session` in a Map, copied in and out as the browser does. */
const stored = vi.hoisted(() => new Map<string, string>());
vi.mock('../../../utils/browser.ts', () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => (stored.has(key) ? { [key]: JSON.parse(stored.get(key) ?? '') } : {}),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) stored.set(key, JSON.stringify(value));
        },
        remove: async (key: string) => stored.delete(key),
      },
    },
  },
}));
const { currentSession, renewSession } = await import('../../../utils/session/access-token.ts');
const { readSession, writeSession } = await import('../../../utils/session/session.ts');

const session: Session = {
  issuer: 'https://login.example',
  subject: 'nurse',
  accessToken: 'old',
  refreshToken: 'refresh 1',
  idToken: 'id',
  expiresAt: 1_000_000,
  signedInAs: { name: 'Ifẹ́ Adeyemi', role: 'Nurse', organisation: 'Exampleton' },
  odsCode: 'X26',
};
const planService = {
  name: 'Example',
  fhirBase: 'https://plans.example/fhir',
  clientId: 'planside',
  scopes: 'openid',
  signInOrigins: ['https://login.example'],
};
const configuration = {
  issuer: 'https://login.example',
  jwks_uri: 'https://login.example/jwks',
  authorization_endpoint: 'https://login.example/authorize',
  token_endpoint: 'https://login.example/token',
  code_challenge_methods_supported: ['S256'],
};

type Answer = () => Response | Promise<Response>;
let tokenAnswer: Answer;
let tokenRequests: string[];

beforeEach(async () => {
  stored.clear();
  tokenRequests = [];
  tokenAnswer = () =>
    Response.json({ access_token: 'new', token_type: 'bearer', expires_in: 300, refresh_token: 'refresh 2' });
  vi.stubGlobal('fetch', async (address: string | URL, init?: RequestInit) => {
    if (String(address).includes('smart-configuration')) return Response.json(configuration);
    tokenRequests.push(String(init?.body));
    return tokenAnswer();
  });
  await writeSession(session);
});
afterEach(() => vi.unstubAllGlobals());

describe('currentSession', () => {
  test('is the stored one while it is good, and asks nobody', async () => {
    expect(await currentSession(planService, session.expiresAt - 31_000)).toEqual(session);
    expect(tokenRequests).toEqual([]);
  });

  test('is renewed shortly before it ends', async () => {
    expect(await currentSession(planService, session.expiresAt - 29_000)).toMatchObject({ accessToken: 'new' });
  });

  test('is none if nobody is signed in, or what is stored is no session', async () => {
    await writeSession(null);
    expect(await currentSession(planService)).toBeNull();
    stored.set('session', JSON.stringify({ accessToken: 'x' }));
    expect(await currentSession(planService)).toBeNull();
    expect(tokenRequests).toEqual([]);
  });
});

describe('renewSession', () => {
  test('uses a refresh token once, however many ask at the same time', async () => {
    const all = await Promise.all([renewSession(planService), renewSession(planService), renewSession(planService)]);
    expect(tokenRequests).toHaveLength(1);
    for (const one of all)
      expect(one).toMatchObject({ accessToken: 'new', refreshToken: 'refresh 2', subject: 'nurse' });
    await renewSession(planService);
    expect(tokenRequests).toHaveLength(2);
    expect(tokenRequests[1]).toContain('refresh+2');
  });

  test('keeps who it is and the old refresh token where the answer has none', async () => {
    tokenAnswer = () => Response.json({ access_token: 'new', token_type: 'bearer' });
    expect(await renewSession(planService)).toMatchObject({
      refreshToken: 'refresh 1',
      signedInAs: session.signedInAs,
    });
  });

  test('refused by the service signs out', async () => {
    tokenAnswer = () => Response.json({ error: 'invalid_grant' }, { status: 400 });
    expect(await renewSession(planService)).toBeNull();
    expect(await readSession()).toBeNull();
  });

  test.each<[string, Answer]>([
    ['a broken line', () => Promise.reject(new TypeError('fetch failed'))],
    ['a broken service', () => new Response('oops', { status: 503 })],
    ['an answer that is no JSON', () => new Response('<html>')],
  ])('S4: %s keeps the session for another try', async (_name, answer) => {
    tokenAnswer = answer;
    expect(await renewSession(planService)).toBeNull();
    expect(await readSession()).toEqual(session);
  });

  test('S7: signed out while the answer was on its way stays signed out', async () => {
    tokenAnswer = async () => {
      await writeSession(null);
      return Response.json({ access_token: 'new', token_type: 'bearer' });
    };
    expect(await renewSession(planService)).toBeNull();
    expect(await readSession()).toBeNull();
  });

  test.each<[string, Answer]>([
    ['a late renewal', () => Response.json({ access_token: 'new', token_type: 'bearer' })],
    ['a late refusal', () => Response.json({ error: 'invalid_grant' }, { status: 400 })],
  ])('S7: %s leaves whoever has signed in meanwhile alone', async (_name, answer) => {
    const next: Session = { ...session, subject: 'doctor', refreshToken: 'other' };
    tokenAnswer = async () => {
      await writeSession(next);
      return answer();
    };
    expect(await renewSession(planService)).toBeNull();
    expect(await readSession()).toEqual(next);
  });

  test('is none without a refresh token', async () => {
    await writeSession({ ...session, refreshToken: null });
    expect(await renewSession(planService)).toBeNull();
    expect(tokenRequests).toEqual([]);
  });
});
