// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summaryText } from '../../../../components/call/summary-text.tsx';
import { noticeHeading } from '../../../../components/notices/notice-headings.ts';
import type { Language } from '../../../../utils/view/language.ts';
import { showing, withCpr } from '../../../sandbox/stories/plan-stories.ts';
import { RAO } from '../../../sandbox/stories/plans.ts';
import { stories } from '../../../sandbox/stories/stories.ts';
import { NOW, type Story } from '../../../sandbox/stories/story.ts';
import { wordsIn } from '../../../words-in.ts';

const PLANS = stories.flatMap(({ id, view, now }: Story) => (view.kind === 'plan' ? [{ id, view, now }] : []));

function summary(id: string, language: Language = 'en'): string {
  const plan = PLANS.find((one) => one.id === id);
  if (!plan) throw new Error(`No such plan: ${id}`);
  return summaryText(plan, wordsIn(language));
}

const WHO = `REED, Margaret (Mrs)
Test patient
Born: 14-Jul-1938 (88)
Gender: Female
NHS No.: 999 104 5120
Preferred name: Peggy
Approved plan, version 7, reviewed 03-Jun-2026 by Dr Anjali Rao, GP. Next review due 03-Dec-2026. Fetched 14:32 on 22-Nov-2026.`;

const END = `This is a summary: the plan holds more.
Copied from Example Plan Service by Sam Patel, GP, Example Lane Surgery at 14:32 on 22-Nov-2026. A copy goes out of date.`;

describe('a summary for the consultation note', () => {
  test('says who, how old, the answer, how far, where, which medicines, whom to ring, and where it comes from', () => {
    expect(summary('plan')).toBe(`${WHO}

Not for CPR
If the heart stops, do not attempt CPR.
About CPR only. Give all other care.
Decided 03-Jun-2026 by Dr Anjali Rao, GP
“Advanced heart failure. CPR would not work. Peggy agrees; her daughter knows.”

Ceiling of treatment: Home/Hospice, treatment of reversible conditions as appropriate
Preferred place:
Care: Own home
Death: Own home; if not possible, hospice

Anticipatory medicines
- Morphine 10 mg/ml injection: 2.5 mg under the skin, may repeat after 1 hour
- Midazolam 10 mg/2 ml injection: 2.5 mg under the skin
- Levomepromazine 25 mg/ml injection: 6.25 mg under the skin
- Glycopyrronium 200 micrograms/ml injection: 200 micrograms under the skin
- Water for injection 10 ml
Issued: 02-Sep-2026
Kept: Kitchen cupboard above the kettle
“Chart in the blue folder.”
02-Sep-2026, Ife Adeyemi, community palliative nurse, Riverside team

Whom to call
1. Helen Reed, daughter
01632 960123
“Has a key. Any hour.”
2. Riverside team, community palliative team, 24 hours
01632 960145
3. Dr Anjali Rao, GP
01632 960150
07700 900461
4. Tom Yates, neighbour, has a key
Number not recorded
03-Jun-2026, Dr Anjali Rao, GP, Example Lane Surgery

${END}`);
  });

  test('says which statements disagree, and decides for none', () => {
    expect(summary('plan-conflicting-cpr')).toContain(`
CPR statements disagree
Two current statements say different things. Check the source before relying on either.

Says: not for CPR
20-Aug-2026, Dr Owen Clarke, GP, Example Lane Surgery
“DNACPR agreed with patient.”
01632 960150

Says: for CPR
01-Sep-2026, Dr Mia Sato, Example General Hospital
“For full resuscitation during this admission.”
01632 960199
`);
  });

  test('says what is not recorded', () => {
    const text = summary('plan-empty');
    expect(text).toContain(`
CPR decision not recorded
The plan does not say whether to attempt CPR.
This does not mean “for CPR”, and it does not mean “not for CPR”.

Ceiling of treatment: Not recorded
Preferred place:
Care: Not recorded
Death: Not recorded

Anticipatory medicines
Not recorded

Whom to call
Not recorded
`);
  });

  test('a saved copy is said to be one before its answer, and with it', () => {
    const text = summary('saved-just-now');
    expect(text.indexOf('Saved copy, less than 1 minute old')).toBeGreaterThan(0);
    expect(text.indexOf('Saved copy')).toBeLessThan(text.indexOf('Not for CPR'));
    expect(text).toMatch(/Not for CPR, as of \d\d:\d\d\nIt may have changed since\. Check before relying on it\.\n/);
  });

  test('is Welsh in Welsh, and the author’s words are not', () => {
    const text = summary('plan', 'cy');
    expect(text).toContain(wordsIn('cy').CPR.decision.notForCpr.verdict);
    expect(text).toContain('“Advanced heart failure. CPR would not work. Peggy agrees; her daughter knows.”');
    expect(text).toMatch(/Mae copi’n mynd yn hen\.$/);
  });
});

describe.each(PLANS)('$id', ({ id, view, now }) => {
  test('never without its warnings, and “for CPR” only where that is said', () => {
    const words = wordsIn('en');
    const text = summary(id);
    for (const notice of view.notices) {
      const heading = noticeHeading(notice, now, words);
      if (heading) expect(text).toContain(heading.says);
    }
    for (const unread of view.unread ?? []) expect(text).toContain(unread);
    const states = [view.plan, ...view.alsoCurrent].map(({ cprDecision }) => cprDecision.state);
    if (states.every((state) => state === 'forCpr')) expect(text).toMatch(/^For CPR/m);
    else expect(text).not.toMatch(/^For CPR/m);
    expect(text.includes(words.NOT_COMPARED.link)).toBe(view.openedBy !== undefined);
    expect(text).toMatch(/A copy goes out of date\.$/);
  });
});

test('nothing an author writes turns the order of a line, or begins a line that looks like ours', () => {
  const nasty = fc.string({
    unit: fc.constantFrom(
      'a',
      ' ',
      'א',
      '\n',
      '\r',
      '\u2028',
      '\u0085',
      '\u202e',
      '\u2066',
      '\u200f',
      '\u0007',
      '\u001b',
    ),
    maxLength: 40,
  });
  fc.assert(
    fc.property(nasty, (words) => {
      const authored = `${words}\nFor CPR`;
      const plan = withCpr({
        state: 'notForCpr',
        statement: { says: 'notForCpr', words: authored, source: { ...RAO, by: authored } },
      });
      const text = summaryText({ view: showing(plan), now: NOW }, wordsIn('en'));
      expect(text).not.toMatch(/^For CPR/m);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066\u2067\u200e\u200f\u2028\u2029]/u);
      // Every isolate of ours is closed on its own line.
      for (const line of text.split('\n')) expect(line.split('\u2068').length).toBe(line.split('\u2069').length);
    }),
    { numRuns: 100 },
  );
});
