import * as oauth from 'oauth4webapi';
import { browser } from '../browser.ts';
import type { PlanServiceSettings } from '../settings.ts';
import { discover } from './discovery.ts';
import type { Session } from './session.ts';
import { clientOf, inTime, sessionFrom, transport } from './tokens.ts';

/**
 * `cancelled`: the window was closed. `serviceDown`: no answer. `refused`: the sign-in service said no. `insecure`: an
 * answer, or what the service says of itself, was not accepted. `code` is for the helpdesk.
 */
export type SignInFailure = {
  readonly why: 'cancelled' | 'serviceDown' | 'refused' | 'insecure';
  readonly code: string | null;
};

export type SignInResult =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly failure: SignInFailure };

/**
 * Signs in with the plan service's own log-in page: authorization code with PKCE S256, state and nonce, in a window
 * of the browser (`identity.launchWebAuthFlow`). Nothing of the page or the patient goes with it. Whoever was signed in
 * before is asked to say again who they are (`prompt=login`): a window left open by somebody else lets nobody in.
 */
export async function signIn(planService: PlanServiceSettings): Promise<SignInResult> {
  const discovery = await discover(planService);
  if (!discovery.ok)
    return failedWith(discovery.why, discovery.why === 'insecure' ? 'SIGN-IN-INSECURE' : 'SIGN-IN-DOWN');
  const { server } = discovery;
  const request = await authorizationRequest(server, planService);
  let callback: URL;
  try {
    callback = new URL(await browser.identity.launchWebAuthFlow({ url: request.address, interactive: true }));
  } catch {
    return failedWith('cancelled', null);
  }
  try {
    return { ok: true, session: await redeem(server, planService, callback, request) };
  } catch {
    return failedWith('refused', 'SIGN-IN-REFUSED');
  }
}

function failedWith(why: SignInFailure['why'], code: string | null): SignInResult {
  return { ok: false, failure: { why, code } };
}

type AuthorizationRequest = {
  readonly address: string;
  readonly redirectUri: string;
  readonly codeVerifier: string;
  readonly state: string;
  readonly nonce: string;
};

async function authorizationRequest(
  server: oauth.AuthorizationServer,
  planService: PlanServiceSettings,
): Promise<AuthorizationRequest> {
  const codeVerifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  const redirectUri = browser.identity.getRedirectURL();
  const address = new URL(server.authorization_endpoint ?? '');
  const parameters = {
    client_id: planService.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: planService.scopes,
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    // offline_access is only given with consent (OpenID Connect Core 11)
    prompt: 'login consent',
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return { address: address.href, redirectUri, codeVerifier, state, nonce };
}

async function redeem(
  server: oauth.AuthorizationServer,
  planService: PlanServiceSettings,
  callback: URL,
  request: AuthorizationRequest,
): Promise<Session> {
  const client = clientOf(planService);
  const code = oauth.validateAuthResponse(server, client, callback, request.state);
  const answer = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    code,
    request.redirectUri,
    request.codeVerifier,
    { ...transport, ...inTime() },
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, {
    expectedNonce: request.nonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(server, answer, { ...transport, ...inTime() });
  return sessionFrom(tokens, null);
}
