import * as oauth from 'oauth4webapi';
import * as z from 'zod/mini';
import type { PlanServiceSettings } from '../settings.ts';
import type { Role, Session } from './session.ts';

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

/** As NHS CIS2 lists the roles of a person (`nhsid_nrbac_roles`); the name of the organisation is ours. */
const nrbacRole = z.object({
  person_roleid: z.string().check(z.minLength(1)),
  role_name: z.string(),
  org_code: z.string(),
  org_name: z._default(z.string(), ''),
});

const claimsSchema = z.object({
  name: z.string(),
  role: z._default(z.string(), ''),
  organisation: z._default(z.string(), ''),
  ods_code: z._default(z.string(), ''),
  nhsid_nrbac_roles: z._default(z.array(nrbacRole), []),
});

type Claims = z.infer<typeof claimsSchema>;

/**
 * Makes a session of a validated token answer.
 *
 * @param before the session that was renewed: an answer may leave out refresh token and id token
 * @throws if the answer says nothing about who has signed in, or names somebody else than before
 */
export function sessionFrom(answer: oauth.TokenEndpointResponse, before: Session | null, now = Date.now()): Session {
  const claims = oauth.getValidatedIdTokenClaims(answer);
  const tokens = {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? before?.refreshToken ?? null,
    idToken: answer.id_token ?? before?.idToken ?? '',
    expiresAt: now + (answer.expires_in ?? 300) * 1000,
  };
  if (before) {
    if (claims && (claims.sub !== before.subject || claims.iss !== before.issuer)) {
      throw new Error('renewed for somebody else');
    }
    return { ...before, ...tokens };
  }
  if (!claims) throw new Error('no id token');
  const who = claimsSchema.parse(claims);
  const roles = rolesIn(who);
  const acting = roles.length === 1 ? 0 : null;
  return {
    id: crypto.randomUUID(),
    issuer: claims.iss,
    subject: claims.sub,
    ...tokens,
    name: who.name,
    roles,
    acting,
  };
}

function rolesIn({ role, organisation, ods_code, nhsid_nrbac_roles: listed }: Claims): Role[] {
  if (listed.length === 0) return [{ id: '', role, organisation, odsCode: ods_code }];
  return listed.map((one) => ({
    id: one.person_roleid,
    role: one.role_name,
    organisation: one.org_name || one.org_code,
    odsCode: one.org_code,
  }));
}
