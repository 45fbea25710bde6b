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
      name: 'Ifẹ́ Adeyemi',
      roles: [{ id: '', role: 'Nurse', organisation: 'Exampleton', odsCode: 'X26' }],
      acting: 0,
    });
  });

  test('lists the roles of NHS CIS2, and acts in none of several', async () => {
    const roles = [
      { person_roleid: '100', role_name: 'Nurse', org_code: 'X26', org_name: 'Exampleton' },
      { person_roleid: '200', role_name: 'Nurse Manager', org_code: 'X27' },
    ];
    const both = sessionFrom(await answered({ ...WHO, nhsid_nrbac_roles: roles }), null);
    expect(both.roles).toEqual([
      { id: '100', role: 'Nurse', organisation: 'Exampleton', odsCode: 'X26' },
      { id: '200', role: 'Nurse Manager', organisation: 'X27', odsCode: 'X27' },
    ]);
    expect(both.acting).toBeNull();
    const one = sessionFrom(await answered({ ...WHO, nhsid_nrbac_roles: roles.slice(1) }), null);
    expect([one.roles.length, one.acting]).toEqual([1, 0]);
  });

  test('has empty words where role and organisation are missing, and five minutes where nothing else is said', async () => {
    const session = sessionFrom(await answered({ sub: 'nurse', name: 'Ana' }, { expires_in: undefined }), null, 0);
    expect(session).toMatchObject({
      name: 'Ana',
      roles: [{ id: '', role: '', organisation: '', odsCode: '' }],
      expiresAt: 300_000,
    });
  });

  test.each<[string, object | null]>([
    ['without an id token', null],
    ['without a name', { sub: 'x' }],
    ['with an empty name', { ...WHO, name: '' }],
    ['with a name of a page', { ...WHO, name: 'x'.repeat(301) }],
    ['with a role that is no text', { ...WHO, role: 7 }],
    ['with a role that has no id', { ...WHO, nhsid_nrbac_roles: [{ role_name: 'Nurse', org_code: 'X26' }] }],
  ])('S6: is refused %s', async (_name, claims) => {
    const answer = await answered(claims);
    expect(() => sessionFrom(answer, null)).toThrow();
  });
});

describe('the session of a hub', () => {
  const topic = { 'hub.topic': 'session-1' };

  test.each([
    ['is named by the sign-in', { ...topic, 'hub.url': 'https://hub.example/hub' }, 'https://hub.example/hub'],
    ['need not say of which hub', topic, null],
    ['is of no hub that has no address', { ...topic, 'hub.url': 'hub' }, null],
  ])('%s, and stays with a renewal', async (_, more, address) => {
    const session = sessionFrom(await answered(WHO, more), null);
    expect(session.hub).toEqual({ topic: 'session-1', address });
    expect(sessionFrom(await answered(null), session).hub).toEqual(session.hub);
  });

  test.each([[{}], [{ 'hub.topic': '' }], [{ 'hub.topic': 7 }], [{ 'hub.topic': 'x'.repeat(301) }]])(
    'is none in %o',
    async (more) => {
      expect(sessionFrom(await answered(WHO, more), null)).not.toHaveProperty('hub');
    },
  );
});

describe('a renewed session', () => {
  test('without an id token is still the same person’s', async () => {
    const renewed = sessionFrom(await answered(null, { access_token: 'second' }), before, 2000);
    expect(renewed).toEqual({ ...before, accessToken: 'second', expiresAt: 602_000 });
  });

  test('takes new tokens; who it is, and as what, stays as it was at the sign-in', async () => {
    const answer = await answered({ ...WHO, role: 'GP' }, { refresh_token: 'second' });
    const { idToken, ...renewed } = sessionFrom(answer, before, 2000);
    expect(renewed).toMatchObject({ id: before.id, refreshToken: 'second', roles: before.roles, acting: 0 });
    expect(idToken).toBe(answer.id_token);
  });

  test('S10: for somebody else, or from another issuer, is refused', async () => {
    const somebodyElse = await answered({ ...WHO, sub: 'doctor' });
    expect(() => sessionFrom(somebodyElse, before)).toThrow('SIGN-IN-TOKEN');
    const same = await answered(WHO);
    expect(() => sessionFrom(same, { ...before, issuer: 'https://other.example' })).toThrow('SIGN-IN-TOKEN');
  });
});
