import * as z from 'zod/mini';
import { boundedFetch } from '../../session/bounded-fetch.ts';
import { discover } from '../../session/discovery.ts';
import type { PlanServiceSettings } from '../../settings/settings.ts';
import type { LocalArea } from './mark.ts';

/** A coordinate of a point on P-256: 32 bytes (RFC 7518 §6.2.1). */
const coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

const keySchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  kid: z.string().check(z.minLength(1), z.maxLength(200)),
  x: coordinate,
  y: coordinate,
});

/** The public key to which audit events are sealed (JWK, RFC 7517). */
export type AuditKey = z.infer<typeof keySchema>;

/** `d`: a private key that lies in public seals nothing. */
const publishedSchema = z.object({
  ...keySchema.shape,
  use: z.literal('enc'),
  alg: z.literal('ECDH-ES'),
  d: z.optional(z.undefined()),
});
const jwksSchema = z.object({ keys: z.array(z.unknown()) });

const keptSchema = z.object({ fhirBase: z.string(), key: keySchema, fetchedAt: z.number() });
type KeptKey = z.infer<typeof keptSchema>;

const KEY = 'auditKey';
/** So long a key is used without asking. */
export const FRESH_MS = 3_600_000;
/** So long it is used where the service cannot be asked. */
const KEPT_MS = 30 * 24 * 3_600_000;
/** So soon a service that could not be asked is not asked again: somebody is waiting for a plan. */
const PAUSE_MS = 60_000;
const TIME_OUT_MS = 8_000;

/**
 * The keys of plan services, each asked for at most once an hour. A key is public; it is remembered in `storage.local`,
 * so that events can be sealed while the service is away, and by a background that has just begun to live.
 *
 * @returns the key of a plan service; `null` if there is none that can be used
 */
export function auditKeySource(
  area: LocalArea,
  now: () => number = Date.now,
): (planService: PlanServiceSettings) => Promise<AuditKey | null> {
  let kept: KeptKey | null = null;
  let pausedUntil = 0;
  let asking: { readonly of: string; readonly found: Promise<AuditKey | null> } | null = null;

  async function find(planService: PlanServiceSettings): Promise<AuditKey | null> {
    const { fhirBase } = planService;
    if (!keyOf(kept, fhirBase, now(), FRESH_MS)) kept = await readKept(area);
    const fresh = keyOf(kept, fhirBase, now(), FRESH_MS);
    if (fresh) return fresh;
    const old = keyOf(kept, fhirBase, now(), KEPT_MS);
    if (old && now() < pausedUntil) return old;
    const found = await ask(planService);
    if (found === 'unreachable') {
      pausedUntil = now() + PAUSE_MS;
      return old;
    }
    if (!found) return null;
    kept = { fhirBase, key: found, fetchedAt: now() };
    // A full disk does not keep anybody from the key at hand.
    await area.set({ [KEY]: kept }).catch(() => undefined);
    return found;
  }

  return (planService) => {
    if (asking?.of !== planService.fhirBase) {
      const found = find(planService).finally(() => {
        if (asking?.found === found) asking = null;
      });
      asking = { of: planService.fhirBase, found };
    }
    return asking.found;
  };
}

/** The key of this service, if it was fetched not longer ago than so many milliseconds, and not in the future. */
function keyOf(kept: KeptKey | null, fhirBase: string, now: number, age: number): AuditKey | null {
  if (!kept || kept.fhirBase !== fhirBase) return null;
  return kept.fetchedAt <= now && now - kept.fetchedAt < age ? kept.key : null;
}

async function readKept(area: LocalArea): Promise<KeptKey | null> {
  try {
    const parsed = keptSchema.safeParse((await area.get(KEY))[KEY]);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The first usable key the service names now; `null`: it can be asked, and has none; or it must not be asked there. */
async function ask(planService: PlanServiceSettings): Promise<AuditKey | null | 'unreachable'> {
  const discovery = await discover(planService);
  if (!discovery.ok) return discovery.why === 'serviceDown' ? 'unreachable' : null;
  const address = discovery.server.audit_encryption_jwks_uri;
  if (typeof address !== 'string' || !isAllowed(address, planService)) return null;
  try {
    const answer = await boundedFetch(address, {
      headers: { accept: 'application/jwk-set+json, application/json' },
      signal: AbortSignal.timeout(TIME_OUT_MS),
    });
    const jwks = answer.ok ? jwksSchema.safeParse(await answer.json()) : null;
    return jwks?.success ? await firstUsable(jwks.data.keys) : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

function isAllowed(address: string, { fhirBase, signInOrigins }: PlanServiceSettings): boolean {
  const origin = URL.parse(address)?.origin;
  return [fhirBase, ...signInOrigins].some((allowed) => new URL(allowed).origin === origin);
}

async function firstUsable(keys: readonly unknown[]): Promise<AuditKey | null> {
  for (const raw of keys) {
    const published = publishedSchema.safeParse(raw);
    if (!published.success) continue;
    const { kty, crv, kid, x, y } = published.data;
    if (await isOnCurve({ kty, crv, x, y })) return { kty, crv, kid, x, y };
  }
  return null;
}

/** Two numbers are not yet a point; the browser knows. */
async function isOnCurve(jwk: JsonWebKey): Promise<boolean> {
  const imported = crypto.subtle.importKey('jwk', jwk, { name: 'ECDH', namedCurve: 'P-256' }, true, []);
  return imported.then(
    () => true,
    () => false,
  );
}
