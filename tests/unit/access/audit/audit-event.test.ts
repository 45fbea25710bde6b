import { describe, expect, it } from 'vitest';
import type { AuditFact } from '../../../../utils/access/audit/audit-draft.ts';
import { type AuditEvent, auditEventOf, gapEventOf } from '../../../../utils/access/audit/audit-event.ts';
import { ACCESS_REASONS, type AccessReason } from '../../../../utils/access/reasons.ts';
import { readAuditEvent } from '../../../sandbox/plan-service/fhir/audit-event.ts';
import { ACTOR, draftOf, NHS_NUMBER, VIEW } from './drafts.ts';
import { trailSays } from './pretend-service.ts';

const LINK = { installation: '0f6f5b52-5bd5-4a36-8b1e-3e4d77f0c001', sequence: 7, previous: 'a'.repeat(64) };
const LIFECYCLE = 'http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle';

function read(event: AuditEvent) {
  const back = readAuditEvent(JSON.parse(JSON.stringify(event)));
  if ('wrong' in back) throw new Error(back.wrong.join(', '));
  return back.resource;
}

const eventOf = (fact: AuditFact, link = LINK) => read(auditEventOf(draftOf(fact), link));

/** FHIR knows no empty strings, lists or objects. */
function empties(value: unknown, path = ''): string[] {
  if (value === '' || value === null || value === undefined) return [path];
  if (typeof value !== 'object') return [];
  const inside = Object.entries(value).flatMap(([key, each]) => empties(each, `${path}.${key}`));
  return Object.keys(value).length === 0 ? [path] : inside;
}

describe('the event of each thing somebody does', () => {
  it.each<[string, AuditFact, object]>([
    ['a view', VIEW, { type: { system: LIFECYCLE, code: 'access' }, action: 'R' }],
    [
      'an identity confirmed',
      { kind: 'confirmIdentity' },
      { type: { system: LIFECYCLE, code: 'verify' }, action: 'E' },
    ],
    ['a copy', { kind: 'copy' }, { type: { system: LIFECYCLE, code: 'extract' }, action: 'R' }],
    ['a printout', { kind: 'print' }, { type: { system: LIFECYCLE, code: 'report' }, action: 'E' }],
  ])('%s', (_what, fact, expected) => {
    const event = eventOf(fact);
    expect(event).toMatchObject({ ...expected, outcome: '0', recorded: '2026-11-25T10:00:00.000Z' });
    expect(event.purposeOfEvent).toEqual([
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'TREAT' }] },
    ]);
    expect(event.source).toEqual({ observer: { display: 'Planside' } });
    expect(empties(event)).toEqual([]);
  });

  it('says how somebody was opened whom no page shows', () => {
    const patient = (fact: AuditFact) => eventOf(fact).entity?.[0];
    expect(patient({ ...VIEW, openedBy: 'search' })?.detail).toEqual([{ type: 'opened by', valueString: 'search' }]);
    expect(patient(VIEW)?.detail).toBeUndefined();
  });

  it('says what was copied or printed by a button', () => {
    const detail = (fact: AuditFact) => eventOf(fact).entity?.[0]?.detail;
    expect(detail({ kind: 'copy', of: 'summary' })).toEqual([{ type: 'copied', valueString: 'summary' }]);
    expect(detail({ kind: 'print', of: 'sheet' })).toEqual([{ type: 'printed', valueString: 'sheet' }]);
    expect(detail({ kind: 'copy' })).toBeUndefined();
  });

  it('says who acted, and for which organisation', () => {
    expect(eventOf(VIEW).agent).toEqual([
      {
        requestor: true,
        who: { identifier: { system: ACTOR.issuer, value: ACTOR.subject }, display: ACTOR.name },
        role: [{ text: ACTOR.role }],
      },
      {
        requestor: false,
        who: { identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'Y12345' } },
      },
    ]);
  });

  it('leaves out what it does not know', () => {
    const draft = draftOf({ ...VIEW, plans: [{ planId: 'plan-77', version: '' }] });
    const nobody = { ...ACTOR, name: '', role: '', odsCode: '' };
    const event = read(auditEventOf({ ...draft, actor: nobody }, { ...LINK, sequence: 1, previous: '' }));
    expect(event.agent).toEqual([
      { requestor: true, who: { identifier: { system: ACTOR.issuer, value: ACTOR.subject } } },
    ]);
    expect(empties(event)).toEqual([]);
  });

  it('says whom it is about, and which plans were seen, in which version, and whether from a copy', () => {
    const plans = [
      { planId: 'plan-77', version: '3' },
      { planId: 'plan-78', version: '1' },
    ];
    const [patient, first, second, trail, ...others] = eventOf({ ...VIEW, plans, savedCopy: true }).entity ?? [];
    expect(patient).toMatchObject({
      what: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: NHS_NUMBER } },
      type: { system: 'http://terminology.hl7.org/CodeSystem/audit-entity-type', code: '1', display: 'Person' },
    });
    expect([first?.what?.identifier?.value, second?.what?.identifier?.value]).toEqual(['plan-77', 'plan-78']);
    expect(second?.detail).toEqual([
      { type: 'version', valueString: '1' },
      { type: 'source', valueString: 'saved copy' },
    ]);
    expect(eventOf({ ...VIEW, plans }).entity?.[1]?.detail).toEqual([{ type: 'version', valueString: '3' }]);
    expect(trail?.detail).toEqual([
      { type: 'installation', valueString: LINK.installation },
      { type: 'sequence', valueString: '7' },
      { type: 'previous', valueString: LINK.previous },
    ]);
    expect(others).toEqual([]);
  });
});

describe('a reason', () => {
  // Type, reason and purpose of each, as NHS England's Summary Care Record has them.
  const CODES: Readonly<Record<AccessReason, readonly [string, string, string]>> = {
    permission: ['1', '6', 'TREAT'],
    emergency: ['2', '5', 'ETREAT'],
    publicInterest: ['1', '1', 'TREAT'],
    statute: ['1', '2', 'TREAT'],
    courtOrder: ['1', '3', 'TREAT'],
  };

  it.each(ACCESS_REASONS)('%s travels with its codes and the person’s words', (reason) => {
    const [type, subtype, purpose] = CODES[reason];
    const event = eventOf({ kind: 'reason', reason, words: 'Found unconscious at home' });
    expect(event.type).toMatchObject({ system: 'https://fhir.nhs.uk/CodeSystem/SCR-AlertType', code: type });
    expect(event.subtype).toMatchObject([{ system: 'https://fhir.nhs.uk/CodeSystem/SCR-AlertReason', code: subtype }]);
    expect(event.purposeOfEvent).toEqual([
      {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: purpose }],
        text: 'Found unconscious at home',
      },
    ]);
    expect(event.action).toBe('E');
  });

  it.each(ACCESS_REASONS)('a view under %s carries the purpose and no words, so that it opens nothing', (reason) => {
    const [purpose] = eventOf({ ...VIEW, reason }).purposeOfEvent ?? [];
    expect(purpose?.coding?.[0]?.code).toBe(CODES[reason][2]);
    expect(purpose).not.toHaveProperty('text');
  });
});

describe('a gap', () => {
  const gapOf = (missing: readonly number[], markLost: string | null = null) =>
    read(gapEventOf(crypto.randomUUID(), 0, { missing, markLost }, LINK));

  it('is no success, and names nobody but Planside', () => {
    const event = gapOf([3]);
    expect(event).toMatchObject({ outcome: '4', action: 'E', agent: [{ who: { display: 'Planside' } }] });
    expect(event.type).toEqual({
      system: 'http://dicom.nema.org/resources/ontology/DCM',
      code: '110113',
      display: 'Security Alert',
    });
    expect(event.entity).toHaveLength(1);
    expect(empties(event)).toEqual([]);
  });

  it.each<[readonly number[], readonly string[]]>([
    [[3], ['3']],
    [
      [5, 4, 3, 9, 11, 12],
      ['3-5', '9', '11-12'],
    ],
    [[], []],
  ])('names what is missing: %j', (missing, said) => {
    expect(trailSays(gapOf(missing) as never, 'missing')).toEqual(said);
  });

  it('says that a mark was lost', () => {
    expect(trailSays(gapOf([], crypto.randomUUID()) as never, 'mark')).toEqual(['lost']);
    expect(trailSays(gapOf([3]) as never, 'mark')).toEqual([]);
  });
});
