import { randomUUID } from 'node:crypto';
import type { AuditEvent, OperationOutcome } from 'fhir/r4';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { type Actor, accessReason, actedBy, GROUNDS, type Ground, viewOf } from './audit-event-of.ts';
import {
  accountOf,
  type Caller,
  callerAs,
  foundIn,
  nhsNumberToken,
  notOnList,
  onList,
  otherResident,
  patientForm,
  people,
  refusalOf,
  refuser,
  startTestBed,
} from './test-bed.ts';

const WORDS = 'Visiting while her own practice is closed';
const HOUR = 3_600_000;

let planService: PlanService;
let gp: Caller;
let byGp: Actor;

// What a reason has opened stays open: each test begins with a service of its own.
beforeEach(async () => {
  planService = await startTestBed();
  gp = await callerAs(planService, 'gp');
  byGp = { issuer: planService.issuer, username: 'gp', odsCode: people.practice.odsCode };
});
afterEach(async () => {
  vi.useRealTimers();
  await planService.stop();
});

const visit = (correlationId: string = randomUUID()) => ({ 'x-correlation-id': correlationId });
const find = (caller: Caller, headers = {}, { nhsNumber } = notOnList) =>
  caller.search('Patient', patientForm(nhsNumber), headers);

async function give(caller: Caller, event: AuditEvent, headers: Record<string, string> = visit()): Promise<void> {
  expect((await caller.put(`AuditEvent/${event.id}`, event, headers)).status).toBe(201);
}

function reason(ground: Ground, words = WORDS, { nhsNumber } = notOnList, by = byGp): AuditEvent {
  return accessReason(randomUUID(), nhsNumber, by, words, ground);
}

const OTHERS = Object.keys(GROUNDS).filter((ground) => ground !== 'emergency') as Ground[];

describe('who is asked for a reason', () => {
  it('is told whom an emergency alerts, by every way of asking', async () => {
    const answers = [
      await find(gp),
      await gp.get(`Patient/${notOnList.patientId}`),
      await gp.search('Composition', { subject: `Patient/${notOnList.patientId}` }),
      await gp.search('DocumentReference', { 'subject:identifier': nhsNumberToken(notOnList.nhsNumber) }),
      await gp.get('Composition/plan-elsewhere'),
      await gp.get('Composition/plan-elsewhere/$document'),
    ];
    for (const answer of answers) {
      const outcome: OperationOutcome = await answer.clone().json();
      expect(await refusalOf(answer)).toEqual([403, 'business-rule']);
      expect(outcome.issue.slice(1)).toEqual([
        {
          severity: 'information',
          code: 'informational',
          details: { text: `the privacy officer of ${people.practice.name}` },
        },
      ]);
    }
  });

  it('is nobody whom no reason helps, and they are told of no alert', async () => {
    const receptionist = await callerAs(planService, 'receptionist');
    for (const answer of [await find(receptionist), await find(gp, {}, refuser)]) {
      const outcome: OperationOutcome = await answer.json();
      expect(outcome.issue).toHaveLength(1);
    }
  });
});

describe('a reason', () => {
  it.each(OTHERS)('opens one patient to the one who gave it, in every visit: %s', async (ground) => {
    await give(gp, reason(ground));
    for (const headers of [visit(), visit(), {}]) expect((await find(gp, headers)).status).toBe(200);
    expect((await gp.get('Composition/plan-elsewhere/$document')).status).toBe(200);
    const other = people.persons.find(({ gpList, nhsNumber }) => !gpList && nhsNumber !== notOnList.nhsNumber);
    expect((await find(gp, {}, other)).status).toBe(403);
  });

  it('in an emergency opens the visit it was given in, and no other', async () => {
    const own = visit();
    await give(gp, reason('emergency'), own);
    expect((await find(gp, own)).status).toBe(200);
    expect((await gp.get('Composition/plan-elsewhere/$document', own)).status).toBe(200);
    for (const headers of [visit(), {}, visit(' '), visit('')]) {
      expect(await refusalOf(await find(gp, headers))).toEqual([403, 'business-rule']);
    }
  });

  it('in an emergency opens no further page to another visit', async () => {
    const own = visit();
    await give(gp, reason('emergency'), own);
    const form = { subject: `Patient/${notOnList.patientId}`, _count: '1' };
    const found = await foundIn(await gp.search('Composition', form, own));
    const next = found.link?.find(({ relation }) => relation === 'next')?.url ?? '';
    const path = next.slice(planService.fhirBase.length + 1);
    expect((await gp.get(path, own)).status).toBe(200);
    expect(await refusalOf(await gp.get(path, visit()))).toEqual([403, 'business-rule']);
  });

  it('in an emergency that belongs to no visit opens nothing', async () => {
    await give(gp, reason('emergency'), {});
    for (const headers of [{}, visit()]) expect((await find(gp, headers)).status).toBe(403);
  });

  it.each<Ground>(['permission', 'emergency'])('is over after twelve hours: %s', async (ground) => {
    const own = visit();
    await give(gp, reason(ground), own);
    const given = Date.now();
    const at = async (ms: number) => {
      vi.useFakeTimers({ toFake: ['Date'], now: given + ms });
      return (await find(await callerAs(planService, 'gp'), own)).status;
    };
    expect([await at(11.9 * HOUR), await at(12.1 * HOUR)]).toEqual([200, 403]);
  });

  it('sent again does not begin again', async () => {
    const event = reason('permission');
    await give(gp, event);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * HOUR });
    const later = await callerAs(planService, 'gp');
    expect((await later.put(`AuditEvent/${event.id}`, event)).status).toBe(200);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * HOUR });
    expect((await find(await callerAs(planService, 'gp'))).status).toBe(403);
  });

  it('does not help where the patient refused or the home is another', async () => {
    const nurse = await callerAs(planService, 'nurse');
    const byNurse = { issuer: planService.issuer, username: 'nurse' };
    for (const ground of ['permission', 'emergency'] as const) {
      const own = visit();
      await give(gp, reason(ground, WORDS, refuser), own);
      expect(await refusalOf(await find(gp, own, refuser))).toEqual([403, 'suppressed']);
      await give(nurse, reason(ground, WORDS, otherResident, byNurse), own);
      expect(await refusalOf(await find(nurse, own, otherResident))).toEqual([403, 'forbidden']);
    }
  });
});

describe('what opens nothing', () => {
  const coded = (type: string, subtype: string, purpose: string): AuditEvent => {
    const event = reason('permission');
    const text = WORDS;
    return {
      ...event,
      type: { ...event.type, code: type },
      subtype: [{ ...event.subtype?.[0], code: subtype }],
      purposeOfEvent: [{ coding: [{ ...event.purposeOfEvent?.[0]?.coding?.[0], code: purpose }], text }],
    };
  };
  const withoutSystem = (event: AuditEvent): AuditEvent => ({ ...event, type: { code: event.type.code ?? '' } });
  const ofTwo = (event: AuditEvent): AuditEvent => ({
    ...event,
    entity: [...(event.entity ?? []), ...(viewOf('', onList.nhsNumber).entity ?? [])],
  });
  const purposeOf = (event: AuditEvent): AuditEvent => ({
    ...actedBy(viewOf(event.id ?? '', notOnList.nhsNumber), byGp),
    purposeOfEvent: event.purposeOfEvent ?? [],
  });

  it.each<[string, () => AuditEvent]>([
    ['a reason without words', () => reason('permission', '')],
    ['an emergency in blanks', () => reason('emergency', ' \n')],
    ['an emergency that is none by its purpose', () => coded('2', '5', 'TREAT')],
    ['an emergency by its purpose alone', () => coded('1', '6', 'ETREAT')],
    ['an emergency that alerts nobody', () => coded('1', '5', 'ETREAT')],
    ['a reason that is an alert', () => coded('2', '6', 'TREAT')],
    ['a ground nobody knows', () => coded('1', '9', 'TREAT')],
    ['another purpose', () => coded('1', '6', 'HRESCH')],
    ['codes of no system', () => withoutSystem(reason('permission'))],
    ['a reason for two', () => ofTwo(reason('permission'))],
    ['a view with a purpose in words', () => purposeOf(reason('permission'))],
    ['a reason of nobody', () => ({ ...reason('permission'), agent: [{ requestor: true }] })],
    ['a reason of somebody else', () => reason('permission', WORDS, notOnList, { ...byGp, username: 'out-of-hours' })],
    [
      'a reason of somebody of that name elsewhere',
      () => reason('permission', WORDS, notOnList, { ...byGp, issuer: 'https://elsewhere.example' }),
    ],
    [
      'a reason given at another organisation',
      () => reason('permission', WORDS, notOnList, { ...byGp, odsCode: people.outOfHoursProvider.odsCode }),
    ],
    [
      'a reason of two who asked',
      () => {
        const event = reason('permission');
        return { ...event, agent: [...event.agent, { requestor: true }] };
      },
    ],
  ])('is %s', async (_what, event) => {
    const own = visit();
    await give(gp, event(), own);
    for (const headers of [own, {}]) expect((await find(gp, headers)).status).toBe(403);
  });

  it('is a reason that somebody else delivers, for either of them', async () => {
    const receptionist = await callerAs(planService, 'receptionist');
    await give(receptionist, reason('permission'));
    expect(await refusalOf(await find(gp))).toEqual([403, 'business-rule']);
    expect(await refusalOf(await find(receptionist))).toEqual([403, 'forbidden']);
  });
});

describe('a reason of somebody with several roles', () => {
  it('counts for the role it was delivered in', async () => {
    const [nurse, clinician] = accountOf(planService, 'bank-nurse').roles;
    const by = (odsCode?: string) => ({
      ...{ issuer: planService.issuer, username: 'bank-nurse' },
      ...(odsCode === undefined ? {} : { odsCode }),
    });
    const bankNurse = await callerAs(planService, 'bank-nurse');
    const as = (id = '') => ({ 'nhsd-session-urid': id });
    const opened = (roleId = '') =>
      planService.store.isOpened({
        ...{ username: 'bank-nurse', roleId, patientId: notOnList.patientId },
        ...{ correlationId: '', at: Date.now() },
      });
    await give(bankNurse, reason('permission', WORDS, notOnList, by(clinician?.odsCode ?? '')), as(nurse.id));
    expect([opened(nurse.id), opened(clinician?.id)]).toEqual([false, false]);
    await give(bankNurse, reason('permission', WORDS, notOnList, by(nurse.odsCode)), as(nurse.id));
    expect([opened(nurse.id), opened(clinician?.id)]).toEqual([true, false]);
    await give(bankNurse, reason('permission', WORDS, notOnList, by()), as(clinician?.id));
    expect([opened(nurse.id), opened(clinician?.id)]).toEqual([true, true]);
  });
});
