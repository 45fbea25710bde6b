import * as oauth from 'oauth4webapi';
import { NotAccepted, type SignInCode } from './sign-in-codes.ts';

/** What an authorization response has to fit. */
export type Expected = { readonly redirectUri: string; readonly state: string };

/**
 * Judges where the browser came back to: our own address, one state that is ours, the server's own name (RFC 9207), and
 * one code (RFC 6749 §4.1.2, RFC 9700 §4.4).
 *
 * @param reached as the browser gives it
 * @returns the parameters, for `authorizationCodeGrantRequest`
 * @throws NotAccepted, or AuthorizationResponseError if the server said no
 */
export function judgeCallback(
  server: oauth.AuthorizationServer,
  client: oauth.Client,
  reached: string | undefined,
  { redirectUri, state }: Expected,
): URLSearchParams {
  const callback = URL.parse(reached ?? '');
  if (!callback || !isAt(callback, new URL(redirectUri))) throw new NotAccepted('SIGN-IN-REDIRECT');
  try {
    const answer = oauth.validateAuthResponse(server, client, callback, state);
    // The library looks at the code only when it is redeemed.
    if (answer.getAll('code').length !== 1 || answer.get('code') === '') throw new NotAccepted('SIGN-IN-CODE');
    return answer;
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError) throw error;
    throw new NotAccepted(codeFor(callback.searchParams, server, state));
  }
}

/** The very address: browsers compare beginnings only. A fragment belongs to other flows than ours. */
function isAt({ origin, pathname, username, password, hash }: URL, own: URL): boolean {
  return origin === own.origin && pathname === own.pathname && username === '' && password === '' && hash === '';
}

/** Names what the library refused, which says the same of all three; the issuer comes first, as it does there. */
function codeFor(answer: URLSearchParams, server: oauth.AuthorizationServer, state: string): SignInCode {
  const isOnly = (name: string, value: string) => answer.getAll(name).join(' ') === value;
  const isToName = answer.has('iss') || server.authorization_response_iss_parameter_supported === true;
  if (isToName && !isOnly('iss', server.issuer)) return 'SIGN-IN-ISSUER';
  return isOnly('state', state) ? 'SIGN-IN-CODE' : 'SIGN-IN-STATE';
}
