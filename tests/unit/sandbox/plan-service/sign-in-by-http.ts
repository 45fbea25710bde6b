import * as oauth from 'oauth4webapi';
import type { Account } from '../../../sandbox/plan-service/accounts.ts';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { SCOPES } from '../../../sandbox/plan-service/sign-in/scopes.ts';

export const REDIRECT_URI = 'https://example-extension.chromiumapp.org/';

/** The sandbox has no TLS. */
export const transport = { [oauth.allowInsecureRequests]: true };

export const client: oauth.Client = { client_id: 'planside', token_endpoint_auth_method: 'none' };

/** A browser's memory for cookies, as far as one origin needs it: the newest of each name and path. */
export class CookieJar {
  readonly #cookies = new Map<string, { readonly pair: string; readonly path: string }>();

  keep(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
      const key = `${path} ${pair.split('=')[0]}`;
      if (attributes.some((one) => /^expires=Thu, 01 Jan 1970/i.test(one))) this.#cookies.delete(key);
      else this.#cookies.set(key, { pair, path });
    }
  }

  header(url: URL): string {
    const fitting = [...this.#cookies.values()].filter(({ path }) => url.pathname.startsWith(path));
    return fitting.map(({ pair }) => pair).join('; ');
  }
}

/** One step of a browser: sends and keeps cookies, follows nothing. */
export async function browse(jar: CookieJar, url: URL, form?: Record<string, string>): Promise<Response> {
  const answer = await fetch(url, {
    redirect: 'manual',
    headers: { cookie: jar.header(url) },
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
  });
  jar.keep(answer);
  return answer;
}

type Reached = { readonly url: URL; readonly answer: Response };

/** Follows redirects until a page is shown or the origin is left. */
export async function browseTo(jar: CookieJar, start: URL, form?: Record<string, string>): Promise<Reached> {
  let url = start;
  let answer = await browse(jar, url, form);
  for (let location = answer.headers.get('location'); location !== null; location = answer.headers.get('location')) {
    url = new URL(location, url);
    if (url.origin !== start.origin) break;
    answer = await browse(jar, url);
  }
  return { url, answer };
}

/** A page may submit its own form at once, as oidc-provider's does when the person has changed; a browser lets it. */
async function letSubmit(jar: CookieJar, reached: Reached): Promise<Reached> {
  if (reached.answer.status !== 200 || reached.answer.bodyUsed) return reached;
  const page = await reached.answer.clone().text();
  const action = page.includes('document.forms[0].submit()') ? /action="([^"]+)"/.exec(page)?.[1] : undefined;
  if (action === undefined) return reached;
  const hidden = [...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
  return browseTo(jar, new URL(action, reached.url), Object.fromEntries(hidden));
}

export type SignedIn = {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly idToken: string;
  readonly tokens: oauth.TokenEndpointResponse;
  readonly claims: oauth.IDToken | undefined;
  readonly jar: CookieJar;
  readonly server: oauth.AuthorizationServer;
};

export async function discoverServer(planService: Pick<PlanService, 'fhirBase'>): Promise<oauth.AuthorizationServer> {
  const answer = await fetch(`${planService.fhirBase}/.well-known/smart-configuration`);
  return answer.json();
}

export type Wish = { readonly scope?: string; readonly prompt?: string; readonly jar?: CookieJar };

/** Authorization code flow with PKCE S256, typed into the log-in page like a person would. */
export async function signIn(planService: PlanService, account: Account, wish: Wish = {}): Promise<SignedIn> {
  const { scope = SCOPES.join(' '), prompt = 'login consent', jar = new CookieJar() } = wish;
  const server = await discoverServer(planService);
  const codeVerifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  const start = new URL(server.authorization_endpoint ?? '');
  const code_challenge = await oauth.calculatePKCECodeChallenge(codeVerifier);
  const asked = { client_id: client.client_id, redirect_uri: REDIRECT_URI, response_type: 'code', scope, state, nonce };
  start.search = new URLSearchParams({ ...asked, prompt, code_challenge, code_challenge_method: 'S256' }).toString();
  let reached = await browseTo(jar, start);
  if (reached.url.origin === start.origin) {
    const typed = { username: account.username, password: account.password };
    reached = await letSubmit(jar, await browseTo(jar, reached.url, typed));
  }
  const code = oauth.validateAuthResponse(server, client, reached.url, state);
  const answer = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    code,
    REDIRECT_URI,
    codeVerifier,
    transport,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(server, answer, transport);
  const { access_token: accessToken, refresh_token: refreshToken = '', id_token: idToken = '' } = tokens;
  return { accessToken, refreshToken, idToken, tokens, claims: oauth.getValidatedIdTokenClaims(tokens), jar, server };
}

/** Uses a refresh token once. */
export async function refresh(
  server: oauth.AuthorizationServer,
  refreshToken: string,
): Promise<oauth.TokenEndpointResponse> {
  const answer = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, transport);
  return oauth.processRefreshTokenResponse(server, client, answer);
}
