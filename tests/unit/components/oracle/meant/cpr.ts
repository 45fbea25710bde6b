import type { CprIntent } from '../../../../sandbox/plans/plan-intent.ts';
import { day } from './days.ts';
import { phone, signed, source } from './marks.ts';
import type { MeantPlan } from './meant-plan.ts';
import { type Lines, ownText } from './section.ts';

const NEITHER = 'This does not mean “for CPR”, and it does not mean “not for CPR”.';
const ASK = 'ask-author: Ask the author before relying on it.';

/** Design, “Exact sentences”: form, verdict, order, and what it is not about. */
const HEADS = {
  notForCpr: [
    'not-for-cpr',
    'Not for CPR',
    'If the heart stops, do not attempt CPR.',
    'About CPR only. Give all other care.',
  ],
  forCpr: ['for-cpr', 'For CPR', 'If the heart stops, attempt CPR.'],
  modifiedCpr: ['modified', 'Modified CPR (child)', 'If the heart stops, do only what is written here:'],
  unknown: [
    'not-checked',
    'CPR decision not understood',
    'A CPR decision is recorded, but Planside cannot tell what it is.',
  ],
  conflicting: [
    'conflict',
    'CPR statements disagree',
    'Two current statements say different things. Check the source before relying on either.',
  ],
  none: ['not-recorded', 'CPR decision not recorded', 'The plan does not say whether to attempt CPR.', NEITHER],
  unreadable: [
    'not-checked',
    'CPR decision could not be read',
    'The plan may hold a CPR decision, but Planside could not read it.',
    NEITHER,
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const CLAIMS: Readonly<Record<CprIntent['says'], string>> = {
  notForCpr: 'Says: not for CPR',
  forCpr: 'Says: for CPR',
  modifiedCpr: 'Says: modified CPR (child)',
  unknown: 'Says: not understood',
};

type State = keyof typeof HEADS;

function head(state: State): Lines {
  const [form, verdict, order, about] = HEADS[state];
  return [
    `answer: (${form})`,
    `verdict > h2: ${verdict}`,
    `order: ${order}`,
    ...(about === undefined ? [] : [`about: ${about}`]),
  ];
}

/** Who decided and when, and the author’s words; for a modified attempt these are the order, so they come first. */
function detail({ says, words, date, author }: CprIntent): Lines {
  const decided = `decided: ${says === 'unknown' ? 'Recorded' : 'Decided'} ${day(date)} by ${signed(author)}`;
  const quote = `cpr-words > quote: ${words}`;
  if (says === 'modifiedCpr') return [quote, decided];
  if (says !== 'unknown') return [decided, quote];
  return [`sent-as: It was sent as “${words}”.`, decided, ASK, `phone: ${phone(author.phone)}`];
}

function stateOf({ left: { cpr }, damage }: MeantPlan): State {
  if (damage.has('CPR decision')) return 'unreadable';
  const [only, ...others] = cpr;
  return others.length > 0 ? 'conflicting' : (only?.says ?? 'none');
}

/** The answer of one plan. */
function answer(plan: MeantPlan, state: State): Lines {
  const { author } = plan.meant;
  const [only] = plan.left.cpr;
  const own = ownText(plan, 'CPR decision');
  if (state === 'unreadable') return [...head(state), ASK, `phone: ${phone(author.phone)}`, ...own];
  return only ? [...head(state), ...detail(only)] : head(state);
}

/** Each statement as it stands among several; none is chosen, all are told alike. */
function claim({ says, words, date, author }: CprIntent): Lines {
  const said = says === 'unknown' ? `claim: It was sent as “${words}”.` : null;
  return [
    `claim: ${CLAIMS[says]}`,
    ...(said === null ? [] : [said]),
    `claim: ${source(date, author)}`,
    ...(said === null ? [`claim > quote: ${words}`] : []),
    `phone: ${phone(author.phone)}`,
  ];
}

function newestFirst(statements: readonly CprIntent[]): readonly CprIntent[] {
  return [...statements].sort((one, other) => (one.date < other.date ? 1 : one.date > other.date ? -1 : 0));
}

/** What all current plans say on CPR taken together: one answer, or statements that disagree. */
export function togetherOnCpr([newest, ...others]: readonly [MeantPlan, ...MeantPlan[]]): {
  readonly state: State;
  readonly lines: Lines;
} {
  const plans = [newest, ...others];
  if (others.length > 0 && plans.some((plan) => ['conflicting', 'unreadable', 'none'].includes(stateOf(plan)))) {
    throw new Error('The sandbox has no such plans of one person');
  }
  const statements = plans.flatMap(({ left: { cpr } }) => newestFirst(cpr));
  const state = new Set(statements.map(({ says }) => says)).size > 1 ? 'conflicting' : stateOf(newest);
  if (state !== 'conflicting') return { state, lines: answer(newest, state) };
  return { state, lines: [...head(state), ...statements.flatMap(claim)] };
}

/** The verdict as it is said aloud. */
export function verdictOf(state: State): string {
  return HEADS[state][1];
}
