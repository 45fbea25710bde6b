import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ROW_GROUPS } from '../../conformance/rows.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Fault, Step } from '../../sandbox/plan-service/switches.ts';
import { type Checked, check, idsOf, personWith, startChecked, tokenOf } from './checked-sandbox.ts';

const STOPPED = /this check stopped/;

const WAYS = { operation: 'document-operation', stored: 'document-stored', include: 'document-include' } as const;

describe.each(['operation', 'stored', 'include'] as const)('the sandbox that gives documents by %s', (offers) => {
  let checked: Checked;
  let person: Person;

  beforeAll(async () => {
    checked = await startChecked(offers);
    person = personWith('twoCurrent', checked.sandbox);
  });
  afterAll(() => checked.sandbox.stop());
  afterEach(() => checked.sandbox.switches.clear());

  it('fails no row, and each row ends in an outcome', async () => {
    const report = await check(checked, person);
    expect(idsOf(report, 'fail')).toEqual([]);
    expect(report.rows.map(({ id }) => id)).toEqual(ROW_GROUPS.flatMap(({ rows }) => rows.map(({ id }) => id)));
    expect(report.passed + report.notOffered + report.notChecked).toBe(report.rows.length);
    const passed = idsOf(report, 'pass');
    for (const id of [
      WAYS[offers],
      'document',
      'document-invariants',
      'look-up',
      'look-up-nobody',
      'cpr',
      'audit-keys',
      'audit',
      'audit-repeat',
      'audit-change',
    ]) {
      expect(passed).toContain(id);
    }
  });

  it('S7: says nothing of whom it was, and names calls by ids that the service has seen', async () => {
    checked.sandbox.clearRequests();
    const report = await check(checked, person);
    const { nhsNumber, birthDate, familyName, givenNames, patientId, postcode } = person;
    const plans = checked.sandbox.plans.filter((plan) => plan.patientId === patientId);
    const ids = plans.map(({ compositionId }) => compositionId);
    for (const secret of [
      nhsNumber,
      birthDate,
      familyName,
      ...givenNames,
      patientId,
      postcode,
      checked.token,
      ...ids,
    ]) {
      expect(JSON.stringify(report)).not.toContain(secret);
    }
    const seen = checked.sandbox.requests.map(({ requestId }) => requestId);
    const named = new Set(report.rows.flatMap(({ requestIds }) => requestIds));
    expect([...named].filter((id) => !seen.includes(id))).toEqual([]);
  });

  const ofDocuments = [WAYS[offers], 'document', ...(offers === 'operation' ? ['document-invariants'] : []), 'look-up'];
  it.each<[name: string, step: Step, fault: Fault, fails: readonly string[]]>([
    ['a document of somebody else', 'document', { kind: 'wrongPatient' }, ofDocuments],
    ['a record of somebody else', 'patient', { kind: 'wrongPatient' }, ['patient-search', 'look-up']],
    ['a search for plans that breaks off', 'plans', { kind: 'reset' }, ['plans-search', 'look-up']],
    ['a sign-in description that is a web page', 'discover', { kind: 'html' }, ['discovery']],
    ['a clock that is wrong', 'all', { kind: 'clock' }, ['clock']],
    ['answers under a wrong name', 'patient', { kind: 'contentType' }, ['content-type']],
    ['an answer to another request', 'metadata', { kind: 'otherAnswer' }, ['request-id']],
    ['an audit trail that is away', 'audit', { kind: 'down' }, ['audit']],
    ['keys that are away', 'auditKeys', { kind: 'status', status: 503 }, ['audit-keys']],
    ['keys that are a web page', 'auditKeys', { kind: 'html' }, ['audit-keys']],
  ])('fails exactly what it must: %s', async (_name, step, fault, fails) => {
    checked.sandbox.switches.set(step, fault);
    expect(idsOf(await check(checked, person), 'fail')).toEqual(fails);
  });

  it.each<Fault>([
    { kind: 'status', status: 503, body: 'html' },
    { kind: 'status', status: 403 },
    { kind: 'truncated' },
    { kind: 'html' },
    { kind: 'deep' },
    { kind: 'large' },
    { kind: 'redirect' },
    { kind: 'staleEtag' },
    { kind: 'otherAnswer' },
    { kind: 'down' },
  ])('whatever goes wrong everywhere is said in sentences of ours: %o', async (fault) => {
    checked.sandbox.switches.set('all', fault);
    const report = await check(checked, person);
    expect(report.failed).toBeGreaterThan(0);
    expect(report.rows).toHaveLength(ROW_GROUPS.flatMap(({ rows }) => rows).length);
    expect(report.rows.filter(({ reason }) => STOPPED.test(reason) || reason === '')).toEqual([]);
  });
});

describe('who may not see the patient', () => {
  let checked: Checked;
  beforeAll(async () => {
    checked = await startChecked('operation');
  });
  afterAll(() => checked.sandbox.stop());

  it.each(['receptionist', 'gp'])('is a %s, of whom nothing is shown: open, and no fail', async (username) => {
    const { sandbox, callbackPort } = checked;
    const token = await tokenOf(sandbox, callbackPort, username);
    const notOnList = ({ patientId }: { patientId: string }) =>
      sandbox.people.persons.some((one) => one.patientId === patientId && !one.gpList && !one.restricted);
    const stranger = sandbox.plans.find((plan) => plan.state === 'notForCpr' && notOnList(plan));
    const person = sandbox.people.persons.find(({ patientId }) => patientId === stranger?.patientId);
    if (!person) throw new Error('Everybody is on the list');
    const report = await check(checked, person, { token, odsCode: null });
    expect(idsOf(report, 'fail')).toEqual([]);
    expect(idsOf(report, 'not checked')).toEqual(
      expect.arrayContaining(['patient-search', 'document', 'look-up', 'cpr']),
    );
    // The GP could see this patient with a reason, and is told whom an emergency alerts.
    expect(idsOf(report, username === 'gp' ? 'pass' : 'not checked')).toContain('reason-alerts');
  });
});

describe('the number that is given', () => {
  let checked: Checked;
  beforeAll(async () => {
    checked = await startChecked('operation');
  });
  afterAll(() => checked.sandbox.stop());

  it('S4: of somebody without a plan fails the look-up, which would be said to a clinician', async () => {
    const { people, plans } = checked.sandbox;
    const person = people.persons.find((one) => !plans.some(({ patientId }) => patientId === one.patientId));
    if (!person) throw new Error('Everybody has a plan');
    expect(idsOf(await check(checked, person), 'fail')).toEqual(['look-up']);
  });

  it.each(['revoked', 'draftOnly'] as const)(
    'of somebody with nothing in force leaves rows open: %s',
    async (state) => {
      const report = await check(checked, personWith(state, checked.sandbox));
      expect(idsOf(report, 'fail')).toEqual([]);
      expect(idsOf(report, 'not checked')).toEqual(expect.arrayContaining(['look-up', 'cpr']));
    },
  );

  it('with another birth date fails both rows on it', async () => {
    const person = personWith('notForCpr', checked.sandbox);
    const report = await check(checked, person, { birthDate: '1901-02-03' });
    expect(idsOf(report, 'fail')).toEqual(['birth-date', 'document-birth-date']);
  });

  it('tells of sections that a damaged document loses, by their titles', async () => {
    const report = await check(checked, personWith('partial', checked.sandbox));
    expect(idsOf(report, 'fail')).toEqual(expect.arrayContaining(['document-references', 'document-sections']));
  });
});
