import * as oauth from 'oauth4webapi';
import * as z from 'zod/mini';
import type { PlanServiceSettings } from '../settings.ts';
import type { Session } from './session.ts';

/** Only builds for the sandbox sign in without TLS. */
export const transport = { [oauth.allowInsecureRequests]: import.meta.env.PLANSIDE_INSECURE === 'yes' };

const TIME_OUT_MS = 8_000;

/** Every call to the sign-in service ends by itself. */
export function inTime(): { signal: AbortSignal } {
  return { signal: AbortSignal.timeout(TIME_OUT_MS) };
}

/** Planside as the sign-in service knows it: a public client, without a secret. */
export function clientOf(planService: PlanServiceSettings): oauth.Client {
  return { client_id: planService.clientId, token_endpoint_auth_method: 'none' };
}

const claimsSchema = z.object({
  name: z.string(),
  role: z._default(z.string(), ''),
  organisation: z._default(z.string(), ''),
  ods_code: z._default(z.string(), ''),
});

/**
 * Makes a session of a validated token answer.
 *
 * @param before the session that was renewed: an answer may leave out refresh token and id token
 * @throws if the answer says nothing about who has signed in
 */
export function sessionFrom(answer: oauth.TokenEndpointResponse, before: Session | null, now = Date.now()): Session {
  const claims = oauth.getValidatedIdTokenClaims(answer);
  if (!claims && !before) throw new Error('no id token');
  const who = claims && claimsSchema.parse(claims);
  if (before && claims && (claims.sub !== before.subject || claims.iss !== before.issuer)) {
    throw new Error('renewed for somebody else');
  }
  return {
    issuer: claims?.iss ?? before?.issuer ?? '',
    subject: claims?.sub ?? before?.subject ?? '',
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? before?.refreshToken ?? null,
    idToken: answer.id_token ?? before?.idToken ?? '',
    expiresAt: now + (answer.expires_in ?? 300) * 1000,
    signedInAs: who
      ? { name: who.name, role: who.role, organisation: who.organisation }
      : (before?.signedInAs ?? { name: '', role: '', organisation: '' }),
    odsCode: who?.ods_code ?? before?.odsCode ?? '',
  };
}
