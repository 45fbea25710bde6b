import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Session } from '../../../utils/session/session.ts';

/** `storage.session` in a Map, copied in and out as the browser does. */
const stored = vi.hoisted(() => new Map<string, string>());
vi.mock('../../../utils/browser.ts', () => ({
  browser: {
    storage: {
      session: {
        get: async (keys: string | readonly string[]) =>
          Object.fromEntries(
            [keys].flat().flatMap((key) => (stored.has(key) ? [[key, JSON.parse(stored.get(key) ?? '')]] : [])),
          ),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) stored.set(key, JSON.stringify(value));
        },
        remove: async (keys: string | readonly string[]) => {
          for (const key of [keys].flat()) stored.delete(key);
        },
      },
    },
  },
}));
const { currentSession, renewSession } = await import('../../../utils/session/access-token.ts');
const { changeSession, forgetSession, openSession, readSession } = await import('../../../utils/session/session.ts');
const { newWatch } = await import('../../../utils/session/deadlines.ts');

const NOW = Date.now();
const watch = newWatch(600_000, NOW);
const session: Session = {
  id: 'e6b1a2c4-5d3f-4a7b-8c9d-0e1f2a3b4c5d',
  issuer: 'https://login.example',
  subject: 'nurse',
  accessToken: 'old',
  refreshToken: 'refresh 1',
  idToken: 'id',
  expiresAt: NOW + 60_000,
  name: 'Ifẹ́ Adeyemi',
  roles: [
    { id: '100', role: 'Nurse', organisation: 'Exampleton', odsCode: 'X26' },
    { id: '200', role: 'Nurse', organisation: 'Sampleton', odsCode: 'X27' },
  ],
  acting: 0,
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
  await openSession(session, watch);
});
afterEach(() => vi.unstubAllGlobals());

describe('currentSession', () => {
  test('is the stored one while it is good, and asks nobody', async () => {
    expect(await currentSession(planService, session.expiresAt - 31_000)).toEqual({ kind: 'good', session });
    expect(tokenRequests).toEqual([]);
  });

  test('is renewed shortly before it ends', async () => {
    expect(await currentSession(planService, session.expiresAt - 29_000)).toMatchObject({
      kind: 'good',
      session: { accessToken: 'new' },
    });
  });

  test('is none if nobody is signed in, or what is stored is no session', async () => {
    await forgetSession();
    expect(await currentSession(planService)).toEqual({ kind: 'signedOut' });
    stored.set('session', JSON.stringify({ accessToken: 'x' }));
    expect(await currentSession(planService)).toEqual({ kind: 'signedOut' });
    expect(tokenRequests).toEqual([]);
  });
});

describe('renewSession', () => {
  test('uses a refresh token once, however many ask at the same time', async () => {
    const all = await Promise.all([renewSession(planService), renewSession(planService), renewSession(planService)]);
    expect(tokenRequests).toHaveLength(1);
    const next = { ...session, accessToken: 'new', refreshToken: 'refresh 2', expiresAt: expect.any(Number) };
    for (const one of all) expect(one).toEqual({ kind: 'good', session: next });
    expect(await readSession()).toEqual(next);
    await renewSession(planService);
    expect(tokenRequests).toHaveLength(2);
    expect(tokenRequests[1]).toContain('refresh+2');
  });

  test('keeps who it is and the old refresh token where the answer has none', async () => {
    tokenAnswer = () => Response.json({ access_token: 'new', token_type: 'bearer' });
    expect(await renewSession(planService)).toMatchObject({
      kind: 'good',
      session: { refreshToken: 'refresh 1', name: session.name, roles: session.roles },
    });
  });

  test('keeps the role that was chosen while the answer was on its way', async () => {
    tokenAnswer = async () => {
      await changeSession(session.id, (now) => ({ ...now, acting: 1 }));
      return Response.json({ access_token: 'new', token_type: 'bearer' });
    };
    expect(await renewSession(planService)).toMatchObject({ kind: 'good', session: { acting: 1 } });
    expect(await readSession()).toMatchObject({ accessToken: 'new', acting: 1 });
  });

  test.each<[string, Answer]>([
    ['refused by the service', () => Response.json({ error: 'invalid_grant' }, { status: 400 })],
    ['answered with no access token', () => Response.json({ token_type: 'bearer' })],
    ['answered with a token of another kind', () => Response.json({ access_token: 'new', token_type: 'DPoP' })],
    ['sent elsewhere', () => Response.redirect('https://evil.example/token', 307)],
    ['answered at too great a length', () => Response.json({ access_token: 'x'.repeat(5_000_001) })],
  ])('%s signs out', async (_name, answer) => {
    tokenAnswer = answer;
    expect(await renewSession(planService)).toEqual({ kind: 'signedOut' });
    expect([stored.has('session'), stored.has('watch')]).toEqual([false, false]);
  });

  test.each<[string, Answer]>([
    ['a broken line', () => Promise.reject(new TypeError('fetch failed'))],
    ['a broken service', () => new Response('oops', { status: 503 })],
    ['a service that is asked too much', () => new Response('', { status: 429 })],
    ['an answer that is no JSON', () => new Response('<html>')],
    ['a page that is not there', () => new Response('<html>', { status: 404 })],
  ])('S4: %s keeps the session for another try', async (_name, answer) => {
    tokenAnswer = answer;
    expect(await renewSession(planService)).toEqual({ kind: 'unreachable', session });
    expect(await readSession()).toEqual(session);
  });

  test('S7: signed out while the answer was on its way stays signed out', async () => {
    tokenAnswer = async () => {
      await forgetSession();
      return Response.json({ access_token: 'new', token_type: 'bearer' });
    };
    expect(await renewSession(planService)).toEqual({ kind: 'signedOut' });
    expect([stored.has('session'), stored.has('watch')]).toEqual([false, false]);
  });

  test.each<[string, Answer]>([
    ['a late renewal', () => Response.json({ access_token: 'new', token_type: 'bearer' })],
    ['a late refusal', () => Response.json({ error: 'invalid_grant' }, { status: 400 })],
    ['a late silence', () => Promise.reject(new TypeError('fetch failed'))],
  ])('S7: %s leaves whoever has signed in meanwhile alone', async (_name, answer) => {
    const next: Session = { ...session, id: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed', subject: 'doctor' };
    tokenAnswer = async () => {
      await openSession(next, watch);
      return answer();
    };
    expect(await renewSession(planService)).toEqual({ kind: 'signedOut' });
    expect(await readSession()).toEqual(next);
  });

  test('without a refresh token a session ends with its access token', async () => {
    await changeSession(session.id, (now) => ({ ...now, refreshToken: null }));
    expect(await renewSession(planService)).toEqual({ kind: 'signedOut' });
    expect(await readSession()).toBeNull();
    expect(tokenRequests).toEqual([]);
  });
});
