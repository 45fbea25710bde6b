import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../../browser/corpus/judge.ts';
import type { Judged } from '../../../browser/corpus/judge-case.ts';
import { reportLines, reportOn } from '../../../browser/corpus/report.ts';
import { answer, judged, margaret, margaretClaimed, patrick, patrickClaimed } from './corpus-people.ts';

const right = judged();
const rightNobody = judged({ answer: answer(null), claimed: null, said: 'noPatient', settleMs: null });
const wrong = judged({ case: 'app/wrong', claimed: patrickClaimed, verdict: 'wrong', settleMs: 300 });
const miss = judged({ case: 'app/miss', claimed: null, said: null, verdict: 'miss', settleMs: null });
const ambiguous = judged({ answer: answer(margaret, null) });
const cautious = judged({ answer: answer(margaret, null), claimed: null, said: 'unreadable', settleMs: null });

const anyJudged: fc.Arbitrary<Judged> = fc
  .record({
    claimed: fc.constantFrom(null, margaretClaimed, patrickClaimed),
    expected: fc.constantFrom(
      ...[answer(null), answer(margaret), answer(patrick), answer(margaret, null), answer(null, patrick)],
    ),
    step: fc.nat(3),
    settleMs: fc.option(fc.nat(5000)),
    mixture: fc.constantFrom(null, null, null, { ...margaretClaimed, name: 'DOYLE, Patrick' }),
  })
  .map(({ claimed, expected, step, settleMs, mixture }) =>
    judged({
      claimed,
      answer: expected,
      step,
      settleMs,
      mixture,
      verdict: mixture ? 'wrong' : judge(claimed, expected),
    }),
  );

describe('the counts', () => {
  test('of nothing at all', () => {
    const nothing = {
      cases: 0,
      claimable: 0,
      right: 0,
      wrongClaims: [],
      misses: [],
      ambiguousRight: 0,
      p95SettleMs: 0,
    };
    expect(reportOn([])).toEqual(nothing);
  });

  test('of one case of each kind', () => {
    const report = reportOn([right, rightNobody, wrong, miss, ambiguous, cautious]);
    expect(report).toMatchObject({ cases: 6, claimable: 3, right: 4, ambiguousRight: 2 });
    expect(report.wrongClaims.map((one) => one.case)).toEqual(['app/wrong']);
    expect(report.misses.map((one) => one.case)).toEqual(['app/miss']);
  });

  test('nobody where nobody is open is right and not ambiguous, though somebody would be acceptable', () => {
    const report = reportOn([judged({ answer: answer(null, margaret), claimed: null })]);
    expect(report).toMatchObject({ right: 1, ambiguousRight: 0, claimable: 0 });
  });

  test('every case is right, a wrong claim or a miss, and a miss is always claimable', () => {
    fc.assert(
      fc.property(fc.array(anyJudged, { maxLength: 30 }), (list) => {
        const { cases, claimable, right: good, wrongClaims, misses, ambiguousRight } = reportOn(list);
        expect(cases).toBe(list.length);
        expect(good + wrongClaims.length + misses.length).toBe(cases);
        expect(misses.length).toBeLessThanOrEqual(claimable);
        expect(ambiguousRight).toBeLessThanOrEqual(good);
        const both = list.filter(({ answer: { expected, acceptable } }) => expected && acceptable.includes(null));
        expect(ambiguousRight).toBe(both.filter(({ verdict }) => verdict === 'right').length);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an entry', () => {
  test('says case, step, who was expected and claimed, what the sidebar said, and the trap', () => {
    const one = { ...wrong, step: 2, answer: { ...answer(margaret), why: 'similar names' } };
    expect(reportOn([one]).wrongClaims).toEqual([
      {
        case: 'app/wrong',
        step: 2,
        expected: margaret,
        claimed: patrickClaimed,
        said: 'noPlanFound',
        why: 'similar names',
      },
    ]);
  });

  test('names the mixture that was seen on the way rather than what was claimed in the end', () => {
    const mixture = { ...margaretClaimed, name: 'DOYLE, Patrick' };
    expect(reportOn([judged({ mixture, verdict: 'wrong' })]).wrongClaims[0]?.claimed).toEqual(mixture);
  });
});

describe('95 % settled within', () => {
  const of = (times: readonly (number | null)[]) => reportOn(times.map((settleMs) => judged({ settleMs }))).p95SettleMs;

  test.each([
    ['one claim', [42], 42],
    ['claims that nobody made do not count', [null, 42, null], 42],
    ['no claim', [null, null], 0],
    ['the slowest of nineteen', Array.from({ length: 19 }, (_, at) => at + 1), 19],
    ['the last but one of twenty', Array.from({ length: 20 }, (_, at) => at + 1), 19],
    ['the ninety-fifth of a hundred', Array.from({ length: 100 }, (_, at) => 100 - at), 95],
    ['numbers in the order of numbers', [900, 1000, 8], 1000],
    ['whole milliseconds', [12.6], 13],
  ])('%s', (_name, times, expected) => {
    expect(of(times)).toBe(expected);
  });

  test('is a time that was seen, and at least 95 % were no slower, and not without it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 60 }), (times) => {
        const limit = of(times);
        expect(times).toContain(limit);
        expect(times.filter((time) => time <= limit).length).toBeGreaterThanOrEqual(times.length * 0.95);
        expect(times.filter((time) => time < limit).length).toBeLessThan(times.length * 0.95);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the lines', () => {
  test('one for each case that is not right, wrong claims first, then the summary', () => {
    const list = [miss, right, { ...wrong, step: 3 }, ambiguous, rightNobody];
    expect(reportLines('Chromium 1', reportOn(list))).toEqual([
      '  WRONG  app/wrong · step 3: expected 9991045120 Reed, Margaret Ann 1938-07-14, claimed 9992607939 DOYLE, Patrick (Mr) 1940-12-27 (noPlanFound)',
      '  miss   app/miss: expected 9991045120 Reed, Margaret Ann 1938-07-14, claimed nobody (no sidebar)',
      'Chromium 1: 5 cases, 3 right, 1 wrong claims, 1 misses of 3 claimable (1 ambiguous right), 95 % settled within 300 ms',
    ]);
  });

  test('nothing but the summary where all is right', () => {
    expect(reportLines('Firefox 2', reportOn([right]))).toHaveLength(1);
  });

  test('somebody where nobody is open, a name as the label shows it, and birth dates that are missing', () => {
    const claimed = { ...margaretClaimed, birthDate: null };
    const [nobodyOpen, another] = reportLines(
      'Chromium 1',
      reportOn([
        judged({ answer: answer(null), claimed, verdict: 'wrong', said: 'unsettled' }),
        judged({ answer: answer({ nhsNumber: '9992607939', name: 'MR Patrick DOYLE' }), claimed, verdict: 'wrong' }),
      ]),
    );
    expect(nobodyOpen).toContain('expected nobody, claimed 9991045120 REED, Margaret Ann no birth date (unsettled)');
    expect(another).toContain('expected 9992607939 MR Patrick DOYLE no birth date, claimed 9991045120');
  });
});
