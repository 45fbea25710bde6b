import type { JSX } from 'preact';
import type { Plan } from '../utils/plan/plan.ts';
import type { View } from '../utils/view/view.ts';
import { CprAnswerBlock, CprDisagreement } from './Answer.tsx';
import type { CprAnswer } from './cpr-across-plans.ts';
import { DocumentLanguage, languageOfAll } from './facts/Authored.tsx';
import { clockTime } from './format/dates.ts';
import { marksOf, type SeenPlan } from './parts.ts';
import { useWords, type Words } from './words/words.ts';

export type PlanView = Extract<View, { kind: 'plan' }>;

/** From when a copy kept here is; `null`: it is none. */
function asOf({ saved, fetchedAt }: PlanView, now: number, words: Words): string | null {
  return saved ? clockTime(fetchedAt, now, words) : null;
}

type CprProps = SeenPlan & { view: PlanView; now: number; answer: CprAnswer; others?: readonly Plan[] };

/** The one answer of all current plans, or that they disagree. */
export function CprOfPlans({ view, now, answer, others = [], ...seen }: CprProps): JSX.Element {
  const from = asOf(view, now, useWords());
  const plans = [seen.plan, ...others];
  return (
    <DocumentLanguage.Provider value={languageOfAll(answer.kind === 'one' ? [seen.plan] : plans)}>
      {answer.kind === 'one' ? (
        <CprAnswerBlock decision={answer.decision} asOf={from} {...seen} />
      ) : (
        <CprDisagreement claims={answer.claims} plans={plans} changed={marksOf(seen, 'cpr').changed} asOf={from} />
      )}
    </DocumentLanguage.Provider>
  );
}
