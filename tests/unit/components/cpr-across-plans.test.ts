import { expect, test } from 'vitest';
import { type Claim, cprAnswer, mayAgree } from '../../../components/cpr-across-plans.ts';
import type { CprDecision, CprStatement, Plan } from '../../../utils/plan/plan.ts';
import { CLARKE, FULL_PLAN, SATO } from '../../sandbox/stories/plans.ts';

const SAYS_NOT: CprStatement = { says: 'notForCpr', source: CLARKE };
const SAYS_FOR: CprStatement = { says: 'forCpr', source: SATO };
const NOT: CprDecision = { state: 'notForCpr', statement: SAYS_NOT };
const FOR: CprDecision = { state: 'forCpr', statement: SAYS_FOR };
const SILENT: CprDecision = { state: 'notRecorded' };
const UNREADABLE: CprDecision = { state: 'unreadable' };
const HIDDEN: CprDecision = { state: 'hidden' };
const IN_WORDS_ONLY = {
  state: 'inWordsOnly',
  mentions: [{ section: 'What matters to me', words: 'No heroics.' }],
} as const satisfies CprDecision;

function plan(cprDecision: CprDecision): Plan {
  return { ...FULL_PLAN, cprDecision };
}

function modified(words: string): CprDecision {
  return { state: 'modifiedCpr', statement: { says: 'modifiedCpr', words, source: SATO } };
}

test.each([NOT, FOR, SILENT, UNREADABLE, HIDDEN, IN_WORDS_ONLY, modified('Bag and mask')])(
  'one plan speaks for itself: %o',
  (decision) => {
    expect(cprAnswer(plan(decision), [])).toEqual({ kind: 'one', decision });
  },
);

test('plans that say the same have one answer, that of the newest', () => {
  expect(cprAnswer(plan(NOT), [plan(NOT), plan(NOT)])).toEqual({ kind: 'one', decision: NOT });
  expect(cprAnswer(plan(SILENT), [plan(SILENT)])).toEqual({ kind: 'one', decision: SILENT });
});

test('a plan whose own statements conflict has no answer', () => {
  const conflicting: CprDecision = { state: 'conflicting', statements: [SAYS_NOT, SAYS_FOR] };
  expect(cprAnswer(plan(conflicting), [])).toEqual({ kind: 'disagree', claims: [SAYS_NOT, SAYS_FOR] });
});

test('two plans that disagree have no answer, whichever is the newer', () => {
  expect(cprAnswer(plan(NOT), [plan(FOR)])).toEqual({ kind: 'disagree', claims: [SAYS_NOT, SAYS_FOR] });
  expect(cprAnswer(plan(FOR), [plan(NOT)])).toEqual({ kind: 'disagree', claims: [SAYS_FOR, SAYS_NOT] });
});

test('claims may agree where no two that were understood differ', () => {
  const unknown: Claim = { says: 'unknown', sentAs: 'deny: CPR', source: {} };
  expect(mayAgree([SAYS_NOT, unknown])).toBe(true);
  expect(mayAgree([unknown, { ...unknown, sentAs: 'permit: CPR' }])).toBe(true);
  expect(mayAgree([SAYS_NOT, unknown, SAYS_FOR])).toBe(false);
  expect(mayAgree([SAYS_NOT, SAYS_FOR])).toBe(false);
  expect(mayAgree([SAYS_NOT, { says: 'nothing', source: {} }])).toBe(false);
});

test('the silence of the newest does not hide the decision of another', () => {
  const answer = cprAnswer(plan(SILENT), [plan(NOT)]);
  expect(answer).toMatchObject({ kind: 'disagree', claims: [{ says: 'nothing' }, SAYS_NOT] });
});

test('what could not be read may have said the contrary', () => {
  const answer = cprAnswer(plan(FOR), [plan(UNREADABLE)]);
  expect(answer).toMatchObject({ kind: 'disagree', claims: [SAYS_FOR, { says: 'unreadable' }] });
});

test.each([IN_WORDS_ONLY, HIDDEN])('%o agrees with nothing but itself', (decision) => {
  expect(cprAnswer(plan(decision), [plan(decision)])).toEqual({ kind: 'one', decision });
  for (const other of [NOT, FOR, SILENT, UNREADABLE, modified('Bag and mask'), IN_WORDS_ONLY, HIDDEN]) {
    if (other === decision) continue;
    expect(cprAnswer(plan(decision), [plan(other)]).kind, other.state).toBe('disagree');
    expect(cprAnswer(plan(other), [plan(decision)]).kind, other.state).toBe('disagree');
  }
});

test('other words are another decision where nothing is coded, and each keeps its words', () => {
  const others = {
    ...IN_WORDS_ONLY,
    mentions: [{ section: 'Prognosis', words: 'For full escalation.' }],
  } as const;
  expect(cprAnswer(plan(IN_WORDS_ONLY), [plan(others)])).toMatchObject({
    kind: 'disagree',
    claims: [IN_WORDS_ONLY, others].map(({ mentions }) => ({ says: 'inWordsOnly', mentions })),
  });
});

test('two modified decisions with other words are two decisions', () => {
  expect(cprAnswer(plan(modified('Bag and mask')), [plan(modified('Compressions only'))]).kind).toBe('disagree');
  expect(cprAnswer(plan(modified('Bag and mask')), [plan(modified('Bag and mask'))]).kind).toBe('one');
});
