import { randomUUID } from 'node:crypto';
import type { AuditEvent } from 'fhir/r4';
import { CompactEncrypt, exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { accessReason, actedBy, viewOf } from './audit-event-of.ts';
import { publishedKeys, putSealed, sealed, sha256 } from './seal.ts';
import { type Caller, callerAs, notOnList, onList, patientForm, people, refusalOf, startTestBed } from './test-bed.ts';

let planService: PlanService;
let gp: Caller;
let keys: JSONWebKeySet;

beforeAll(async () => {
  planService = await startTestBed();
  gp = await callerAs(planService, 'gp');
  keys = await publishedKeys(planService);
});
afterEach(() => planService.switches.clear());
afterAll(() => planService.stop());

const kept = (id: string) => planService.store.auditEvents().filter(({ resource }) => resource.id === id);
const aView = (): AuditEvent & { readonly id: string } => {
  const id = randomUUID();
  return { ...actedBy(viewOf(id, onList.nhsNumber), { issuer: planService.issuer, username: 'gp' }), id };
};
const sealedEvent = (event: AuditEvent) => sealed(keys, JSON.stringify(event));

describe('the keys', () => {
  it('are there for everybody: one for sealing, on P-256, without its private half', async () => {
    const answer = await fetch(`${planService.fhirBase}/audit-keys`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(answer.headers.get('content-type')).toBe('application/jwk-set+json');
    const { keys: published } = await answer.json();
    expect(published).toEqual([
      {
        ...{ kty: 'EC', crv: 'P-256', use: 'enc', alg: 'ECDH-ES' },
        ...{ kid: expect.any(String), x: expect.any(String), y: expect.any(String) },
      },
    ]);
    const wrong = await fetch(`${planService.fhirBase}/audit-keys`, { method: 'POST' });
    expect(await refusalOf(wrong)).toEqual([405, 'not-supported']);
  });

  it('are of this service alone', async () => {
    const other = await startTestBed();
    const [[own], [others]] = [keys.keys, (await publishedKeys(other)).keys];
    await other.stop();
    expect([own?.kid === others?.kid, own?.x === others?.x]).toEqual([false, false]);
  });

  it('can be broken without the audit trail, and the trail without them', async () => {
    planService.switches.set('auditKeys', { kind: 'status', status: 503 });
    expect((await fetch(`${planService.fhirBase}/audit-keys`)).status).toBe(503);
    const event = aView();
    expect((await putSealed(gp, event.id, await sealedEvent(event))).status).toBe(201);
  });
});

describe('a sealed event', () => {
  it('is opened and kept once, however often it is sent, sealed afresh or in clear', async () => {
    const event = aView();
    const jwe = await sealedEvent(event);
    const first = await putSealed(gp, event.id, jwe);
    expect([first.status, first.headers.get('location')]).toEqual([201, `/fhir/R4/AuditEvent/${event.id}`]);
    expect((await putSealed(gp, event.id, jwe)).status).toBe(200);
    expect((await putSealed(gp, event.id, await sealedEvent(event))).status).toBe(200);
    expect((await gp.put(`AuditEvent/${event.id}`, event)).status).toBe(200);
    expect(kept(event.id)).toEqual([
      {
        ...{ deliveredBy: 'gp', actedBy: 'gp', isSealed: true, hash: sha256(jwe), resource: event },
        receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    ]);
  });

  it('is not told to whoever delivers it', async () => {
    const receptionist = await callerAs(planService, 'receptionist');
    const event = aView();
    const jwe = await sealedEvent(event);
    for (const status of [201, 200]) {
      const answer = await putSealed(receptionist, event.id, jwe);
      const said = await answer.text();
      expect(answer.status).toBe(status);
      expect(said).not.toContain(onList.nhsNumber);
      expect(JSON.parse(said)).toMatchObject({
        resourceType: 'OperationOutcome',
        issue: [{ severity: 'information' }],
      });
    }
    const changed = await putSealed(receptionist, event.id, await sealedEvent({ ...event, outcome: '8' }));
    expect(await changed.clone().text()).not.toContain(onList.nhsNumber);
    expect(await refusalOf(changed)).toEqual([409, 'conflict']);
    expect(kept(event.id)).toMatchObject([{ deliveredBy: 'receptionist', actedBy: 'gp', resource: event }]);
  });

  it('gives a reason like one in clear', async () => {
    const id = randomUUID();
    const by = { issuer: planService.issuer, username: 'gp', odsCode: people.practice.odsCode };
    const own = { 'x-correlation-id': randomUUID() };
    const event = accessReason(id, notOnList.nhsNumber, by, 'Found unconscious', 'emergency');
    expect((await putSealed(gp, id, await sealedEvent(event), own)).status).toBe(201);
    expect((await gp.search('Patient', patientForm(notOnList.nhsNumber), own)).status).toBe(200);
    expect(kept(id)).toMatchObject([{ alerted: `the privacy officer of ${people.practice.name}` }]);
  });

  it.each<[string, (event: AuditEvent) => string, string]>([
    ['no JSON', (event) => JSON.stringify(event).slice(1), 'structure'],
    ['another resource', ({ id }) => JSON.stringify({ resourceType: 'Patient', id }), 'invalid'],
    ['another id', (event) => JSON.stringify({ ...event, id: randomUUID() }), 'invalid'],
  ])('is refused like one in clear: %s', async (_what, text, code) => {
    const event = aView();
    const answer = await putSealed(gp, event.id, await sealed(keys, text(event)));
    expect(await refusalOf(answer)).toEqual([400, code]);
    expect(kept(event.id)).toEqual([]);
  });

  it('tells a media type by more than its beginning', async () => {
    const event = aView();
    const jwe = await sealedEvent(event);
    const other = await putSealed(gp, event.id, jwe, { 'content-type': 'application/jose+json' });
    expect(await refusalOf(other)).toEqual([415, 'not-supported']);
    const withCharset = await putSealed(gp, event.id, jwe, { 'content-type': 'application/jose; charset=us-ascii' });
    expect(withCharset.status).toBe(201);
  });

  it('takes the short name of its content for the long one (RFC 7515 §4.1.10)', async () => {
    const event = aView();
    const jwe = await sealed(keys, JSON.stringify(event), { cty: 'fhir+json' });
    expect((await putSealed(gp, event.id, jwe)).status).toBe(201);
  });
});

describe('what cannot be opened', () => {
  const foreignKey = async (kid: string): Promise<JSONWebKeySet> => {
    const { publicKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256' });
    return { keys: [{ ...(await exportJWK(publicKey)), kid }] };
  };
  const ownKid = () => keys.keys[0]?.kid ?? '';
  const altered = (jwe: string, part: number) =>
    jwe
      .split('.')
      .map((text, at) => (at === part ? `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}` : text))
      .join('.');

  it.each<[string, (text: string) => Promise<string>, string]>([
    ['sealed for a key nobody has', async (text) => sealed(await foreignKey(randomUUID()), text), 'processing'],
    ['sealed for no key by name', (text) => sealed(keys, text, { kid: '' }), 'processing'],
    ['sealed for another key of the same name', async (text) => sealed(await foreignKey(ownKid()), text), 'invalid'],
    ['changed in its head', async (text) => altered(await sealed(keys, text), 0), 'invalid'],
    ['changed in its nonce', async (text) => altered(await sealed(keys, text), 2), 'invalid'],
    ['changed in what it says', async (text) => altered(await sealed(keys, text), 3), 'invalid'],
    ['changed in its tag', async (text) => altered(await sealed(keys, text), 4), 'invalid'],
    ['cut short', async (text) => (await sealed(keys, text)).slice(0, -9), 'invalid'],
    ['in clear all the same', async (text) => text, 'invalid'],
    ['nothing', async () => '', 'invalid'],
    ['sealed otherwise', (text) => sealed(keys, text, { enc: 'A128GCM' }), 'invalid'],
    ['called something else', (text) => sealed(keys, text, { cty: 'application/json' }), 'invalid'],
    ['called nothing', (text) => sealed(keys, text, { cty: '' }), 'invalid'],
    ['of bytes that are no text', () => sealedBytes(Uint8Array.of(0xff, 0xfe, 0x00)), 'invalid'],
  ])('is refused: %s', async (_what, made, code) => {
    const event = aView();
    const answer = await putSealed(gp, event.id, await made(JSON.stringify(event)));
    expect(await answer.clone().text()).not.toContain(onList.nhsNumber);
    expect(await refusalOf(answer)).toEqual([422, code]);
    expect(kept(event.id)).toEqual([]);
  });

  async function sealedBytes(bytes: Uint8Array): Promise<string> {
    const [key] = keys.keys;
    const header = { alg: 'ECDH-ES', enc: 'A256GCM', cty: 'application/fhir+json', kid: ownKid() };
    return new CompactEncrypt(bytes).setProtectedHeader(header).encrypt(key ?? new Uint8Array());
  }
});
