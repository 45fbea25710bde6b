import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../utils/plan/reader/read-document.ts';
import { ABOUT, documentOf, flag, form, type Json, NUMBER, type Part, snomed } from '../documents.ts';

const CPR = 'CPR decision';

function read(parts: readonly Part[], beside: readonly Json[] = []) {
  const plan = readDocument(documentOf(parts, beside), NUMBER);
  if (!plan.ok) throw new Error(plan.why);
  return { cpr: plan.plan.cprDecision, unreadable: plan.plan.unreadable };
}

describe('S11: in words', () => {
  const text = (words: string): Json => ({ text: { div: `<p>${words}</p>` } });
  const beside = (code: string, words: string) =>
    read([{ title: CPR, entries: [flag(snomed(code))], section: text(words) }]).cpr;

  test('words without a code are shown as words', () => {
    expect(read([{ title: CPR, section: text('Not for CPR') }])).toEqual({
      cpr: { state: 'inWordsOnly', mentions: [{ section: CPR, words: 'Not for CPR' }] },
      unreadable: [],
    });
    expect(read([{ title: 'Hospital letter', section: text('She is DNACPR.') }]).cpr).toEqual({
      state: 'inWordsOnly',
      mentions: [{ section: 'Hospital letter', words: 'She is DNACPR.' }],
    });
  });

  const local = (code: string) => ({ coding: [{ system: 'urn:x', code, display: code }] });
  test.each<[string, Json, string]>([
    [
      'a message',
      {
        resourceType: 'Communication',
        status: 'completed',
        subject: ABOUT,
        payload: [{ contentString: 'Not for CPR' }],
      },
      'Not for CPR',
    ],
    [
      'a question with its answer',
      { ...form([]), item: [{ linkId: '1', text: 'CPR', answer: [{ valueString: 'recommended' }] }] },
      'CPR: recommended',
    ],
  ])('%s that is about CPR is told whole, beside a text that says nothing on it', (_name, resource, words) => {
    const mention = { words: expect.stringContaining(words) };
    for (const section of [{}, text('See the entries.'), text('Talked with her about CPR.')]) {
      expect(read([{ title: 'Orders', entries: [resource], section }]).cpr).toMatchObject({
        state: 'inWordsOnly',
        mentions: expect.arrayContaining([expect.objectContaining({ section: 'Orders', ...mention })]),
      });
    }
    expect(read([], [resource]).cpr).toMatchObject({ mentions: [mention] });
  });

  test('an order not to do something that is about CPR is no more than words, and told whole', () => {
    const order = {
      resourceType: 'CarePlan',
      status: 'active',
      intent: 'plan',
      subject: ABOUT,
      activity: [{ detail: { status: 'scheduled', doNotPerform: true, code: { text: 'CPR' } } }],
    };
    const told = { state: 'unknown', statement: { sentAs: expect.stringContaining('do not perform') } };
    for (const section of [{}, text('See the entries.'), text('Talked with her about CPR.')]) {
      expect(read([{ title: 'Orders', entries: [order], section }]).cpr).toMatchObject(told);
    }
    expect(read([], [order]).cpr).toMatchObject(told);
  });

  test('nothing is told of what was entered in error, or is kept from this role', () => {
    const order = { resourceType: 'ServiceRequest', status: 'active', intent: 'order', subject: ABOUT };
    const withheld = { emptyReason: { coding: [{ code: 'withheld' }] } };
    const dnar = { ...order, code: { text: 'DNAR' } };
    expect(read([{ title: 'Orders', entries: [{ ...dnar, status: 'entered-in-error' }] }]).cpr).toEqual({
      state: 'notRecorded',
    });
    expect(read([{ title: 'Orders', entries: [dnar], section: withheld }]).cpr).toEqual({ state: 'notRecorded' });
    expect(read([], [{ ...order, code: local('Physiotherapy') }]).cpr).toEqual({ state: 'notRecorded' });
  });

  test('what was done once is no decision, and told', () => {
    const done = { coding: [{ system: 'urn:x', code: '1', display: 'Cardiopulmonary resuscitation' }] };
    const procedure = { resourceType: 'Procedure', status: 'completed', subject: ABOUT, code: done };
    expect(
      read([{ title: 'History', entries: [{ ...procedure, performedDateTime: '2026-03-29' }] }]).cpr,
    ).toMatchObject({
      state: 'inWordsOnly',
      mentions: [{ words: 'Cardiopulmonary resuscitation; 2026-03-29' }],
    });
  });

  test('what is over says so', () => {
    const order = { resourceType: 'ServiceRequest', intent: 'order', subject: ABOUT, code: { text: 'DNACPR' } };
    expect(read([{ title: 'Orders', entries: [{ ...order, status: 'revoked' }] }]).cpr).toMatchObject({
      mentions: [{ words: 'revoked: DNACPR' }],
    });
  });

  test.each([
    ['450475007', 'She is not for CPR.'],
    ['450475007', 'DNACPR in place.'],
    ['450475007', 'Do not attempt resuscitation'],
    ['304252001', 'No CPR please'],
    ['450476008', 'For full resuscitation'],
    ['450476008', 'Attempt CPR.'],
    ['304253006', 'He wants CPR.'],
  ])('H09: %s beside “%s” is a conflict', (code, words) => {
    expect(beside(code, words)).toMatchObject({ state: 'conflicting' });
  });

  test.each([
    ['450475007', 'For full resuscitation. Previous DNACPR revoked after recovery.'],
    ['450475007', 'CPR appropriate while awaiting surgery.'],
    ['450476008', 'Not for CPR. For CPR only if she chokes.'],
    ['450476008', 'CPR would not work. He agrees.'],
    ['450476008', 'Does not want CPR.'],
    ['450476008', 'Has refused CPR and ventilation.'],
  ])('%s beside “%s” is not', (code, words) => {
    expect(beside(code, words)).toHaveProperty('statement');
  });
});
