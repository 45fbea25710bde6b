import { CompactSign, decodeJwt, importJWK, type JWK } from 'jose';
import * as z from 'zod';
import type { Change } from './hostile-proxy.ts';

const tokenAnswerSchema = z.looseObject({ access_token: z.string(), id_token: z.string() });

/** A genuine token answer, as it is about to be forged. */
export type TokenAnswer = z.infer<typeof tokenAnswerSchema>;

/** What the service says of itself, with some of it changed; `undefined`: left out. */
export function otherConfiguration(changes: Readonly<Record<string, unknown>>): Change {
  return async (pass) => Response.json({ ...(await (await pass()).json()), ...changes });
}

/** The algorithms besides the service's own that it says it signs with: nobody may be talked into them. */
export function alsoOffering(...algorithms: readonly string[]): Change {
  return otherConfiguration({ id_token_signing_alg_values_supported: ['RS256', ...algorithms] });
}

/** Changes the JSON of a token answer. */
export function changedAnswer(
  change: (answer: TokenAnswer) => Readonly<Record<string, unknown>> | Promise<Readonly<Record<string, unknown>>>,
): Change {
  return async (pass) => Response.json(await change(tokenAnswerSchema.parse(await (await pass()).json())));
}

/** Puts another id token in place of the genuine one. */
export function otherIdToken(make: (claims: Claims, genuine: string) => string | Promise<string>): Change {
  return changedAnswer(async (answer) => ({
    ...answer,
    id_token: await make(decodeJwt(answer.id_token), answer.id_token),
  }));
}

export function coded(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** What an id token says; `undefined`: left out. */
export type Claims = Readonly<Record<string, unknown>>;

export type Header = {
  readonly alg: string;
  readonly kid?: string;
  readonly crit?: string[];
  readonly [more: string]: unknown;
};

/** A token signed with that key; `crit` and whatever else a header may hold go in as they are. */
export async function signed(claims: Claims, key: JWK | Uint8Array, header: Header): Promise<string> {
  const payload = new TextEncoder().encode(JSON.stringify(claims));
  const understood = Object.fromEntries((header.crit ?? []).map((name) => [name, true]));
  const secret = key instanceof Uint8Array ? key : await importJWK(key, header.alg);
  return new CompactSign(payload).setProtectedHeader(header).sign(secret, { crit: understood });
}

/** A key without the members that have to be kept secret. */
export function publicPart({ d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, oth: _oth, ...open }: JWK): JWK {
  return open;
}
