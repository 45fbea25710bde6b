import { createHash } from 'node:crypto';
import { compactDecrypt, decodeProtectedHeader, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { auditEventOf } from '../../../../utils/access/audit/audit-event.ts';
import { hashOf, seal } from '../../../../utils/access/audit/seal.ts';
import { draftOf } from './drafts.ts';
import { AUDIT_KEY, unseal } from './pretend-service.ts';

const LINK = { installation: crypto.randomUUID(), sequence: 1, previous: '' };
const event = auditEventOf(draftOf({ kind: 'reason', reason: 'emergency', words: 'Found unconscious' }), LINK);

describe('a sealed event', () => {
  it('is opened by the service’s private key, and is what it was', async () => {
    expect(await unseal(await seal(event, AUDIT_KEY))).toEqual(JSON.parse(JSON.stringify(event)));
  });

  it('says in clear how it was sealed, and nothing else', async () => {
    const { epk, ...header } = decodeProtectedHeader(await seal(event, AUDIT_KEY));
    expect(header).toEqual({ alg: 'ECDH-ES', enc: 'A256GCM', kid: 'key-1', cty: 'application/fhir+json' });
    expect(epk).toMatchObject({ kty: 'EC', crv: 'P-256' });
  });

  it('is opened by no other key, and not after a change', async () => {
    const { privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256' });
    const jwe = await seal(event, AUDIT_KEY);
    await expect(compactDecrypt(jwe, privateKey)).rejects.toThrow();
    const parts = jwe.split('.');
    const changed = [...parts.slice(0, 3), `A${parts[3]?.slice(1)}`, parts[4]].join('.');
    await expect(unseal(changed === jwe ? jwe.replace(/.$/, '!') : changed)).rejects.toThrow();
  });

  it('has a length that says nothing of a name', async () => {
    const other = { ...draftOf(), actor: { ...draftOf().actor, name: 'Bo' } };
    const short = await seal(auditEventOf(other, LINK), AUDIT_KEY);
    const long = await seal(auditEventOf(draftOf(), LINK), AUDIT_KEY);
    expect(short).toHaveLength(long.length);
  });

  it('cannot be made for a key that is none', async () => {
    await expect(seal(event, { ...AUDIT_KEY, x: AUDIT_KEY.y, y: AUDIT_KEY.y })).rejects.toThrow();
  });

  it('has a hash that anybody can check', async () => {
    const jwe = await seal(event, AUDIT_KEY);
    expect(await hashOf(jwe)).toBe(createHash('sha256').update(jwe).digest('hex'));
  });
});
