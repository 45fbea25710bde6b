import * as oauth from 'oauth4webapi';
import { isProtected, type Wanted } from '../wanted.ts';
import { type Callback, listenForCallback } from './callback.ts';

/** What signing in brought; the tokens change when the session is renewed. */
export type SignedIn = {
  accessToken: string;
  refreshToken: string | null;
  readonly claims: Readonly<Record<string, unknown>>;
};

export type SignInResult =
  | { readonly ok: true; readonly signedIn: SignedIn; readonly server: oauth.AuthorizationServer }
  /** `why` is a sentence of ours. */
  | { readonly ok: false; readonly why: string };

const TIME_OUT_MS = 8_000;

/** Every call to the sign-in service ends by itself, and goes without TLS on this computer only. */
export function callOptions({ token_endpoint: address = '' }: oauth.AuthorizationServer) {
  const url = URL.parse(address);
  const insecure = url?.protocol === 'http:' && isProtected(url);
  return { [oauth.allowInsecureRequests]: insecure, signal: AbortSignal.timeout(TIME_OUT_MS) };
}

/** Planside as the sign-in service knows it: a public client, without a secret (as in utils/session/tokens.ts). */
export function publicClient(clientId: string): oauth.Client {
  return { client_id: clientId, token_endpoint_auth_method: 'none' };
}

/**
 * Signs in as the product does (utils/session/sign-in.ts): authorization code with PKCE S256, state and nonce. The one
 * difference is where the browser comes back to, which is this computer in place of an extension.
 */
export async function signInAtTerminal(
  server: oauth.AuthorizationServer,
  clientId: string,
  wanted: Pick<Wanted, 'scopes' | 'callbackPort' | 'say'>,
): Promise<SignInResult> {
  let callback: Callback;
  try {
    callback = await listenForCallback(wanted.callbackPort);
  } catch {
    const why = `Port ${wanted.callbackPort} of this computer is taken; name another one with --port and register it.`;
    return { ok: false, why };
  }
  try {
    return await signInWith(server, publicClient(clientId), wanted, callback);
  } finally {
    callback.close();
  }
}

type Asked = { readonly address: URL; readonly codeVerifier: string; readonly state: string; readonly nonce: string };

async function authorizationRequest(
  server: oauth.AuthorizationServer,
  client: oauth.Client,
  scope: string,
  redirectUri: string,
): Promise<Asked> {
  const codeVerifier = oauth.generateRandomCodeVerifier();
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
  const address = new URL(server.authorization_endpoint ?? '');
  const parameters = {
    client_id: client.client_id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope,
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    prompt: 'login consent',
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return { address, codeVerifier, state, nonce };
}

async function signInWith(
  server: oauth.AuthorizationServer,
  client: oauth.Client,
  { scopes, say }: Pick<Wanted, 'scopes' | 'say'>,
  { redirectUri, reached }: Callback,
): Promise<SignInResult> {
  const { address, codeVerifier, state, nonce } = await authorizationRequest(server, client, scopes, redirectUri);
  say(`Open this address in a browser and sign in (the client must be registered with ${redirectUri}):`);
  say(`  ${address.href}`);
  try {
    const code = oauth.validateAuthResponse(server, client, await reached, state);
    const [none, options] = [oauth.None(), callOptions(server)];
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      none,
      code,
      redirectUri,
      codeVerifier,
      options,
    );
    const expected = { expectedNonce: nonce, requireIdToken: true };
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, expected);
    await oauth.validateApplicationLevelSignature(server, answer, callOptions(server));
    return { ok: true, server, signedIn: signedInBy(tokens) };
  } catch (error) {
    return { ok: false, why: sayOAuthError(error) };
  }
}

function signedInBy(tokens: oauth.TokenEndpointResponse): SignedIn {
  return {
    accessToken: tokens.access_token,
    refreshToken: tokens.refresh_token ?? null,
    claims: oauth.getValidatedIdTokenClaims(tokens) ?? {},
  };
}

/** Why signing in did not work, in words of ours and the error codes of OAuth. */
export function sayOAuthError(error: unknown): string {
  if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) {
    return `The sign-in service refused with “${codeOf(error.error)}”.`;
  }
  if (error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError) {
    return `The answer of the sign-in service does not keep the standard (${codeOf(error.code)}).`;
  }
  if (error instanceof Error && error.message.startsWith('Nobody came back')) {
    return 'Nobody came back from the sign-in page within five minutes.';
  }
  return 'The sign-in service could not be reached, or its answer was none.';
}

/** Codes only: what else a service writes there may name somebody. */
function codeOf(code: unknown): string {
  return /^[A-Za-z_]{1,60}$/.test(String(code)) ? String(code) : 'no code';
}
