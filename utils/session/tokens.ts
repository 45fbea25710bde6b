import * as oauth from 'oauth4webapi';
import * as z from 'zod/mini';
import type { PlanServiceSettings } from '../settings/settings.ts';
import { boundedFetch } from './bounded-fetch.ts';
import type { HubOfSession, Role, Session } from './session.ts';
import { isNoAnswer, NotAccepted } from './sign-in-codes.ts';
import { checkTokens } from './token-checks.ts';

/** Only builds for the sandbox sign in without TLS. */
const insecureAllowed = import.meta.env.PLANSIDE_INSECURE === 'yes';

/** A call to the sign-in service ends within this time (milliseconds). */
export const CALL_MS = 8_000;

/** For every call to the sign-in service: it ends by itself, follows nothing and reads no more than it should. */
export function callOptions(signal?: AbortSignal) {
  return {
    [oauth.allowInsecureRequests]: insecureAllowed,
    [oauth.customFetch]: boundedFetch,
    signal: AbortSignal.any([AbortSignal.timeout(CALL_MS), ...(signal ? [signal] : [])]),
  };
}

/** Planside as the sign-in service knows it: a public client, without a secret. */
export function clientOf(planService: PlanServiceSettings): oauth.Client {
  return { client_id: planService.clientId, token_endpoint_auth_method: 'none' };
}

/** Names and codes that are shown, or sent as headers; longer ones are none. */
const words = z.string().check(z.maxLength(300));

/** As NHS CIS2 lists the roles of a person (`nhsid_nrbac_roles`); the name of the organisation is ours. */
const nrbacRole = z.object({
  person_roleid: words.check(z.minLength(1)),
  role_code: z.exactOptional(words),
  role_name: words,
  org_code: words,
  org_name: z._default(words, ''),
});

const claimsSchema = z.object({
  name: words.check(z.minLength(1)),
  role: z._default(words, ''),
  organisation: z._default(words, ''),
  ods_code: z._default(words, ''),
  nhsid_nrbac_roles: z._default(z.array(nrbacRole), []),
});

type Claims = z.infer<typeof claimsSchema>;

/**
 * Judges a token answer that the library has processed: signature, what else has to hold, and whose it is.
 *
 * @param response the answer as it came; the library knows by it which signature to check
 * @param before the session that was renewed; `null`: somebody signs in
 * @throws whatever `failureOf` names
 */
export async function acceptTokens(
  server: oauth.AuthorizationServer,
  { client_id: clientId }: oauth.Client,
  response: Response,
  answer: oauth.TokenEndpointResponse,
  before: Session | null,
): Promise<Session> {
  const now = Date.now();
  if (answer.id_token !== undefined) await checkSignature(server, response);
  await checkTokens(answer, { clientId, idToken: before?.idToken ?? null, now });
  return sessionFrom(answer, before, now);
}

/** Keys that did not come say nothing about the token; everything else that goes wrong here is its signature. */
async function checkSignature(server: oauth.AuthorizationServer, response: Response): Promise<void> {
  try {
    await oauth.validateApplicationLevelSignature(server, response, callOptions());
  } catch (error) {
    throw isNoAnswer(error) ? error : new NotAccepted('SIGN-IN-SIGNATURE');
  }
}

/**
 * Makes a session of a validated token answer.
 *
 * @param before the session that was renewed: an answer may leave out refresh token and id token
 * @throws NotAccepted if it names somebody else than before, or nobody; ZodError if it does not say enough
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
      throw new NotAccepted('SIGN-IN-TOKEN');
    }
    return { ...before, ...tokens };
  }
  if (!claims) throw new NotAccepted('SIGN-IN-TOKEN');
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
    ...hubIn(answer),
  };
}

/** What a sign-in says of FHIRcast (2.1), if it does. */
function hubIn(answer: oauth.TokenEndpointResponse): { readonly hub?: HubOfSession } {
  const topic = words.check(z.minLength(1)).safeParse(answer['hub.topic']);
  const address = z.url().safeParse(answer['hub.url']);
  return topic.success ? { hub: { topic: topic.data, address: address.success ? address.data : null } } : {};
}

function rolesIn({ role, organisation, ods_code, nhsid_nrbac_roles: listed }: Claims): Role[] {
  if (listed.length === 0) return [{ id: '', role, organisation, odsCode: ods_code }];
  return listed.map((one) => ({
    id: one.person_roleid,
    ...(one.role_code === undefined ? {} : { code: one.role_code }),
    role: one.role_name,
    organisation: one.org_name || one.org_code,
    odsCode: one.org_code,
  }));
}
