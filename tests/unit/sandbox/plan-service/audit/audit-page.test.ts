import { randomUUID } from 'node:crypto';
import type { AuditEvent } from 'fhir/r4';
import type { JSONWebKeySet } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trailsIn } from '../../../../sandbox/plan-service/audit/audit-store.ts';
import type { PlanService } from '../../../../sandbox/plan-service/plan-service.ts';
import { type Actor, accessReason, actedBy, trailEntity, viewOf, withEntity } from '../audit-event-of.ts';
import { publishedKeys, putSealed, sealed, sha256 } from '../seal.ts';
import { type Caller, callerAs, notOnList, onList, people, startTestBed } from '../test-bed.ts';

const HERE = randomUUID();

let planService: PlanService;
let gp: Caller;
let keys: JSONWebKeySet;
let byGp: Actor;

beforeEach(async () => {
  planService = await startTestBed();
  gp = await callerAs(planService, 'gp');
  keys = await publishedKeys(planService);
  byGp = { issuer: planService.issuer, username: 'gp', odsCode: people.practice.odsCode };
});
afterEach(() => planService.stop());

const view = (by = byGp): AuditEvent => actedBy(viewOf(randomUUID(), onList.nhsNumber), by);
const seal = (event: AuditEvent) => sealed(keys, JSON.stringify(event));

async function send(event: AuditEvent, caller = gp): Promise<string> {
  const jwe = await seal(event);
  expect((await putSealed(caller, event.id ?? '', jwe)).status).toBe(201);
  return sha256(jwe);
}

async function auditPage(): Promise<string> {
  const answer = await fetch(`${planService.origin}/audit`);
  expect(answer.status).toBe(200);
  return answer.text();
}

/** What stands under a heading. */
function under(heading: string, page: string): string {
  return page.split(`<h2>${heading}</h2>`)[1]?.split('<h2>')[0] ?? '';
}

describe('the audit page', () => {
  it('is there before anything has happened', async () => {
    const page = await auditPage();
    expect(under('Alerts', page)).toContain('None.');
    expect(under('All events', page)).toContain('0 since');
  });

  it('says who acted, who delivered it, and where it stands, newest first', async () => {
    const receptionist = await callerAs(planService, 'receptionist');
    const first = await send(withEntity(view(), trailEntity(HERE, 1, '')));
    await send(withEntity(view(), trailEntity(HERE, 2, first)), receptionist);
    await gp.put(`AuditEvent/${randomUUID()}`, {});
    const all = under('All events', await auditPage());
    const blocks = all.split('<h3>').slice(1);
    expect(blocks).toHaveLength(2);
    for (const [at, deliveredBy] of ['receptionist', 'gp'].entries()) {
      expect(blocks[at]).toContain('<dt>Acted</dt><dd>Somebody called gp (gp)</dd>');
      expect(blocks[at]).toContain(`<dt>Delivered by</dt><dd>${deliveredBy}</dd>`);
      expect(blocks[at]).toContain(`<dd>${2 - at} of ${HERE}</dd>`);
      expect(blocks[at]).toContain(onList.nhsNumber);
      expect(blocks[at]).toContain('sealed');
    }
  });

  it('says so of somebody it does not know', async () => {
    await send(view({ ...byGp, issuer: 'https://elsewhere.example' }));
    expect(await auditPage()).toContain('Somebody called gp (no account of this service)');
  });

  it('shows alerts on top, with whom they were sent to, and no other reason among them', async () => {
    await send(accessReason(randomUUID(), notOnList.nhsNumber, byGp, 'Found unconscious', 'emergency'));
    await send(accessReason(randomUUID(), notOnList.nhsNumber, byGp, 'She said so', 'permission'));
    const page = await auditPage();
    const alerts = under('Alerts', page);
    expect(alerts).toContain(`<dt>Alert sent to</dt><dd>the privacy officer of ${people.practice.name}</dd>`);
    expect(alerts).toContain('Found unconscious');
    expect(alerts).not.toContain('She said so');
    expect(under('All events', page)).toContain('Found unconscious');
    expect(page.indexOf('<h2>Alerts')).toBeLessThan(page.indexOf('<h2>Trails'));
  });

  it('alerts the organisation where it happened, whoever delivers it', async () => {
    const outOfHours = await callerAs(planService, 'out-of-hours');
    await send(accessReason(randomUUID(), notOnList.nhsNumber, byGp, 'Found unconscious', 'emergency'), outOfHours);
    expect(under('Alerts', await auditPage())).toContain(`officer of ${people.practice.name}`);
  });

  it('has a line for each installation', async () => {
    const hashes = [await send(withEntity(view(), trailEntity(HERE, 1, '')))];
    hashes.push(await send(withEntity(view(), trailEntity(HERE, 2, hashes[0] ?? ''))));
    expect(under('Trails', await auditPage())).toContain(`${HERE}, 2 events: <b>complete</b>`);
    await send(withEntity(view(), trailEntity(HERE, 6, sha256('lost'), '3-4')));
    await send(withEntity(view(), trailEntity('elsewhere', 1, sha256('before'))));
    const trails = under('Trails', await auditPage());
    expect(trails).toContain(`${HERE}, 3 events: <b>missing 3 to 4, reported; missing 5, not reported</b>`);
    expect(trails).toContain('elsewhere, 1 event: <b>chain broken at 1</b>');
    expect(trailsIn(planService.store.auditEvents())).toEqual([
      {
        ...{ installation: HERE, held: [1, 2, 6], brokenAt: null, countLostAt: null },
        missing: [
          { from: 3, to: 4, reported: true },
          { from: 5, to: 5, reported: false },
        ],
      },
      { installation: 'elsewhere', held: [1], missing: [], brokenAt: 1, countLostAt: null },
    ]);
  });

  it('shows what was audited as text', async () => {
    const event = view();
    await send({ ...event, type: { ...event.type, display: '<b>Read</b>' } });
    expect(await auditPage()).toContain('&lt;b&gt;Read&lt;/b&gt;');
  });
});
