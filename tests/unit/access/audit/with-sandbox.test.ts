import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuditDraft, AuditFact } from '../../../../utils/access/audit/audit-draft.ts';
import { auditKeySource } from '../../../../utils/access/audit/audit-key.ts';
import { eventStore } from '../../../../utils/access/audit/event-store.ts';
import { openOutbox } from '../../../../utils/access/audit/outbox.ts';
import type { AuditConnection } from '../../../../utils/access/audit/send-event.ts';
import { trailsIn } from '../../../sandbox/plan-service/audit/audit-store.ts';
import { sayTrail } from '../../../sandbox/plan-service/audit/trails.ts';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { signIn } from '../../sandbox/plan-service/sign-in-by-http.ts';
import { accountOf, notOnList, onList, startTestBed } from '../../sandbox/plan-service/test-bed.ts';
import { draftOf, VIEW } from './drafts.ts';
import { FakeArea, freshBed, loseDatabase } from './outbox-bed.ts';

const network = globalThis.fetch;
let planService: PlanService;

beforeAll(async () => {
  planService = await startTestBed();
});
afterAll(() => planService.stop());

async function connectionAs(username: string): Promise<AuditConnection> {
  const account = accountOf(planService, username);
  const { accessToken } = await signIn(planService, account);
  const [{ id, odsCode }] = account.roles;
  return { fhirBase: planService.fhirBase, accessToken, odsCode, roleId: id };
}

function draftAs(username: string, fact: AuditFact, nhsNumber: string): AuditDraft {
  const { name, roles } = accountOf(planService, username);
  const [{ id: roleId, role, odsCode }] = roles;
  const actor = { issuer: planService.issuer, subject: username, name, role, roleId, odsCode };
  return { ...draftOf(fact), actor, nhsNumber };
}

/** A computer that speaks to the sandbox's plan service. */
function computer() {
  freshBed();
  globalThis.fetch = network;
  const area = new FakeArea();
  const { fhirBase, clientId } = planService;
  const settings = { name: 'Sandbox', fhirBase, clientId, scopes: 'openid', signInOrigins: [] };
  const keyOf = auditKeySource(area);
  return () => openOutbox({ area, store: eventStore(), auditKey: () => keyOf(settings) });
}

const held = () => planService.store.auditEvents();

it('the sandbox takes what the outbox sends, whoever delivers it, and finds the trail complete', async () => {
  const wake = computer();
  const view = draftAs('gp', VIEW, onList.nhsNumber);
  const words = 'Found unconscious at home';
  const reason = draftAs('gp', { kind: 'reason', reason: 'publicInterest', words }, onList.nhsNumber);
  for (const draft of [view, reason, draftAs('gp', { kind: 'print' }, onList.nhsNumber)]) {
    expect(await wake().keep(draft, null)).toEqual({ ok: true });
  }
  expect(await wake().deliverOne(view.id, await connectionAs('gp'))).toBe('acknowledged');
  expect(await wake().deliver(await connectionAs('nurse'))).toEqual({ outcome: 'done', waiting: 0 });
  expect(held()).toMatchObject([
    { deliveredBy: 'gp', actedBy: 'gp', isSealed: true, resource: { id: view.id } },
    { deliveredBy: 'nurse', actedBy: 'gp', isSealed: true, resource: { id: reason.id } },
    { deliveredBy: 'nurse', actedBy: 'gp', isSealed: true },
  ]);
  expect(trailsIn(held()).map(sayTrail)).toEqual(['complete']);
});

it('a reason opens a patient, and a view under a reason does not', async () => {
  const wake = computer();
  const connection = await connectionAs('gp');
  const asks = async (correlationId: string) => {
    const { status } = await fetch(`${planService.fhirBase}/Patient/_search`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${connection.accessToken}`,
        'x-request-id': crypto.randomUUID(),
        'x-correlation-id': correlationId,
        'nhsd-session-urid': connection.roleId,
      },
      body: new URLSearchParams({
        identifier: `https://fhir.nhs.uk/Id/nhs-number|${notOnList.nhsNumber}`,
        _count: '2',
      }),
    });
    return status;
  };
  const view = draftAs('gp', { ...VIEW, reason: 'emergency' }, notOnList.nhsNumber);
  const words = 'Found unconscious at home';
  const reason = draftAs('gp', { kind: 'reason', reason: 'emergency', words }, notOnList.nhsNumber);
  const { correlationId } = reason;
  const outbox = wake();
  await outbox.keep({ ...view, correlationId }, null);
  expect(await outbox.deliver(connection)).toMatchObject({ outcome: 'done' });
  expect(await asks(correlationId)).toBe(403);
  await outbox.keep(reason, null);
  expect(await outbox.deliverOne(reason.id, connection)).toBe('acknowledged');
  expect(await asks(correlationId)).toBe(200);
});

it('what was lost is reported in the sandbox’s words', async () => {
  const wake = computer();
  const connection = await connectionAs('gp');
  const before = trailsIn(held()).length;
  await wake().keep(draftAs('gp', VIEW, onList.nhsNumber), null);
  await wake().keep(draftAs('gp', VIEW, onList.nhsNumber), null);
  await loseDatabase();
  expect(await wake().deliver(connection)).toEqual({ outcome: 'done', waiting: 0 });
  expect(trailsIn(held()).slice(before).map(sayTrail)).toEqual(['missing 1 to 2, reported']);
});
