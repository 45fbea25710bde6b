import * as oauth from 'oauth4webapi';
import { browser } from '../browser.ts';
import type { PlanServiceSettings } from '../settings/settings.ts';
import { discover } from './discovery.ts';
import { throughLogOut } from './log-out-window.ts';
import type { Session } from './session.ts';
import { callOptions, clientOf } from './tokens.ts';

/** Asks the sign-in service to end the tokens (RFC 7009). Without an answer the grant ends by itself when it expires. */
export async function revokeTokens(
  planService: PlanServiceSettings,
  { refreshToken, accessToken }: Session,
): Promise<void> {
  const discovery = await discover(planService);
  if (!discovery.ok || !discovery.server.revocation_endpoint) return;
  const client = clientOf(planService);
  const revoke = (token: string) =>
    oauth.revocationRequest(discovery.server, client, oauth.None(), token, callOptions());
  await Promise.allSettled([...(refreshToken ? [refreshToken] : []), accessToken].map(revoke));
}

/**
 * Ends the session that the sign-in service keeps in this browser (OpenID Connect RP-Initiated Logout 1.0), so that the
 * next person is not let in as this one. May need a window of the browser for a moment. No id token goes with it as a
 * hint, although the standard recommends one: browsers write addresses into their history. A service that wants to ask
 * the person first can.
 *
 * @param signal once it has ended, no window opens for it any more, and one that can be closes
 */
export async function endProviderSession(planService: PlanServiceSettings, signal: AbortSignal): Promise<void> {
  const discovery = await discover(planService, signal);
  if (!discovery.ok || !discovery.server.end_session_endpoint) return;
  const address = new URL(discovery.server.end_session_endpoint);
  address.searchParams.set('client_id', planService.clientId);
  address.searchParams.set('post_logout_redirect_uri', browser.identity.getRedirectURL());
  // A person who closes the window has closed it; everything of ours is gone already.
  await throughLogOut(address.href, signal);
}
