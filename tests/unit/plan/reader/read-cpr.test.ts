import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../utils/plan/reader/read-document.ts';
import { ABOUT, documentOf, flag, form, type Json, NUMBER, type Part, SNOMED, snomed } from '../documents.ts';

const CPR = 'CPR decision';
const MODIFIED = { valueCoding: { display: 'For modified CPR child only' } };
const DECISION = '6194338778785';

function read(parts: readonly Part[], beside: readonly Json[] = []) {
  const plan = readDocument(documentOf(parts, beside), NUMBER);
  if (!plan.ok) throw new Error(plan.why);
  return { cpr: plan.plan.cprDecision, unreadable: plan.plan.unreadable };
}
const cprOf = (...entries: readonly Json[]) => read([{ title: CPR, entries }]).cpr;

describe('each code', () => {
  test.each([
    ['450475007', 'forCpr'],
    ['304252001', 'forCpr'],
    ['450476008', 'notForCpr'],
    ['304253006', 'notForCpr'],
    ['143021000119109', 'notForCpr'],
  ])('%s is %s, with the author’s words', (code, says) => {
    expect(cprOf(flag(snomed(code, 'In these words')))).toMatchObject({
      state: says,
      statement: { says, words: 'In these words' },
    });
    expect(cprOf(form([[DECISION, { valueCoding: { system: SNOMED, code } }]]))).toMatchObject({ state: says });
  });

  test.each<[string, Json, string | undefined]>([
    ['status unknown', snomed('845151000000104', 'Not aware of a decision'), 'Not aware of a decision'],
    [
      'has a ReSPECT form',
      { coding: [{ system: 'http://snomed.info/sct', code: '1107891000000106', display: 'Has ReSPECT (finding)' }] },
      'Has ReSPECT (finding)',
    ],
    ['a code without any words', snomed('999'), '999'],
    [
      'a right code of another system',
      { coding: [{ system: 'urn:local', code: '450475007', display: 'For CPR' }] },
      'For CPR',
    ],
    ['words alone', { text: 'Not for resus' }, 'Not for resus'],
    ['words that sound like a code', { text: '450475007' }, '450475007'],
    [
      'two codes that contradict each other',
      {
        coding: [...['450475007', '450476008'].map((code) => ({ system: 'http://snomed.info/sct', code }))],
        text: 'Both',
      },
      'Both: its codes and words disagree',
    ],
  ])('S4 S11: %s is not understood, and shown as sent', (_name, code, sentAs) => {
    expect(cprOf(flag(code))).toMatchObject({ state: 'unknown', statement: { says: 'unknown', sentAs } });
  });
});

describe('modified CPR', () => {
  test('is the one display without a code, with what to do', () => {
    const modified = form([
      [DECISION, MODIFIED],
      ['5712690658400', { valueString: 'Bag and mask only' }],
      ['6788228603760', { valueDateTime: '2026-03-01' }],
    ]);
    expect(cprOf(modified)).toMatchObject({
      state: 'modifiedCpr',
      statement: { words: 'Bag and mask only', source: { date: '2026-03-01' } },
    });
  });

  test.each<[string, Json]>([
    ['another display', { valueCoding: { display: 'For modified CPR' } }],
    ['the display with a code', { valueCoding: { display: 'For modified CPR child only', code: '1' } }],
    ['words', { valueString: 'For modified CPR child only' }],
    ['nothing in the answer', {}],
  ])('S11: %s is not understood', (_name, answer) => {
    expect(cprOf(form([[DECISION, answer]]))).toMatchObject({ state: 'unknown' });
  });
});

describe('S4: nothing is never “for CPR”', () => {
  test.each<[string, readonly Part[], string]>([
    ['no section', [], 'notRecorded'],
    ['an empty section', [{ title: CPR }], 'notRecorded'],
    ['not asked', [{ title: CPR, section: { emptyReason: { coding: [{ code: 'notasked' }] } } }], 'notRecorded'],
    [
      'stated to be empty',
      [{ title: CPR, section: { emptyReason: { coding: [{ code: 'nilknown' }] } } }],
      'notRecorded',
    ],
    ['withheld', [{ title: CPR, section: { emptyReason: { coding: [{ code: 'withheld' }] } } }], 'hidden'],
    ['unavailable', [{ title: CPR, section: { emptyReason: { coding: [{ code: 'unavailable' }] } } }], 'unreadable'],
    ['an entry that is not there', [{ title: CPR, section: { entry: [{ reference: 'Flag/9' }] } }], 'unreadable'],
    [
      'a Flag that is over',
      [{ title: CPR, entries: [flag(snomed('450475007'), { status: 'inactive' })] }],
      'unreadable',
    ],
    [
      'a Flag entered in error',
      [{ title: CPR, entries: [flag(snomed('450475007'), { status: 'entered-in-error' })] }],
      'unreadable',
    ],
    ['a Flag without a code', [{ title: CPR, entries: [flag(undefined)] }], 'unreadable'],
    ['a form without an answer', [{ title: CPR, entries: [form([['1', {}]])] }], 'unreadable'],
    [
      'a form that was stopped',
      [{ title: CPR, entries: [form([[DECISION, MODIFIED]], { status: 'stopped' })] }],
      'unreadable',
    ],
  ])('%s', (_name, parts, state) => {
    const { cpr, unreadable } = read(JSON.parse(JSON.stringify(parts)));
    expect(cpr).toEqual({ state });
    expect(unreadable.includes(CPR)).toBe(state === 'unreadable');
  });
});

describe('S11: one readable statement does not hide what could not be read', () => {
  const clear = flag(snomed('450475007', 'For CPR'));
  test.each<[string, Json]>([
    ['a Flag without a code', { resourceType: 'Flag', status: 'active', subject: ABOUT }],
    [
      'a form that is no form',
      { resourceType: 'QuestionnaireResponse', status: 'completed', item: 'none', subject: ABOUT },
    ],
    ['a Flag that says it must not be used', flag(snomed('450475007'), { modifierExtension: [{ url: 'urn:x' }] })],
  ])('%s beside it', (_name, damaged) => {
    expect(cprOf(clear, damaged)).toEqual({ state: 'unreadable' });
  });

  test('a damaged Flag on CPR anywhere in the document', () => {
    const broken = flag(snomed('450476008'), { modifierExtension: [{ url: 'urn:x' }] });
    expect(read([{ title: CPR, entries: [clear] }], [broken]).cpr).toEqual({ state: 'unreadable' });
    const { status: _other, ...alert } = flag({ text: 'Two visitors' });
    expect(read([{ title: CPR, entries: [clear] }], [alert]).cpr).toMatchObject({ state: 'forCpr' });
  });
});

describe('S11: several statements', () => {
  const yes = flag(snomed('450475007', 'Yes'), { period: { start: '2026-01-01' } });
  const no = flag(snomed('450476008', 'No'), { period: { start: '2026-02-01' } });
  const other = flag(snomed('304253006', 'Never'), { period: { start: '2026-03-01' } });

  test('that differ are a conflict, newest first, with all their words', () => {
    expect(cprOf(yes, no)).toMatchObject({ state: 'conflicting', statements: [{ words: 'No' }, { words: 'Yes' }] });
    expect(cprOf(yes, form([[DECISION, MODIFIED]]))).toMatchObject({ state: 'conflicting' });
    expect(cprOf(yes, flag({ text: 'Perhaps' }))).toMatchObject({ state: 'conflicting' });
    expect(cprOf(flag({ text: 'Perhaps' }), flag({ text: 'Perhaps' }))).toMatchObject({ state: 'conflicting' });
  });

  test('that agree are one, the newest', () => {
    expect(cprOf(no, other)).toMatchObject({ state: 'notForCpr', statement: { words: 'Never' } });
  });

  test('on modified CPR that ask for different things are a conflict', () => {
    const modified = (words: string) =>
      form([
        [DECISION, MODIFIED],
        ['5712690658400', { valueString: words }],
      ]);
    expect(cprOf(modified('Bag and mask'), modified('Bag and mask'))).toMatchObject({ state: 'modifiedCpr' });
    expect(cprOf(modified('Bag and mask'), modified('Compressions only'))).toMatchObject({ state: 'conflicting' });
  });

  test('in one form are all read', () => {
    const both = form([
      [DECISION, MODIFIED],
      [DECISION, { valueCoding: { system: 'http://snomed.info/sct', code: '450476008' } }],
    ]);
    expect(cprOf(both)).toMatchObject({ state: 'conflicting' });
    const twoAnswers = { ...form([]), item: [{ linkId: DECISION, answer: [MODIFIED, { valueString: 'No' }] }] };
    expect(cprOf(twoAnswers)).toMatchObject({ state: 'conflicting' });
  });

  test('outside the section count if their code says so, and only then', () => {
    expect(read([{ title: CPR, entries: [yes] }], [no]).cpr).toMatchObject({ state: 'conflicting' });
    expect(read([], [no]).cpr).toMatchObject({ state: 'notForCpr' });
    expect(read([], [flag({ text: 'Not for CPR' })]).cpr).toEqual({
      state: 'inWordsOnly',
      mentions: [{ section: 'Outside the sections', words: 'Not for CPR' }],
    });
    expect(read([], [flag({ text: 'Two visitors' })]).cpr).toEqual({ state: 'notRecorded' });
    expect(
      read([
        { title: 'Alerts', entries: [flag({ text: 'Two visitors' })] },
        { title: CPR, entries: [no] },
      ]).cpr,
    ).toMatchObject({ state: 'notForCpr' });
  });
});
