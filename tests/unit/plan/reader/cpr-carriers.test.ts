import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../utils/plan/reader/read-document.ts';
import { ABOUT, documentOf, flag, form, type Json, NUMBER, type Part, SNOMED, snomed } from '../documents.ts';

const CPR = 'CPR decision';

function read(parts: readonly Part[], beside: readonly Json[] = []) {
  const plan = readDocument(documentOf(parts, beside), NUMBER);
  if (!plan.ok) throw new Error(plan.why);
  return { cpr: plan.plan.cprDecision, unreadable: plan.plan.unreadable };
}
const cprOf = (...entries: readonly Json[]) => read([{ title: CPR, entries }]).cpr;

describe('S11: whatever carries it', () => {
  const no = snomed('450476008', 'As agreed');
  const about = (resourceType: string, more: Json): Json => ({ resourceType, subject: ABOUT, ...more });
  const CARRIERS: readonly (readonly [string, Json])[] = [
    ['Flag', flag(no)],
    ['Consent', { resourceType: 'Consent', status: 'active', patient: ABOUT, provision: { code: [no] } }],
    ['ServiceRequest', about('ServiceRequest', { status: 'active', intent: 'order', code: no })],
    ['order detail', about('ServiceRequest', { status: 'active', intent: 'order', orderDetail: [no] })],
    [
      'Observation, as value',
      about('Observation', { status: 'final', code: { text: 'CPR' }, valueCodeableConcept: no }),
    ],
    ['Observation, as finding', about('Observation', { status: 'final', code: no })],
    ['Condition', about('Condition', { code: no })],
    ['answer', form([['x', { valueCoding: { system: SNOMED, code: '450476008' } }]])],
    [
      'CarePlan',
      about('CarePlan', {
        status: 'active',
        intent: 'plan',
        activity: [{ detail: { status: 'scheduled', code: no } }],
      }),
    ],
    ['Goal', about('Goal', { lifecycleStatus: 'active', description: no })],
  ];

  test.each(CARRIERS)('%s: in the section, in another, or beside all of them', (_name, resource) => {
    for (const cpr of [
      cprOf(resource),
      read([{ title: 'Orders', entries: [resource] }]).cpr,
      read([], [resource]).cpr,
    ]) {
      expect(cpr).toMatchObject({ state: 'notForCpr' });
    }
  });

  test.each<[string, Json]>([
    ['an order not to', about('ServiceRequest', { status: 'active', code: no, doNotPerform: true })],
    [
      'a refusal',
      { resourceType: 'Consent', status: 'active', patient: ABOUT, provision: { type: 'deny', code: [no] } },
    ],
    ['a finding that is denied', about('Observation', { status: 'final', code: no, valueBoolean: false })],
    ['a preliminary finding', about('Observation', { status: 'preliminary', code: no })],
    [
      'an unfinished form',
      form([['x', { valueCoding: { system: SNOMED, code: '450476008' } }]], { status: 'in-progress' }),
    ],
    ['a proposed goal', about('Goal', { lifecycleStatus: 'proposed', description: no })],
    ['a place nobody knows', about('Procedure', { status: 'completed', reasonCode: [no] })],
    [
      'an order whose code is of another system',
      about('ServiceRequest', {
        status: 'active',
        category: [
          {
            coding: [{ system: 'http://loinc.org', code: '100822-6', display: 'Cardiopulmonary resuscitation orders' }],
          },
        ],
        code: { coding: [{ system: 'http://loinc.org', code: 'LA33470-8' }] },
        doNotPerform: true,
      }),
    ],
    [
      'a consent of that category',
      {
        resourceType: 'Consent',
        status: 'active',
        patient: ABOUT,
        category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentcategorycodes', code: 'dnr' }] }],
      },
    ],
  ])('%s is not understood, and never dropped', (_name, resource) => {
    expect(read([], [resource]).cpr).toMatchObject({ state: 'unknown' });
  });

  test.each<[string, Json, string]>([
    ['an order not to', about('ServiceRequest', { status: 'active', doNotPerform: true, code: no }), 'do not perform'],
    [
      'a refusal',
      { resourceType: 'Consent', status: 'active', patient: ABOUT, provision: { type: 'deny', code: [no] } },
      'deny',
    ],
    ['a finding that is denied', about('Observation', { status: 'final', code: no, valueBoolean: false }), 'No'],
    ['a preliminary finding', about('Observation', { status: 'preliminary', code: no }), 'preliminary'],
    [
      'a finding under another code',
      about('Observation', {
        status: 'final',
        code: { coding: [{ system: 'urn:x', code: '1', display: 'DNACPR form in place' }] },
        valueBoolean: false,
      }),
      'No',
    ],
    [
      'an answer that nobody has finished',
      form([['x', { valueCoding: { system: SNOMED, code: '450476008' } }]], { status: 'in-progress' }),
      'in-progress',
    ],
    [
      'a code beside its opposite',
      flag({
        coding: [
          { system: SNOMED, code: '450475007', display: 'For CPR' },
          { system: SNOMED, code: '450476008', display: 'Not for CPR' },
        ],
      }),
      'For CPR, Not for CPR',
    ],
    [
      'a code beside the opposite in words',
      flag({ coding: [{ system: SNOMED, code: '450475007', display: 'Not for CPR' }] }),
      'disagree',
    ],
  ])('S4: %s is shown with what turns it round', (_name, resource, words) => {
    for (const cpr of [read([], [resource]).cpr, cprOf(resource)]) {
      expect(cpr).toMatchObject({ state: 'unknown', statement: { sentAs: expect.stringContaining(words) } });
    }
  });

  test('what an answer refers to speaks for itself, and is missed where it is not there', () => {
    const answered = (reference: string) => form([['CPR001.1', { valueReference: { reference } }]]);
    expect(read([{ title: CPR, entries: [answered('Flag/f')] }], [{ ...flag(no), id: 'f' }]).cpr).toMatchObject({
      state: 'notForCpr',
    });
    expect(cprOf(answered('Flag/g'))).toMatchObject({ state: 'unknown' });
  });

  test.each<[string, Json]>([
    ['refuted', about('Condition', { code: no, verificationStatus: { coding: [{ code: 'refuted' }] } })],
    ['inactive', { resourceType: 'Consent', status: 'inactive', patient: ABOUT, provision: { code: [no] } }],
    ['revoked', about('ServiceRequest', { status: 'revoked', code: no })],
  ])('what is %s is over', (_name, resource) => {
    expect(read([], [resource]).cpr).not.toHaveProperty('statement');
  });

  test('that it was talked about is no decision, and is told', () => {
    const discussed = about('Procedure', { status: 'completed', code: snomed('713656002') });
    const plan = readDocument(documentOf([{ title: CPR, entries: [flag(no), discussed] }]), NUMBER);
    expect(plan.ok && plan.plan).toMatchObject({
      cprDecision: { state: 'notForCpr' },
      narratives: { cpr: ['Discussed with family'] },
      unreadable: [],
    });
  });
});
