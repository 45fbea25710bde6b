import { expect, test } from 'vitest';
import { wordsIn } from '../../../words-in.ts';
import { sentencesOf } from './sentences.ts';

const ENGLISH = sentencesOf(wordsIn('en'));
const WELSH = sentencesOf(wordsIn('cy'));

/** What is the same in both languages: abbreviations, numbers, and words that are spelled alike. */
const ALIKE = new Set(['Prognosis', 'Mai', '3', '5', 'Wxyz', '3m 5d', '3d', '…', '!', 'off', 'Planside']);

/** The button of the browser says nothing where there is nothing to say. */
const NO_SIGN = new Set(['BADGE.nothing.text', 'BADGE.notHere.text']);

/** Words that no Welsh sentence holds. */
const ENGLISH_WORD =
  /\b(?:the|this|that|and|not|with|could|patient|person’s|was|has|been|read|plan|page|signed|recorded|your|you|it|check|ask)\b/i;

function slots(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();
}

function madeUp(sentence: string): readonly string[] {
  return [...new Set(sentence.match(/wxyz|vvv|11:22/gi) ?? [])].map((word) => word.toLowerCase()).sort();
}

test('there are hundreds of sentences, at the same places in both languages, and none is empty', () => {
  expect(ENGLISH.size).toBeGreaterThan(400);
  expect([...WELSH.keys()]).toEqual(expect.arrayContaining([...ENGLISH.keys()]));
  for (const [place, sentence] of [...ENGLISH, ...WELSH]) {
    if (!NO_SIGN.has(place)) expect(sentence.trim(), place).not.toBe('');
  }
});

test.each([...ENGLISH])('%s says the same of the same things', (place, english) => {
  const welsh = WELSH.get(place) ?? '';
  expect(slots(welsh)).toEqual(slots(english));
  expect(madeUp(welsh)).toEqual(madeUp(english));
  const end = /(?<!\bNo)[.:…]$/;
  expect(end.exec(welsh)?.[0]).toBe(end.exec(english)?.[0]);
  expect(welsh.split('“').length).toBe(english.split('“').length);
  // A number that is said is said in both.
  expect(welsh.match(/\d+/g)).toEqual(english.match(/\d+/g));
});

test('no English is left in Welsh', () => {
  for (const [place, welsh] of WELSH) {
    if (NO_SIGN.has(place) || ALIKE.has(welsh)) continue;
    expect(welsh, place).not.toBe(ENGLISH.get(place));
    expect(welsh.replace(/\{\w+\}/g, ''), place).not.toMatch(ENGLISH_WORD);
  }
});

test('what says “for CPR” and what says “not for CPR” cannot be taken for each other', () => {
  const { decision, claim } = wordsIn('cy').CPR;
  expect(decision.forCpr.verdict).toBe('Ar gyfer CPR');
  expect(decision.notForCpr.verdict).toBe('Ddim ar gyfer CPR');
  expect(decision.notForCpr.order).toMatch(/peidiwch â/);
  const noOrders = Object.entries(decision).filter(([state]) => state !== 'forCpr' && state !== 'notForCpr');
  for (const [state, { verdict, order }] of noOrders) {
    expect(verdict, state).not.toMatch(/ar gyfer CPR/i);
    expect(order, state).not.toMatch(/(?:rhowch|peidiwch â rhoi) cynnig/);
  }
  expect([claim.forCpr, claim.notForCpr]).toEqual(['ar gyfer CPR', 'ddim ar gyfer CPR']);
});
