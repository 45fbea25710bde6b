import * as oauth from 'oauth4webapi';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Session } from '../../../utils/session/session.ts';

vi.mock('../../../utils/browser.ts', () => ({ browser: {} }));
const { sessionFrom } = await import('../../../utils/session/tokens.ts');

const server = {
  issuer: 'https://login.example',
  token_endpoint: 'https://login.example/token',
  id_token_signing_alg_values_supported: ['RS256'],
};
const client = { client_id: 'planside', token_endpoint_auth_method: 'none' };
const coded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const now = Math.floor(Date.now() / 1000);
const WHO = { sub: 'nurse', name: 'Ifẹ́ Adeyemi', role: 'Nurse', organisation: 'Exampleton', ods_code: 'X26' };

/** A token answer as the library has validated it; `claims` of an id token, or none in it. */
async function answered(claims: object | null, more: object = {}): Promise<oauth.TokenEndpointResponse> {
  const payload = { iss: server.issuer, aud: client.client_id, iat: now, exp: now + 300, ...claims };
  const token = `${coded({ alg: 'RS256' })}.${coded(payload)}.${coded({})}`;
  const body = {
    access_token: 'access',
    token_type: 'bearer',
    expires_in: 600,
    ...(claims ? { id_token: token } : {}),
    ...more,
  };
  return oauth.processRefreshTokenResponse(server, client, Response.json(body));
}

let before: Session;
beforeAll(async () => {
  before = sessionFrom(await answered(WHO, { refresh_token: 'first' }), null, 1000);
});

describe('a new session', () => {
  test('says who has signed in, and until when', () => {
    expect(before).toMatchObject({
      issuer: 'https://login.example',
      subject: 'nurse',
      accessToken: 'access',
      refreshToken: 'first',
      expiresAt: 601_000,
      signedInAs: { name: 'Ifẹ́ Adeyemi', role: 'Nurse', organisation: 'Exampleton' },
      odsCode: 'X26',
    });
  });

  test('has empty words where role and organisation are missing, and five minutes where nothing else is said', async () => {
    const session = sessionFrom(await answered({ sub: 'nurse', name: 'Ana' }, { expires_in: undefined }), null, 0);
    expect(session).toMatchObject({
      signedInAs: { name: 'Ana', role: '', organisation: '' },
      odsCode: '',
      expiresAt: 300_000,
    });
  });

  test('S6: is refused without an id token, without a name, or with claims of another shape', async () => {
    const [none, nameless, odd] = [
      await answered(null),
      await answered({ sub: 'x' }),
      await answered({ ...WHO, role: 7 }),
    ];
    for (const answer of [none, nameless, odd]) expect(() => sessionFrom(answer, null)).toThrow();
  });
});

describe('a renewed session', () => {
  test('without an id token is still the same person’s', async () => {
    const renewed = sessionFrom(await answered(null, { access_token: 'second' }), before, 2000);
    expect(renewed).toEqual({ ...before, accessToken: 'second', expiresAt: 602_000 });
  });

  test('takes a new refresh token, name and role', async () => {
    const renewed = sessionFrom(await answered({ ...WHO, role: 'GP' }, { refresh_token: 'second' }), before);
    expect(renewed).toMatchObject({ refreshToken: 'second', signedInAs: { role: 'GP' } });
  });

  test('S10: for somebody else, or from another issuer, is refused', async () => {
    const somebodyElse = await answered({ ...WHO, sub: 'doctor' });
    expect(() => sessionFrom(somebodyElse, before)).toThrow('somebody else');
    const same = await answered(WHO);
    expect(() => sessionFrom(same, { ...before, issuer: 'https://other.example' })).toThrow('somebody else');
  });
});
