import type { AuthorizationServer } from 'oauth4webapi';
import * as z from 'zod/mini';
import type { PlanServiceSettings } from '../settings/settings.ts';
import { boundedFetch, UnusableAnswer } from './bounded-fetch.ts';
import { DOWN, type SignInCode } from './sign-in-codes.ts';

/** Discovery is asked for again after this long (NHS CIS2 asks for at most an hour), in milliseconds. */
export const KEPT_FOR_MS = 3_600_000;
/** Without an answer within this time the service is down (milliseconds). */
export const DISCOVERY_MS = 8_000;

const smartConfigurationSchema = z.object({
  issuer: z.url(),
  jwks_uri: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  revocation_endpoint: z.exactOptional(z.url()),
  end_session_endpoint: z.exactOptional(z.url()),
  /** Left out: the server knows no PKCE (RFC 8414 §2). */
  code_challenge_methods_supported: z._default(z.array(z.string()), []),
  authorization_response_iss_parameter_supported: z.exactOptional(z.boolean()),
  id_token_signing_alg_values_supported: z.exactOptional(z.array(z.string())),
  /** Ours (docs/plan-service.md): where the keys stand that audit events are sealed to. */
  audit_encryption_jwks_uri: z.exactOptional(z.url()),
});

export type Discovery =
  | { readonly ok: true; readonly server: AuthorizationServer }
  /** `insecure`: no S256, or an endpoint outside the origins that settings allow. */
  | { readonly ok: false; readonly why: 'serviceDown' | 'insecure'; readonly code: SignInCode };

let kept: { readonly of: string; readonly until: number; readonly discovery: Discovery } | null = null;

/** Asks the plan service where to sign in (SMART App Launch, `.well-known/smart-configuration`). */
export async function discover(planService: PlanServiceSettings, signal?: AbortSignal): Promise<Discovery> {
  const now = Date.now();
  // Whatever of the settings has changed, what was allowed then may not be now.
  const of = JSON.stringify(planService);
  if (kept && kept.of === of && kept.until > now) return kept.discovery;
  const discovery = await discoverNow(planService, signal);
  if (discovery.ok) kept = { of, until: now + KEPT_FOR_MS, discovery };
  return discovery;
}

/** Asks now, whatever was said before. */
export async function discoverNow(planService: PlanServiceSettings, signal?: AbortSignal): Promise<Discovery> {
  try {
    const answer = await boundedFetch(`${planService.fhirBase}/.well-known/smart-configuration`, {
      headers: { accept: 'application/json', 'x-request-id': crypto.randomUUID() },
      signal: AbortSignal.any([AbortSignal.timeout(DISCOVERY_MS), ...(signal ? [signal] : [])]),
    });
    return answer.ok ? judgeConfiguration(await answer.json(), planService) : NO_ANSWER;
  } catch (error) {
    return error instanceof UnusableAnswer && error.fault === 'redirected' ? insecure('SIGN-IN-ORIGIN') : NO_ANSWER;
  }
}

const NO_ANSWER: Discovery = { ok: false, ...DOWN };

function insecure(code: SignInCode): Discovery {
  return { ok: false, why: 'insecure', code };
}

/** Judges a SMART configuration: S256 must be offered, and every endpoint lie on an origin that settings allow. */
export function judgeConfiguration(raw: unknown, planService: PlanServiceSettings): Discovery {
  const parsed = smartConfigurationSchema.safeParse(raw);
  if (!parsed.success) return NO_ANSWER;
  const server = parsed.data;
  if (!server.code_challenge_methods_supported.includes('S256')) return insecure('SIGN-IN-PKCE');
  const allowed = [planService.fhirBase, ...planService.signInOrigins].map((address) => new URL(address).origin);
  const endpoints = [
    server.issuer,
    server.jwks_uri,
    server.authorization_endpoint,
    server.token_endpoint,
    server.revocation_endpoint,
    server.end_session_endpoint,
    server.audit_encryption_jwks_uri,
  ].filter((address) => address !== undefined);
  const areAllowed = endpoints.every((address) => allowed.includes(new URL(address).origin));
  return areAllowed ? { ok: true, server } : insecure('SIGN-IN-ORIGIN');
}
