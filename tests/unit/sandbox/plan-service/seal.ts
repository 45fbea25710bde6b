import { createHash } from 'node:crypto';
import {
  CompactEncrypt,
  type CompactJWEHeaderParameters,
  createLocalJWKSet,
  importJWK,
  type JSONWebKeySet,
} from 'jose';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import type { Caller } from './test-bed.ts';

/** The keys as anybody gets them, by the address that discovery names. */
export async function publishedKeys({ fhirBase }: Pick<PlanService, 'fhirBase'>): Promise<JSONWebKeySet> {
  const discovered = await fetch(`${fhirBase}/.well-known/smart-configuration`);
  const { audit_encryption_jwks_uri: address } = await discovered.json();
  const keys: JSONWebKeySet = await (await fetch(address)).json();
  createLocalJWKSet(keys);
  return keys;
}

/** Seals a text for a key of the service, as a client does. */
export async function sealed(
  { keys }: JSONWebKeySet,
  text: string,
  header: Partial<CompactJWEHeaderParameters> = {},
): Promise<string> {
  const [key] = keys;
  if (key === undefined) throw new Error('No key');
  const { kid } = key;
  const protectedHeader = { alg: 'ECDH-ES', enc: 'A256GCM', cty: 'application/fhir+json', ...(kid ? { kid } : {}) };
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ ...protectedHeader, ...header })
    .encrypt(await importJWK(key, 'ECDH-ES'));
}

/** Sends what was sealed. */
export function putSealed(caller: Caller, id: string, jwe: string, headers = {}): Promise<Response> {
  return caller.put(`AuditEvent/${id}`, jwe, { 'content-type': 'application/jose', ...headers });
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
