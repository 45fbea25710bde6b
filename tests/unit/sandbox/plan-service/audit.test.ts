import { randomUUID } from 'node:crypto';
import type { AuditEventEntity } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { actedBy, trailEntity, viewOf, withEntity } from './audit-event-of.ts';
import { type Caller, callerAs, onList, refusalOf, startTestBed } from './test-bed.ts';

let planService: PlanService;
let gp: Caller;

beforeAll(async () => {
  planService = await startTestBed();
  gp = await callerAs(planService, 'gp');
});
afterAll(() => planService.stop());

const kept = (id: string) => planService.store.auditEvents().filter(({ resource }) => resource.id === id);

const FIRST = trailEntity('here', 1, '');
const inTrail = (id: string, entity: AuditEventEntity) => withEntity(viewOf(id, onList.nhsNumber), entity);

describe('audit', () => {
  it('stores an event once, however often it is sent', async () => {
    const id = randomUUID();
    const event = viewOf(id, onList.nhsNumber);
    const first = await gp.put(`AuditEvent/${id}`, event);
    expect([first.status, first.headers.get('location')]).toEqual([201, `/fhir/R4/AuditEvent/${id}`]);
    expect(await first.json()).toEqual(event);
    const [second, third] = [
      await gp.put(`AuditEvent/${id}`, event),
      await gp.put(`AuditEvent/${id.toUpperCase()}`, event),
    ];
    expect([second.status, third.status]).toEqual([200, 200]);
    expect(kept(id)).toMatchObject([{ deliveredBy: 'gp', isSealed: false, resource: event }]);
  });

  it('never changes an event', async () => {
    const id = randomUUID();
    await gp.put(`AuditEvent/${id}`, viewOf(id, onList.nhsNumber));
    const changed = { ...viewOf(id, onList.nhsNumber), outcome: '8' };
    expect(await refusalOf(await gp.put(`AuditEvent/${id}`, changed))).toEqual([409, 'conflict']);
    const nurse = await callerAs(planService, 'nurse');
    expect(await refusalOf(await nurse.put(`AuditEvent/${id}`, changed))).toEqual([409, 'conflict']);
    expect(kept(id)).toMatchObject([{ deliveredBy: 'gp', resource: viewOf(id, onList.nhsNumber) }]);
  });

  it('takes an event from whoever delivers it, and again from somebody else, and keeps who was first and who acted', async () => {
    const nurse = await callerAs(planService, 'nurse');
    const [known, unknown] = [randomUUID(), randomUUID()];
    const by = { issuer: planService.issuer, username: 'gp' };
    const event = actedBy(viewOf(known, onList.nhsNumber), by);
    expect((await nurse.put(`AuditEvent/${known}`, event)).status).toBe(201);
    expect((await gp.put(`AuditEvent/${known}`, event)).status).toBe(200);
    expect(kept(known)).toMatchObject([{ deliveredBy: 'nurse', actedBy: 'gp' }]);
    const elsewhere = actedBy(viewOf(unknown, onList.nhsNumber), { ...by, issuer: 'https://elsewhere.example' });
    expect((await nurse.put(`AuditEvent/${unknown}`, elsewhere)).status).toBe(201);
    expect(kept(unknown)[0]).not.toHaveProperty('actedBy');
  });

  it('takes events of every role, for a refused view is audited too', async () => {
    const receptionist = await callerAs(planService, 'receptionist');
    const id = randomUUID();
    expect((await receptionist.put(`AuditEvent/${id}`, viewOf(id, onList.nhsNumber))).status).toBe(201);
  });

  it.each<[string, (id: string) => unknown, string]>([
    ['no JSON', () => '{"resourceType":"AuditEvent"', 'structure'],
    ['another resource', (id) => ({ resourceType: 'Patient', id }), 'invalid'],
    ['no agent', (id) => ({ ...viewOf(id, onList.nhsNumber), agent: [] }), 'invalid'],
    ['an agent that may or may not have asked', (id) => ({ ...viewOf(id, onList.nhsNumber), agent: [{}] }), 'invalid'],
    ['no time', (id) => ({ ...viewOf(id, onList.nhsNumber), recorded: undefined }), 'invalid'],
    ['a date only', (id) => ({ ...viewOf(id, onList.nhsNumber), recorded: '2026-11-22' }), 'invalid'],
    ['no source', (id) => ({ ...viewOf(id, onList.nhsNumber), source: undefined }), 'invalid'],
    ['no type', (id) => ({ ...viewOf(id, onList.nhsNumber), type: undefined }), 'invalid'],
    ['a trail without a sequence', (id) => inTrail(id, trailEntity('here', Number.NaN, '')), 'invalid'],
    ['a trail that begins at nought', (id) => inTrail(id, trailEntity('here', 0, '')), 'invalid'],
    ['a trail without installation', (id) => inTrail(id, trailEntity('', 1, '')), 'invalid'],
    ['a trail that follows from no hash', (id) => inTrail(id, trailEntity('here', 2, 'before')), 'invalid'],
    ['two places in trails', (id) => withEntity(inTrail(id, FIRST), FIRST), 'invalid'],
    ['another id', () => viewOf(randomUUID(), onList.nhsNumber), 'invalid'],
  ])('refuses %s', async (_what, body, code) => {
    const id = randomUUID();
    expect(await refusalOf(await gp.put(`AuditEvent/${id}`, body(id)))).toEqual([400, code]);
    expect(kept(id)).toEqual([]);
  });

  it('refuses an id that is no UUID, and a body that is no JSON by type', async () => {
    expect(await refusalOf(await gp.put('AuditEvent/1', viewOf('1', onList.nhsNumber)))).toEqual([400, 'value']);
    const id = randomUUID();
    const answer = await gp.put(`AuditEvent/${id}`, viewOf(id, onList.nhsNumber), { 'content-type': 'text/plain' });
    expect(await refusalOf(answer)).toEqual([415, 'not-supported']);
  });
});
