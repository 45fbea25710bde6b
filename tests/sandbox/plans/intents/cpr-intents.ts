import { daysBefore } from '../../people/dates.ts';
import { AUTHORS } from '../authors.ts';
import { FOR_CPR, NO_CPR_DECISION, NOT_FOR_CPR } from '../codes.ts';
import type { Author, CprIntent } from '../plan-intent.ts';
import * as childrens from '../wording/childrens-wording.ts';
import * as adults from '../wording/cpr-wording.ts';
import { type About, calledName } from './about.ts';

/** What a plan says about CPR as a whole. */
export type CprMode = 'notForCpr' | 'forCpr' | 'modifiedCpr' | 'conflictingCpr' | 'unknownCpr' | 'cprNotRecorded';

type Made = { readonly date: string; readonly author: Author };

function statement({ random, person, child }: About, says: 'notForCpr' | 'forCpr', made: Made): CprIntent {
  const coding = random.pick(says === 'notForCpr' ? NOT_FOR_CPR : FOR_CPR);
  const { NOT_FOR_CPR_REASONS, FOR_CPR_REASONS } = child ? childrens : adults;
  const reason = random.pick(says === 'notForCpr' ? NOT_FOR_CPR_REASONS : FOR_CPR_REASONS);
  return {
    says,
    ...(coding.code === undefined ? {} : { code: coding.code }),
    words: reason.replaceAll('{name}', calledName(person)),
    ...made,
  };
}

function unknown({ random }: About, made: Made): CprIntent {
  if (random.chance(0.6)) return { says: 'unknown', words: random.pick(adults.UNCLEAR_CPR_WORDS), ...made };
  const { code, display } = random.pick(NO_CPR_DECISION);
  return { says: 'unknown', ...(code === undefined ? {} : { code }), words: display ?? '', ...made };
}

/** Statements in force: one, two that disagree, or none at all. */
export function cprIntents(who: About, mode: CprMode, made: Made): readonly CprIntent[] {
  const { random } = who;
  if (mode === 'cprNotRecorded') return [];
  if (mode === 'unknownCpr') return [unknown(who, made)];
  if (mode === 'modifiedCpr') return [{ says: 'modifiedCpr', words: random.pick(adults.MODIFIED_CPR_WORDS), ...made }];
  if (mode !== 'conflictingCpr') return [statement(who, mode, made)];
  const other = random.pick(AUTHORS.filter((author) => author.name !== made.author.name));
  const both = [
    statement(who, 'notForCpr', made),
    statement(who, 'forCpr', { date: daysBefore(made.date, random.integer(8, 90)), author: other }),
  ];
  return random.chance(0.5) ? both : both.reverse();
}
