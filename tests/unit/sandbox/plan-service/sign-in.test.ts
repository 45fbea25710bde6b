import * as oauth from 'oauth4webapi';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { SCOPES } from '../../../sandbox/plan-service/sign-in/scopes.ts';
import {
  browse,
  browseTo,
  CookieJar,
  client,
  discoverServer,
  REDIRECT_URI,
  refresh,
  signIn,
  transport,
} from './sign-in-by-http.ts';
import { accountOf, callerWith, onList, ownHome, patientForm, people, refusalOf, startTestBed } from './test-bed.ts';

let planService: PlanService;
const said = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'info'), vi.spyOn(console, 'error')];

beforeAll(async () => {
  planService = await startTestBed();
});
afterAll(() => planService.stop());
afterEach(() => {
  for (const spy of said) expect(spy).not.toHaveBeenCalled();
});

const status = async (accessToken: string) =>
  (await callerWith(planService.fhirBase, accessToken).search('Patient', patientForm(onList.nhsNumber))).status;

async function authorizationPage(parameters: Record<string, string>) {
  const server = await discoverServer(planService);
  const start = new URL(server.authorization_endpoint ?? '');
  const asked = { client_id: client.client_id, redirect_uri: REDIRECT_URI, response_type: 'code', scope: 'openid' };
  start.search = new URLSearchParams({ ...asked, ...parameters }).toString();
  return browseTo(new CookieJar(), start);
}

const S256 = { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' };

describe('signing in', () => {
  it('says what it offers, all of it on its own origin', async () => {
    const server = await discoverServer(planService);
    expect(server.code_challenge_methods_supported).toEqual(['S256']);
    const addresses = [server.issuer, server.jwks_uri, server.authorization_endpoint, server.token_endpoint];
    for (const one of [...addresses, server.revocation_endpoint, server.end_session_endpoint]) {
      expect(new URL(one ?? '').origin).toBe(planService.origin);
    }
    const own = await (await fetch(`${planService.issuer}/.well-known/openid-configuration`)).json();
    for (const name of [
      'issuer',
      'jwks_uri',
      'authorization_endpoint',
      'token_endpoint',
      'revocation_endpoint',
      'end_session_endpoint',
    ] as const) {
      expect(own[name]).toBe(server[name]);
    }
  });

  it.each(['gp', 'out-of-hours', 'carer', 'nurse', 'receptionist'])(
    'lets %s in and says who that is',
    async (username) => {
      const account = accountOf(planService, username);
      const [{ id, role, organisation, odsCode }] = account.roles;
      const { tokens, claims } = await signIn(planService, account);
      expect(claims).toMatchObject({
        iss: planService.issuer,
        sub: username,
        name: account.name,
        role,
        organisation,
        ods_code: odsCode,
        nhsid_nrbac_roles: [{ person_roleid: id, role_name: role, org_code: odsCode, org_name: organisation }],
        fhirUser: `${planService.fhirBase}/Practitioner/${username}`,
      });
      expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 600, refresh_token: expect.any(String) });
      expect(new Set(tokens.scope?.split(' '))).toEqual(new Set(SCOPES));
    },
  );

  it('shows the form again after a wrong password, without the password, and lets in after the right one', async () => {
    const { url, answer } = await authorizationPage(S256);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const form = await answer.text();
    for (const said of ['carer-sandbox', `Nurse, ${ownHome.name}`, `clinician, ${people.outOfHoursProvider.name}`]) {
      expect(form).toContain(said);
    }
    const jar = new CookieJar();
    const start = await browseTo(
      jar,
      new URL(
        `${planService.issuer}/auth?${new URLSearchParams({ client_id: 'planside', redirect_uri: REDIRECT_URI, response_type: 'code', scope: 'openid', ...S256 })}`,
      ),
    );
    const wrong = await browse(jar, start.url, { username: 'gp"><script>', password: 'wrong-password' });
    expect(wrong.status).toBe(403);
    const page = await wrong.text();
    expect(page).toContain('role="alert"');
    expect(page).not.toContain('wrong-password');
    expect(page).not.toContain('"><script>');
    const mixed = await browse(jar, start.url, { username: 'gp', password: 'nurse-sandbox' });
    expect(mixed.status).toBe(403);
    const right = await browseTo(jar, start.url, { username: 'gp', password: 'gp-sandbox' });
    expect(right.url.searchParams.get('code')).toBeTruthy();
    expect(url.pathname).toMatch(/^\/log-in\//);
  });

  it('refuses without PKCE, with plain PKCE, for an unknown redirect and for another FHIR server', async () => {
    const without = await authorizationPage({});
    expect(without.url.searchParams.get('error')).toBe('invalid_request');
    const plain = await authorizationPage({ ...S256, code_challenge_method: 'plain' });
    expect(plain.url.searchParams.get('error')).toBe('invalid_request');
    const elsewhere = await authorizationPage({ ...S256, redirect_uri: 'https://elsewhere.example/' });
    expect([elsewhere.url.origin, elsewhere.answer.status]).toEqual([planService.origin, 400]);
    const aud = await authorizationPage({ ...S256, aud: 'https://elsewhere.example/fhir' });
    expect(aud.url.searchParams.get('error')).toBe('invalid_request');
  });

  it('takes a code once, and only with its verifier', async () => {
    const server = await discoverServer(planService);
    const jar = new CookieJar();
    const query = {
      client_id: 'planside',
      redirect_uri: REDIRECT_URI,
      response_type: 'code',
      scope: 'openid',
      ...S256,
    };
    const start = await browseTo(jar, new URL(`${planService.issuer}/auth?${new URLSearchParams(query)}`));
    const { url } = await browseTo(jar, start.url, { username: 'gp', password: 'gp-sandbox' });
    const body = {
      grant_type: 'authorization_code',
      code: url.searchParams.get('code') ?? '',
      redirect_uri: REDIRECT_URI,
      client_id: 'planside',
    };
    const redeem = (verifier: string) =>
      fetch(server.token_endpoint ?? '', {
        method: 'POST',
        body: new URLSearchParams({ ...body, code_verifier: verifier }),
      });
    const wrong = await redeem('0'.repeat(43));
    expect([wrong.status, (await wrong.json()).error]).toEqual([400, 'invalid_grant']);
  });

  it('forgets sign-ins it never began', async () => {
    const answer = await fetch(`${planService.origin}/log-in/unknown`);
    expect(answer.status).toBe(400);
  });
});

describe('going on', () => {
  it('gives a new refresh token each time, and ends everything when an old one comes back', async () => {
    const first = await signIn(planService, accountOf(planService, 'gp'));
    const { server } = first;
    const second = await refresh(server, first.refreshToken);
    expect(second.refresh_token).not.toBe(first.refreshToken);
    expect(await status(second.access_token)).toBe(200);
    await expect(refresh(server, first.refreshToken)).rejects.toMatchObject({ error: 'invalid_grant' });
    expect(await status(second.access_token)).toBe(401);
    expect(await status(first.accessToken)).toBe(401);
    await expect(refresh(server, second.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
    const again = await signIn(planService, accountOf(planService, 'gp'), { jar: first.jar });
    expect(await status(again.accessToken)).toBe(200);
  });

  it('ends access and refresh tokens when they are revoked', async () => {
    const { server, accessToken, refreshToken } = await signIn(planService, accountOf(planService, 'gp'));
    const answer = await oauth.revocationRequest(server, client, oauth.None(), refreshToken, transport);
    await oauth.processRevocationResponse(answer);
    expect(await refusalOf(await callerWith(planService.fhirBase, accessToken).get('metadata-not'))).toEqual([
      401,
      'expired',
    ]);
    await expect(refresh(server, refreshToken)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('ends an access token when its time is over', async () => {
    const short = await startTestBed({ accessTokenSeconds: 1 });
    try {
      const { accessToken } = await signIn(short, accountOf(short, 'gp'));
      const caller = callerWith(short.fhirBase, accessToken);
      expect((await caller.search('Patient', patientForm(onList.nhsNumber))).status).toBe(200);
      await vi.waitFor(
        async () => {
          const answer = await caller.search('Patient', patientForm(onList.nhsNumber));
          expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
          expect(await refusalOf(answer)).toEqual([401, 'expired']);
        },
        { timeout: 4000, interval: 200 },
      );
    } finally {
      await short.stop();
    }
  });

  it('signs out: the next sign-in asks again, and tokens bound to the session end', async () => {
    const gp = accountOf(planService, 'gp');
    const scope = 'openid user/Patient.rs';
    const first = await signIn(planService, gp, { scope, prompt: 'login' });
    const silent = await signIn(planService, gp, { scope, prompt: 'none', jar: first.jar });
    expect(await status(silent.accessToken)).toBe(200);
    const end = new URL(first.server.end_session_endpoint ?? '');
    end.search = new URLSearchParams({
      id_token_hint: first.idToken,
      post_logout_redirect_uri: REDIRECT_URI,
      state: 'bye',
    }).toString();
    const page = await (await browse(first.jar, end)).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(page).toContain("getElementById('sign-out').click()");
    const left = await browseTo(first.jar, new URL(`${planService.issuer}/session/end/confirm`), {
      xsrf,
      logout: 'yes',
    });
    expect(left.url.href).toBe(`${REDIRECT_URI}?state=bye`);
    await expect(signIn(planService, gp, { scope, prompt: 'none', jar: first.jar })).rejects.toThrow();
    expect(await status(silent.accessToken)).toBe(401);
  });

  it('ends tokens bound to a session when somebody else signs in with the same browser', async () => {
    const scope = 'openid user/Patient.rs';
    const first = await signIn(planService, accountOf(planService, 'gp'), { scope, prompt: 'login' });
    const out = accountOf(planService, 'out-of-hours');
    const second = await signIn(planService, out, { scope, prompt: 'login', jar: first.jar });
    expect(second.claims?.sub).toBe('out-of-hours');
    expect([await status(first.accessToken), await status(second.accessToken)]).toEqual([401, 200]);
  });

  it('answers extensions, which send their own origin', async () => {
    const { server, refreshToken } = await signIn(planService, accountOf(planService, 'gp'));
    const answer = await fetch(server.token_endpoint ?? '', {
      method: 'POST',
      headers: { origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop' },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken, client_id: 'planside' }),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(
      'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    );
  });
});
