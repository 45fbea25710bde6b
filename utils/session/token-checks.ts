import * as oauth from 'oauth4webapi';
import * as z from 'zod/mini';
import { NotAccepted } from './sign-in-codes.ts';

/** How far this computer's clock may be behind the service's, in seconds. */
const CLOCK_BEHIND_S = 300;

const claimsSchema = z.object({
  iat: z.number(),
  azp: z.optional(z.unknown()),
  nonce: z.optional(z.unknown()),
  at_hash: z.optional(z.unknown()),
});
const headerSchema = z.object({ alg: z.string() });
const nonceSchema = z.object({ nonce: z.optional(z.string()) });

/** What a token answer is compared with. */
export type Known = {
  readonly clientId: string;
  /** The id token of the sign-in that is being renewed; `null`: this is the sign-in. */
  readonly idToken: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/**
 * What oauth4webapi leaves to its caller in a token answer: that the access token is a bearer token and the one that the
 * id token was issued with; that the id token is issued to us and not in the future; and that one that comes with a
 * renewal belongs to the same sign-in (OpenID Connect Core 1.0 §3.1.3.7, §3.1.3.8, §12.2).
 *
 * @throws NotAccepted
 */
export async function checkTokens(answer: oauth.TokenEndpointResponse, { clientId, idToken, now }: Known) {
  // The library also takes DPoP, for which Planside has no key: such a token would not be good for any request.
  if (answer.token_type !== 'bearer') throw new NotAccepted('SIGN-IN-TOKEN');
  const validated = oauth.getValidatedIdTokenClaims(answer);
  if (!validated || answer.id_token === undefined) return;
  const { iat, azp, nonce, at_hash: hash } = claimsSchema.parse(validated);
  if (iat > now / 1000 + CLOCK_BEHIND_S) throw new NotAccepted('SIGN-IN-EXPIRED');
  if (azp !== undefined && azp !== clientId) throw new NotAccepted('SIGN-IN-AUDIENCE');
  if (hash !== undefined && hash !== (await accessTokenHash(answer.access_token, answer.id_token))) {
    throw new NotAccepted('SIGN-IN-TOKEN');
  }
  const first = idToken ? nonceSchema.parse(partOf(idToken, 1)).nonce : undefined;
  if (first !== undefined && nonce !== undefined && nonce !== first) throw new NotAccepted('SIGN-IN-NONCE');
}

/** The left half of a digest of the access token, as long as that of the id token's signature (base64url). */
async function accessTokenHash(accessToken: string, idToken: string): Promise<string> {
  const { alg } = headerSchema.parse(partOf(idToken, 0));
  const bits = /(?:256|384|512)$/.exec(alg)?.[0] ?? '512';
  const digest = await crypto.subtle.digest(`SHA-${bits}`, new TextEncoder().encode(accessToken));
  const half = new Uint8Array(digest).subarray(0, digest.byteLength / 2);
  return btoa(String.fromCharCode(...half))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Header or claims of a token that has been checked. */
function partOf(token: string, part: 0 | 1): unknown {
  const coded = token.split('.')[part] ?? '';
  return JSON.parse(atob(coded.replaceAll('-', '+').replaceAll('_', '/')));
}
