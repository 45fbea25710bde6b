import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { signIn } from './sign-in-by-http.ts';
import { accountOf, type Caller, callerWith, foundIn, onList, patientForm, startTestBed } from './test-bed.ts';

let planService: PlanService;
let gp: Caller;

beforeAll(async () => {
  planService = await startTestBed();
  gp = callerWith(planService.fhirBase, (await signIn(planService, accountOf(planService, 'gp'))).accessToken);
});
afterEach(() => planService.switches.clear());
afterAll(() => planService.stop());

const findPatient = () => gp.search('Patient', patientForm(onList.nhsNumber));

describe('the page of switches', () => {
  const post = (body: unknown) =>
    fetch(`${planService.origin}/switches`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('obeys scripts', async () => {
    const answer = await post({ do: 'set', step: 'patient', fault: { kind: 'status', status: 503 } });
    expect(await answer.json()).toEqual({ set: [['patient', [{ kind: 'status', status: 503 }]]], next: [] });
    expect((await findPatient()).status).toBe(503);
    await post({ do: 'next', step: 'patient', fault: [{ kind: 'slow', ms: 1 }, { kind: 'html' }] });
    expect((await findPatient()).status).toBe(200);
    await post({ do: 'clear' });
    expect((await foundIn(await findPatient())).total).toBe(1);
  });

  it.each([
    { do: 'set', step: 'patient', fault: { kind: 'broken' } },
    { do: 'set', step: 'somewhere', fault: { kind: 'down' } },
    { do: 'set', step: 'patient', fault: [] },
    { do: 'set', step: 'patient', fault: { kind: 'slow', ms: -1 } },
    { do: 'set', step: 'patient', fault: { kind: 'down', ms: 1 } },
    { do: 'clear', step: 'patient' },
    'nonsense',
  ])('refuses %j', async (body) => {
    expect((await post(body)).status).toBe(400);
    expect(planService.switches.state()).toEqual({ set: [], next: [] });
  });

  it('obeys people, and shows them what is broken', async () => {
    const form = { do: 'set', step: 'plans', kind: 'slow', ms: '20', status: '503', retryAfter: '' };
    const answer = await fetch(`${planService.origin}/switches`, { method: 'POST', body: new URLSearchParams(form) });
    expect(answer.url).toBe(`${planService.origin}/switches`);
    expect(planService.switches.state().set).toEqual([['plans', [{ kind: 'slow', ms: 20 }]]]);
    const page = await answer.text();
    expect(page).toContain('<td>plans</td>');
    expect(page).toContain('<option>wrongPatient</option>');
  });
});
