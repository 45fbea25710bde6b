import { describe, expect, test } from 'vitest';
import { type Plan, SECTION_TITLES } from '../../../../utils/plan/plan.ts';
import { readDocument } from '../../../../utils/plan/reader/read-document.ts';
import { generatePeople } from '../../../sandbox/people/generate-people.ts';
import { FOR_CPR, NOT_FOR_CPR } from '../../../sandbox/plans/codes.ts';
import { generatePlans } from '../../../sandbox/plans/generate-plans.ts';
import { flag, type Json, type Part } from '../documents.ts';
import { byKind } from './by-kind.ts';
import { decision, narrative, planOf } from './contradiction-documents.ts';
import { AGREE, CONTRADICT, type Pair, SAYS_MORE } from './contradiction-pairs.ts';
import { GOES_WITH_FOR, GOES_WITH_NOT, SAY_FOR, SAY_NOT } from './cpr-phrases.ts';
import { SAY_FOR_TOO, SAY_NOT_TOO, SAY_NOTHING } from './cpr-phrases-unseen.ts';

const CPR = SECTION_TITLES.cpr;

/** Where a phrase on CPR may stand beside a coded decision. */
const PLACES: readonly (readonly [string, (says: 'forCpr' | 'notForCpr', phrase: string) => readonly Part[]])[] = [
  [
    'in the text of the section',
    (says, phrase) => [{ title: CPR, entries: [decision(says)], section: narrative(phrase) }],
  ],
  ['in the words beside the code', (says, phrase) => [{ title: CPR, entries: [decision(says, phrase)] }]],
  [
    'in another section',
    (says, phrase) => [
      { title: CPR, entries: [decision(says)] },
      { title: 'Summary', section: narrative('Lives alone.', phrase) },
    ],
  ],
];

const isConflicting = ({ cprDecision, contradictions }: Plan) =>
  cprDecision.state === 'conflicting' && contradictions.includes(CPR);

/** Phrases that are judged wrongly beside a decision: those that go unnoticed, or are taken for the opposite. */
function misjudged(says: 'forCpr' | 'notForCpr', phrases: readonly string[], conflict: boolean): readonly string[] {
  const faults = PLACES.flatMap(([where, place]) =>
    phrases.flatMap((phrase) => {
      const plan = planOf(place(says, phrase));
      const isRight = conflict
        ? isConflicting(plan)
        : plan.cprDecision.state === says && plan.contradictions.length === 0;
      return isRight ? [] : [[phrase, `${where}: ${plan.cprDecision.state}`] as const];
    }),
  );
  return byKind(faults);
}

const number = (phrases: readonly string[]) => `${phrases.length * PLACES.length} pairs`;

describe('S11: words on CPR beside the opposite code are a conflict, and named', () => {
  test(`words for CPR beside a code against it (${number(SAY_FOR)})`, () => {
    expect(misjudged('notForCpr', SAY_FOR, true)).toEqual([]);
  });

  test(`words against CPR beside a code for it (${number(SAY_NOT)})`, () => {
    expect(misjudged('forCpr', SAY_NOT, true)).toEqual([]);
  });
});

describe('S11: words on CPR that go with the code are no conflict', () => {
  const not = [...SAY_NOT, ...GOES_WITH_NOT];
  test(`beside a code against CPR (${number(not)})`, () => {
    expect(misjudged('notForCpr', not, false)).toEqual([]);
  });

  const yes = [...SAY_FOR, ...GOES_WITH_FOR];
  test(`beside a code for CPR (${number(yes)})`, () => {
    expect(misjudged('forCpr', yes, false)).toEqual([]);
  });
});

const unseen = [...SAY_FOR_TOO, ...SAY_NOT_TOO, ...SAY_NOTHING];
test(`S11: phrases on CPR that the rules were not written for (${number(unseen)}, each beside both codes)`, () => {
  expect([
    ...misjudged('notForCpr', SAY_FOR_TOO, true),
    ...misjudged('forCpr', SAY_FOR_TOO, false),
    ...misjudged('forCpr', SAY_NOT_TOO, true),
    ...misjudged('notForCpr', SAY_NOT_TOO, false),
    ...misjudged('forCpr', SAY_NOTHING, false),
    ...misjudged('notForCpr', SAY_NOTHING, false),
  ]).toEqual([]);
});

describe('S11: the display of a code', () => {
  const codes = [
    ...FOR_CPR.map((coding) => ['forCpr', coding] as const),
    ...NOT_FOR_CPR.map((coding) => ['notForCpr', coding] as const),
  ];
  const pairs = codes.flatMap(([says, { system, code }]) =>
    codes.map(([shown, { display = '' }]) => {
      const entry = flag({ coding: [{ system, code, display }] });
      return { says, shown, code, display, plan: planOf([{ title: CPR, entries: [entry] }]) };
    }),
  );

  test('that says the opposite of the code is never passed over in silence', () => {
    const silent = pairs.filter(
      ({ says, shown, plan }) => says !== shown && !isConflicting(plan) && plan.cprDecision.state !== 'unknown',
    );
    expect(silent.map(({ code, display, plan }) => `${code} “${display}”: ${plan.cprDecision.state}`)).toEqual([]);
  });

  test('that is another name for the same is no conflict', () => {
    const wrong = pairs.filter(({ says, shown, plan }) => says === shown && plan.cprDecision.state !== says);
    expect(wrong.map(({ code, display, plan }) => `${code} “${display}”: ${plan.cprDecision.state}`)).toEqual([]);
  });
});

function flagged({ title, entries, text }: Pair): boolean {
  return planOf([{ title, entries, section: narrative(...text) }]).contradictions.includes(title);
}

/** What stands in a pair, to be read in a message. */
function shown({ entries, text }: Pair): string {
  const said = entries.map((entry) =>
    JSON.stringify(entry, (key, value) => (/resourceType|subject|patient|status|system/.test(key) ? undefined : value)),
  );
  return `${said.join(' ')} beside “${text.join(' / ')}”`;
}

const wrongly = (pairs: readonly Pair[], expected: boolean) =>
  pairs.filter((pair) => flagged(pair) !== expected).map((pair) => `${pair.title}: ${shown(pair)}`);

test(`S11: entries and text that contradict each other are named (${CONTRADICT.length} pairs)`, () => {
  expect(CONTRADICT.length).toBeGreaterThan(150);
  expect(wrongly(CONTRADICT, true)).toEqual([]);
});

test(`S11: entries and text that say the same are not (${AGREE.length} pairs)`, () => {
  expect(AGREE.length).toBeGreaterThan(150);
  expect(wrongly(AGREE, false)).toEqual([]);
});

test(`S11: text that says more than the entries is shown, however few words it has (${SAYS_MORE.length} pairs)`, () => {
  const hidden = SAYS_MORE.filter(({ title, entries, text }) => {
    const plan = planOf([{ title, entries, section: narrative(...text) }]);
    const shown = Object.values(plan.narratives).flat();
    return !plan.contradictions.includes(title) && text.some((paragraph) => !shown.includes(paragraph));
  });
  expect(hidden.map((pair) => `${pair.title}: ${shown(pair)}`)).toEqual([]);
});

const empty = (code: string): Json => ({ emptyReason: { coding: [{ code }] } });

describe('S11: a section that is stated to be empty', () => {
  const titles = Object.values(SECTION_TITLES);
  const FILLED = [
    'Paracetamol 1 g when needed',
    'See the letter of 3 May',
    'Penicillin: rash; and latex',
    'Ring Helen Reed',
  ];

  test(`and has text all the same is named (${titles.length * FILLED.length * 2} pairs)`, () => {
    const unnoticed = titles.flatMap((title) =>
      ['nilknown', 'notasked'].flatMap((reason) =>
        FILLED.filter((text) => {
          const plan = planOf([{ title, section: { ...empty(reason), ...narrative(text) } }]);
          return ![...plan.contradictions, ...plan.unreadable].includes(title);
        }).map((text) => `${title}, ${reason}: ${text}`),
      ),
    );
    expect(unnoticed).toEqual([]);
  });

  const DENIALS = [
    'None',
    'None known',
    'Nil',
    'Nil known',
    'None.',
    'Not recorded',
    'No information',
    'Nothing to record',
    'N/A',
    '–',
  ];
  test(`and whose text says so too is not (${titles.length * DENIALS.length} pairs)`, () => {
    const flagged = titles.flatMap((title) =>
      DENIALS.filter((text) =>
        planOf([{ title, section: { ...empty('nilknown'), ...narrative(text) } }]).contradictions.includes(title),
      ).map((text) => `${title}: ${text}`),
    );
    expect(flagged).toEqual([]);
  });
});

/** Other ways of writing the same text. */
const RESTYLED: readonly (readonly [string, (div: string) => string])[] = [
  ['as it is', (div) => div],
  [
    'in capitals',
    (div) =>
      div.replace(/>[^<]+</g, (text) =>
        text.replace(/&\w+;|[^&;]+/g, (part) => (part.startsWith('&') ? part : part.toUpperCase())),
      ),
  ],
  [
    'as a table',
    (div) =>
      div
        .replaceAll(/<li>|<p>/g, '<tr><td>')
        .replaceAll(/<\/li>|<\/p>/g, '</td></tr>')
        .replaceAll(': ', '</td><td>'),
  ],
  ['with breaks', (div) => div.replaceAll('. ', '.<br/>')],
  ['with emphasis', (div) => div.replaceAll(/<(li|p)>([^<:]+):/g, '<$1><b>$2</b>:')],
  ['with wide spaces', (div) => div.replaceAll(' of ', '&#160;of&#160;').replaceAll(', ', ',\n      ')],
];

test('S11: no document of the sandbox contradicts itself, however its text is set', () => {
  const people = generatePeople(1, '2026-11-22');
  const persons = new Map(people.persons.map((person) => [person.patientId, person] as const));
  const { plans } = generatePlans(people, 1, '2026-11-22');
  let pairs = 0;
  const faults = plans.flatMap((record, at) => {
    // All of them as they are; each other way of setting them for one in five.
    const styles = RESTYLED.filter((_, style) => style === 0 || at % 5 === style - 1);
    return styles.flatMap(([style, restyle]) => {
      const document = restyled(record.document, restyle);
      const read = readDocument(document, persons.get(record.patientId)?.nhsNumber ?? '');
      if (!read.ok) return [];
      pairs += 1;
      return read.plan.contradictions.map(
        (title) => [`${title} ${style}`, `${record.state} ${record.compositionId}`] as const,
      );
    });
  });
  expect(pairs).toBeGreaterThan(1000);
  expect(byKind(faults)).toEqual([]);
});

function restyled(document: unknown, restyle: (div: string) => string): unknown {
  return JSON.parse(JSON.stringify(document), (key, value) =>
    key === 'div' && typeof value === 'string' ? restyle(value) : value,
  );
}
