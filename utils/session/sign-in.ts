import * as oauth from 'oauth4webapi';
import { browser } from '../browser.ts';
import type { PlanServiceSettings } from '../settings/settings.ts';
import { judgeCallback } from './callback.ts';
import { discover } from './discovery.ts';
import type { Session } from './session.ts';
import { failureOf, type SignInFailure, STOPPED } from './sign-in-codes.ts';
import { throughWindow, WindowFailed } from './sign-in-window.ts';
import type { Attempt } from './signing-in.ts';
import { acceptTokens, callOptions, clientOf } from './tokens.ts';

export type { SignInFailure };

export type SignInResult =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly failure: SignInFailure };

/**
 * Signs in with the plan service's own log-in page: authorization code with PKCE S256, state and nonce, in a window
 * of the browser. Nothing of the page or the patient goes with it. Whoever was signed in before is asked to say again
 * who they are (`prompt=login`): a window left open by somebody else lets nobody in.
 *
 * @param attempt is told what is being done. No browser closes that window for us; what somebody does in one that is
 *   left over from an attempt that was stopped signs nobody in: its code is never redeemed
 */
export async function signIn(planService: PlanServiceSettings, attempt: Attempt): Promise<SignInResult> {
  const { signal, step } = attempt;
  const discovery = await discover(planService, signal);
  if (signal.aborted) return { ok: false, failure: STOPPED };
  if (!discovery.ok) return { ok: false, failure: { why: discovery.why, code: discovery.code } };
  const { server } = discovery;
  const request = await authorizationRequest(server, planService);
  try {
    const window = throughWindow(request.address, () => step('window'), signal);
    const reached = await Promise.race([window, ended(signal)]);
    step('redeeming');
    return { ok: true, session: await redeem(server, planService, reached, { ...request, signal }) };
  } catch (error) {
    return { ok: false, failure: signal.aborted ? STOPPED : whyNot(error) };
  }
}

function whyNot(error: unknown): SignInFailure {
  return error instanceof WindowFailed ? error.failure : failureOf(error);
}

/** @throws once the signal has ended, and never returns before */
function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
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
  reached: string,
  request: AuthorizationRequest & { readonly signal: AbortSignal },
): Promise<Session> {
  const client = clientOf(planService);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    judgeCallback(server, client, reached, request),
    request.redirectUri,
    request.codeVerifier,
    callOptions(request.signal),
  );
  const answer = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: request.nonce,
    requireIdToken: true,
  });
  return acceptTokens(server, client, response, answer, null);
}
