import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { viewOf } from './audit-event-of.ts';
import { type Caller, callerAs, onList, refusalOf, startTestBed } from './test-bed.ts';

let planService: PlanService;
let gp: Caller;

beforeAll(async () => {
  planService = await startTestBed();
  gp = await callerAs(planService, 'gp');
});
afterAll(() => planService.stop());

const kept = (id: string) => planService.store.auditEvents().filter(({ resource }) => resource.id === id);

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
    expect(kept(id)).toMatchObject([{ username: 'gp', resource: event }]);
  });

  it('never changes an event', async () => {
    const id = randomUUID();
    await gp.put(`AuditEvent/${id}`, viewOf(id, onList.nhsNumber));
    const changed = { ...viewOf(id, onList.nhsNumber), outcome: '8' };
    expect(await refusalOf(await gp.put(`AuditEvent/${id}`, changed))).toEqual([409, 'conflict']);
    const nurse = await callerAs(planService, 'nurse');
    const stranger = await nurse.put(`AuditEvent/${id}`, viewOf(id, onList.nhsNumber));
    expect(await refusalOf(stranger)).toEqual([409, 'conflict']);
    expect(kept(id)).toHaveLength(1);
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

  it('shows people at the sandbox what was audited, as text', async () => {
    const id = randomUUID();
    const event = viewOf(id, onList.nhsNumber);
    await gp.put(`AuditEvent/${id}`, { ...event, type: { ...event.type, display: '<b>Read</b>' } });
    const page = await (await fetch(`${planService.origin}/audit`)).text();
    expect(page).toContain('&lt;b&gt;Read&lt;/b&gt;');
    expect(page).toContain(onList.nhsNumber);
  });
});
